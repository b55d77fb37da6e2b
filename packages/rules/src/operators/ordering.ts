import type { Truth } from '@cobuild/core';
import type { Operator, OperatorName } from './operator.js';
import { isCalendarDate, kindOf } from './value-kind.js';

/**
 * Numbers, or days written as `2026-05-01`. json-rules-engine also lets `'10' < 20` and `'10' < '9'` through; here a text
 * that is no day is unknown. Amounts are compared as the numbers that JSON gave: equal decimal texts are the same number.
 */
function ordered(test: (order: number) => boolean): (found: unknown, wanted: unknown) => Truth {
  return (found, wanted) => {
    const comparable = kindOf(found) === 'number'
      ? kindOf(wanted) === 'number'
      : isCalendarDate(found) && isCalendarDate(wanted);
    if (!comparable) return 'unknown';
    const [left, right] = [found as number | string, wanted as number | string];
    return test(left < right ? -1 : left > right ? 1 : 0);
  };
}

function operator(name: OperatorName, inverse: OperatorName, mirror: OperatorName, test: (order: number) => boolean): Operator {
  return { name, accepts: ['number', 'date'], wants: 'same', inverse, mirror, compare: ordered(test) };
}

export const ordering: readonly Operator[] = [
  operator('lessThan', 'greaterThanInclusive', 'greaterThan', (order) => order < 0),
  operator('lessThanInclusive', 'greaterThan', 'greaterThanInclusive', (order) => order <= 0),
  operator('greaterThan', 'lessThanInclusive', 'lessThan', (order) => order > 0),
  operator('greaterThanInclusive', 'lessThan', 'lessThanInclusive', (order) => order >= 0),
];
