import type { Truth } from '@cobuild/core';

/** Types of fact as the form and the host facts declare them, for checks before anything runs. */
export type FactType = 'number' | 'text' | 'date' | 'boolean' | 'list' | 'any';

/** The comparisons of json-rules-engine 7. */
export type OperatorName =
  | 'equal' | 'notEqual' | 'in' | 'notIn' | 'contains' | 'doesNotContain'
  | 'lessThan' | 'lessThanInclusive' | 'greaterThan' | 'greaterThanInclusive';

/** The words that may stand in front of an operator, each with a colon: `not:someFact:equal`. */
export type DecoratorName = 'someFact' | 'everyFact' | 'someValue' | 'everyValue' | 'swap' | 'not';

/** Compares what was found with what is wanted; never throws, and says `unknown` where the two cannot be compared. */
export type Compare = (found: unknown, wanted: unknown) => Truth;

/** A comparison. Adding one is a member of a family here and a line in `index.ts`. */
export interface Operator {
  readonly name: OperatorName;
  /** Types of fact that it can compare; others always give `unknown`. */
  readonly accepts: readonly FactType[];
  /** What the value has to be: of the fact's type, a list of such values (or a text to look in), or one item of the list. */
  readonly wants: 'same' | 'listOf' | 'itemOf';
  readonly compare: Compare;
  /** Operator that says the opposite: the explanation of "not less than" is that of "at least". */
  readonly inverse: OperatorName;
  /** Operator that says the same with the sides exchanged. */
  readonly mirror: OperatorName;
}

/** A change to how an operator is applied. */
export interface Decorator {
  readonly name: DecoratorName;
  readonly apply: (found: unknown, wanted: unknown, next: Compare) => Truth;
}
