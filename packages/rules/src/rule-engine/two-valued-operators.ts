/** Compares what was found on the left (fact) with what was found on the right (value). */
export type OperatorFunction = (factValue: unknown, value: unknown) => unknown;

/** Compares by calling what stands behind it, `next`, as often as it likes. */
export type DecoratorFunction = (factValue: unknown, value: unknown, next: OperatorFunction) => unknown;

/*
 * The operators of json-rules-engine 7, whose answer is always yes or no: what is missing or of the wrong type is "no", and "yes"
 * where the operator is a negation. For schemes there is the third answer "unknown": compileCondition.
 */

/** Of an own or inherited method, as the original calls it: texts have `indexOf` too, typed lists have `some`. */
function method(value: unknown, name: 'indexOf' | 'some' | 'every', operator: string): (argument: unknown) => unknown {
  const found: unknown = value === null || value === undefined ? undefined : (value as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new TypeError(`Operator "${operator}" needs a list as value, but found ${describe(value)}`);
  return (argument) => (found as (argument: unknown) => unknown).call(value, argument);
}

function describe(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return String(value);
  return typeof value === 'string' ? `the text "${value}"` : `a value of type ${typeof value}`;
}

const holds = (list: unknown, item: unknown, operator: string): boolean => (method(list, 'indexOf', operator)(item) as number) > -1;

/** Only the left side is looked at, and by its first characters: '12abc' passes, a date does not. */
const startsAsNumber = (factValue: unknown): boolean => !Number.isNaN(Number.parseFloat(factValue as string));

type Ordered = (left: number, right: number) => boolean;
const ordering = (compare: Ordered): OperatorFunction => (factValue, value) => startsAsNumber(factValue) && compare(factValue as number, value as number);

export const twoValuedOperators: Readonly<Record<string, OperatorFunction>> = {
  equal: (factValue, value) => factValue === value,
  notEqual: (factValue, value) => factValue !== value,
  in: (factValue, value) => holds(value, factValue, 'in'),
  notIn: (factValue, value) => !holds(value, factValue, 'notIn'),
  contains: (factValue, value) => Array.isArray(factValue) && factValue.indexOf(value) > -1,
  doesNotContain: (factValue, value) => Array.isArray(factValue) && factValue.indexOf(value) === -1,
  lessThan: ordering((left, right) => left < right),
  lessThanInclusive: ordering((left, right) => left <= right),
  greaterThan: ordering((left, right) => left > right),
  greaterThanInclusive: ordering((left, right) => left >= right),
};

export const twoValuedDecorators: Readonly<Record<string, DecoratorFunction>> = {
  someFact: (factValue, value, next) => Array.isArray(factValue) && factValue.some((item) => next(item, value)),
  everyFact: (factValue, value, next) => Array.isArray(factValue) && factValue.every((item) => next(item, value)),
  someValue: (factValue, value, next) => method(value, 'some', 'someValue')((item: unknown) => next(factValue, item)),
  everyValue: (factValue, value, next) => method(value, 'every', 'everyValue')((item: unknown) => next(factValue, item)),
  swap: (factValue, value, next) => next(value, factValue),
  not: (factValue, value, next) => !next(factValue, value),
};
