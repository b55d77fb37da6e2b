// A host as small as possible for elements that show several cases: does what they ask for by the rules, and hands the states back.
import type { EventActor, Problem } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';

interface PlayedCase { readonly id: string; readonly state: CaseState; attempt(action: CaseAction, by: EventActor): readonly { readonly code: string; readonly message: string }[] }
interface CasesElement extends HTMLElement { states: readonly CaseState[]; busy: boolean; problems: readonly Problem[] }

/** @returns the actions in the order in which they came. */
export function serveCases(element: CasesElement, plays: readonly PlayedCase[], by: EventActor): CaseAction[] {
  const seen: CaseAction[] = [];
  element.addEventListener('cobuild-action', (event) => {
    const { action, caseId } = (event as CustomEvent<{ action: CaseAction; caseId: string }>).detail;
    seen.push(action);
    element.busy = true;
    setTimeout(() => {
      const problems = (plays.find(({ id }) => id === caseId)?.attempt(action, by) ?? []) as readonly Problem[];
      element.busy = false;
      element.problems = problems;
      if (problems.length === 0) element.states = plays.map(({ state }) => state);
    });
  });
  return seen;
}
