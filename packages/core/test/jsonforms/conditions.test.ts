import { evaluateCondition } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../src/jsonforms/conditions.js';
import { Deviations } from '../../src/jsonforms/deviations.js';

const read = (condition: unknown): { readonly said: ReturnType<typeof readCondition>; readonly codes: readonly string[] } => {
  const deviations = new Deviations('en');
  const said = readCondition(condition, { base: [], deviations, at: '/rule' });
  return { said, codes: deviations.problems.map(({ code }) => code) };
};

/** What both sides answer for some data. */
const sides = (condition: unknown, data: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const { said } = read(condition);
  return said === undefined ? [] : [evaluateCondition(said.holds, data), evaluateCondition(said.fails, data)];
};

const at = (scope: string, schema: unknown): unknown => ({ scope, schema });

describe('readCondition', () => {
  it.each([
    ['const', at('#/properties/a', { const: 'x' }), { a: 'x' }, { a: 'y' }],
    ['LEAF', { type: 'LEAF', scope: '#/properties/a', expectedValue: true }, { a: true }, { a: false }],
    ['enum', at('#/properties/a', { enum: [1, 2] }), { a: 2 }, { a: 3 }],
    ['minimum', at('#/properties/a', { minimum: 5 }), { a: 5 }, { a: 4.9 }],
    ['exclusiveMinimum', at('#/properties/a', { exclusiveMinimum: 5 }), { a: 5.1 }, { a: 5 }],
    ['maximum', at('#/properties/a', { maximum: 5 }), { a: 5 }, { a: 5.1 }],
    ['exclusiveMaximum', at('#/properties/a', { exclusiveMaximum: 5 }), { a: 4.9 }, { a: 5 }],
    ['not', at('#/properties/a', { not: { const: 'x' } }), { a: 'y' }, { a: 'x' }],
    ['anyOf', at('#/properties/a', { anyOf: [{ const: 1 }, { minimum: 5 }] }), { a: 1 }, { a: 2 }],
    ['allOf', at('#/properties/a', { allOf: [{ minimum: 1 }, { maximum: 5 }] }), { a: 3 }, { a: 6 }],
    ['contains', at('#/properties/a', { contains: { const: 'x' } }), { a: ['y', 'x'] }, { a: ['y'] }],
    ['contains of several', at('#/properties/a', { contains: { enum: ['x', 'z'] } }), { a: ['z'] }, { a: ['y'] }],
    ['a deep scope', at('#/properties/a/properties/b c', { const: 'x' }), { a: { 'b c': 'x' } }, { a: { 'b c': 'y' } }],
    ['properties of the root', at('#', { properties: { a: { const: 1 } }, required: ['a'] }), { a: 1 }, { a: 2 }],
    ['AND', { type: 'AND', conditions: [at('#/properties/a', { const: 1 }), at('#/properties/b', { const: 2 })] }, { a: 1, b: 2 }, { a: 1, b: 3 }],
    ['OR', { type: 'OR', conditions: [at('#/properties/a', { const: 1 }), at('/properties/b', { const: 2 })] }, { a: 3, b: 2 }, { a: 3, b: 3 }],
  ])('says %s from both sides', (_, condition, fitting, failing) => {
    expect(sides(condition, fitting)).toEqual([true, false]);
    expect(sides(condition, failing)).toEqual([false, true]);
    expect(read(condition).codes).toEqual([]);
  });

  it('is certain of neither side while the answer is missing', () => {
    expect(sides(at('#/properties/a', { const: 'x' }), {})).toEqual(['unknown', 'unknown']);
  });

  it.each([
    ['const', { const: 1 }, false], ['minimum', { minimum: 1 }, true], ['not const', { not: { const: 1 } }, true],
    ['either', { anyOf: [{ const: 1 }, { minimum: 5 }] }, true], ['both', { allOf: [{ const: 1 }, { minimum: 5 }] }, false],
  ])('knows what JSON Forms takes a missing answer for: %s', (_, schema, expected) => {
    expect(read(at('#/properties/a', schema)).said?.unanswered).toBe(expected);
  });

  it('takes the word of failWhenUndefined', () => {
    expect(read({ scope: '#/properties/a', schema: { minimum: 1 }, failWhenUndefined: true }).said?.unanswered).toBe(false);
  });

  it('tells what it cannot say and keeps the rest', () => {
    const condition = { type: 'AND', conditions: [at('#/properties/a', { pattern: '^x' }), at('#/properties/b', { const: 2 })] };

    expect(read(condition).codes).toEqual(['json-forms/condition-schema']);
    expect(sides(condition, { b: 2 })).toEqual([true, false]);
  });

  it('says nothing of a function, and of a value compared with all answers', () => {
    expect(read({ scope: '#', validate: () => true })).toEqual({ said: undefined, codes: ['json-forms/condition-function'] });
    expect(read(at('#', { const: 1 }))).toEqual({ said: undefined, codes: ['json-forms/condition-scope'] });
  });
});
