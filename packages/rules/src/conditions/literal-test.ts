import type { Truth } from '@cobuild/core';
import type { OperatorName } from '../operators/index.js';
import { isCalendarDate, isEmpty, isNumber, isScalarKind, kindOf, notTruth } from '../operators/index.js';
import type { Test } from './frame.js';

/**
 * The test of a place against a value that is known while compiling. It answers what the operator's `compare` answers (a property test holds them
 * together), but what the value is has been asked once and for all, and each operator has a closure of its own.
 *
 * @returns `undefined` where nothing is to be won by it.
 */
export function literalTest(operator: OperatorName, at: number, wanted: unknown): Test | undefined {
  if (isNumber(wanted)) return numberTest(operator, at, wanted);
  if (typeof wanted === 'boolean') return booleanTest(operator, at, wanted);
  if (typeof wanted === 'string' && wanted !== '') return textTest(operator, at, wanted) ?? (isCalendarDate(wanted) ? dateTest(operator, at, wanted) : undefined);
  return Array.isArray(wanted) ? memberTest(operator, at, wanted) : undefined;
}

function numberTest(operator: OperatorName, at: number, wanted: number): Test | undefined {
  switch (operator) {
    case 'equal': return (frame) => { const found = frame[at]; return isNumber(found) ? found === wanted : 'unknown'; };
    case 'notEqual': return (frame) => { const found = frame[at]; return isNumber(found) ? found !== wanted : 'unknown'; };
    case 'lessThan': return (frame) => { const found = frame[at]; return isNumber(found) ? found < wanted : 'unknown'; };
    case 'lessThanInclusive': return (frame) => { const found = frame[at]; return isNumber(found) ? found <= wanted : 'unknown'; };
    case 'greaterThan': return (frame) => { const found = frame[at]; return isNumber(found) ? found > wanted : 'unknown'; };
    case 'greaterThanInclusive': return (frame) => { const found = frame[at]; return isNumber(found) ? found >= wanted : 'unknown'; };
    default: return undefined;
  }
}

function booleanTest(operator: OperatorName, at: number, wanted: boolean): Test | undefined {
  switch (operator) {
    case 'equal': return (frame) => { const found = frame[at]; return found === wanted || (found === !wanted ? false : 'unknown'); };
    case 'notEqual': return (frame) => { const found = frame[at]; return found === !wanted || (found === wanted ? false : 'unknown'); };
    default: return undefined;
  }
}

function textTest(operator: OperatorName, at: number, wanted: string): Test | undefined {
  switch (operator) {
    case 'equal': return (frame) => { const found = frame[at]; return isText(found) ? found === wanted : 'unknown'; };
    case 'notEqual': return (frame) => { const found = frame[at]; return isText(found) ? found !== wanted : 'unknown'; };
    case 'contains': return (frame) => { const found = frame[at]; return Array.isArray(found) ? listHolds(found, wanted) : 'unknown'; };
    case 'doesNotContain': return (frame) => { const found = frame[at]; return Array.isArray(found) ? notTruth(listHolds(found, wanted)) : 'unknown'; };
    default: return undefined;
  }
}

/** As `isMember`, of texts: not found leaves it open where the list has an empty place or holds no text at all. */
function listHolds(list: readonly unknown[], wanted: string): Truth {
  let result: Truth = list.length === 0 ? false : 'unknown';
  let gap = false;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (item === wanted) return true;
    if (isText(item)) result = false;
    else gap ||= isEmpty(item);
  }
  return gap ? 'unknown' : result;
}

function dateTest(operator: OperatorName, at: number, wanted: string): Test | undefined {
  switch (operator) {
    case 'lessThan': return (frame) => { const found = frame[at]; return isCalendarDate(found) ? found < wanted : 'unknown'; };
    case 'lessThanInclusive': return (frame) => { const found = frame[at]; return isCalendarDate(found) ? found <= wanted : 'unknown'; };
    case 'greaterThan': return (frame) => { const found = frame[at]; return isCalendarDate(found) ? found > wanted : 'unknown'; };
    case 'greaterThanInclusive': return (frame) => { const found = frame[at]; return isCalendarDate(found) ? found >= wanted : 'unknown'; };
    default: return undefined;
  }
}

/** Lists without gaps, looked up by hash. What is in none of the list's kinds does not belong to it: unknown, as in `isMember`. */
function memberTest(operator: OperatorName, at: number, wanted: readonly unknown[]): Test | undefined {
  const kinds = wanted.map(kindOf);
  if ((operator !== 'in' && operator !== 'notIn') || wanted.length === 0 || !kinds.every(isScalarKind)) return undefined;
  const members = new Set(wanted);
  const [numbers, texts, booleans] = [kinds.includes('number'), kinds.includes('text'), kinds.includes('boolean')];
  const belongs = (found: unknown): boolean => (isNumber(found) ? numbers : isText(found) ? texts : typeof found === 'boolean' && booleans);
  if (operator === 'in') return (frame) => { const found = frame[at]; return belongs(found) ? members.has(found) : 'unknown'; };
  return (frame) => { const found = frame[at]; return belongs(found) ? !members.has(found) : 'unknown'; };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
