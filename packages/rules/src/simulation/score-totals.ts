import type { Criterion, Rational } from '@cobuild/core';
import { ratioOf } from '@cobuild/core';
import { scoreCriterion } from '../scoring/criterion-mark.js';
import { Holes } from '../scoring/read-scoring.js';
import type { Column } from './column.js';
import type { CardOverColumns } from './score-columns.js';
import type { Steps } from './steps.js';
import { BLOCK } from './steps.js';

/** Points of one criterion as a fraction; `undefined` where it has none: an empty fact, a value outside its bands, something open. */
type Points = { readonly p: bigint; readonly q: bigint } | undefined;

/** A fact's values sorted into classes, inside which no band of the criterion tells them apart: numbers by the cuts between them, other values each by itself. */
interface Classes { readonly column: Column | undefined; readonly cuts: Float64Array; readonly byNumber: readonly Points[]; readonly byCode: readonly Points[] }

export interface FactTotals {
  /** Kind of each case. */
  readonly codes: Int32Array;
  /** A sum of points; or, where some criterion has none, a case of that kind. */
  readonly kinds: readonly ({ readonly raw: Rational } | { readonly row: number })[];
}

/**
 * Adds up a card that follows from facts. While every criterion has its points, all that the final score depends on is their sum, and sums of fractions with a common
 * denominator are whole numbers.
 */
export function* totalsByFact({ scoring, columns }: CardOverColumns, rows: number): Steps<FactTotals> {
  const classes = scoring.criteria.map((criterion) => classesOf(criterion, columns.get(criterion.byFact?.fact ?? '')));
  const denominator = classes.flatMap(({ byNumber, byCode }) => [...byNumber, ...byCode]).reduce((common, points) => (points === undefined ? common : leastCommonMultiple(common, points.q)), 1n);
  const whole = (points: readonly Points[]): Float64Array => Float64Array.from(points, (point) => (point === undefined ? NaN : exactNumber((point.p * denominator) / point.q)));
  const totals = new Float64Array(rows);
  for (const { column, cuts, byNumber, byCode } of classes) {
    const [numbers, codes] = [whole(byNumber), whole(byCode)];
    for (let start = 0; start < rows; start += BLOCK) {
      add(totals, column, cuts, numbers, codes, start, Math.min(rows, start + BLOCK));
      yield;
    }
  }
  const codes = new Int32Array(rows);
  const kinds: FactTotals['kinds'][number][] = [];
  const codeOf = new Map<number | string, number>();
  for (let row = 0; row < rows; row += 1) {
    if (row % BLOCK === 0) yield;
    const total = totals[row] as number;
    const isSum = Number.isSafeInteger(total);
    const key = isSum ? total : classes.map(({ column, cuts }) => classAt(column, cuts, row)).join(' ');
    let code = codeOf.get(key);
    if (code === undefined) {
      code = kinds.push(isSum ? { raw: ratioOf({ digits: BigInt(total), scale: 0 }, { digits: denominator, scale: 0 }) } : { row }) - 1;
      codeOf.set(key, code);
    }
    codes[row] = code;
  }
  return { codes, kinds };
}

function add(totals: Float64Array, column: Column | undefined, cuts: Float64Array, byNumber: Float64Array, byCode: Float64Array, start: number, end: number): void {
  const { numbers, codes } = column ?? {};
  const empty = byCode[0] as number;
  for (let row = start; row < end; row += 1) {
    const number = numbers === undefined ? NaN : (numbers[row] as number);
    const points = number === number ? byNumber[classOfNumber(cuts, number)] : codes === undefined ? empty : byCode[codes[row] as number];
    (totals[row] as number) += points as number;
  }
}

function classAt(column: Column | undefined, cuts: Float64Array, row: number): string {
  const number = column?.numbers?.[row] ?? NaN;
  return number === number ? `${classOfNumber(cuts, number)}` : `=${column?.codes?.[row] ?? 0}`;
}

/** NaN where a double cannot hold it. */
function exactNumber(value: bigint): number {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : NaN;
}

function classesOf(criterion: Criterion, column: Column | undefined): Classes {
  const cuts = cutsOf(criterion);
  const byNumber = Array.from({ length: 2 * cuts.length + 1 }, (_, index) => pointsOf(criterion, memberOf(cuts, index)));
  return { column, cuts, byNumber, byCode: (column?.values ?? [undefined]).map((value) => pointsOf(criterion, value)) };
}

/** Every number that a band speaks of. */
function cutsOf({ byFact }: Criterion): Float64Array {
  const numbers = (byFact?.bands ?? []).flatMap(({ from, below, in: list = [] }): unknown[] => [from, below, ...list]).filter((value): value is number => typeof value === 'number');
  return Float64Array.from(new Set(numbers)).sort();
}

/** Even: between two cuts; odd: exactly at one. Counted without asking before each cut whether it is the last, for which a random number gives the processor no clue. */
function classOfNumber(cuts: Float64Array, number: number): number {
  let place = 0;
  for (let index = 0; index < cuts.length; index += 1) place += Number((cuts[index] as number) < number) + Number((cuts[index] as number) <= number);
  return place;
}

/** Some number of a class. Between two cuts that no double separates there is none, and any number serves. */
function memberOf(cuts: Float64Array, place: number): number {
  const [below, above] = [cuts[(place >>> 1) - 1], cuts[place >>> 1]];
  if (place % 2 === 1) return above ?? 0;
  if (below === undefined) return above === undefined ? 0 : above - Math.max(1, Math.abs(above));
  return above === undefined ? below + Math.max(1, Math.abs(below)) : below / 2 + above / 2;
}

function pointsOf(criterion: Criterion, value: unknown): Points {
  const { points } = scoreCriterion(criterion, { marks: new Map(), facts: { [criterion.byFact?.fact ?? '']: value }, document: '', holes: new Holes(), report: () => undefined });
  return points;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [larger, rest] = [a, b];
  while (rest !== 0n) [larger, rest] = [rest, larger % rest];
  return (a / larger) * b;
}
