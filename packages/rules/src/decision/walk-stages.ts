import type { Review, Scheme, Stage } from '@cobuild/core';
import type { StageTrace, VoteResult } from '../results.js';
import { holdingReviews } from './returns.js';
import type { CaseEnd } from './stage-lookup.js';
import { findOutcome, findStage, firstStage, isEnd, isVoteRecord, leadsToVote, outcomeOfKind } from './stage-lookup.js';

/** How far a case has come. */
export interface Walk {
  /** Stage that it waits at; the last one where it has ended. */
  readonly stage: string;
  readonly end?: CaseEnd;
  /** Stages in the order of the way; after a return, the stage that returned it and the one it went to. */
  readonly steps: readonly StageTrace[];
}

/** What settles stages: reviews in the order in which they were given, and what the meeting of the case says of a vote. */
export interface StageRecord { readonly reviews: readonly Review[]; readonly voteAt: (stage: Stage) => VoteResult | undefined }

/**
 * Walks a submitted case through the stages. Each stage is settled at most once, by its vote or by the first review that names one of its
 * outcomes; a loop, an unknown stage or a missing outcome leaves the case waiting where it is.
 *
 * A case holds one meeting: that of the first vote on its way without a record. Where the way goes on to another vote, the earlier one is kept as a
 * review; the last vote is always decided by its meeting, never by a review.
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
  let { voteAt } = record;
  for (;;) {
    const step = settle(scheme, stage, reviews, voteAt);
    if (step.vote !== undefined) voteAt = () => undefined;
    steps.push(step);
    if (step.to === undefined) return { stage: stage.id, steps };
    if (isEnd(step.to)) return { stage: stage.id, end: step.to, steps };
    const next = findStage(scheme, step.to);
    if (next === undefined || steps.some((earlier) => earlier.stage === next.id)) return { stage: stage.id, steps };
    stage = next;
  }
}

function settle(scheme: Scheme, stage: Stage, reviews: readonly Review[], voteAt: StageRecord['voteAt']): StageTrace {
  const waiting: StageTrace = { stage: stage.id, method: stage.method };
  const review = reviews.find((candidate) => candidate.stage === stage.id && findOutcome(stage, candidate.outcome) !== undefined);
  const outcome = review === undefined ? undefined : findOutcome(stage, review.outcome);
  if (stage.method === 'vote') {
    const byReview = review !== undefined && outcome !== undefined && (isVoteRecord(scheme, review) ? leadsToVote(scheme, outcome.to, stage.id) : outcome.kind === 'reject');
    if (!byReview) {
      const vote = voteAt(stage);
      return vote === undefined ? waiting : settleByVote(waiting, stage, vote);
    }
  }
  if (review !== undefined && outcome !== undefined) return { ...waiting, outcome: outcome.id, to: outcome.to, review };
  const submission = stage === firstStage(scheme) && stage.method === 'application' ? outcomeOfKind(stage, 'submit') : undefined;
  return submission === undefined ? waiting : { ...waiting, outcome: submission.id, to: submission.to };
}

function settleByVote(waiting: StageTrace, stage: Stage, vote: VoteResult): StageTrace {
  const outcome = vote.outcome === 'passed' || vote.outcome === 'failed' ? outcomeOfKind(stage, vote.outcome) : undefined;
  return outcome === undefined ? { ...waiting, vote } : { ...waiting, vote, outcome: outcome.id, to: outcome.to };
}
