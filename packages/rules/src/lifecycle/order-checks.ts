import type { Locale, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { findOutcome, findStage, publicVoteOf, thresholdOf } from '../decision/stage-lookup.js';
import type { OwnOperator } from '../operators/index.js';
import type { CaseState } from '../results.js';
import { cycleOrder, isCycleAction } from './cycle-checks.js';
import { isDutyClockAction } from './clock-actions.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';
import { meetingsOf } from './sheet-checks.js';
import { overridable } from './override-checks.js';
import { scoringIsOpen, scoringOrder } from './scoring-checks.js';

/**
 * Whether an action comes in its turn: at its stage, in its phase of the meeting, neither before the submission nor after the end. The fold
 * asks this of every event of a log, and `actionProblems` of every action, so that what was accepted can be read again.
 */
export function orderProblem(scheme: Scheme, state: CaseState | undefined, action: TypedAction, locale: Locale, operators?: readonly OwnOperator[]): Finding | undefined {
  if (state === undefined) return action.type === 'submitted' ? undefined : finding('case/not-submitted');
  const override = action.type === 'overrideProposed' || action.type === 'overrideConfirmed' || action.type === 'overrideDeclined';
  if (override) return overrideOrder(scheme, state, action, locale, operators);
  if (isCycleAction(action) || isDutyClockAction(action)) return cycleOrder(scheme, state, action);
  if (state.status === 'ended') return finding(action.type === 'submitted' ? 'case/already-submitted' : 'case/ended');
  const stage = findStage(scheme, state.stage);
  if (stage === undefined) return finding('case/ended');
  const wrongStage = finding('case/wrong-stage', '/data/stage', { stage: stageTitle(stage, locale) });

  switch (action.type) {
    case 'submitted': return stage.method === 'application' ? undefined : finding('case/already-submitted');
    case 'withdrawn': return undefined;
    case 'evidenceRecorded': return action.data.answers === undefined || meetingsOf(state).some((held) => held.stage === (action.data.stage ?? stage.id)) ? undefined : finding('case/sheet-before-meeting', '/data/stage');
    case 'reviewersAssigned': return action.data.stage === stage.id && stage.assignment !== undefined ? undefined : wrongStage;
    case 'reviewed': return reviewOrder(scheme, state, stage, action.data, wrongStage);
    case 'deadlineReminded':
    case 'deadlineEscalated': return action.data.stage === stage.id ? undefined : wrongStage;
    case 'deadlinePassed': return reviewOrder(scheme, state, stage, action.data, wrongStage);
    case 'scoreSubmitted':
    case 'scoreWithdrawn':
    case 'scoringClosed': return scoringOrder(scheme, state, stage, action, wrongStage);
    case 'publicVoteCounted': return action.data.stage === stage.id && publicVoteOf(scheme, stage) !== undefined ? undefined : wrongStage;
    case 'noticePublished': return stage.method === 'publicity' ? undefined : wrongStage;
    case 'objectionRaised':
    case 'objectionAnswered': {
      if (stage.method !== 'publicity') return wrongStage;
      return state.notice === undefined ? finding('case/notice-not-posted') : undefined;
    }
    default: {
      if (action.type === 'conflictDeclared' && stage.method === 'score') return scoringOrder(scheme, state, stage, action, wrongStage);
      const threshold = thresholdOf(scheme, stage);
      if (threshold === undefined) return wrongStage;
      const order = meetingOrder(state, stage, action, wrongStage);
      // Not even a log that somebody else wrote tells who voted what in a secret ballot.
      return order === undefined && action.type === 'ballotCast' && threshold.secrecy === 'secret' ? finding('case/ballots-are-secret') : order;
    }
  }
}

/** A stage is settled at its turn, and not while a vote or a panel is at work. */
function reviewOrder(scheme: Scheme, state: CaseState, stage: Stage, data: { readonly stage: string; readonly outcome: string }, wrongStage: Finding): Finding | undefined {
  if (data.stage !== stage.id) return wrongStage;
  if (state.meeting?.phase === 'voting') return finding('case/voting-open');
  return scoringIsOpen(scheme, state, stage, findOutcome(stage, data.outcome)?.kind) ? finding('case/scoring-open') : undefined;
}

/** A result that has already ended the case can be set aside too. */
function overrideOrder(scheme: Scheme, state: CaseState, action: Extract<TypedAction, { type: 'overrideProposed' | 'overrideConfirmed' | 'overrideDeclined' }>, locale: Locale, operators: readonly OwnOperator[] | undefined): Finding | undefined {
  const { proposal } = state;
  if (action.type !== 'overrideProposed' && proposal === undefined) return finding('case/override-not-proposed');
  // What was proposed in vain may be declined also where it can no longer be confirmed.
  if (action.type === 'overrideDeclined') return undefined;
  const id = action.type === 'overrideProposed' ? action.data.stage : proposal?.stage;
  if (overridable(scheme, state, id, operators) !== undefined) return undefined;
  const stage = id === undefined ? undefined : findStage(scheme, id);
  return stage === undefined ? finding('case/override-not-possible', '/data/stage') : finding('case/override-not-automatic', '/data/stage', { stage: stageTitle(stage, locale) });
}

function meetingOrder(state: CaseState, stage: Stage, action: TypedAction, wrongStage: Finding): Finding | undefined {
  const meeting = state.meeting?.stage === stage.id ? state.meeting : undefined;
  if (action.type === 'meetingOpened') {
    if (action.data.stage !== stage.id) return wrongStage;
    if (meeting !== undefined && meeting.phase !== 'closed') return finding('case/meeting-already-open');
    // A scheme may lack the way out that the vote took; that is no reason to vote until the result is another one.
    return meeting !== undefined && (state.vote?.outcome === 'passed' || state.vote?.outcome === 'failed') ? finding('case/vote-decided') : undefined;
  }
  if (meeting === undefined) return finding('case/meeting-not-open');
  switch (action.type) {
    // Once ballots are being cast the vote is finished first.
    case 'meetingAdjourned': return meeting.phase === 'signIn' ? undefined : finding(meeting.phase === 'voting' ? 'case/voting-open' : 'case/meeting-not-open');
    case 'memberSignedIn': return meeting.phase === 'signIn' ? undefined : finding('case/sign-in-closed');
    case 'memberRecused':
    case 'conflictDeclared': return meeting.phase === 'closed' ? finding('case/meeting-not-open') : undefined;
    case 'votingOpened': return meeting.phase === 'signIn' ? undefined : finding(meeting.phase === 'voting' ? 'case/voting-already-open' : 'case/meeting-not-open');
    case 'votingClosed': return meeting.phase === 'voting' || waitsForChair(state, action.data.castingVote) ? undefined : finding('case/voting-not-open');
    case 'lotDrawn': return state.vote?.outcome === 'tied' && state.vote.rule?.tie === 'lot' ? undefined : finding('case/lot-not-called-for');
    default: return meeting.phase === 'voting' ? undefined : finding('case/voting-not-open');
  }
}

/** A vote that closed without the casting vote it turned out to need is closed once more, with it. */
function waitsForChair({ vote }: CaseState, castingVote: 'yes' | 'no' | undefined): boolean {
  return castingVote !== undefined && vote?.outcome === 'tied' && vote.rule?.tie === 'chair';
}

export function stageTitle(stage: Stage, locale: Locale): string {
  return localize(stage.title, locale);
}
