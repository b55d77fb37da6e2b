import { valueAt } from '@cobuild/core';
import type { FactUse } from '../conditions/index.js';
import { factName } from '../eligibility/index.js';
import type { FactType, Operator, OwnOperator } from '../operators/index.js';
import { isCalendarDate, isEmpty, readOwnOperator, resolveOperator } from '../operators/index.js';
import type { ConditionFinding } from './condition-finding.js';
import type { FactShape } from './fact-shapes.js';
import { anything } from './fact-shapes.js';
import { withNearest } from './follow-fact.js';

/** A comparison with what is known of its two sides. */
export interface TypedComparison {
  readonly use: FactUse;
  readonly found: FactShape;
  /** What the value's fact leads to; absent for a literal value. */
  readonly wanted?: FactShape;
}

/** What of a comparison can never come out: an operator or a value that does not fit the fact, a value that is no option of it. */
export function checkComparison(condition: unknown, { use, found, wanted }: TypedComparison, own: readonly OwnOperator[] = []): ConditionFinding[] {
  const resolved = resolveOperator(use.operator) ?? readOwnOperator(use.operator, own);
  if (resolved === undefined) return [];
  const { accepts } = resolved;
  if (!isAccepted(found.type, accepts)) {
    return [{ code: 'scheme/operator-does-not-fit', pointer: `${use.pointer}/operator`, params: { fact: factName(use.fact, use.path), operator: use.operator, type: found.type, accepts } }];
  }
  const names = resolved.decorators.map(({ name }) => name);
  // Behind `swap` the sides are exchanged as often as it stands there; what is compared with what shows when it runs.
  if (names.includes('swap')) return [];
  const eachOfValue = names.some((name) => name === 'someValue' || name === 'everyValue');
  if (eachOfValue && resolved.operator.wants === 'listOf') return [];
  const shape = names.some((name) => name === 'someFact' || name === 'everyFact') ? (found.item?.() ?? anything) : found;
  if (!isAccepted(shape.type, resolved.operator.accepts)) {
    return [{ code: 'scheme/operator-does-not-fit', pointer: `${use.pointer}/operator`, params: { fact: factName(use.fact, use.path), operator: use.operator, type: shape.type, accepts: resolved.operator.accepts } }];
  }
  // What such an operator wants, only the operator can tell.
  if (resolved.operator.wants === 'any') return [];
  const isOwn = resolveOperator(use.operator) === undefined;
  const expected: Expected = { use, shape, operator: resolved.operator, isOwn, isList: eachOfValue || resolved.operator.wants === 'listOf', isNegated: isNegated(resolved.operator, names) };
  return wanted === undefined ? checkLiteral(valueAt(condition, `${use.pointer}/value`), expected) : checkFact(wanted, expected);
}

function isAccepted(type: FactType, accepts: readonly (FactType | 'object')[]): boolean {
  return type === 'any' || accepts.includes('any') || accepts.includes(type);
}

const NEGATIVE: readonly string[] = ['notEqual', 'notIn', 'doesNotContain'];

interface Expected {
  readonly use: FactUse;
  readonly shape: FactShape;
  readonly operator: Pick<Operator | OwnOperator, 'name' | 'wants'>;
  /** Of the host: it may look for less than a whole option. */
  readonly isOwn: boolean;
  /** The value has to be a list of what is compared. */
  readonly isList: boolean;
  /** It holds where nothing matches. */
  readonly isNegated: boolean;
}

/** What each single value has to be. */
function wantedShape({ shape, operator }: Expected): FactShape {
  return operator.wants === 'itemOf' ? (shape.type === 'list' ? (shape.item?.() ?? anything) : shape) : shape;
}

function checkFact(wanted: FactShape, expected: Expected): ConditionFinding[] {
  if (wanted.type === 'any') return [];
  const { use, operator, isList } = expected;
  if (isList && wanted.type !== 'list') return operator.wants === 'listOf' && wanted.type === 'text' ? inText(expected) : [noList(expected, wanted.type)];
  const single = isList ? (wanted.item?.() ?? anything) : wanted;
  const type = wantedShape(expected).type;
  // A text parameter may hold a day; literals are read, facts are not.
  return fits(type, single.type) || (type === 'date' && single.type === 'text') ? [] : [unfit(expected, `${use.pointer}/value`, single.type)];
}

function checkLiteral(value: unknown, expected: Expected): ConditionFinding[] {
  const { use, operator, isOwn, isList } = expected;
  // An object is a defect of the condition and told there.
  if (isEmpty(value) || isObject(value)) return [];
  if (isList && !Array.isArray(value)) return operator.wants === 'listOf' && typeof value === 'string' ? inText(expected, value) : [noList(expected, typeOfValue(value))];
  const target = wantedShape(expected);
  const values: readonly unknown[] = isList ? (value as readonly unknown[]) : [value];
  return values.flatMap((single, index): ConditionFinding[] => {
    const pointer = isList ? `${use.pointer}/value/${index}` : `${use.pointer}/value`;
    if (isEmpty(single) || isObject(single)) return [];
    if (!fits(target.type, typeOfValue(single))) return [unfit(expected, pointer, typeOfValue(single))];
    if (target.options === undefined || target.options.includes(single) || isOwn || isOrder(operator)) return [];
    return [{ code: 'scheme/value-not-an-option', pointer, params: withNearest({ fact: factName(use.fact, use.path), value: single, holds: holdsWithout(values, expected) }, typeof single === 'string' ? single : JSON.stringify(single), target.options.map(String)), severity: 'warning' }];
  });
}

function unfit(expected: Expected, pointer: string, found: FactType): ConditionFinding {
  return { code: 'scheme/value-does-not-fit', pointer, params: { fact: factName(expected.use.fact, expected.use.path), type: wantedShape(expected).type, found } };
}

function noList({ use }: Expected, found: FactType): ConditionFinding {
  return { code: 'scheme/value-does-not-fit', pointer: `${use.pointer}/value`, params: { fact: factName(use.fact, use.path), type: 'list', found } };
}

/** Marks that people put between the items of a list. */
const SEPARATORS = /[,，、;；|｜\s]+/;

/** Of a text, `in` takes every piece as one of the items, as json-rules-engine does: in "village,town" is "village", and so is "age,to". */
function inText({ use, isOwn }: Expected, value?: string): ConditionFinding[] {
  if (isOwn) return [];
  const written = value === undefined ? {} : { value, list: value.split(SEPARATORS).filter((item) => item !== '') };
  return [{ code: 'scheme/value-is-text', pointer: `${use.pointer}/value`, params: { fact: factName(use.fact, use.path), operator: use.operator, ...written }, severity: 'warning' }];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What becomes of a comparison whose value is no option: beside others in a list it changes nothing. */
function holdsWithout(values: readonly unknown[], { isNegated: negated }: Expected): 'always' | 'never' | 'noEffect' {
  return values.length > 1 ? 'noEffect' : negated ? 'always' : 'never';
}

function isNegated({ name }: Expected['operator'], decorators: readonly string[]): boolean {
  const negations = decorators.filter((decorator) => decorator === 'not').length;
  return (NEGATIVE.includes(name) ? 1 : 0) !== negations % 2;
}

/** A day is a text too. */
function fits(wanted: FactType, found: FactType): boolean {
  return wanted === 'any' || found === 'any' || wanted === found || (wanted === 'text' && found === 'date');
}

/** Smaller and greater are asked of numbers between the options too. */
function isOrder({ name }: Expected['operator']): boolean {
  return name.startsWith('less') || name.startsWith('greater');
}

function typeOfValue(value: unknown): FactType {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return isCalendarDate(value) ? 'date' : typeof value === 'string' ? 'text' : 'any';
}
