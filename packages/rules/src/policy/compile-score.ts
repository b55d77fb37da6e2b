import type { Criterion, Scoring } from '@cobuild/core';
import type { Frame, FrameLayout } from '../conditions/frame.js';
import { EMPTY_PLACE } from '../conditions/frame.js';
import { Holes } from '../scoring/read-scoring.js';
import type { SheetScore } from '../scoring/score-types.js';
import { settleSheet } from '../scoring/settle-sheet.js';
import type { CriterionSegments, SegmentScore } from './criterion-segments.js';
import { criterionSegments } from './criterion-segments.js';
import type { Share } from './fact-column.js';
import { sumShares } from './sum-shares.js';

/** The score of a card by facts, shared by equal cases and not to be changed; which problems made it `invalid` is said by `scoreByFacts`. */
export type PolicyScore = Omit<SheetScore, 'criteria' | 'problems'>;

export interface CompiledScore {
  /** What each criterion adds to the sum. */
  readonly shares: readonly Share[];
  readonly columns: readonly CriterionColumn[];
  /** @param sumAt - Where the sum of the shares stands in a frame. */
  readonly build: (sumAt: number) => (frame: Frame) => PolicyScore;
}

/** A criterion with the place of its fact. */
export interface CriterionColumn extends CriterionSegments { readonly at: number }

/** Different sums whose scores are kept. A card has as many as it has distinct totals: some hundreds, seldom more. */
const MOST_KEPT = 20_000;

/**
 * Compiles a score card whose criteria follow from facts. What each band brings is worked out once by the exact arithmetic of `scoring`; a case then
 * adds whole numbers that stand for those points, and each sum is settled (limits, rounding, bands) by the same exact arithmetic when it first occurs.
 */
export function compileScore(scoring: Scoring, layout: FrameLayout): CompiledScore {
  const segments = scoring.criteria.map(criterionSegments);
  const shares = sumShares(segments.map(({ scores }) => scores.map((score) => score?.result)));
  const columns = scoring.criteria.map((criterion, index): CriterionColumn => ({
    ...(segments[index] as CriterionSegments), at: placeOf(criterion, layout),
  }));
  return {
    columns,
    shares: columns.map(({ at, entries, locate }, index): Share => ({ at, entries, shareOf: (found) => shares[index]?.[locate(found)] ?? NaN })),
    build: (sumAt) => builtScore(scoring, columns, sumAt),
  };
}

function builtScore(scoring: Scoring, columns: readonly CriterionColumn[], sumAt: number): (frame: Frame) => PolicyScore {
  const settled = new Map<number, PolicyScore>();

  function settle(frame: Frame): PolicyScore {
    const holes = new Holes();
    const scores = columns.map((column) => scoreIn(column, frame));
    for (const score of scores) for (const hole of score.holes) holes.add(hole);
    const { criteria: _, ...score } = settleSheet(scoring, scores.map(({ result }) => result), holes, () => undefined).score;
    return score;
  }

  return (frame) => {
    const sum = frame[sumAt] as number;
    const known = settled.get(sum);
    if (known !== undefined) return known;
    const score = settle(frame);
    if (Number.isNaN(sum)) return score;
    if (settled.size >= MOST_KEPT) settled.clear();
    settled.set(sum, score);
    return score;
  };
}

/** What a criterion brings in a case. */
export function scoreIn({ at, locate, scores, scoreOf }: CriterionColumn, frame: Frame): SegmentScore {
  const found = frame[at];
  return scores[locate(found)] ?? scoreOf(found);
}

/** A criterion that a reviewer marks reads no fact. */
function placeOf({ byFact }: Criterion, layout: FrameLayout): number {
  return byFact === undefined ? EMPTY_PLACE : layout.placeOf({ fact: byFact.fact, ...(byFact.path === undefined ? {} : { path: byFact.path }) });
}
