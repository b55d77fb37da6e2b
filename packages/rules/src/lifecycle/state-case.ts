import type { Case, Facts, Meeting, Review, Scheme } from '@cobuild/core';
import { caseFacts, decisionDay } from '../decision/case-facts.js';
import type { CaseState } from '../results.js';
import { countedSheets } from './scoring-state.js';

/** The meeting as a case holds it, without what the log adds. The round is told where it is not the first. */
export function meetingOf({ stage: _stage, round, phase: _phase, session: _session, openedAt: _openedAt, adjourned: _adjourned, ...meeting }: NonNullable<CaseState['meeting']>): Meeting {
  return round > 1 ? { ...meeting, round } : meeting;
}

/** Which vote on the motion the next meeting comes to: one that broke off before its vote does not count. */
export function roundAfter({ round, adjourned }: NonNullable<CaseState['meeting']>): number {
  return adjourned === undefined ? round + 1 : round;
}

/**
 * Reviews as `decide` reads them: those that hold, and the return that waits, which says where the case went. Without its remarks: nothing is
 * decided by them, and a decision is shown to people who may not see every answer.
 */
export function recordedReviews({ reviews, returned }: CaseState): Review[] {
  if (returned === undefined) return [...reviews];
  const { remarks: _, ...back } = returned;
  return [...reviews, back];
}

/** The case without its events, read by the walk of the fold and by `decide` alike. */
export function stateCase(state: CaseState): Case {
  const { id, stage, submittedAt, applicant, answers, meeting, evidence, overrides, publicVoteCounts = [], known } = state;
  return {
    id, stage, submittedAt, applicant, answers, reviews: recordedReviews(state), ...known,
    ...(meeting?.phase === 'closed' && meeting.adjourned === undefined ? { meeting: meetingOf(meeting) } : {}),
    ...(evidence === undefined ? {} : { evidence: [...evidence] }),
    ...(overrides === undefined ? {} : { overrides: [...overrides] }),
    ...countedSheets(state), ...(publicVoteCounts.length === 0 ? {} : { publicVoteCounts: [...publicVoteCounts] }),
  };
}

/** Facts of a case on the day of its submission, which is also the day that `decide` takes unless told otherwise. */
export function stateFacts(scheme: Scheme, state: CaseState): Facts {
  const caseData = stateCase(state);
  return caseFacts(scheme, caseData, decisionDay(caseData));
}
