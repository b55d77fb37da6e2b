import type { Review, Scheme } from '@cobuild/core';
import { findOutcome } from '../decision/stage-lookup.js';
import type { CaseState } from '../results.js';

/** How often a reason was ticked at a stage. */
export interface RefusalCount { readonly reason: string; readonly count: number; readonly cases: readonly string[] }

/** Refusals of one stage. */
export interface RefusalStatistics {
  readonly stage: string;
  /** Applications that were refused there. */
  readonly refused: number;
  /** Every reason of the scheme, in its order, those never ticked too. */
  readonly reasons: readonly RefusalCount[];
}

/**
 * Counts refusals by reason, for stages that have reasons to tick. Each application counts once per stage and reason, also where several refused it.
 *
 * @param cases - States of a log, or cases.
 */
export function refusalStatistics(scheme: Scheme, cases: readonly (Pick<CaseState, 'id' | 'reviews'> | { readonly id: string; readonly reviews?: readonly Review[] })[]): RefusalStatistics[] {
  return scheme.stages.filter(({ refusalReasons = [] }) => refusalReasons.length > 0).map((stage) => {
    const refusals = cases.flatMap(({ id, reviews = [] }) => {
      const own = reviews.filter((review) => review.stage === stage.id && findOutcome(stage, review.outcome)?.kind === 'reject');
      return own.length === 0 ? [] : [{ id, ticked: own.flatMap(({ reasons = [] }) => reasons) }];
    });
    const reasons = (stage.refusalReasons ?? []).map(({ id: reason }) => {
      const found = refusals.filter(({ ticked }) => ticked.includes(reason)).map(({ id }) => id);
      return { reason, count: found.length, cases: found };
    });
    return { stage: stage.id, refused: refusals.length, reasons };
  });
}
