import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Truth } from '@cobuild/core';
import { anyFacts } from '../../test/condition-arbitraries.js';
import { compileCondition } from './compile-condition.js';
import { plainCondition } from './plain-condition.js';

const equal = (more: object = {}): object => ({ fact: 'a', operator: 'equal', value: 1, ...more });

const place = fc.constantFrom<object>({ fact: 'n1' }, { fact: 't1' }, { fact: 'b1' }, { fact: 'd1' }, { fact: 'texts' }, { fact: 'o', path: '$.n' }, { fact: 'o', path: 't' }, { fact: 'o', path: '$.rows.0.t' }, { fact: 'numbers', path: '$.length' }, { fact: 'o', path: '$.rows[*].n' });
const asked = fc.constantFrom<object>(
  ...['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'].flatMap((operator) => [0, 1, 'a', '2026-01-01', true].map((value) => ({ operator, value }))),
  ...['in', 'notIn'].flatMap((operator) => [[0, 1], ['a', 1], [true], []].map((value) => ({ operator, value }))),
  { operator: 'contains', value: 'a' }, { operator: 'doesNotContain', value: 'a' }, { operator: 'not:equal', value: 1 }, { operator: 'equal', value: '' }, { operator: 'equal', value: { fact: 'n2' } },
);
const comparison = fc.tuple(place, asked).map(([one, two]) => ({ ...one, ...two }));
const group = fc.tuple(fc.constantFrom('all', 'any'), fc.array(comparison, { minLength: 1, maxLength: 3 })).map(([kind, items]) => ({ [kind]: items }));
const conditions = fc.oneof(comparison, group, group.map((not) => ({ not })), fc.tuple(comparison, group).map((all) => ({ all }))) as fc.Arbitrary<object> as fc.Arbitrary<Condition>;

describe('a plain condition', () => {
  it('has the answer that the whole evaluator gives', () => {
    const seen = new Map<Truth | 'other', number>();
    const count = (answer: Truth | 'other'): void => void seen.set(answer, (seen.get(answer) ?? 0) + 1);
    fc.assert(fc.property(conditions, anyFacts, (condition, facts) => {
      const answer = plainCondition(condition)?.(facts);
      count(answer ?? 'other');
      if (answer !== undefined) expect(answer).toBe(compileCondition(condition).evaluate(facts));
    }), { numRuns: 2000 });
    expect(Math.min(...([true, false, 'unknown', 'other'] as const).map((answer) => seen.get(answer) ?? 0))).toBeGreaterThan(20);
  });

  it.each([
    ['$.b.c', { a: { b: { c: 1 } } }, true],
    ['b.c', { a: { b: { c: 2 } } }, false],
    ['$', { a: 1 }, true],
    ['', { a: 1 }, true],
    ['$.0', { a: [1] }, true],
    ['$.length', { a: [7] }, true],
    ['$.b', { a: 1 }, 'unknown'],
    ['$.__proto__', { a: {} }, 'unknown'],
    ['$.名称', { a: { 名称: 1 } }, true],
  ] as const)('follows the path %j as the whole evaluator does', (path, facts, expected) => {
    const condition = equal({ path }) as Condition;
    expect([plainCondition(condition)?.(facts), compileCondition(condition).evaluate(facts)]).toEqual([expected, expected]);
  });

  it('takes a fact only where it is the facts\' own', () => {
    expect(plainCondition(equal({ fact: 'toString' }))?.({})).toBe('unknown');
  });

  it.each([
    ['a reference to another condition', { condition: 'other' }],
    ['a value that is a fact', equal({ value: { fact: 'b' } })],
    ['an unknown operator', equal({ operator: 'like' })],
    ['a decorated operator', equal({ operator: 'not:equal' })],
    ['params', equal({ params: { q: 1 } })],
    ['a path with a filter', equal({ path: '$.list[?(@.n)]' })],
    ['a path with every item', equal({ path: '$.list[*]' })],
    ['a path that goes up', equal({ path: '$..a' })],
    ['a name that begins as a path does', equal({ path: '$a' })],
    ['no value', { fact: 'a', operator: 'equal' }],
    ['an empty value', equal({ value: '' })],
    ['an empty group', { any: [] }],
    ['a group with such a part', { all: [equal(), { condition: 'other' }] }],
    ['the denial of such a part', { not: { condition: 'other' } }],
    ['two kinds at once', { ...equal(), all: [] }],
    ['no condition', 7],
  ])('is none with %s', (_, condition) => {
    expect(plainCondition(condition)).toBeUndefined();
  });

  it('goes as deep as 20 groups and leaves deeper ones to the whole evaluator', () => {
    const nested = (levels: number): object => (levels === 0 ? equal() : { not: nested(levels - 1) });
    expect([19, 20, 21].map((levels) => plainCondition(nested(levels))?.({ a: 1 }))).toEqual([false, true, undefined]);
  });
});
