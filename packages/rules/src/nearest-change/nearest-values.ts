import { fromDayNumber, toDayNumber } from '@cobuild/core';
import type { Compare, OperatorName, OwnOperator } from '../operators/index.js';
import { isCalendarDate, kindOf, resolveOperator, resolveOwnOperator } from '../operators/index.js';
import type { AnswerDomain } from './answer-domain.js';

/** More alternatives than this of one comparison are not tried. */
const MOST_VALUES = 8;

/**
 * The values nearest to what was found for which a comparison answers as it should; the first are the nearest. Empty where none is known, which does not
 * prove that there is none.
 *
 * @param operator - With decorators; `not:`, `everyFact:` and `someFact:` are seen through.
 * @param own - Own operators. What lies near to their answer only they know: the options of the form and the values beside what is wanted are tried.
 */
export function nearestValues(operator: string, found: unknown, wanted: unknown, target: boolean, domain: AnswerDomain, own: readonly OwnOperator[] = []): readonly unknown[] {
  const resolved = resolveOperator(operator);
  if (resolved === undefined) return ownValues(resolveOwnOperator(operator, own, () => undefined), found, wanted, target, domain);
  const candidates = candidatesFor(resolved.decorators.map(({ name }) => name), resolved.operator.name, found, wanted, target, domain);
  // Whatever was guessed above: only what really answers so is handed out.
  return candidates.filter((value) => resolved.compare(value, wanted) === target).slice(0, MOST_VALUES);
}

function ownValues(compare: Compare | undefined, found: unknown, wanted: unknown, target: boolean, domain: AnswerDomain): readonly unknown[] {
  if (compare === undefined) return [];
  const limits: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const beside = limits.filter((limit) => kindOf(limit) === kindOf(found)).flatMap((limit) => [limit, steppedValue(limit, -1, domain), steppedValue(limit, 1, domain)]);
  const fitting = [...domain.options, ...beside].filter((value) => value !== undefined && compare(value, wanted) === target);
  return fitting.slice(0, MOST_VALUES);
}

function candidatesFor([decorator, ...rest]: readonly string[], name: OperatorName, found: unknown, wanted: unknown, target: boolean, domain: AnswerDomain): readonly unknown[] {
  switch (decorator) {
    case undefined: return plainCandidates(name, found, wanted, target, domain);
    case 'not': return candidatesFor(rest, name, found, wanted, !target, domain);
    case 'everyFact':
    case 'someFact': return listCandidates(decorator === 'everyFact' ? target : !target, target, rest, name, found, wanted, domain);
    case 'everyValue':
    case 'someValue': return Array.isArray(wanted) ? ofEach(wanted, (value) => candidatesFor(rest, name, found, value, target, domain)) : [];
    default: return [];
  }
}

/** Several wanted values: each alone may do, or the answer has to hold all of them. */
function ofEach(wanted: readonly unknown[], candidates: (value: unknown) => readonly unknown[]): readonly unknown[] {
  const single = wanted.flatMap(candidates);
  const lists = single.filter((value): value is readonly unknown[] => Array.isArray(value));
  return lists.length === 0 ? single : [[...new Set(lists.flat())], ...single];
}

/** A list in which no item offends, or one item more that does what is asked. */
function listCandidates(keepsOnlyFitting: boolean, target: boolean, rest: readonly string[], name: OperatorName, found: unknown, wanted: unknown, domain: AnswerDomain): readonly unknown[] {
  const items: readonly unknown[] = Array.isArray(found) ? found : [];
  const compare = resolveOperator([...rest, name].join(':'))?.compare;
  if (compare === undefined) return [];
  const fits = (item: unknown): boolean => compare(item, wanted) === target;
  if (keepsOnlyFitting) {
    const kept = items.filter(fits);
    // Where the form asks for at least one, an option that fits: "none of these".
    return kept.length > 0 ? [kept] : [kept, ...domain.item().options.filter(fits).map((option) => [option])];
  }
  return candidatesFor(rest, name, undefined, wanted, target, domain.item()).map((item) => [...items, item]);
}

function plainCandidates(name: OperatorName, found: unknown, wanted: unknown, target: boolean, domain: AnswerDomain): readonly unknown[] {
  switch (target ? name : INVERSE[name]) {
    case 'equal': return [wanted];
    case 'notEqual': return otherThan([wanted], found, domain);
    case 'in': return Array.isArray(wanted) ? wanted : [];
    case 'notIn': return otherThan(Array.isArray(wanted) ? wanted : [wanted], found, domain);
    case 'contains': return [[...(Array.isArray(found) ? (found as unknown[]) : []), wanted]];
    case 'doesNotContain': return Array.isArray(found) ? [found.filter((item) => item !== wanted)] : [[]];
    case 'lessThan': return [steppedValue(wanted, -1, domain)];
    case 'greaterThan': return [steppedValue(wanted, 1, domain)];
    case 'lessThanInclusive':
    case 'greaterThanInclusive': return [wanted, steppedValue(wanted, name.startsWith('less') === target ? -1 : 1, domain)];
  }
}

const INVERSE: Readonly<Record<OperatorName, OperatorName>> = {
  equal: 'notEqual', notEqual: 'equal', in: 'notIn', notIn: 'in', contains: 'doesNotContain', doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive', greaterThanInclusive: 'lessThan', greaterThan: 'lessThanInclusive', lessThanInclusive: 'greaterThan',
};

function otherThan(excluded: readonly unknown[], found: unknown, domain: AnswerDomain): readonly unknown[] {
  const options = domain.options.filter((option) => !excluded.includes(option));
  if (options.length > 0) return options;
  if (excluded.some((value) => typeof value === 'boolean')) return [true, false];
  return kindOf(found) === 'number' || isCalendarDate(found) ? [steppedValue(found, -1, domain), steppedValue(found, 1, domain)] : [];
}

/** The next value above or below: a fen, a whole number, a day. `undefined` of what has no order. */
export function steppedValue(value: unknown, direction: 1 | -1, domain: AnswerDomain): unknown {
  if (isCalendarDate(value)) return fromDayNumber(toDayNumber(value) + direction);
  if (typeof value !== 'number') return undefined;
  // Sums of decimals in binary carry dust; the step says how many decimals count.
  const decimals = (String(domain.step).split('.')[1] ?? '').length;
  return Number((value + direction * domain.step).toFixed(Math.max(decimals, (String(value).split('.')[1] ?? '').length)));
}
