// A host as small as possible: does what an element asks for by the rules, and sets the state again.
import type { EventActor, Problem } from '@cobuild/core';
import type { CaseAction, CaseState } from '@cobuild/rules';
import { clerk } from './gaoming-states.js';
import type { GaomingPlay } from './gaoming-states.js';

/** An element at which somebody acts on a case. */
export interface ActionElement extends HTMLElement {
  state: CaseState | undefined;
  busy: boolean;
  problems: readonly Problem[];
}

/** @returns the actions in the order in which they came. */
export function serve(element: ActionElement, play: GaomingPlay, by: EventActor = clerk, delayMs = 0): CaseAction[] {
  const seen: CaseAction[] = [];
  element.addEventListener('cobuild-action', (event) => {
    const { action } = (event as CustomEvent<{ action: CaseAction }>).detail;
    seen.push(action);
    element.busy = true;
    setTimeout(() => {
      const problems = play.attempt(action, by) as readonly Problem[];
      element.busy = false;
      element.problems = problems;
      if (problems.length === 0) element.state = play.state;
    }, delayMs);
  });
  return seen;
}
