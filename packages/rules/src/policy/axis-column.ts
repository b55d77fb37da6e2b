import type { Answers, FactColumn } from './fact-column.js';

/**
 * A column of numbers (or of days as numbers) with the steps alone at which an answer changes: a value that has passed so many steps has the answers
 * that stand at that place. Place 0 is that of what is no number.
 */
export interface AxisColumn extends Omit<Answers, 'known'> {
  readonly at: number;
  /** Each is passed by what is at least so much. */
  readonly steps: Float64Array;
}

/** More steps than these are searched faster than they are all compared. */
const MOST_STEPS = 24;

/** @returns `undefined` for a column that is no axis, has too many steps, or holds values that have to be asked one by one. */
export function axisColumn({ at, segments: { kind, cuts, count }, sure, may, sums, known }: FactColumn): AxisColumn | undefined {
  if ((kind !== 'number' && kind !== 'date') || known.includes(0)) return undefined;
  const steps: number[] = [];
  const kept = [0, 1];
  for (let segment = 2; segment < count; segment += 1) {
    const before = segment - 1;
    if (sure[segment] === sure[before] && may[segment] === may[before] && Object.is(sums[segment], sums[before])) continue;
    kept.push(segment);
    // Behind the first place come in turn: at a cut, and above it.
    const cut = cuts[(segment - 2) >> 1] as number;
    steps.push(segment % 2 === 0 ? cut : nextNumber(cut));
  }
  if (steps.length > MOST_STEPS) return undefined;
  const pick = <A extends Int32Array | Float64Array>(all: A): number[] => kept.map((segment) => all[segment] as number);
  return { at, steps: Float64Array.from(steps), sure: Int32Array.from(pick(sure)), may: Int32Array.from(pick(may)), sums: Float64Array.from(pick(sums)) };
}

/** The least number above another: what is more than the one is at least the other. */
function nextNumber(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

/** How many steps a number has passed, counted from place 1. Compared with all of them: a search would have to guess its way. */
export function placeOnAxis({ steps }: AxisColumn, value: number): number {
  let place = 1;
  for (let index = 0; index < steps.length; index += 1) place += Number(value >= (steps[index] as number));
  return place;
}
