import type { Grid, Intervals } from './intervals.js';
import { ALL_NUMBERS, complement, holds, intersect, onGrid, onlyValue, point, unite } from './intervals.js';

/**
 * The values that something can have: numbers, days (counted from 1970-01-01), or texts and booleans. A set of texts is
 * what is listed (`only`), or everything but what is listed.
 */
export type Domain =
  | { readonly kind: 'number' | 'day'; readonly grid: Grid; readonly intervals: Intervals }
  | { readonly kind: 'value'; readonly only: boolean; readonly values: readonly unknown[] };

export const ANY_NUMBER: Domain = { kind: 'number', grid: 0, intervals: ALL_NUMBERS };
export const ANY_DAY: Domain = { kind: 'day', grid: 1, intervals: ALL_NUMBERS };
export const ANY_TEXT: Domain = { kind: 'value', only: false, values: [] };
export const ANY_BOOLEAN: Domain = { kind: 'value', only: true, values: [true, false] };

export function numbers(intervals: Intervals, grid: Grid = 0): Domain {
  return { kind: 'number', grid, intervals: onGrid(intervals, grid) };
}

export function days(intervals: Intervals): Domain {
  return { kind: 'day', grid: 1, intervals: onGrid(intervals, 1) };
}

/** The domain of the listed values; days are given as numbers. */
export function listed(values: readonly unknown[], kind: Domain['kind']): Domain {
  if (kind === 'value') return { kind, only: true, values };
  const intervals = values.reduce<Intervals>((all, value) => (typeof value === 'number' ? unite(all, [point(value)]) : all), []);
  return { kind, grid: 0, intervals };
}

export function isEmptyDomain(domain: Domain): boolean {
  return domain.kind === 'value' ? domain.only && domain.values.length === 0 : domain.intervals.length === 0;
}

/** What lies in both; of different kinds nothing does. The finer of two grids holds for a set without one of its own. */
export function both(a: Domain, b: Domain): Domain {
  if (a.kind === 'value' || b.kind === 'value') {
    if (a.kind !== 'value' || b.kind !== 'value') return { kind: 'value', only: true, values: [] };
    if (a.only) return { kind: 'value', only: true, values: a.values.filter((value) => b.values.includes(value) === b.only) };
    if (b.only) return both(b, a);
    return { kind: 'value', only: false, values: [...new Set([...a.values, ...b.values])] };
  }
  if (a.kind !== b.kind) return { kind: a.kind, grid: a.grid, intervals: [] };
  const grid: Grid = a.grid === 0 ? b.grid : b.grid === 0 ? a.grid : a.grid < b.grid ? a.grid : b.grid;
  return { kind: a.kind, grid, intervals: onGrid(intersect(a.intervals, b.intervals), grid) };
}

/** Everything of the kind that does not lie in it. */
export function outside(domain: Domain): Domain {
  if (domain.kind === 'value') return { kind: 'value', only: !domain.only, values: domain.values };
  return { kind: domain.kind, grid: 0, intervals: complement(domain.intervals) };
}

/** What lies in one of two sets of a kind. */
export function either(a: Domain, b: Domain): Domain {
  return outside(both(outside(a), outside(b)));
}

export function contains(domain: Domain, value: unknown): boolean {
  if (domain.kind === 'value') return domain.values.includes(value) === domain.only;
  return typeof value === 'number' && holds(domain.intervals, value);
}

/** The single value that is left, where one is. */
export function single(domain: Domain): { readonly value: unknown } | undefined {
  if (domain.kind === 'value') return domain.only && domain.values.length === 1 ? { value: domain.values[0] } : undefined;
  const value = onlyValue(domain.intervals);
  return value === undefined ? undefined : { value };
}
