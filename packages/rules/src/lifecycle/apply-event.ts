import type { CaseEvent, Meeting, Review, Scheme, Stage } from '@cobuild/core';
import type { CaseState } from '../results.js';
import { asReturn, survives } from '../decision/returns.js';
import { findStage, firstStage, outcomeOfKind, thresholdOf } from '../decision/stage-lookup.js';
import { walkStages } from '../decision/walk-stages.js';
import { automaticRecusals } from '../vote/recusal.js';
import { decideVote } from '../vote/decide-vote.js';
import { readGrounds } from '../vote/vote-rule.js';

/**
 * The state after an event that may happen in this state (`orderProblem` has said so). Where the case stands afterwards is found by the same
 * walk that `decide` makes.
 */
export function applyEvent(scheme: Scheme, state: CaseState | undefined, event: CaseEvent): CaseState {
  if (state === undefined) return logged(scheme, newCase(scheme, event), event);
  return logged(scheme, changed(scheme, state, event), event);
}

function newCase(scheme: Scheme, event: CaseEvent): CaseState {
  if (event.type !== 'submitted') throw new RangeError('A case begins with its submission');
  const { answers, applicant } = event.data;
  return {
    id: event.caseId, schemeHash: event.schemeHash, stage: firstStage(scheme).id, stageSince: event.at, status: 'open', applicant, answers,
    submissions: [{ at: event.at, answers, by: event.actor }], submittedAt: event.at, reviews: [], objections: [], sequence: 0, lastHash: '', history: [],
  };
}

function changed(scheme: Scheme, state: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'submitted': return submittedAgain(scheme, state, event);
    case 'reviewed': return reviewed(scheme, state, event);
    case 'meetingOpened': return meetingOpened(scheme, state, event);
    case 'memberSignedIn': return withMeeting(state, (meeting) => ({ ...meeting, present: [...meeting.present, event.data.member] }));
    case 'memberRecused': {
      const { member, reason, kind } = event.data;
      return withMeeting(state, (meeting) => ({ ...meeting, recused: [...(meeting.recused ?? []), { member, reason, kind }] }));
    }
    case 'votingOpened': return withMeeting(state, (meeting) => ({ ...meeting, phase: 'voting' as const }));
    case 'ballotCast': {
      const { member, choice } = event.data;
      return withMeeting(state, (meeting) => ({ ...meeting, ballots: [...(meeting.ballots ?? []), { member, choice }] }));
    }
    case 'ballotsCounted': return withMeeting(state, (meeting) => ({ ...meeting, counts: event.data.counts }));
    case 'votingClosed': return votingClosed(scheme, state, event.data.castingVote);
    case 'noticePublished': {
      const { notice, postedOn, until, provisional = false, contentHash } = event.data;
      return { ...state, notice: { notice, postedOn, until, provisional, ...(contentHash === undefined ? {} : { contentHash }), sequence: event.sequence } };
    }
    case 'objectionRaised': {
      const { objection, text } = event.data;
      return { ...state, objections: [...state.objections, { id: objection, text, raisedAt: event.at, sequence: event.sequence }] };
    }
    case 'objectionAnswered': {
      const { objection, answer, upheld } = event.data;
      return { ...state, objections: state.objections.map((item) => (item.id === objection ? { ...item, answer, upheld } : item)) };
    }
    case 'withdrawn': return { ...state, status: 'ended', end: 'withdrawn' };
  }
}

function submittedAgain(scheme: Scheme, state: CaseState, event: Extract<CaseEvent, { type: 'submitted' }>): CaseState {
  const { returned: _, ...rest } = state;
  const { answers, applicant } = event.data;
  const stage = findStage(scheme, state.stage);
  const outcome = stage === undefined || stage === firstStage(scheme) ? undefined : outcomeOfKind(stage, 'submit');
  // Only the first stage is settled by the submission itself; a later form of the applicant is kept as a review of its stage, beside the application.
  if (outcome !== undefined) return { ...rest, reviews: [...state.reviews, { stage: state.stage, outcome: outcome.id, answers, by: event.actor.id, at: event.at }] };
  return { ...rest, answers, applicant, submittedAt: event.at, submissions: [...state.submissions, { at: event.at, answers, by: event.actor }] };
}

function reviewed(scheme: Scheme, state: CaseState, event: Extract<CaseEvent, { type: 'reviewed' }>): CaseState {
  const { stage, outcome, reason, answers } = event.data;
  const review: Review = { stage, outcome, ...(reason === undefined ? {} : { reason }), ...(answers === undefined ? {} : { answers }), by: event.actor.id, at: event.at };
  const { returned: _returned, ...rest } = state;
  const back = asReturn(scheme, review);
  if (back === undefined) return { ...rest, reviews: [...state.reviews, review] };

  // The meeting and the notice of a stage that has to be gone through again are done again too; the log keeps the old ones.
  const { notice: _notice, meeting, vote, ...others } = rest;
  const voteHolds = meeting?.phase === 'closed' && survives(scheme, back, meeting.stage);
  return {
    ...others, reviews: state.reviews.filter((earlier) => survives(scheme, back, earlier.stage)), returned: review,
    ...(voteHolds && meeting !== undefined ? { meeting } : {}), ...(voteHolds && vote !== undefined ? { vote } : {}),
  };
}

function meetingOpened(scheme: Scheme, state: CaseState, event: Extract<CaseEvent, { type: 'meetingOpened' }>): CaseState {
  const { stage: stageId, members } = event.data;
  const { vote, meeting: earlier, ...rest } = state;
  const stage = findStage(scheme, stageId);
  const rule = stage === undefined ? undefined : thresholdOf(scheme, stage)?.recusal;
  const recused = automaticRecusals(readGrounds(rule) ?? [], members, state.applicant);
  // The case holds one meeting; the result of an earlier vote of another stage stays as a review.
  const earlierStage = earlier === undefined || earlier.stage === stageId ? undefined : findStage(scheme, earlier.stage);
  const decided = earlierStage !== undefined && (vote?.outcome === 'passed' || vote?.outcome === 'failed') ? outcomeOfKind(earlierStage, vote.outcome) : undefined;
  const record: Review[] = earlierStage !== undefined && decided !== undefined ? [{ stage: earlierStage.id, outcome: decided.id }] : [];
  const round = event.data.round ?? (earlier?.stage === stageId ? earlier.round + 1 : 1);
  return { ...rest, reviews: [...state.reviews, ...record], meeting: { stage: stageId, round, phase: 'signIn', members, present: [], recused } };
}

function withMeeting(state: CaseState, change: (meeting: NonNullable<CaseState['meeting']>) => NonNullable<CaseState['meeting']>): CaseState {
  return state.meeting === undefined ? state : { ...state, meeting: change(state.meeting) };
}

function votingClosed(scheme: Scheme, state: CaseState, castingVote: Meeting['castingVote']): CaseState {
  const { meeting } = state;
  const stage = findStage(scheme, state.stage);
  const threshold = stage === undefined ? undefined : thresholdOf(scheme, stage);
  if (meeting === undefined || threshold === undefined) return state;
  const closed = { ...meeting, phase: 'closed' as const, ...(castingVote === undefined ? {} : { castingVote }) };
  return { ...state, meeting: closed, vote: decideVote(meetingOf(closed), threshold, { applicant: state.applicant }) };
}

/** The meeting as a case holds it, without what the log adds. */
export function meetingOf({ stage: _stage, round: _round, phase: _phase, ...meeting }: NonNullable<CaseState['meeting']>): Meeting {
  return meeting;
}

/** Adds the event to the log and finds where the case stands now. */
function logged(scheme: Scheme, state: CaseState, event: CaseEvent): CaseState {
  const next = { ...state, sequence: event.sequence, lastHash: event.hash, history: [...state.history, event] };
  if (state.end === 'withdrawn') return next;
  const { meeting, vote } = state;
  const voteAt = (stage: Stage): CaseState['vote'] => (meeting?.phase === 'closed' && meeting.stage === stage.id ? vote : undefined);
  const walk = walkStages(scheme, { reviews: recordedReviews(state), voteAt });
  const stageSince = walk.stage === state.stage && state.stageSince !== undefined ? state.stageSince : event.at;
  return { ...next, stage: walk.stage, stageSince, ...(walk.end === undefined ? { status: 'open' } : { status: 'ended', end: walk.end }) };
}

/** Reviews as `decide` reads them: those that hold, and the return that waits, which says where the case went. */
export function recordedReviews(state: CaseState): Review[] {
  return [...state.reviews, ...(state.returned ? [state.returned] : [])];
}
