import type { Domain } from './domain.js';
import { both, isEmptyDomain } from './domain.js';
import { above, below } from './intervals.js';
import type { Store } from './store.js';
import type { Variable } from './variables.js';

/**
 * Draws the limits of values along the orders between them (`a ≤ b` lifts b to where a begins) and equal values together.
 *
 * @returns `false` where nothing is left for some value: the demands contradict each other. `true` says only that none was found to.
 */
export function drawBounds(store: Store): boolean {
  if (hasStrictCycle(store)) return false;
  // Each round can move a bound over a gap between stretches; what has not settled by then is left as it is.
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (const { left, right, strict } of store.less) {
      const [a, b] = [store.domain(left), store.domain(right)];
      if (a.kind === 'value' || b.kind === 'value') continue;
      const [lowest, highest] = [a.intervals[0], b.intervals[b.intervals.length - 1]];
      if (lowest === undefined || highest === undefined) return false;
      moved = narrowed(store, right, { ...b, intervals: lowest.low === -Infinity ? b.intervals : [above(lowest.low, !strict && !lowest.lowOpen)] }) || moved;
      moved = narrowed(store, left, { ...a, intervals: highest.high === Infinity ? a.intervals : [below(highest.high, !strict && !highest.highOpen)] }) || moved;
      if (isEmptyDomain(store.domain(left)) || isEmptyDomain(store.domain(right))) return false;
    }
    for (const { kind, left, right } of store.pairs) {
      if (kind === 'different') continue;
      const common = both(store.domain(left), store.domain(right));
      if (isEmptyDomain(common)) return false;
      moved = narrowed(store, left, common) || moved;
      moved = narrowed(store, right, common) || moved;
    }
    if (!moved) return !pairsClash(store);
  }
  return true;
}

function narrowed(store: Store, variable: Variable, set: Domain): boolean {
  const before = store.domain(variable);
  const after = both(before, set);
  if (isSame(before, after)) return false;
  store.narrow(variable, after);
  return true;
}

function isSame(a: Domain, b: Domain): boolean {
  if (a.kind === 'value' || b.kind === 'value') return a.kind === b.kind && 'only' in a && 'only' in b && a.only === b.only && a.values.length === b.values.length;
  return a.intervals.length === b.intervals.length && a.intervals.every((interval, index) => {
    const other = b.intervals[index];
    return interval.low === other?.low && interval.high === other.high && interval.lowOpen === other.lowOpen && interval.highOpen === other.highOpen;
  });
}

/** Values that are to differ and can only be the same. */
function pairsClash(store: Store): boolean {
  return store.pairs.some(({ kind, left, right }) => {
    if (kind !== 'different') return false;
    const [a, b] = [store.domain(left), store.domain(right)];
    if (a.kind !== 'value' || b.kind !== 'value' || !a.only || !b.only) return false;
    return a.values.length === 1 && b.values.length === 1 && a.values[0] === b.values[0];
  });
}

/** A value that would have to be smaller than itself. */
function hasStrictCycle({ less }: Store): boolean {
  if (!less.some(({ strict }) => strict)) return false;
  const next = new Map<Variable, Variable[]>();
  for (const { left, right } of less) next.set(left, [...(next.get(left) ?? []), right]);
  return less.some(({ left, right, strict }) => strict && reaches(right, left, next));
}

function reaches(from: Variable, to: Variable, next: ReadonlyMap<Variable, readonly Variable[]>): boolean {
  const seen = new Set<Variable>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(next.get(at) ?? []));
  }
  return false;
}
