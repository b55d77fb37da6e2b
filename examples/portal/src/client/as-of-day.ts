import type { Scheme } from '@cobuild/core';
import type { CaseState, FundedProject } from '@cobuild/rules';
import type { CobuildDossier, CobuildField, CobuildTimeline } from '@cobuild/components';
import { call } from './api.js';
import { locale, wordsOf } from './language.js';
import { make, tellProblems } from './page.js';

const words = wordsOf({
  'zh-CN': {
    choose: '查看哪一天的情况', help: '显示这一天结束时的情况，以后办理的不算在内。', region: '当日情况',
    notYet: (day: string) => `截至${day}，这份申请还没有提交。`,
    above: (day: string) => `以下是${day}结束时的情况，不是现在的情况；以后办理的没有列出。`,
    below: (day: string) => `以上截至${day}。`,
  },
  en: {
    choose: 'Day to look at', help: 'As it stood when this day ended; what was done later is left out.', region: 'As it stood on that day',
    notYet: (day) => `By ${day} this application had not been submitted.`,
    above: (day) => `What follows is how it stood at the end of ${day}, not how it stands now; what was done later is left out.`,
    below: (day) => `The above is as of ${day}.`,
  },
});

interface Then { /** None before the application was submitted. */ readonly state?: CaseState; readonly project?: FundedProject }

/**
 * A choice of a day, and below it the case as it stood when that day ended, said so above and beside everything that is shown.
 *
 * @param today - The first day that is shown; a later one cannot be chosen.
 */
export function asOfDay(scheme: Scheme, id: string, today: string): readonly HTMLElement[] {
  const field = make<CobuildField>('cobuild-field', { schema: { type: 'string', format: 'date' }, settings: { widgetOptions: { max: today } }, label: words.choose, help: words.help, name: 'day', required: true, value: today });
  const shown = document.createElement('div');
  shown.setAttribute('role', 'region');
  shown.setAttribute('aria-live', 'polite');
  shown.setAttribute('aria-label', words.region);
  let asked = '';
  const show = async (day: string): Promise<void> => {
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || day > today || day === asked) return;
    asked = day;
    const answer = await call<Then>('GET', `/api/cases/${encodeURIComponent(id)}/at/${encodeURIComponent(day)}`);
    // Of several days chosen one after the other, the last one counts, whichever answer comes last.
    if (day !== asked) return;
    const dayWords = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
    if (!answer.ok) return tellProblems(answer.problems);
    shown.replaceChildren(...(answer.value.state !== undefined ? [mark(words.above(dayWords)), ...then(scheme, answer.value, day), mark(words.below(dayWords))] : [mark(words.notYet(dayWords))]));
  };
  field.addEventListener('change', () => void show(String(field.value)));
  void show(today);
  return [field, shown];
}

/** Nothing can be done with a past state: the elements are given nobody who acts. */
function then(scheme: Scheme, { state, project }: Then, day: string): readonly HTMLElement[] {
  if (state === undefined) return [];
  return [
    // Of a log that is not shown whole the way cannot be followed.
    ...(state.lastHash === '' ? [] : [make<CobuildTimeline>('cobuild-timeline', { scheme, today: day, events: state.history, day, fixed: true, view: 'office' })]),
    make<CobuildDossier>('cobuild-dossier', { scheme, state, today: day, ...(project === undefined ? {} : { project }) }),
  ];
}

const mark = (text: string): HTMLElement => make<HTMLParagraphElement>('p', { className: 'as-of', textContent: text });
