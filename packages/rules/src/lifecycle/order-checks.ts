import type { Locale, Scheme, Stage } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { findStage, thresholdOf } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';
import type { TypedAction } from './event-shapes.js';
import type { Finding } from './finding.js';
import { finding } from './finding.js';

/**
 * Whether an action comes in its turn: at its stage, in its phase of the meeting, neither before the submission nor after the end. The fold
 * asks this of every event of a log, and `actionProblems` of every action, so that what was accepted can be read again.
 */
export function orderProblem(scheme: Scheme, state: CaseState | undefined, action: TypedAction, locale: Locale): Finding | undefined {
  if (state === undefined) return action.type === 'submitted' ? undefined : finding('case/not-submitted');
  if (state.status === 'ended') return finding(action.type === 'submitted' ? 'case/already-submitted' : 'case/ended');
  const stage = findStage(scheme, state.stage);
  if (stage === undefined) return finding('case/ended');
  const wrongStage = finding('case/wrong-stage', '/data/stage', { stage: stageTitle(stage, locale) });

  switch (action.type) {
    case 'submitted': return stage.method === 'application' ? undefined : finding('case/already-submitted');
    case 'withdrawn': return undefined;
    case 'reviewed': {
      if (action.data.stage !== stage.id) return wrongStage;
      return state.meeting?.phase === 'voting' ? finding('case/voting-open') : undefined;
    }
    case 'noticePublished': return stage.method === 'publicity' ? undefined : wrongStage;
    case 'objectionRaised':
    case 'objectionAnswered': {
      if (stage.method !== 'publicity') return wrongStage;
      return state.notice === undefined ? finding('case/notice-not-posted') : undefined;
    }
    default: return thresholdOf(scheme, stage) === undefined ? wrongStage : meetingOrder(state, stage, action, wrongStage);
  }
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
    case 'memberSignedIn': return meeting.phase === 'signIn' ? undefined : finding('case/sign-in-closed');
    case 'memberRecused': return meeting.phase === 'closed' ? finding('case/meeting-not-open') : undefined;
    case 'votingOpened': return meeting.phase === 'signIn' ? undefined : finding(meeting.phase === 'voting' ? 'case/voting-already-open' : 'case/meeting-not-open');
    case 'votingClosed': return meeting.phase === 'voting' || waitsForChair(state, action.data.castingVote) ? undefined : finding('case/voting-not-open');
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
