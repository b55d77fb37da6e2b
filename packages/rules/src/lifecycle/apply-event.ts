import type { Case, CaseEvent, ConflictGround, Meeting, Review, Scheme } from '@cobuild/core';
import type { OwnOperator } from '../operators/index.js';
import type { CaseState } from '../results.js';
import { asReturn, survives } from '../decision/returns.js';
import { findStage, firstStage, outcomeOfKind, thresholdOf } from '../decision/stage-lookup.js';
import { tieContext } from '../decision/decide.js';
import { automaticRecusals } from '../vote/recusal.js';
import { decideVote } from '../vote/decide-vote.js';
import { readGrounds } from '../vote/vote-rule.js';
import { confirmedOverride, overridable, walkState } from './override-checks.js';
import { reviewerConflict, scoringClosed, sheetSubmitted, sheetWithdrawn } from './scoring-state.js';
import { meetingOf, roundAfter, stateFacts } from './state-case.js';

/**
 * The state after an event that may happen in this state (`orderProblem` has said so). Where the case stands afterwards is found by the same
 * walk that `decide` makes.
 */
export function applyEvent(scheme: Scheme, state: CaseState | undefined, event: CaseEvent, operators?: readonly OwnOperator[]): CaseState {
  if (state === undefined) return logged(scheme, newCase(scheme, event), event, operators);
  return logged(scheme, changed(scheme, state, event, operators), event, operators);
}

function newCase(scheme: Scheme, event: CaseEvent): CaseState {
  if (event.type !== 'submitted') throw new RangeError('A case begins with its submission');
  const { answers, applicant } = event.data;
  return {
    id: event.caseId, schemeHash: event.schemeHash, stage: firstStage(scheme).id, stageSince: event.at, status: 'open', applicant, answers, ...knownOf(event),
    submissions: [{ at: event.at, answers, by: event.actor }], submittedAt: event.at, reviews: [], objections: [], sequence: 0, lastHash: '', history: [],
  };
}

function changed(scheme: Scheme, state: CaseState, event: CaseEvent, operators: readonly OwnOperator[] | undefined): CaseState {
  switch (event.type) {
    case 'submitted': return submittedAgain(scheme, state, event);
    case 'reviewed': return reviewed(scheme, state, event);
    case 'meetingOpened': return meetingOpened(scheme, state, event);
    case 'meetingAdjourned': {
      const { reason, resumesOn } = event.data;
      return withMeeting(state, (meeting) => ({ ...meeting, phase: 'closed' as const, adjourned: { reason, ...(resumesOn === undefined ? {} : { resumesOn }), at: event.at } }));
    }
    case 'memberSignedIn': return withMeeting(state, (meeting) => ({ ...meeting, present: [...meeting.present, event.data.member] }));
    case 'memberRecused': {
      const { member, reason, kind, ground } = event.data;
      return withMeeting(state, (meeting) => ({ ...meeting, recused: [...(meeting.recused ?? []), { member, reason, kind, ...(ground === undefined ? {} : { ground }) }] }));
    }
    case 'conflictDeclared': return conflictDeclared(scheme, state, event.data);
    case 'scoreSubmitted': return sheetSubmitted(state, event);
    case 'scoreWithdrawn': return sheetWithdrawn(state, event.data);
    case 'scoringClosed': return scoringClosed(state, event.data.stage);
    case 'publicVoteCounted': return { ...state, publicVoteCounts: [...(state.publicVoteCounts ?? []).filter(({ stage }) => stage !== event.data.stage), event.data] };
    case 'votingOpened': return withMeeting(state, (meeting) => ({ ...meeting, phase: 'voting' as const }));
    case 'ballotCast': {
      const { member, choice } = event.data;
      return withMeeting(state, (meeting) => ({ ...meeting, ballots: [...(meeting.ballots ?? []), { member, choice }] }));
    }
    case 'ballotsCounted': return withMeeting(state, (meeting) => ({ ...meeting, counts: event.data.counts }));
    case 'votingClosed': return votingClosed(scheme, state, event.data.castingVote === undefined ? {} : { castingVote: event.data.castingVote }, operators);
    case 'lotDrawn': return votingClosed(scheme, state, { lot: { seed: event.data.seed, drawn: event.data.drawn } }, operators);
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
    // The years of what was approved are read from the log (`caseCycles`); where the case stands they leave as it is.
    case 'cycleDutyDone':
    case 'cycleDutyReminded':
    case 'cycleDutyEscalated':
    case 'cycleRenewed':
    case 'cycleWithdrawn': return state;
    case 'evidenceRecorded': {
      const { kind, on, text, participants, files, stage = state.stage, answers } = event.data;
      const more = { ...(text === undefined ? {} : { text }), ...(participants === undefined ? {} : { participants }), ...(files === undefined ? {} : { files }), ...(answers === undefined ? {} : { answers }) };
      return { ...state, evidence: [...(state.evidence ?? []), { kind, stage, on, ...more, by: event.actor.id, at: event.at }] };
    }
    case 'reviewersAssigned': {
      const { stage, reviewers, method, seed, panel, reason } = event.data;
      return { ...state, assigned: [...(state.assigned ?? []).filter((item) => item.stage !== stage), { stage, reviewers, method, ...(seed === undefined ? {} : { seed }), ...(panel === undefined ? {} : { panel }), ...(reason === undefined ? {} : { reason }), by: event.actor, at: event.at }] };
    }
    case 'overrideProposed': {
      const { stage, outcome, reason } = event.data;
      const replaces = overridable(scheme, state, stage, operators)?.found ?? '';
      return { ...state, proposal: { ...(stage === undefined ? {} : { stage }), outcome, ...(replaces === '' ? {} : { replaces }), reason, by: event.actor, at: event.at } };
    }
    case 'overrideConfirmed': {
      const { proposal, ...rest } = state;
      return proposal === undefined ? state : { ...rest, overrides: [...(state.overrides ?? []), confirmedOverride(proposal, event.actor, event.at)] };
    }
    case 'overrideDeclined': {
      const { proposal: _proposal, ...rest } = state;
      return rest;
    }
    case 'deadlineReminded': return { ...state, told: [...(state.told ?? []), { kind: 'reminder', id: event.data.reminder, to: event.data.to, at: event.at }] };
    case 'deadlineEscalated': return { ...state, told: [...(state.told ?? []), { kind: 'escalation', id: event.data.escalation, to: event.data.to, at: event.at }] };
    case 'deadlinePassed': return deadlinePassed(scheme, state, event);
    case 'withdrawn': return { ...state, status: 'ended', end: 'withdrawn' };
  }
}

function submittedAgain(scheme: Scheme, state: CaseState, event: Extract<CaseEvent, { type: 'submitted' }>): CaseState {
  const { returned, known: _known, ...rest } = state;
  const { answers, applicant } = event.data;
  const stage = findStage(scheme, state.stage);
  const outcome = stage === undefined || stage === firstStage(scheme) ? undefined : outcomeOfKind(stage, 'submit');
  // Only the first stage is settled by the submission itself; a later form of the applicant is kept as a review of its stage, beside the application.
  if (outcome !== undefined) return { ...rest, ...(state.known === undefined ? {} : { known: state.known }), reviews: [...state.reviews, { stage: state.stage, outcome: outcome.id, answers, by: event.actor.id, at: event.at }] };
  return { ...rest, ...knownOf(event), answers, applicant, submittedAt: event.at, submissions: [...state.submissions, { at: event.at, answers, by: event.actor, ...(returned === undefined ? {} : { after: returned }) }] };
}

function reviewed(scheme: Scheme, state: CaseState, event: Extract<CaseEvent, { type: 'reviewed' }>): CaseState {
  const { stage, outcome, reason, reasons, remarks, answers } = event.data;
  // Whose turn it was has to be told only where several are asked.
  const role = findStage(scheme, stage)?.approvals === undefined ? {} : { role: event.actor.role };
  return withReview(scheme, state, { stage, outcome, ...(reason === undefined ? {} : { reason }), ...(reasons === undefined ? {} : { reasons }), ...(remarks === undefined ? {} : { remarks }), ...role, ...(answers === undefined ? {} : { answers }), by: event.actor.id, at: event.at });
}

/** Nobody reviewed; the time was over. What follows is the same. */
function deadlinePassed(scheme: Scheme, state: CaseState, event: Extract<CaseEvent, { type: 'deadlinePassed' }>): CaseState {
  const { stage, outcome, reason } = event.data;
  return withReview(scheme, state, { stage, outcome, ...(reason === undefined ? {} : { reason }), byDeadline: true, by: event.actor.id, at: event.at });
}

function withReview(scheme: Scheme, state: CaseState, review: Review): CaseState {
  const { returned: _returned, ...rest } = state;
  const back = asReturn(scheme, review);
  if (back === undefined) return { ...rest, reviews: [...state.reviews, review] };

  // The meeting, the sheets, the count and the notice of a stage that has to be gone through again are done again too; the log keeps the old ones.
  const { notice: _notice, meeting, vote, overrides, proposal: _proposal, scoring, publicVoteCounts, ...others } = rest;
  const holds = ({ stage: settled }: { readonly stage: string }): boolean => survives(scheme, back, settled);
  const voteHolds = meeting?.phase === 'closed' && survives(scheme, back, meeting.stage);
  return {
    ...others, reviews: state.reviews.filter((earlier) => survives(scheme, back, earlier.stage)), returned: review,
    // What was found of other answers has to be looked at again.
    ...(overrides === undefined ? {} : { overrides: overrides.filter((override) => override.stage !== undefined && survives(scheme, back, override.stage)) }),
    ...(scoring === undefined ? {} : { scoring: scoring.filter(holds) }), ...(publicVoteCounts === undefined ? {} : { publicVoteCounts: publicVoteCounts.filter(holds) }),
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
  const round = event.data.round ?? (earlier?.stage === stageId ? roundAfter(earlier) : 1);
  const held = earlier === undefined ? state.meetings : [...(state.meetings ?? []), { ...earlier, ...(vote === undefined ? {} : { vote }) }];
  const session = (held ?? []).filter((item) => item.stage === stageId).length + 1;
  return {
    ...rest, reviews: [...state.reviews, ...record], ...(held === undefined ? {} : { meetings: held }),
    meeting: { stage: stageId, round, ...(session === 1 ? {} : { session }), openedAt: event.at, phase: 'signIn', members, present: [], recused },
  };
}

function withMeeting(state: CaseState, change: (meeting: NonNullable<CaseState['meeting']>) => NonNullable<CaseState['meeting']>): CaseState {
  return state.meeting === undefined ? state : { ...state, meeting: change(state.meeting) };
}

/** The rule says whether the member leaves or stays on record. */
function conflictDeclared(scheme: Scheme, state: CaseState, { member, ground, reason }: { readonly member: string; readonly ground: ConflictGround; readonly reason: string }): CaseState {
  const stage = findStage(scheme, state.stage);
  if (stage?.method === 'score') return reviewerConflict(state, member, ground, reason);
  const leaves = (readGrounds(stage && thresholdOf(scheme, stage)?.recusal) ?? []).includes(ground);
  const entry = { member, ground, reason, kind: 'declared' as const };
  return withMeeting(state, (meeting) => (leaves ? { ...meeting, recused: [...(meeting.recused ?? []), entry] } : { ...meeting, conflicts: [...(meeting.conflicts ?? []), entry] }));
}

function votingClosed(scheme: Scheme, state: CaseState, settled: Pick<Meeting, 'castingVote' | 'lot'>, operators: readonly OwnOperator[] | undefined): CaseState {
  const { meeting } = state;
  const stage = findStage(scheme, state.stage);
  const threshold = stage === undefined ? undefined : thresholdOf(scheme, stage);
  if (meeting === undefined || threshold === undefined) return state;
  const closed = { ...meeting, phase: 'closed' as const, ...settled };
  const context = tieContext(scheme, threshold, state.id, () => stateFacts(scheme, state), operators);
  return { ...state, meeting: closed, vote: decideVote(meetingOf(closed), threshold, { applicant: state.applicant, ...context }) };
}

/** What the host knew of the case when it was submitted. */
function knownOf({ data }: Extract<CaseEvent, { type: 'submitted' }>): Pick<CaseState, 'known'> {
  const { facts, batch, fund, history } = data;
  const known: Pick<Case, 'facts' | 'batch' | 'fund' | 'history'> = {
    ...(facts === undefined ? {} : { facts }), ...(batch === undefined ? {} : { batch }), ...(fund === undefined ? {} : { fund }), ...(history === undefined ? {} : { history }),
  };
  return Object.keys(known).length === 0 ? {} : { known };
}

/** Adds the event to the log and finds where the case stands now. */
function logged(scheme: Scheme, state: CaseState, event: CaseEvent, operators: readonly OwnOperator[] | undefined): CaseState {
  const next = { ...state, sequence: event.sequence, lastHash: event.hash, history: [...state.history, event] };
  if (state.end === 'withdrawn') return next;
  const walk = walkState(scheme, state, operators);
  const stageSince = walk.stage === state.stage && state.stageSince !== undefined ? state.stageSince : event.at;
  // A case that an automatic stage had ended goes on once that result is set aside.
  const { end: _end, endedAt = event.at, told, ...going } = next;
  // Who was told of a deadline is told again when the case comes back.
  const stays = walk.stage === state.stage && stageSince === state.stageSince && told !== undefined;
  return { ...going, ...(stays ? { told } : {}), stage: walk.stage, stageSince, ...(walk.end === undefined ? { status: 'open' } : { status: 'ended', end: walk.end, endedAt: state.end === walk.end ? endedAt : event.at }) };
}
