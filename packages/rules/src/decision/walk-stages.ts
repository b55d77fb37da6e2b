import type { Review, Scheme, Stage } from '@cobuild/core';
import type { StageTrace, VoteResult } from '../results.js';
import { holdingReviews } from './returns.js';
import type { CaseEnd } from './stage-lookup.js';
import { findOutcome, findStage, firstStage, isEnd, isVoteRecord, meetingStage, outcomeOfKind } from './stage-lookup.js';

/** How far a case has come. */
export interface Walk {
  /** Stage that it waits at; the last one where it has ended. */
  readonly stage: string;
  readonly end?: CaseEnd;
  /** Stages in the order of the way; after a return, the stage that returned it and the one it went to. */
  readonly steps: readonly StageTrace[];
}

/** What settles stages: reviews in the order in which they were given, and the result of the vote where there was a meeting. */
export interface StageRecord { readonly reviews: readonly Review[]; readonly vote?: VoteResult }

/**
 * Walks a submitted case through the stages. Each stage is settled at most once, by its vote or by the first review that names one of its
 * outcomes; a loop, an unknown stage or a missing outcome leaves the case waiting where it is.
 */
export function walkStages(scheme: Scheme, record: StageRecord): Walk {
  const { reviews, waiting } = holdingReviews(scheme, record.reviews);
  if (waiting !== undefined) {
    const { stage, outcome, review } = waiting;
    const target = findStage(scheme, outcome.to) ?? stage;
    return { stage: target.id, steps: [{ stage: stage.id, method: stage.method, outcome: outcome.id, to: outcome.to, review }, { stage: target.id, method: target.method }] };
  }

  const steps: StageTrace[] = [];
  let stage = firstStage(scheme);
  for (;;) {
    const step = settle(scheme, stage, reviews, record.vote);
    steps.push(step);
    if (step.to === undefined) return { stage: stage.id, steps };
    if (isEnd(step.to)) return { stage: stage.id, end: step.to, steps };
    const next = findStage(scheme, step.to);
    if (next === undefined || steps.some((earlier) => earlier.stage === next.id)) return { stage: stage.id, steps };
    stage = next;
  }
}

function settle(scheme: Scheme, stage: Stage, reviews: readonly Review[], vote: VoteResult | undefined): StageTrace {
  const waiting: StageTrace = { stage: stage.id, method: stage.method };
  const review = reviews.find((candidate) => candidate.stage === stage.id && findOutcome(stage, candidate.outcome) !== undefined);
  if (stage.method === 'vote') {
    const owner = meetingStage(scheme, reviews);
    const byReview = review !== undefined && (isVoteRecord(scheme, review) ? owner !== stage : findOutcome(stage, review.outcome)?.kind === 'reject');
    if (!byReview) return owner === stage && vote !== undefined ? settleByVote(waiting, stage, vote) : waiting;
  }
  const outcome = review === undefined ? undefined : findOutcome(stage, review.outcome);
  if (review !== undefined && outcome !== undefined) return { ...waiting, outcome: outcome.id, to: outcome.to, review };
  const submission = stage === firstStage(scheme) && stage.method === 'application' ? outcomeOfKind(stage, 'submit') : undefined;
  return submission === undefined ? waiting : { ...waiting, outcome: submission.id, to: submission.to };
}

function settleByVote(waiting: StageTrace, stage: Stage, vote: VoteResult): StageTrace {
  const outcome = vote.outcome === 'passed' || vote.outcome === 'failed' ? outcomeOfKind(stage, vote.outcome) : undefined;
  return outcome === undefined ? { ...waiting, vote } : { ...waiting, vote, outcome: outcome.id, to: outcome.to };
}
