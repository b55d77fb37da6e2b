import type { Operator, OperatorName } from './operator.js';
import { isCalendarDate, isNumber } from './value-kind.js';

/**
 * Numbers, or days written as `2026-05-01`. json-rules-engine also lets `'10' < 20` and `'10' < '9'` through; here a text
 * that is no day is unknown. Amounts are compared as the numbers that JSON gave: equal decimal texts are the same number.
 */
function comparable(found: unknown, wanted: unknown): boolean {
  return isNumber(found) ? isNumber(wanted) : isCalendarDate(found) && isCalendarDate(wanted);
}

/** Once they are comparable, numbers and days alike stand in the order of `<`. */
function operator(name: OperatorName, inverse: OperatorName, mirror: OperatorName, holds: (found: number, wanted: number) => boolean): Operator {
  return {
    name, accepts: ['number', 'date'], wants: 'same', inverse, mirror,
    compare: (found, wanted) => (comparable(found, wanted) ? holds(found as number, wanted as number) : 'unknown'),
  };
}

export const ordering: readonly Operator[] = [
  operator('lessThan', 'greaterThanInclusive', 'greaterThan', (found, wanted) => found < wanted),
  operator('lessThanInclusive', 'greaterThan', 'greaterThanInclusive', (found, wanted) => found <= wanted),
  operator('greaterThan', 'lessThanInclusive', 'lessThan', (found, wanted) => found > wanted),
  operator('greaterThanInclusive', 'lessThan', 'lessThanInclusive', (found, wanted) => found >= wanted),
];
