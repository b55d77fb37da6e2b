import type { Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { exactText, readNumber } from './exact.js';

/** A half-open interval of a list, with its place in it. */
export interface Interval { readonly index: number; readonly from?: Rational; readonly below?: Rational }

/** A stretch between limits, as texts. */
export interface Stretch { readonly from?: string; readonly below?: string }

export interface BandDefects {
  readonly empty: readonly number[];
  readonly gaps: readonly Stretch[];
  readonly overlaps: readonly (Stretch & { readonly first: number; readonly second: number })[];
}

/** Reads intervals; `undefined` while a limit is open, since then nothing can be said of how they lie. */
export function readIntervals(bands: readonly { readonly from?: unknown; readonly below?: unknown }[]): Interval[] | undefined {
  const read = bands.map(({ from, below }, index) => {
    const [lower, upper] = [readNumber(from), readNumber(below)];
    const open = (from !== undefined && lower === undefined) || (below !== undefined && upper === undefined);
    return open ? undefined : { index, ...(lower === undefined ? {} : { from: lower }), ...(upper === undefined ? {} : { below: upper }) };
  });
  return read.every((interval): interval is Interval => interval !== undefined) ? read : undefined;
}

const atFrom = (a: Interval, b: Interval): number => (a.from === undefined ? (b.from === undefined ? 0 : -1) : b.from === undefined ? 1 : compareRationals(a.from, b.from));
const ends = (a: Rational | undefined, b: Rational | undefined): boolean => b !== undefined && (a === undefined || compareRationals(a, b) > 0);

/** How half-open intervals lie on the line from `least` to `most` (below it, where absent for ever). */
export function bandDefects(intervals: readonly Interval[], least: Rational, most?: Rational): BandDefects {
  const isEmpty = ({ from, below }: Interval): boolean => from !== undefined && below !== undefined && compareRationals(from, below) >= 0;
  const sorted = intervals.filter((interval) => !isEmpty(interval)).sort(atFrom);
  const gaps: Stretch[] = [];
  const overlaps: (Stretch & { first: number; second: number })[] = [];
  let reached: Rational | undefined = least;
  let last: Interval | undefined;
  for (const interval of sorted) {
    if (reached !== undefined && interval.from !== undefined && compareRationals(interval.from, reached) > 0) gaps.push({ from: exactText(reached), below: exactText(interval.from) });
    if (last !== undefined && (last.below === undefined || interval.from === undefined || compareRationals(interval.from, last.below) < 0)) {
      const until = last.below === undefined ? interval.below : interval.below === undefined || compareRationals(last.below, interval.below) < 0 ? last.below : interval.below;
      overlaps.push({ first: last.index, second: interval.index, ...(interval.from === undefined ? {} : { from: exactText(interval.from) }), ...(until === undefined ? {} : { below: exactText(until) }) });
    }
    if (last === undefined || ends(interval.below, last.below)) last = interval;
    if (reached !== undefined && ends(interval.below, reached)) reached = interval.below;
  }
  // The greatest value itself has to lie in a band.
  if (reached !== undefined && (most === undefined || compareRationals(reached, most) <= 0)) gaps.push({ from: exactText(reached) });
  return { empty: intervals.filter(isEmpty).map(({ index }) => index), gaps, overlaps };
}
