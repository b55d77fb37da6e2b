import type { Criterion, Scoring } from '@cobuild/core';
import type { Frame, FrameLayout } from '../conditions/frame.js';
import { Holes } from '../scoring/read-scoring.js';
import type { SheetScore } from '../scoring/score-types.js';
import { settleSheet } from '../scoring/settle-sheet.js';
import type { CriterionSegments, SegmentScore } from './criterion-segments.js';
import { criterionSegments } from './criterion-segments.js';
import type { Share } from './fact-column.js';
import { sumShares } from './sum-shares.js';

/** The score of a card by facts; which problems made it `invalid` is said by `scoreByFacts`. */
export type PolicyScore = Omit<SheetScore, 'criteria' | 'problems'>;

export type PolicyScoreTrace = Omit<SheetScore, 'problems'>;

export interface CompiledScore {
  /** What each criterion adds to the sum. */
  readonly shares: readonly Share[];
  /** @param sumAt - Where the sum of the shares stands in a frame. */
  readonly build: (sumAt: number) => BuiltScore;
}

export interface BuiltScore {
  /** The same object for equal sums; it is not to be changed. */
  readonly judge: (frame: Frame) => PolicyScore;
  readonly trace: (frame: Frame) => PolicyScoreTrace;
}

interface Column extends CriterionSegments { readonly at: number }

/** Different sums whose scores are kept. A card has as many as it has distinct totals: some hundreds, seldom more. */
const MOST_KEPT = 20_000;

/**
 * Compiles a score card whose criteria follow from facts. What each band brings is worked out once by the exact arithmetic of `scoring`; a case then
 * adds whole numbers that stand for those points, and each sum is settled (limits, rounding, bands) by the same exact arithmetic when it first occurs.
 */
export function compileScore(scoring: Scoring, layout: FrameLayout): CompiledScore {
  const segments = scoring.criteria.map(criterionSegments);
  const shares = sumShares(segments.map(({ scores }) => scores.map((score) => score?.result)));
  const columns = scoring.criteria.map((criterion, index): Column => ({
    ...(segments[index] as CriterionSegments), at: placeOf(criterion, layout),
  }));
  return {
    shares: columns.map(({ at, entries, locate }, index): Share => ({ at, entries, shareOf: (found) => shares[index]?.[locate(found)] ?? NaN })),
    build: (sumAt) => builtScore(scoring, columns, sumAt),
  };
}

function builtScore(scoring: Scoring, columns: readonly Column[], sumAt: number): BuiltScore {
  const settled = new Map<number, PolicyScore>();

  function scoresOf(frame: Frame): SegmentScore[] {
    return columns.map(({ at, locate, scores, scoreOf }) => scores[locate(frame[at])] ?? scoreOf(frame[at]));
  }

  function settle(scores: readonly SegmentScore[]): PolicyScoreTrace {
    const holes = new Holes();
    for (const score of scores) for (const hole of score.holes) holes.add(hole);
    return settleSheet(scoring, scores.map(({ result }) => result), holes, () => undefined).score;
  }

  function judge(frame: Frame): PolicyScore {
    const sum = frame[sumAt] as number;
    const known = settled.get(sum);
    if (known !== undefined) return known;
    const { criteria: _, ...score } = settle(scoresOf(frame));
    if (Number.isNaN(sum)) return score;
    if (settled.size >= MOST_KEPT) settled.clear();
    settled.set(sum, score);
    return score;
  }

  return {
    judge,
    trace: (frame) => ({
      ...judge(frame),
      criteria: columns.map(({ at, locate, scores, scoreOf }) => {
        const { score } = (scores[locate(frame[at])] ?? scoreOf(frame[at])).result;
        return 'found' in score ? { ...score, found: frame[at] } : score;
      }),
    }),
  };
}

/** A criterion that a reviewer marks reads no fact; what stands at the first place does not matter to it. */
function placeOf({ byFact }: Criterion, layout: FrameLayout): number {
  return byFact === undefined ? 0 : layout.placeOf({ fact: byFact.fact, ...(byFact.path === undefined ? {} : { path: byFact.path }) });
}
