import type { Rational, Scoring } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import type { ExactText } from './exact.js';
import { ZERO, addExact, exactText, fromDecimal, readNumber, subtractExact, sumExact } from './exact.js';
import { DEFAULT_OUT_OF } from './read-scoring.js';

type CriterionKind = 'regular' | 'bonus' | 'deduction';

/** What the weights of one kind add up to; `undefined` while one of them is open. */
export function weightsOf({ criteria }: Scoring, kind: CriterionKind): Rational | undefined {
  const weights = criteria.filter((criterion) => (criterion.kind ?? 'regular') === kind).map(({ weight }) => readNumber(weight));
  return weights.every((weight): weight is Rational => weight !== undefined) ? sumExact(weights) : undefined;
}

export function outOfOf({ outOf }: Scoring): Rational | undefined {
  return outOf === undefined ? fromDecimal(DEFAULT_OUT_OF) : readNumber(outOf);
}

/** The least and the greatest score there can be; `undefined` while something that decides it is open. */
export function scoreRange(scoring: Scoring): { readonly least: Rational; readonly most: Rational } | undefined {
  const [outOf, bonus, deduction] = [outOfOf(scoring), weightsOf(scoring, 'bonus'), weightsOf(scoring, 'deduction')];
  if (outOf === undefined || bonus === undefined || deduction === undefined) return undefined;
  const limit = (value: unknown, otherwise: Rational): Rational | undefined => (value === undefined ? otherwise : readNumber(value));
  const least = limit(scoring.totalMinimum, subtractExact(ZERO, deduction));
  const most = limit(scoring.totalMaximum, addExact(outOf, bonus));
  return least === undefined || most === undefined ? undefined : { least, most };
}

/** What the weights of a score card come to, in exact decimals; what is still open is absent. */
export interface ScoringTotals {
  /** Of the regular criteria; those whose weight is open are left out and counted in `open`. */
  readonly regular: ExactText;
  readonly open: number;
  readonly outOf?: ExactText;
  /** `outOf` less the sum, once no weight is open: positive where points are missing. */
  readonly missing?: ExactText;
  /** How the sum lies to `outOf`, once both are known. */
  readonly compared?: 'less' | 'equal' | 'more';
  readonly bonus?: ExactText;
  readonly deduction?: ExactText;
  readonly least?: ExactText;
  readonly most?: ExactText;
}

/**
 * Adds up a score card for whoever writes it.
 *
 * @param scoring - With parameters resolved.
 * @example scoringTotals({ criteria: [{ id: 'a', title, weight: 60, maximum: 10 }] }).missing // '40'
 */
export function scoringTotals(scoring: Scoring): ScoringTotals {
  const weights = scoring.criteria.filter(({ kind = 'regular' }) => kind === 'regular').map(({ weight }) => readNumber(weight));
  const known = weights.filter((weight): weight is Rational => weight !== undefined);
  const [sum, outOf, bonus, deduction, range] = [sumExact(known), outOfOf(scoring), weightsOf(scoring, 'bonus'), weightsOf(scoring, 'deduction'), scoreRange(scoring)];
  const open = weights.length - known.length;
  const order = outOf === undefined || open > 0 ? undefined : compareRationals(sum, outOf);
  return {
    regular: exactText(sum), open,
    ...(outOf === undefined ? {} : { outOf: exactText(outOf) }),
    ...(outOf === undefined || order === undefined ? {} : { missing: exactText(subtractExact(outOf, sum)), compared: order < 0 ? 'less' : order > 0 ? 'more' : 'equal' }),
    ...(bonus === undefined ? {} : { bonus: exactText(bonus) }), ...(deduction === undefined ? {} : { deduction: exactText(deduction) }),
    ...(range === undefined ? {} : { least: exactText(range.least), most: exactText(range.most) }),
  };
}
