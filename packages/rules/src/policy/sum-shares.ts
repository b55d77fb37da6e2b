import type { CriterionResult } from '../scoring/criterion-result.js';

const KINDS = ['regular', 'bonus', 'deduction'] as const;

/**
 * Whole numbers for the points that criteria may bring, such that two cases with the same sum of them have the same regular points, the same bonus
 * and the same deduction: points over one common denominator, each kind in digits of its own.
 *
 * @param results - By criterion, what it brings in each segment.
 * @returns By criterion and segment; NaN where there are no points, and everywhere where the numbers would not be exact.
 */
export function sumShares(results: readonly (readonly (CriterionResult | undefined)[])[]): Float64Array[] {
  const denominator = results.flat().reduce((common, result) => (result?.points === undefined ? common : leastMultiple(common, result.points.q)), 1n);
  const whole = results.map((row) => row.map((result) => (result?.points === undefined ? undefined : result.points.p * (denominator / result.points.q))));
  const least = whole.map((row) => row.reduce((low: bigint, value) => (value !== undefined && value < low ? value : low), 0n));
  const span = whole.map((row, index) => row.reduce((high: bigint, value) => (value !== undefined && value > high ? value : high), 0n) - (least[index] ?? 0n));
  let unit = 1n;
  const units = new Map<string, bigint>();
  for (const kind of KINDS) {
    units.set(kind, unit);
    unit *= 1n + results.reduce((sum, row, index) => (kindOf(row) === kind ? sum + (span[index] ?? 0n) : sum), 0n);
  }
  const exact = unit <= BigInt(Number.MAX_SAFE_INTEGER);
  return whole.map((row, index) => Float64Array.from(row, (value) => {
    if (value === undefined || !exact) return NaN;
    return Number((value - (least[index] ?? 0n)) * (units.get(kindOf(results[index] ?? [])) ?? 0n));
  }));
}

function kindOf(row: readonly (CriterionResult | undefined)[]): string {
  return row.find((result) => result !== undefined)?.score.kind ?? 'regular';
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return (a / larger) * b;
}
