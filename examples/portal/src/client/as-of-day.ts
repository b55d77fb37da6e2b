import type { FormDefinition, Scheme } from '@cobuild/core';
import type { CaseState, FundedProject } from '@cobuild/rules';
import type { CobuildDossier, CobuildForm, CobuildTimeline } from '@cobuild/components';
import { call } from './api.js';
import { locale, wordsOf } from './language.js';
import { make, ofScheme, tellProblems } from './page.js';

const words = wordsOf({
  'zh-CN': {
    region: '当日情况',
    notYet: (day: string) => `截至${day}，这份申请还没有提交。`,
    above: (day: string) => `以下是${day}结束时的情况，不是现在的情况；以后办理的没有列出。`,
    below: (day: string) => `以上截至${day}。`,
  },
  en: {
    region: 'As it stood on that day',
    notYet: (day) => `By ${day} this application had not been submitted.`,
    above: (day) => `What follows is how it stood at the end of ${day}, not how it stands now; what was done later is left out.`,
    below: (day) => `The above is as of ${day}.`,
  },
});

interface Then { readonly state: CaseState; readonly project?: FundedProject }

/**
 * A choice of a day, and below it the case as it stood when that day ended, said so above and beside everything that is shown.
 *
 * @param today - Days to come are not offered as an answer.
 */
export async function asOfDay(scheme: Scheme, id: string, today: string): Promise<readonly HTMLElement[]> {
  const form = await call<{ form: FormDefinition }>('GET', ofScheme('/api/records/day'));
  if (!form.ok) {
    tellProblems(form.problems);
    return [];
  }
  const element = make<CobuildForm>('cobuild-form', { definition: form.value.form, value: { day: today } });
  const shown = document.createElement('div');
  shown.setAttribute('role', 'region');
  shown.setAttribute('aria-live', 'polite');
  shown.setAttribute('aria-label', words.region);
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    const { day: chosen } = (event as CustomEvent<{ value: Readonly<Record<string, unknown>> }>).detail.value;
    const day = String(chosen);
    const dayWords = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
    void call<Then>('GET', `/api/cases/${encodeURIComponent(id)}/at/${encodeURIComponent(day)}`).then((answer) => {
      shown.replaceChildren(...(answer.ok ? [mark(words.above(dayWords)), ...then(scheme, answer.value, day), mark(words.below(dayWords))] : [mark(words.notYet(dayWords))]));
    });
  });
  return [element, shown];
}

/** Nothing can be done with a past state: the elements are given nobody who acts. */
function then(scheme: Scheme, { state, project }: Then, day: string): readonly HTMLElement[] {
  return [
    // Of a log that is not shown whole the way cannot be followed.
    ...(state.lastHash === '' ? [] : [make<CobuildTimeline>('cobuild-timeline', { scheme, today: day, events: state.history, view: 'office' })]),
    make<CobuildDossier>('cobuild-dossier', { scheme, state, today: day, ...(project === undefined ? {} : { project }) }),
  ];
}

const mark = (text: string): HTMLElement => make<HTMLParagraphElement>('p', { className: 'as-of', textContent: text });
