import fc from 'fast-check';
import type { Condition, Facts, NamedConditions } from '@cobuild/core';

/** Random conditions whose types fit, and complete facts for them: where our answers and json-rules-engine's have to be the same. */

type Kind = 'number' | 'text' | 'boolean' | 'date';
interface Reference { readonly fact: string; readonly path?: string }
type Value = Extract<Condition, { fact: string }>['value'];

const scalars: Readonly<Record<Kind, fc.Arbitrary<number | string | boolean>>> = {
  number: fc.oneof(fc.integer({ min: -2, max: 4 }), fc.constantFrom(0.1, 0.2, 0.30000000000000004, 0.3, 4999.99, 1e21)),
  text: fc.constantFrom('a', 'b', 'ab', '10', '9', 'true', '党群', '__proto__'),
  boolean: fc.boolean(),
  date: fc.constantFrom('2025-12-31', '2026-01-01', '2026-01-02', '2026-10-01'),
};
const listOf = (kind: Kind): fc.Arbitrary<(number | string | boolean)[]> => fc.array(scalars[kind], { maxLength: 3 });

const one: Readonly<Record<Kind, readonly Reference[]>> = {
  number: [{ fact: 'n1' }, { fact: 'n2' }, { fact: 'o', path: '$.n' }, { fact: 'o', path: "$['a b']" }, { fact: 'o', path: '$.rows[0].n' }, { fact: 'numbers', path: '$.length' }],
  text: [{ fact: 't1' }, { fact: 't2' }, { fact: 'o', path: 't' }, { fact: 'o', path: '$.rows.0.t' }],
  boolean: [{ fact: 'b1' }, { fact: 'o', path: '$["b"]' }],
  date: [{ fact: 'd1' }, { fact: 'd2' }],
};
const many: Readonly<Record<Kind, readonly Reference[]>> = {
  number: [{ fact: 'numbers' }, { fact: 'o', path: '$.numbers' }, { fact: 'o', path: '$.rows[*].n' }, { fact: 'o', path: '$.rows[0:2].n' }],
  text: [{ fact: 'texts' }, { fact: 'o', path: '$.rows[-1:].t' }],
  boolean: [{ fact: 'booleans' }],
  date: [{ fact: 'dates' }],
};

/** Every fact that the conditions read, each of its type. */
export const completeFacts: fc.Arbitrary<Facts> = fc.record({
  n1: scalars.number, n2: scalars.number, t1: scalars.text, t2: scalars.text, b1: scalars.boolean, d1: scalars.date, d2: scalars.date,
  numbers: listOf('number'), texts: listOf('text'), booleans: listOf('boolean'), dates: listOf('date'),
  o: fc.record({
    'n': scalars.number, 't': scalars.text, 'b': scalars.boolean, 'a b': scalars.number, 'numbers': listOf('number'),
    'rows': fc.array(fc.record({ n: scalars.number, t: scalars.text }), { minLength: 1, maxLength: 3 }),
  }),
});

/** Facts as half-filled forms and careless callers have them: absent, empty, of the wrong type, with gaps in lists. */
export const anyFacts: fc.Arbitrary<Facts> = fc.tuple(
  completeFacts,
  fc.dictionary(fc.constantFrom('n1', 'n2', 't1', 'b1', 'd1', 'numbers', 'texts', 'o'), fc.oneof(
    fc.constantFrom(undefined, null, '', 'x', 5, true, [], [null], [1, null], {}), fc.record({ rows: fc.constantFrom([], [{}], [{ n: 1 }, { n: null }], 'x') }),
  )),
).map(([complete, broken]) => ({ ...complete, ...broken }));

/** Literal, or reference to a fact of that type. */
const single = (kind: Kind): fc.Arbitrary<Value> => fc.oneof(scalars[kind], fc.constantFrom(...one[kind]));
const list = (kind: Kind): fc.Arbitrary<Value> => fc.oneof(listOf(kind), fc.constantFrom(...many[kind]));

interface Shape { readonly operators: readonly string[]; readonly fact: 'one' | 'many'; readonly value: 'one' | 'many' }

/** Operators with decorators and the shapes that they compare. */
function shapes(kind: Kind): readonly Shape[] {
  const ordered = kind === 'number' || kind === 'date';
  const compare = ['equal', 'notEqual', ...(ordered ? ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] : [])];
  const behind = (decorator: string, names: readonly string[]): string[] => names.map((name) => `${decorator}:${name}`);
  const members = ['in', 'notIn', 'swap:contains', 'swap:doesNotContain', ...behind('someValue', compare), ...behind('everyValue', compare)];
  return [
    { operators: [...compare, ...behind('swap', compare)], fact: 'one', value: 'one' },
    { operators: members, fact: 'one', value: 'many' },
    { operators: ['contains', 'doesNotContain', 'swap:in', 'swap:notIn', ...behind('someFact', compare), ...behind('everyFact', compare)], fact: 'many', value: 'one' },
    { operators: [...behind('someFact', members), ...behind('everyFact:not', members), 'someValue:contains', 'everyValue:contains', 'everyValue:not:contains'], fact: 'many', value: 'many' },
  ];
}

function comparison(kind: Kind): fc.Arbitrary<Condition> {
  return fc.constantFrom(...shapes(kind)).chain((shape) => fc.record({
    reference: fc.constantFrom(...(shape.fact === 'one' ? one : many)[kind]),
    operator: fc.constantFrom(...shape.operators),
    negations: fc.constantFrom('', '', 'not:', 'not:not:'),
    value: shape.value === 'one' ? single(kind) : list(kind),
    priority: priorities,
  })).map(({ reference, operator, negations, value, priority }) => ({ ...reference, operator: negations + operator, value, ...priority }));
}

const priorities = fc.option(fc.integer({ min: -2, max: 3 }), { nil: undefined }).map((priority) => (priority === undefined ? {} : { priority }));
const substring = fc.record({ fact: fc.constantFrom('t1', 't2'), operator: fc.constantFrom('in', 'notIn', 'not:in'), value: fc.constantFrom('abc', '109', 't') });

function condition(names: readonly string[]): fc.Arbitrary<Condition> {
  const leaves: fc.Arbitrary<Condition>[] = [comparison('number'), comparison('text'), comparison('boolean'), comparison('date'), substring];
  const references = names.length === 0 ? [] : [fc.record({ condition: fc.constantFrom(...names) })];
  return fc.letrec<{ readonly node: Condition; readonly leaf: Condition }>((tie) => ({
    leaf: fc.oneof(...leaves, ...references),
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('leaf'),
      fc.tuple(fc.array(tie('node'), { maxLength: 3 }), priorities).map(([all, priority]) => ({ all, ...priority })),
      fc.tuple(fc.array(tie('node'), { maxLength: 3 }), priorities).map(([any, priority]) => ({ any, ...priority })),
      tie('node').map((not) => ({ not })),
    ),
  })).node;
}

/** Conditions with named ones beside them; a name refers only to names before it, so nothing goes round in circles. */
export const conditionsWithNames: fc.Arbitrary<{ readonly named: NamedConditions; readonly conditions: readonly Condition[] }> = fc.record({
  named: fc.tuple(condition([]), condition(['first']), condition(['first', 'second'])).map(([first, second, third]) => ({ first, second, third })),
  conditions: fc.array(condition(['first', 'second', 'third']), { minLength: 1, maxLength: 3 }),
});
