import type { Entry } from '../decision-tables/entry-truth.js';
import type { OperatorName } from '../operators/index.js';
import { isCalendarDate, isNumber, isScalarKind, kindOf } from '../operators/index.js';

/**
 * Where the answer of a comparison with a known value may change: at that value, or at the values of a list. Between these places all values of a kind
 * are answered alike, and values of a kind that is not named give unknown, so that the answers can be worked out beforehand.
 *
 * @returns `undefined` where that is not so: a list with gaps, a day or a list as what is compared with otherwise than in order or as members.
 */
export function literalEntry(operator: OperatorName, wanted: unknown): Entry | undefined {
  switch (operator) {
    case 'equal': case 'notEqual':
      return isScalarKind(kindOf(wanted)) ? { kind: 'list', values: [wanted as string | number | boolean], except: false } : undefined;
    case 'in': case 'notIn':
      return Array.isArray(wanted) && wanted.length > 0 && wanted.every((value) => isScalarKind(kindOf(value))) ? { kind: 'list', values: wanted as readonly (string | number | boolean)[], except: false } : undefined;
    case 'lessThan': case 'lessThanInclusive': case 'greaterThan': case 'greaterThanInclusive':
      if (!isNumber(wanted) && !isCalendarDate(wanted)) return undefined;
      return { kind: 'interval', of: isNumber(wanted) ? 'number' : 'date', from: wanted, openFrom: false, openBelow: false };
    default: return undefined;
  }
}
