import type { DecoratorName, OperatorName } from '../operators/index.js';
import { operators, resolveOperator } from '../operators/index.js';

/** "At least one of …" or "every one of …", of the list that was found or of the list that is wanted. */
export type Quantifier = Exclude<DecoratorName, 'swap' | 'not'>;

/** An operator without `not` and `swap`: both are worked into the words that remain. */
export interface PlainOperator { readonly quantifiers: readonly Quantifier[]; readonly operator: OperatorName }

const INVERSE: Readonly<Record<Quantifier, Quantifier>> = { someFact: 'everyFact', everyFact: 'someFact', someValue: 'everyValue', everyValue: 'someValue' };
const MIRROR: Readonly<Record<Quantifier, Quantifier>> = { someFact: 'someValue', everyFact: 'everyValue', someValue: 'someFact', everyValue: 'everyFact' };

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
