import type { Case } from '@cobuild/core';
import type { CaseState } from '../results.js';
import { stateCase } from './state-case.js';

/**
 * The case as decisions read it, with what the host knew when it was submitted. `decide` on it comes to the stage and end of the state, as long as it is asked for the day
 * of the submission or no automatic stage reads `today`. A meeting that is still going on is left out: its vote is
 * not decided before it is closed; so are the sheets of a panel that is still open. Of the events only a withdrawal is carried over; the log stays with the host.
 */
export function caseFromState(state: CaseState): Case {
  const withdrawal = state.history.filter(({ type }) => type === 'withdrawn');
  return { ...stateCase(state), ...(withdrawal.length > 0 ? { events: withdrawal } : {}) };
}
