import type { DecoratorName, OperatorName } from '../operators/index.js';
import { operators, resolveOperator } from '../operators/index.js';

/** "At least one of …" or "every one of …", of the list that was found or of the list that is wanted. */
export type Quantifier = Exclude<DecoratorName, 'swap' | 'not'>;

/** An operator without `not` and `swap`: both are worked into the words that remain. */
export interface PlainOperator { readonly quantifiers: readonly Quantifier[]; readonly operator: OperatorName }

const INVERSE: Readonly<Record<Quantifier, Quantifier>> = { someFact: 'everyFact', everyFact: 'someFact', someValue: 'everyValue', everyValue: 'someValue' };
const MIRROR: Readonly<Record<Quantifier, Quantifier>> = { someFact: 'someValue', everyFact: 'everyValue', someValue: 'someFact', everyValue: 'everyFact' };

/** An operator of the host's own without the words that can be worked into a sentence. */
export interface PlainOwnOperator {
  readonly quantifiers: readonly ('someFact' | 'everyFact')[];
  /** The operator, with the decorators that no sentence can take over. */
  readonly name: string;
  /** It is asked not to hold. */
  readonly inverted: boolean;
}

const byName = new Map(operators.map((operator) => [operator.name, operator]));

/**
 * Rewrites an operator so that it can be said plainly: "not less than" is "at least", "not every" is "some … not".
 *
 * @param negated - Whether the whole stands under a `not`.
 * @returns `undefined` for an operator that is not known.
 * @example plainOperator('not:someFact:lessThan', false) // { quantifiers: ['everyFact'], operator: 'greaterThanInclusive' }
 */
export function plainOperator(name: string, negated: boolean): PlainOperator | undefined {
  const resolved = resolveOperator(name);
  if (resolved === undefined) return undefined;
  let [inverted, mirrored] = [negated, false];
  const quantifiers: Quantifier[] = [];
  for (const { name: decorator } of resolved.decorators) {
    if (decorator === 'not') inverted = !inverted;
    else if (decorator === 'swap') mirrored = !mirrored;
    else {
      const side = mirrored ? MIRROR[decorator] : decorator;
      quantifiers.push(inverted ? INVERSE[side] : side);
    }
  }
  const turned = mirrored ? byName.get(resolved.operator.mirror) : resolved.operator;
  if (turned === undefined) return undefined;
  return { quantifiers, operator: inverted ? turned.inverse : turned.name };
}

/**
 * The same of an operator that is none of the built-in ones: `not` and the quantifiers of the answer are taken off; behind any other decorator the name stays as it is.
 *
 * @example plainOwnOperator('not:someFact:startsWith', false) // { quantifiers: ['everyFact'], name: 'startsWith', inverted: true }
 */
export function plainOwnOperator(name: string, negated: boolean): PlainOwnOperator {
  let inverted = negated;
  const quantifiers: ('someFact' | 'everyFact')[] = [];
  const words = name.split(':');
  for (let word = words[0]; words.length > 1; word = words[0]) {
    if (word === 'not') inverted = !inverted;
    else if (word === 'someFact' || word === 'everyFact') quantifiers.push(inverted === (word === 'someFact') ? 'everyFact' : 'someFact');
    else break;
    words.shift();
  }
  return { quantifiers, name: words.join(':'), inverted };
}
