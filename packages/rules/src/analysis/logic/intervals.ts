/** A stretch of numbers; an end that is open does not belong to it. Ends at infinity are open. */
export interface Interval { readonly low: number; readonly high: number; readonly lowOpen: boolean; readonly highOpen: boolean }

/** Stretches in ascending order that do not touch. */
export type Intervals = readonly Interval[];

/** Values per unit: 1 for whole numbers, 100 for money, 0 where any number may stand. */
export type Grid = 0 | 1 | 100;

export const ALL_NUMBERS: Intervals = [{ low: -Infinity, high: Infinity, lowOpen: true, highOpen: true }];

export function point(value: number): Interval {
  return { low: value, high: value, lowOpen: false, highOpen: false };
}

export function above(value: number, inclusive: boolean): Interval {
  return { low: value, high: Infinity, lowOpen: !inclusive, highOpen: true };
}

export function below(value: number, inclusive: boolean): Interval {
  return { low: -Infinity, high: value, lowOpen: true, highOpen: !inclusive };
}

/** What lies in both. */
export function intersect(a: Intervals, b: Intervals): Intervals {
  const result: Interval[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [left, right] = [a[i], b[j]];
    if (left === undefined || right === undefined) return result;
    const common = overlapOf(left, right);
    if (common !== undefined) result.push(common);
    if (left.high < right.high || (left.high === right.high && left.highOpen)) i += 1;
    else j += 1;
  }
}

/** What lies in neither end of it. */
export function complement(intervals: Intervals): Intervals {
  const result: Interval[] = [];
  let [low, lowOpen] = [-Infinity, true];
  for (const interval of intervals) {
    const gap = { low, lowOpen, high: interval.low, highOpen: !interval.lowOpen };
    if (!isEmptyInterval(gap)) result.push(gap);
    [low, lowOpen] = [interval.high, !interval.highOpen];
  }
  const rest = { low, lowOpen, high: Infinity, highOpen: true };
  return low === Infinity || isEmptyInterval(rest) ? result : [...result, rest];
}

/** What lies in one of them. */
export function unite(a: Intervals, b: Intervals): Intervals {
  return complement(intersect(complement(a), complement(b)));
}

/** Ends moved onto the values that can stand there; stretches between two such values vanish. */
export function onGrid(intervals: Intervals, grid: Grid): Intervals {
  if (grid === 0) return intervals;
  return intervals.flatMap(({ low, high, lowOpen, highOpen }): Interval[] => {
    const first = low === -Infinity ? low : firstAtLeast(low, lowOpen, grid);
    const last = high === Infinity ? high : -firstAtLeast(-high, highOpen, grid);
    return first > last ? [] : [{ low: first, high: last, lowOpen: low === -Infinity, highOpen: high === Infinity }];
  });
}

export function holds(intervals: Intervals, value: number): boolean {
  return intervals.some(({ low, high, lowOpen, highOpen }) => (lowOpen ? value > low : value >= low) && (highOpen ? value < high : value <= high));
}

/** The single value that is left. */
export function onlyValue(intervals: Intervals): number | undefined {
  const [first] = intervals;
  return intervals.length === 1 && first !== undefined && first.low === first.high ? first.low : undefined;
}

function firstAtLeast(value: number, open: boolean, grid: number): number {
  const scaled = value * grid;
  const near = Math.round(scaled);
  // 0.29 × 100 is not quite 29.
  const exact = Math.abs(scaled - near) < 1e-6;
  return (exact ? near + (open ? 1 : 0) : Math.ceil(scaled)) / grid;
}

function overlapOf(a: Interval, b: Interval): Interval | undefined {
  const fromA = a.low > b.low || (a.low === b.low && a.lowOpen);
  const toA = a.high < b.high || (a.high === b.high && a.highOpen);
  const common = { low: fromA ? a.low : b.low, lowOpen: fromA ? a.lowOpen : b.lowOpen, high: toA ? a.high : b.high, highOpen: toA ? a.highOpen : b.highOpen };
  return isEmptyInterval(common) ? undefined : common;
}

function isEmptyInterval({ low, high, lowOpen, highOpen }: Interval): boolean {
  return low > high || (low === high && (lowOpen || highOpen));
}
