import { containment } from './containment.js';
import { decorators } from './decorators.js';
import { equality } from './equality.js';
import { membership } from './membership.js';
import type { Compare, Decorator, FactType, Operator } from './operator.js';
import { ordering } from './ordering.js';

/** Every operator, in the order in which documentation and editors list them. */
export const operators: readonly Operator[] = [...equality, ...membership, ...containment, ...ordering];

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
  const words = name.split(':', MAX_DECORATORS + 2);
  const operator = operatorByName.get(words[words.length - 1] ?? '');
  if (operator === undefined || words.length > MAX_DECORATORS + 1) return undefined;
  const found: Decorator[] = [];
  for (const word of words.slice(0, -1)) {
    const decorator = decoratorByName.get(word);
    if (decorator === undefined) return undefined;
    found.push(decorator);
  }
  const compare = found.reduceRight<Compare>((next, { apply }) => (left, right) => apply(left, right, next), operator.compare);
  return { operator, decorators: found, compare, accepts: acceptedTypes(operator, found) };
}

/** A list for `someFact` and `everyFact`; behind `swap` the operator reads the value, so the fact may be anything. */
function acceptedTypes(operator: Operator, found: readonly Decorator[]): readonly FactType[] {
  for (const { name } of found) {
    if (name === 'someFact' || name === 'everyFact') return ['list'];
    if (name === 'swap') return ['any'];
  }
  return operator.accepts;
}
