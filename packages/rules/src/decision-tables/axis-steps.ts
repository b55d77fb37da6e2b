import type { Segments } from './segments.js';

/** A stretch of numbers with the same answers: a segment in it, and the number at which the next stretch begins. */
export interface AxisStep { readonly segment: number; readonly until: number }

/** More steps than these are searched by halves faster than one after the other. */
const MOST_STEPS = 24;

/**
 * The stretches of a column of numbers (or of days as numbers), behind one for what is no number; the last has no end, NaN.
 *
 * @param isSame - Whether a segment has the answers of the one before.
 * @returns `undefined` for a column that is no axis, or has too many steps.
 */
export function axisSteps({ kind, cuts, count }: Segments, isSame: (segment: number) => boolean): AxisStep[] | undefined {
  if (kind !== 'number' && kind !== 'date') return undefined;
  const begins: { segment: number; from: number }[] = [];
  for (let segment = 2; segment < count; segment += 1) {
    if (isSame(segment)) continue;
    // Behind the first segment come in turn: at a cut, and above it.
    const cut = cuts[(segment - 2) >> 1] as number;
    begins.push({ segment, from: segment % 2 === 0 ? cut : nextNumber(cut) });
  }
  if (begins.length > MOST_STEPS) return undefined;
  const stretches = [{ segment: 1, from: NaN }, ...begins];
  return [{ segment: 0, until: NaN }, ...stretches.map(({ segment }, index) => ({ segment, until: stretches[index + 1]?.from ?? NaN }))];
}

/** Passes every step that a number reaches, from one row of a list of steps to another. All are compared: which way a search goes is not foreseen, a sum has only one way. */
export function rowOnAxis(steps: Float64Array, first: number, last: number, value: number): number {
  let row = first;
  for (let index = first; index < last; index += 1) row += Number(value >= (steps[index] as number));
  return row;
}

/** The least number above another: what is more than the one is at least the other. */
function nextNumber(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}
