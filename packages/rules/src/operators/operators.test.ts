import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Truth } from '@cobuild/core';
import { MAX_DECORATORS, operators, resolveOperator } from './index.js';

const compare = (operator: string, found: unknown, wanted: unknown): Truth | undefined => resolveOperator(operator)?.compare(found, wanted);

describe('operators', () => {
  it('are those of json-rules-engine 7', () => {
    expect(operators.map(({ name }) => name)).toEqual([
      'equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive',
    ]);
  });

  it.each([
    ['lessThan', true, false, false],
    ['lessThanInclusive', true, true, false],
    ['greaterThan', false, false, true],
    ['greaterThanInclusive', false, true, true],
    ['equal', false, true, false],
    ['notEqual', true, false, true],
  ])('%s answers below, at and above for numbers, amounts and days', (operator, below, at, above) => {
    expect([19, 20, 21].map((found) => compare(operator, found, 20))).toEqual([below, at, above]);
    expect([4999.99, 5000, 5000.01].map((found) => compare(operator, found, 5000))).toEqual([below, at, above]);
    expect([-0.02, -0.01, 0].map((found) => compare(operator, found, -0.01))).toEqual([below, at, above]);
    expect(['2026-04-30', '2026-05-01', '2026-05-02'].map((found) => compare(operator, found, '2026-05-01'))).toEqual([below, at, above]);
  });

  it.each(operators.map(({ name }) => name))('%s is unknown when nothing was found', (operator) => {
    const wanted = operator === 'in' || operator === 'notIn' ? [20] : 20;
    for (const found of [undefined, null, '']) expect(compare(operator, found, wanted)).toBe('unknown');
  });

  it.each([
    ['lessThan', '12', 20], ['lessThan', '12abc', 20], ['lessThan', 'twelve', 20], ['lessThan', true, 20], ['lessThan', [5], 20], ['lessThan', {}, 20],
    ['greaterThan', 5, '4'], ['greaterThan', 5, null], ['greaterThan', NaN, 4], ['greaterThan', Infinity, 4], ['lessThan', '2026-05-01', 20],
    ['lessThan', '2026-02-29', '2026-05-01'], ['lessThan', '2026-05-01', '2026-13-01'], ['lessThan', new Date(0), '2026-05-01'],
    ['equal', '5', 5], ['equal', 1, true], ['notEqual', '5', 5], ['equal', [], []], ['equal', {}, {}], ['equal', NaN, NaN],
    ['in', 5, ['5']], ['in', 5, 5], ['in', 5, 'a5'], ['in', 5, null], ['in', 5, undefined], ['in', [5], [5]], ['notIn', 5, ['5']],
    ['contains', 'abc', 'b'], ['contains', [1], '1'], ['doesNotContain', 'abc', 'b'], ['contains', { length: 0 }, 1], ['contains', [1], null],
    ['lessThan', Symbol('n'), 20], ['equal', () => 1, 1],
  ])('%s is unknown for types that do not fit: %j and %j', (operator, found, wanted) => {
    expect(compare(operator, found, wanted)).toBe('unknown');
    expect(compare(`not:${operator}`, found, wanted)).toBe('unknown');
  });

  it('equal and notEqual take an empty value as "is filled in"', () => {
    expect(compare('notEqual', 'x', '')).toBe(true);
    expect(compare('equal', 5, null)).toBe(false);
  });

  it('in looks for the fact in a list or in a text', () => {
    expect(compare('in', 'b', ['a', 'b'])).toBe(true);
    expect(compare('in', 'c', ['a', 'b'])).toBe(false);
    expect(compare('in', 'c', [1, 'b'])).toBe(false);
    expect(compare('in', 'c', [])).toBe(false);
    expect(compare('notIn', 'c', [])).toBe(true);
    expect(compare('in', 'b', 'abc')).toBe(true);
    expect(compare('notIn', 'd', 'abc')).toBe(true);
  });

  it('contains takes an empty list as an answer and an empty place in it as none', () => {
    expect(compare('contains', [], 'a')).toBe(false);
    expect(compare('doesNotContain', [], 'a')).toBe(true);
    expect(compare('contains', ['a', null], 'a')).toBe(true);
    expect(compare('contains', ['b', null], 'a')).toBe('unknown');
    expect(compare('doesNotContain', ['b', undefined], 'a')).toBe('unknown');
    expect(compare('contains', ['b'], 'a')).toBe(false);
  });

  it('inverse is always the opposite answer', () => {
    const value = fc.oneof(fc.constantFrom(null, '', 'a', 'b', true, '2026-01-01', '2026-01-02'), fc.integer({ min: 0, max: 3 }), fc.array(fc.integer({ min: 0, max: 3 })));
    fc.assert(fc.property(fc.constantFrom(...operators), value, value, (operator, found, wanted) => {
      expect(compare(operator.inverse, found, wanted)).toBe(compare(`not:${operator.name}`, found, wanted));
    }));
  });
});

describe('decorators', () => {
  it.each<[string, unknown, unknown, Truth]>([
    ['someFact:greaterThan', [19, 20], 20, false], ['someFact:greaterThan', [19, 21], 20, true], ['someFact:greaterThan', [], 20, false],
    ['someFact:greaterThan', [19, null], 20, 'unknown'], ['someFact:greaterThan', [21, null], 20, true], ['someFact:greaterThan', 21, 20, 'unknown'],
    ['everyFact:greaterThan', [21, 20], 20, false], ['everyFact:greaterThan', [21, 22], 20, true], ['everyFact:greaterThan', [], 20, true],
    ['everyFact:greaterThan', [21, null], 20, 'unknown'], ['everyFact:greaterThan', [20, null], 20, false], ['everyFact:greaterThan', null, 20, 'unknown'],
    ['someValue:contains', ['a'], ['a', 'b'], true], ['someValue:contains', ['c'], ['a', 'b'], false], ['someValue:contains', ['c'], [], false],
    ['someValue:contains', ['c'], 'a', 'unknown'], ['everyValue:contains', ['a', 'b'], ['a', 'b'], true], ['everyValue:contains', ['a'], ['a', 'b'], false],
    ['everyValue:contains', ['a'], [], true], ['everyValue:contains', ['a'], null, 'unknown'],
    ['swap:lessThan', 21, 20, true], ['swap:lessThan', 20, 20, false], ['swap:contains', 'a', ['a'], true],
    ['not:lessThan', 20, 20, true], ['not:lessThan', 19, 20, false], ['not:contains', 'abc', 'd', 'unknown'],
    ['not:not:lessThan', 19, 20, true], ['not:someFact:equal', [1, 2], 2, false], ['someFact:not:equal', [1, 2], 2, true],
    ['someFact:everyFact:lessThan', [[1, 3], [1, 2]], 3, true], ['someFact:someValue:equal', [1, 2], [2, 3], true],
  ])('%s of %j and %j is %s', (operator, found, wanted, expected) => {
    expect(compare(operator, found, wanted)).toBe(expected);
  });
});

describe('resolveOperator', () => {
  it.each(['', ':', ':equal', 'equal:', 'Equal', 'not:', 'not', 'equal:not', 'not::equal', 'nope:equal', '__proto__', 'constructor', 'toString'])('does not know %j', (name) => {
    expect(resolveOperator(name)).toBeUndefined();
  });

  it('takes up to the stated number of decorators', () => {
    expect(resolveOperator(`${'not:'.repeat(MAX_DECORATORS)}equal`)?.compare(1, 1)).toBe(true);
    expect(resolveOperator(`${'not:'.repeat(MAX_DECORATORS + 1)}equal`)).toBeUndefined();
    expect(resolveOperator(`${'not:'.repeat(250_000)}equal`)).toBeUndefined();
  });

  it('tells which types of fact the whole compares', () => {
    expect(resolveOperator('not:lessThan')?.accepts).toEqual(['number', 'date']);
    expect(resolveOperator('not:someFact:lessThan')?.accepts).toEqual(['list']);
    expect(resolveOperator('swap:contains')?.accepts).toEqual(['any']);
    expect(resolveOperator('everyValue:contains')?.accepts).toEqual(['list']);
  });
});
