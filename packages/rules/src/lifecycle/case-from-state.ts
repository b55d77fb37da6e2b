import type { Case } from '@cobuild/core';
import type { CaseState } from '../results.js';
import { meetingOf, recordedReviews } from './apply-event.js';

/**
 * The case as decisions read it. `decide` on it comes to the stage and end of the state. A meeting that is still going on is left out: its vote is
 * not decided before it is closed. Of the events only a withdrawal is carried over; the log stays with the host.
 */
export function caseFromState(state: CaseState): Case {
  const { id, stage, submittedAt, applicant, answers, meeting, history } = state;
  const withdrawal = history.filter(({ type }) => type === 'withdrawn');
  return {
    id, stage, submittedAt, applicant, answers, reviews: recordedReviews(state),
    ...(meeting?.phase === 'closed' ? { meeting: meetingOf(meeting) } : {}),
    ...(withdrawal.length > 0 ? { events: withdrawal } : {}),
  };
}
