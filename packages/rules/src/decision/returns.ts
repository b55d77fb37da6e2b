import type { Outcome, Review, Scheme, Stage } from '@cobuild/core';
import { findOutcome, findStage } from './stage-lookup.js';

/** A review by which the application went back. */
export interface Return { readonly review: Review; readonly stage: Stage; readonly outcome: Outcome }

/** Reads a review as a return; `undefined` for all others. */
export function asReturn(scheme: Scheme, review: Review): Return | undefined {
  const stage = findStage(scheme, review.stage);
  const outcome = findOutcome(stage, review.outcome);
  return stage !== undefined && outcome?.kind === 'return' ? { review, stage, outcome } : undefined;
}

/**
 * Whether what was settled at a stage still holds after a return. With `survivesReturn: all` everything but the stage that it goes back to, with a list the stages
 * listed and what lies before that stage, otherwise what lies before it only. `UNDECIDED` and no setting count as `none`: asking once more harms nobody.
 */
export function survives(scheme: Scheme, { stage, outcome }: Return, settledStage: string): boolean {
  const { survivesReturn } = stage;
  if (settledStage === outcome.to) return false;
  if (survivesReturn === 'all' || (Array.isArray(survivesReturn) && survivesReturn.includes(settledStage))) return true;
  const order = scheme.stages.map(({ id }) => id);
  return order.indexOf(settledStage) < order.indexOf(outcome.to);
}

/** Reviews that hold after all returns, and the return that still waits for the applicant to complete the application. */
export interface HoldingReviews { readonly reviews: readonly Review[]; readonly waiting?: Return }

/**
 * Goes through reviews in the order in which they were given. A review after a return shows that the application was submitted again.
 */
export function holdingReviews(scheme: Scheme, reviews: readonly Review[]): HoldingReviews {
  let holding: Review[] = [];
  let waiting: Return | undefined;
  for (const review of reviews) {
    const back = asReturn(scheme, review);
    if (back !== undefined) holding = holding.filter((earlier) => survives(scheme, back, earlier.stage));
    else holding.push(review);
    waiting = back !== undefined && findStage(scheme, back.outcome.to)?.method === 'application' ? back : undefined;
  }
  return { reviews: holding, ...(waiting ? { waiting } : {}) };
}
