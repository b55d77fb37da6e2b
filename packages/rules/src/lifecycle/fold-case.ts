import type { CaseEvent, Problem, Scheme } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/check-eligibility.js';
import type { CaseState } from '../results.js';
import { replayCase } from './replay-case.js';

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
export function foldCase(scheme: Scheme, events: readonly CaseEvent[], options: EligibilityOptions = {}): FoldResult {
  const { states, problems } = replayCase(scheme, events, options);
  const state = states[states.length - 1];
  return { ...(state === undefined ? {} : { state }), problems };
}
