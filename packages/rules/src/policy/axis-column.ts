import type { Answers, FactColumn } from './fact-column.js';

/**
 * A column of numbers (or of days as numbers) with the steps alone at which an answer changes: a value that has passed so many steps has the answers
 * that stand at that place. Place 0 is that of what is no number.
 */
export interface AxisColumn extends Omit<Answers, 'known'> {
  readonly at: number;
  /** Passed by what is at least so much. */
  readonly from: Float64Array;
  /** Passed by what is more. */
  readonly above: Float64Array;
}

/** More steps than these are searched faster than they are all compared. */
const MOST_STEPS = 24;

/** @returns `undefined` for a column that is no axis, has too many steps, or holds values that have to be asked one by one. */
export function axisColumn({ at, segments: { kind, cuts, count }, sure, may, sums, known }: FactColumn): AxisColumn | undefined {
  if ((kind !== 'number' && kind !== 'date') || known.includes(0)) return undefined;
  const [from, above]: [number[], number[]] = [[], []];
  const kept = [0, 1];
  for (let segment = 2; segment < count; segment += 1) {
    const before = segment - 1;
    if (sure[segment] === sure[before] && may[segment] === may[before] && Object.is(sums[segment], sums[before])) continue;
    kept.push(segment);
    // Behind the first place come in turn: at a cut, and above it.
    (segment % 2 === 0 ? from : above).push(cuts[(segment - 2) >> 1] as number);
  }
  if (from.length + above.length > MOST_STEPS) return undefined;
  const pick = <A extends Int32Array | Float64Array>(all: A): number[] => kept.map((segment) => all[segment] as number);
  return { at, from: Float64Array.from(from), above: Float64Array.from(above), sure: Int32Array.from(pick(sure)), may: Int32Array.from(pick(may)), sums: Float64Array.from(pick(sums)) };
}

/** How many steps a number has passed, counted from place 1. Compared with all of them: a search would have to guess its way. */
export function placeOnAxis({ from, above }: AxisColumn, value: number): number {
  let place = 1;
  for (let index = 0; index < from.length; index += 1) place += Number(value >= (from[index] as number));
  for (let index = 0; index < above.length; index += 1) place += Number(value > (above[index] as number));
  return place;
}
