import type { CriterionMark, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { isMember } from '../operators/is-member.js';
import { isEmpty } from '../operators/value-kind.js';
import { addExact, divideExact, isZero, multiplyExact, sumExact } from '../scoring/exact.js';
import { readExact } from '../scoring/index.js';
import type { CriterionScore, SheetScore } from '../scoring/index.js';

/**
 * A sheet's score before rounding again, from its marks: mark / maximum × weight of every criterion, what is not applicable by the policy that the result quotes, limits of the
 * total. `undefined` where the marks give none.
 *
 * @param marks - Of the reviewer; without them the marks in the result stand, as for a card by facts, whose marks follow from the facts found and their bands.
 */
export function recomputeSheet(result: SheetScore, marks?: readonly CriterionMark[]): Rational | undefined {
  const points = result.criteria.map((item): Points => ({ kind: item.kind, ...pointsOf(item, marks) }));
  if (points.some(({ state, value }) => state !== 'notApplicable' && value === undefined)) return undefined;
  const sum = (kind: CriterionScore['kind']): Rational => sumExact(points.filter((item) => item.kind === kind).flatMap(({ value }) => value ?? []));
  const regular = regularAgain(result, points, sum('regular'));
  return regular === undefined ? undefined : held(result, addExact(regular, addExact(sum('bonus'), sum('deduction'))));
}

interface Points { readonly kind: CriterionScore['kind']; readonly state: CriterionScore['state']; readonly value?: Rational; readonly weight?: Rational }

function pointsOf(item: CriterionScore, marks: readonly CriterionMark[] | undefined): Pick<Points, 'state' | 'value' | 'weight'> {
  const [most, share] = [readExact(item.maximum), readExact(item.weight)];
  const given = marks?.find(({ criterion }) => criterion === item.criterion);
  const isNotApplicable = item.source === 'reviewer' && (marks === undefined ? item.state === 'notApplicable' : given?.notApplicable === true);
  if (isNotApplicable) return { state: 'notApplicable' };
  const mark = readExact(item.source === 'fact' ? markByFact(item) : marks === undefined ? item.mark : given?.mark);
  if (mark === undefined || most === undefined || share === undefined) return { state: 'missing' };
  const points = multiplyExact(divideExact(mark, most), share);
  return { state: 'marked', value: item.kind === 'deduction' ? { p: -points.p, q: points.q } : points, weight: share };
}

/** The mark of the one band in which the fact lies, or the one outside all bands. */
function markByFact({ found, bands = [], otherwise }: CriterionScore): unknown {
  if (isEmpty(found)) return undefined;
  const fitting = bands.filter((band) => {
    if (band.in !== undefined) return isMember(band.in, found) === true;
    const value = readExact(found);
    const [from, below] = [readExact(band.from), readExact(band.below)];
    return value !== undefined && (from === undefined || compareRationals(value, from) >= 0) && (below === undefined || compareRationals(value, below) < 0);
  });
  return fitting.length === 0 ? otherwise : fitting.length === 1 ? fitting[0]?.mark : undefined;
}

/** What is left is enlarged to the whole, counts nothing, or leaves the sheet without a score. */
function regularAgain({ notApplicable, outOf }: SheetScore, points: readonly Points[], sum: Rational): Rational | undefined {
  const regulars = points.filter(({ kind }) => kind === 'regular');
  if (!regulars.some(({ state }) => state === 'notApplicable') || notApplicable === 'zero') return sum;
  const [whole, weights] = [readExact(outOf), sumExact(regulars.flatMap(({ weight }) => weight ?? []))];
  return notApplicable !== 'rescale' || whole === undefined || isZero(weights) ? undefined : divideExact(multiplyExact(sum, whole), weights);
}

function held({ totalMinimum, totalMaximum }: SheetScore, total: Rational): Rational {
  const [least, most] = [readExact(totalMinimum), readExact(totalMaximum)];
  if (least !== undefined && compareRationals(total, least) < 0) return least;
  return most !== undefined && compareRationals(total, most) > 0 ? most : total;
}
