import type { CaseEvent, Problem, Scheme } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import { ruleProblem } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import { applyEvent } from './apply-event.js';
import { chainProblem } from './event-chain.js';
import { readAction } from './event-shapes.js';
import { orderProblem } from './order-checks.js';

/** What a log says: the state after the last good event, and what is wrong with the log. */
export interface FoldResult {
  /** Absent where not even the first event is good. */
  readonly state?: CaseState;
  /** Document `events`, pointer `/<index>`. Empty for a log that is whole. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the log of a case. Each event is checked as a link of the chain (number, hash of the one before, own hash) and for its turn. The state
 * stops before the first event that is bad, so that nothing is ever half-done; the chain is checked to its end.
 *
 * Someone who can rewrite the whole log can make a new chain; keep the last hash elsewhere (a printed notice, another system) to see that.
 *
 * @param options.operators - Own operators of the scheme's conditions, the same as when the events were appended.
 * @example const { state, problems } = foldCase(scheme, await store.events(caseId));
 */
export function foldCase(scheme: Scheme, events: readonly CaseEvent[], { operators }: EligibilityOptions = {}): FoldResult {
  const resolved = resolvedScheme(scheme);
  const problems: Problem[] = [];
  let state: CaseState | undefined;
  events.forEach((event, index) => {
    const chain = chainProblem(event, index, events[index - 1]);
    if (chain !== undefined) problems.push(chain);
    if (problems.length > 0) return;
    if (isInTurn(resolved, state, event, operators)) state = applyEvent(resolved, state, event, operators);
    else problems.push(ruleProblem('case/event-out-of-order', { document: 'events', pointer: `/${index}`, params: { index: index + 1, type: event.type } }));
  });
  return { ...(state === undefined ? {} : { state }), problems };
}

function isInTurn(scheme: Scheme, state: CaseState | undefined, event: CaseEvent, operators: EligibilityOptions['operators']): boolean {
  const read = readAction({ type: event.type, data: { ...event.data } });
  return 'action' in read && orderProblem(scheme, state, read.action, 'zh-CN', operators) === undefined;
}
