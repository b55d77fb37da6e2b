import { isObject } from '../validation/instance.js';

/** Types whose values have an order, so that `raise` and `lower` mean something. */
export const orderedTypes: readonly string[] = ['money', 'integer', 'decimal', 'ratio', 'period', 'interval'];

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/**
 * How the second value stands to the first: positive when it is greater. `undefined` where the two cannot be compared, as
 * working days with calendar days, or where one is no value of the type. Ratios are compared in integers.
 */
export function compareParameterValues(type: string | undefined, from: unknown, to: unknown): number | undefined {
  if (type === 'ratio') return difference(productOf(to, from), productOf(from, to));
  if (type === 'interval') return difference(monthsOf(to), monthsOf(from));
  if (type === 'period') {
    const sameUnit = isObject(from) && isObject(to) && from['unit'] === to['unit'];
    return sameUnit ? difference(to['amount'], from['amount']) : undefined;
  }
  return type !== undefined && orderedTypes.includes(type) ? difference(to, from) : undefined;
}

function difference(a: unknown, b: unknown): number | undefined {
  return typeof a === 'number' && typeof b === 'number' ? Math.sign(a - b) : undefined;
}

/** p of the one times q of the other: both are at most a million, so the product is exact. */
function productOf(numerator: unknown, denominator: unknown): number | undefined {
  const p = isObject(numerator) ? numerator['p'] : undefined;
  const q = isObject(denominator) ? denominator['q'] : undefined;
  return typeof p === 'number' && typeof q === 'number' ? p * q : undefined;
}

function monthsOf(interval: unknown): number | undefined {
  const every = isObject(interval) ? interval['every'] : undefined;
  const months = isObject(interval) && typeof interval['unit'] === 'string' ? MONTHS[interval['unit']] : undefined;
  return typeof every === 'number' && months !== undefined ? every * months : undefined;
}
