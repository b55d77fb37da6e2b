import type { EventActor } from '@cobuild/core';
import type { CaseAction, Identity } from '@cobuild/rules';
import { call } from './api.js';
import type { CaseView } from './case-summary.js';
import { showWaiting, tell } from './page.js';

/** An element at which an office acts on a case. */
interface Desk extends HTMLElement { state: unknown; busy: boolean; problems: unknown }

export const actorOf = ({ id, name, role, unit, town }: Identity): EventActor => ({ id, name, role, ...(unit === undefined ? {} : { unit }), ...(town === undefined ? {} : { town }) });

/** An element at which somebody acts on one of many cases. */
interface ListDesk extends HTMLElement { states: readonly CaseView['state'][]; busy: boolean; problems: unknown }

/** Sends what the element asks for about one of its cases, and shows that one as it is afterwards. */
export function handleActionsOnMany(element: ListDesk, first: readonly CaseView[], after: () => void = () => undefined): void {
  let cases = first;
  element.addEventListener('cobuild-action', (event) => {
    event.preventDefault();
    const { action, caseId = '' } = event.detail;
    const sequence = cases.find(({ state }) => state.id === caseId)?.state.sequence;
    element.busy = true;
    void call<CaseView>('POST', `/api/cases/${encodeURIComponent(caseId)}/actions`, { action, sequence }).then((done) => {
      element.busy = false;
      element.problems = done.ok ? [] : done.problems;
      if (!done.ok) return;
      cases = cases.map((view) => (view.state.id === caseId ? done.value : view));
      element.states = cases.map(({ state }) => state);
      after();
      void showWaiting();
    });
  });
}

/** Sends what the elements ask for, one after the other, and shows the case in all of them as it is afterwards. */
export function handleActions(elements: readonly Desk[], first: CaseView, after: (view: CaseView) => void): void {
  let current = first;
  let queue = Promise.resolve();
  const act = async (element: Desk, action: CaseAction): Promise<void> => {
    const answer = await call<CaseView>('POST', `/api/cases/${encodeURIComponent(current.state.id)}/actions`, { action, sequence: current.state.sequence });
    element.busy = false;
    if (!answer.ok) {
      element.problems = answer.problems;
      return;
    }
    current = answer.value;
    for (const each of elements) {
      each.problems = [];
      each.state = current.state;
    }
    tell('');
    after(current);
  };
  for (const element of elements) {
    element.addEventListener('cobuild-action', (event) => {
      event.preventDefault();
      // What stands in a slot of another element is heard there, too.
      event.stopPropagation();
      const { action } = (event as CustomEvent<{ action: CaseAction }>).detail;
      element.busy = true;
      // Clicks may come faster than answers; each goes out on the state that the one before left.
      queue = queue.then(() => act(element, action));
    });
  }
}
