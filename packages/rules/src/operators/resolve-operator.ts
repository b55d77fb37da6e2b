import { containment } from './containment.js';
import { decorators } from './decorators.js';
import { equality } from './equality.js';
import { membership } from './membership.js';
import type { Compare, Decorator, FactType, Operator } from './operator.js';
import { ordering } from './ordering.js';
import type { OwnOperator, ReportFailure } from './own-operators.js';
import { safeCompare } from './own-operators.js';

/** Every operator, in the order in which documentation and editors list them. */
export const operators: readonly Operator[] = [...equality, ...membership, ...containment, ...ordering];

/** Without decorators, as nearly all are asked for. */
const plainOperators: ReadonlyMap<string, ResolvedOperator> = new Map(operators.map((operator) => [operator.name, { operator, decorators: [], compare: operator.compare, accepts: operator.accepts }]));
const operatorByName: ReadonlyMap<string, Operator> = new Map(operators.map((operator) => [operator.name, operator]));
const decoratorByName: ReadonlyMap<string, Decorator> = new Map(decorators.map((decorator) => [decorator.name, decorator]));

/** More decorators than this in one operator are refused: nobody can read them, and each costs a call. */
export const MAX_DECORATORS = 8;

/** An operator with what stands in front of it. */
export interface ResolvedOperator {
  readonly operator: Operator;
  /** Outermost first: `not:someFact:equal` is `not`, `someFact`. */
  readonly decorators: readonly Decorator[];
  readonly compare: Compare;
  /** Types of fact that the whole can compare. */
  readonly accepts: readonly FactType[];
}

/**
 * Reads an operator with its decorators, leftmost outermost.
 *
 * @param name - `greaterThanInclusive`, `not:contains`, `everyFact:lessThan`; at most {@link MAX_DECORATORS} decorators.
 * @returns `undefined` for a word that is not known; the nearest known one is for the caller to suggest.
 * @example resolveOperator('not:lessThan')?.compare(20, 20) // true
 */
export function resolveOperator(name: string): ResolvedOperator | undefined {
  const plain = plainOperators.get(name);
  if (plain !== undefined) return plain;
  const words = readWords(name);
  const operator = words === undefined ? undefined : operatorByName.get(words.last);
  if (words === undefined || operator === undefined) return undefined;
  return { operator, decorators: words.decorators, compare: decorate(operator.compare, words.decorators), accepts: acceptedTypes(operator, words.decorators) };
}

/**
 * Reads the name of an own operator with its decorators. The comparison never throws; what goes wrong in it is reported.
 *
 * @returns `undefined` where the operator is none of these.
 */
export function resolveOwnOperator(name: string, own: readonly OwnOperator[], report: ReportFailure): Compare | undefined {
  const read = readOwnOperator(name, own);
  return read === undefined ? undefined : decorate(safeCompare(read.operator, report), read.decorators);
}

/** An own operator with what stands in front of it. */
export interface ReadOwnOperator {
  readonly operator: OwnOperator;
  /** Outermost first. */
  readonly decorators: readonly Decorator[];
  /** Types of fact that the whole can compare. */
  readonly accepts: OwnOperator['accepts'];
}

/** The own operator that a name with its decorators means; `undefined` where it is none of these. */
export function readOwnOperator(name: string, own: readonly OwnOperator[]): ReadOwnOperator | undefined {
  if (own.length === 0) return undefined;
  const words = readWords(name);
  const operator = words === undefined ? undefined : own.find(({ name: ownName }) => ownName === words.last);
  return words === undefined || operator === undefined ? undefined : { operator, decorators: words.decorators, accepts: acceptedTypes(operator, words.decorators) };
}

/** Whether an operator can be applied at all, as a built-in one or as one of the host's own. */
export function isKnownOperator(name: string, own: readonly OwnOperator[] = []): boolean {
  return resolveOperator(name) !== undefined || readOwnOperator(name, own) !== undefined;
}

/**
 * Refuses own operators that a scheme could mistake for others.
 *
 * @throws {TypeError} for a name that is empty, holds a colon, is taken by a built-in operator, a decorator or an earlier one of the list.
 */
export function assertOwnOperators(own: readonly OwnOperator[]): void {
  own.forEach(({ name }, index) => {
    const why = name === '' ? 'is empty' : name.indexOf(':') !== -1 ? 'holds a colon, which divides decorators from the operator'
      : operatorByName.has(name) ? 'is that of a built-in operator' : decoratorByName.has(name) ? 'is that of a decorator'
        : own.findIndex((other) => other.name === name) !== index ? 'is there twice' : undefined;
    if (why !== undefined) throw new TypeError(`operators: the name "${name}" ${why}`);
  });
}

function readWords(name: string): { readonly decorators: readonly Decorator[]; readonly last: string } | undefined {
  if (name.indexOf(':') === -1) return { decorators: [], last: name };
  const words = name.split(':', MAX_DECORATORS + 2);
  if (words.length > MAX_DECORATORS + 1) return undefined;
  const found: Decorator[] = [];
  for (const word of words.slice(0, -1)) {
    const decorator = decoratorByName.get(word);
    if (decorator === undefined) return undefined;
    found.push(decorator);
  }
  return { decorators: found, last: words[words.length - 1] ?? '' };
}

function decorate(compare: Compare, found: readonly Decorator[]): Compare {
  return found.reduceRight<Compare>((next, { apply }) => (left, right) => apply(left, right, next), compare);
}

/** A list for `someFact` and `everyFact`; behind `swap` the operator reads the value, so the fact may be anything. */
function acceptedTypes<Type extends string>(operator: { readonly accepts: readonly Type[] }, found: readonly Decorator[]): readonly (Type | 'list' | 'any')[] {
  for (const { name } of found) {
    if (name === 'someFact' || name === 'everyFact') return ['list'];
    if (name === 'swap') return ['any'];
  }
  return operator.accepts;
}
