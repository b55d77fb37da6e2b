import type { CaseEvent, Problem, Scheme } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { ruleProblem } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import { applyEvent } from './apply-event.js';
import { chainProblem } from './event-chain.js';
import { readAction } from './event-shapes.js';
import { orderProblem } from './order-checks.js';

export interface Replay {
  /** The state after each event, in order; ends before the first event that is bad. */
  readonly states: readonly CaseState[];
  /** As those of `foldCase`. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the log of a case as `foldCase` does and keeps the state after each event, so that any day can be looked at as it was then.
 *
 * @example replayCase(scheme, events).states[events.findIndex(({ at }) => at > day) - 1]
 */
export function replayCase(scheme: Scheme, events: readonly CaseEvent[], { operators }: EligibilityOptions = {}): Replay {
  const resolved = resolvedScheme(scheme);
  const problems: Problem[] = [];
  const states: CaseState[] = [];
  events.forEach((event, index) => {
    const chain = chainProblem(event, index, events[index - 1]);
    if (chain !== undefined) problems.push(chain);
    if (problems.length > 0) return;
    const state = states[states.length - 1];
    if (isInTurn(resolved, state, event, operators)) states.push(applyEvent(resolved, state, event, operators));
    else problems.push(ruleProblem('case/event-out-of-order', { document: 'events', pointer: `/${index}`, params: { index: index + 1, type: event.type } }));
  });
  return { states, problems };
}

function isInTurn(scheme: Scheme, state: CaseState | undefined, event: CaseEvent, operators: EligibilityOptions['operators']): boolean {
  const read = readAction({ type: event.type, data: { ...event.data } });
  return 'action' in read && orderProblem(scheme, state, read.action, 'zh-CN', operators) === undefined;
}
