import type { Notice, Outcome, Review, Scheme, Stage, Threshold } from '@cobuild/core';
import type { CaseState } from '../results.js';

/** Ways a case can end; an outcome's `to` names one of them or a stage. */
export type CaseEnd = NonNullable<CaseState['end']>;

const ENDS: readonly string[] = ['approved', 'rejected', 'notApproved', 'withdrawn'] satisfies readonly CaseEnd[];

export function isEnd(to: string): to is CaseEnd {
  return ENDS.includes(to);
}

export function findStage(scheme: Scheme, id: string): Stage | undefined {
  return scheme.stages.find((stage) => stage.id === id);
}

/** The stage where applications are submitted; the format asks for at least one stage. */
export function firstStage(scheme: Scheme): Stage {
  const [first] = scheme.stages;
  if (first === undefined) throw new RangeError('A scheme has at least one stage');
  return first;
}

export function findOutcome(stage: Stage | undefined, id: string): Outcome | undefined {
  return stage?.outcomes.find((outcome) => outcome.id === id);
}

export function outcomeOfKind(stage: Stage, kind: Outcome['kind']): Outcome | undefined {
  return stage.outcomes.find((outcome) => outcome.kind === kind);
}

export function thresholdOf(scheme: Scheme, stage: Stage): Threshold | undefined {
  return stage.method === 'vote' ? scheme.thresholds?.find((threshold) => threshold.id === stage.threshold) : undefined;
}

export function noticeOf(scheme: Scheme, stage: Stage): Notice | undefined {
  return stage.method === 'publicity' ? scheme.publicity?.notices.find((notice) => notice.id === stage.notice) : undefined;
}

/** Whether a review records how a vote came out. */
export function isVoteRecord(scheme: Scheme, review: Review): boolean {
  const kind = findOutcome(findStage(scheme, review.stage), review.outcome)?.kind;
  return kind === 'passed' || kind === 'failed';
}

/**
 * The stage that the meeting of a case belongs to. A case holds one meeting; where a scheme votes more than once, earlier votes are kept
 * as reviews, and the meeting is that of the first stage without one. The last vote is always decided by its meeting, never by a review.
 */
export function meetingStage(scheme: Scheme, reviews: readonly Review[]): Stage | undefined {
  const voteStages = scheme.stages.filter((stage) => stage.method === 'vote');
  const recorded = (stage: Stage): boolean => reviews.some((review) => review.stage === stage.id && isVoteRecord(scheme, review));
  return voteStages.find((stage) => !recorded(stage)) ?? voteStages[voteStages.length - 1];
}
