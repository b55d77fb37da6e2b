import type { FormDefinition, Scheme } from '@cobuild/core';
import type { CaseState, FundedProject } from '@cobuild/rules';
import type { CobuildDossier, CobuildForm, CobuildTimeline } from '@cobuild/components';
import { call } from './api.js';
import { make, ofScheme, tellProblems } from './page.js';

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
  shown.setAttribute('aria-label', '当日情况');
  element.addEventListener('cobuild-submit', (event) => {
    event.preventDefault();
    const { day: chosen } = (event as CustomEvent<{ value: Readonly<Record<string, unknown>> }>).detail.value;
    const day = String(chosen);
    void call<Then>('GET', `/api/cases/${encodeURIComponent(id)}/at/${encodeURIComponent(day)}`).then((answer) => {
      shown.replaceChildren(...(answer.ok ? then(scheme, answer.value, day) : [mark(`截至${day}，这份申请还没有提交。`)]));
    });
  });
  return [element, shown];
}

/** Nothing can be done with a past state: the elements are given nobody who acts. */
function then(scheme: Scheme, { state, project }: Then, day: string): readonly HTMLElement[] {
  return [
    mark(`以下是${day}结束时的情况，不是现在的情况；以后办理的没有列出。`),
    // Of a log that is not shown whole the way cannot be followed.
    ...(state.lastHash === '' ? [] : [make<CobuildTimeline>('cobuild-timeline', { scheme, today: day, events: state.history, view: 'office' })]),
    make<CobuildDossier>('cobuild-dossier', { scheme, state, today: day, ...(project === undefined ? {} : { project }) }),
    mark(`以上截至${day}。`),
  ];
}

const mark = (text: string): HTMLElement => make<HTMLParagraphElement>('p', { className: 'as-of', textContent: text });
