import type { Condition } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeFacts, conditionsWithNames } from '../../../test/condition-arbitraries.js';
import { evaluateCondition } from '../../conditions/index.js';
import { formFacts } from '../fact-shapes.js';
import { allOf, isClear, negate } from './formula.js';
import { formulaReader } from './read-formula.js';
import type { Answer } from './solve.js';
import { neverHolds, solve } from './solve.js';

const number = { type: 'number' };
const list = (items: object): object => ({ type: 'array', items });
const types = {
  n1: number, n2: number, t1: { type: 'string' }, t2: { type: 'string' }, b1: { type: 'boolean' }, d1: { type: 'string', format: 'date' }, d2: { type: 'string', format: 'date' },
  numbers: list(number), texts: list({ type: 'string' }), booleans: list({ type: 'boolean' }), dates: list({ type: 'string', format: 'date' }),
  o: { type: 'object', properties: { 'n': number, 't': { type: 'string' }, 'b': { type: 'boolean' }, 'a b': number, 'numbers': list(number), 'rows': list({ type: 'object', properties: { n: number, t: { type: 'string' } } }) } },
};
const factsOf = (properties: object): ReturnType<typeof formFacts> => formFacts({}, { schema: { type: 'object', properties } });

/** What becomes of a condition on answers of these types. */
const answer = (properties: object, condition: Condition): Answer => {
  const formula = formulaReader(factsOf(properties), {}, {})(condition);
  return solve([formula], (facts) => evaluateCondition(condition, facts) === true);
};
const households = (operator: string, value: number): Condition => ({ fact: 'households', operator, value });
const whole = { households: { type: 'integer', minimum: 0, maximum: 100 } };

describe('solve', () => {
  it('never calls impossible what some facts make true, nor certain what some make false', () => {
    fc.assert(
      fc.property(conditionsWithNames, completeFacts, ({ named, conditions }, facts) => {
        const read = formulaReader(factsOf(types), named, {});
        for (const condition of conditions) {
          const truth = evaluateCondition(condition, facts, named);
          const formula = read(condition);
          if (truth === true) expect(neverHolds([formula])).toBe(false);
          if (truth === false) expect(neverHolds([negate(formula)])).toBe(false);
        }
        if (conditions.every((condition) => evaluateCondition(condition, facts, named) === true)) expect(neverHolds([allOf(conditions.map(read))])).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds facts for conditions that can hold, where it can reckon with every comparison', () => {
    let [found, asked] = [0, 0];
    fc.assert(
      fc.property(conditionsWithNames, completeFacts, ({ named, conditions: [condition] }, facts) => {
        if (condition === undefined || evaluateCondition(condition, facts, named) !== true) return;
        const formula = formulaReader(factsOf(types), named, {})(condition);
        if (!isClear(formula)) return;
        const result = solve([formula], (witness) => evaluateCondition(condition, witness, named) === true);
        asked += 1;
        if (result.kind === 'holds') found += 1;
      }),
      { numRuns: 1000, seed: 3 },
    );
    expect(found / asked).toBeGreaterThan(0.95);
  });

  it.each([
    [19, 'never'], [20, 'holds'], [21, 'holds'],
  ])('with at most %i households, at least 20 comes out: %s', (most, kind) => {
    expect(answer(whole, { all: [households('lessThanInclusive', most), households('greaterThanInclusive', 20)] }).kind).toBe(kind);
  });

  it.each([[99, 'holds'], [100, 'never'], [101, 'never']])('beyond %i within a maximum of 100 comes out: %s', (limit, kind) => {
    expect(answer(whole, households('greaterThan', limit)).kind).toBe(kind);
  });

  it('counts households whole and money in fen', () => {
    const between = { all: [households('greaterThan', 5), households('lessThan', 6)] };
    expect(answer(whole, between).kind).toBe('never');
    expect(answer({ households: { type: 'number' } }, between).kind).toBe('holds');
    const amount = (operator: string, value: number): Condition => ({ fact: 'amount', operator, value });
    const money = { amount: { type: 'number', format: 'money', minimum: 0 } };
    expect(answer(money, { all: [amount('greaterThan', 0.28), amount('lessThan', 0.3)] })).toEqual({ kind: 'holds', facts: { amount: 0.29 } });
    expect(answer(money, { all: [amount('greaterThan', 0.28), amount('lessThan', 0.29)] }).kind).toBe('never');
  });

  it('follows orders between answers', () => {
    const days = { proposed: { type: 'string', format: 'date' }, agreed: { type: 'string', format: 'date' }, signed: { type: 'string', format: 'date' } };
    const before = (fact: string, other: string, operator = 'lessThan'): Condition => ({ fact, operator, value: { fact: other } });
    const chain = [before('proposed', 'agreed'), before('agreed', 'signed')];
    expect(answer(days, { all: chain })).toEqual({ kind: 'holds', facts: { proposed: '2026-03-02', agreed: '2026-03-03', signed: '2026-03-04' } });
    expect(answer(days, { all: [...chain, before('signed', 'proposed')] }).kind).toBe('never');
    expect(answer(days, { all: [...chain, before('signed', 'proposed', 'lessThanInclusive')] }).kind).toBe('never');
    expect(answer(days, { all: [...chain, { fact: 'signed', operator: 'lessThan', value: '2026-01-03' }, { fact: 'proposed', operator: 'greaterThanInclusive', value: '2026-01-01' }] }).kind).toBe('never');
    expect(answer(days, { all: [...chain, { fact: 'signed', operator: 'lessThanInclusive', value: '2026-01-03' }, { fact: 'proposed', operator: 'greaterThanInclusive', value: '2026-01-01' }] }).kind).toBe('holds');
  });

  it('reckons with the items of lists and their number', () => {
    const lines = { lines: { type: 'array', minItems: 1, items: { type: 'object', properties: { amount: { type: 'number', format: 'money', minimum: 0 } } } } };
    const amounts = (operator: string, value: number): Condition => ({ fact: 'lines', path: '$[*].amount', operator, value });
    expect(answer(lines, { all: [amounts('everyFact:greaterThan', 100), amounts('someFact:lessThanInclusive', 100)] }).kind).toBe('never');
    expect(answer(lines, amounts('everyFact:lessThan', 0)).kind).toBe('never');
    expect(answer(lines, { fact: 'lines', path: '$.length', operator: 'lessThan', value: 1 }).kind).toBe('never');
    expect(answer(lines, { all: [amounts('everyFact:greaterThan', 100), { fact: 'lines', path: '$.length', operator: 'greaterThanInclusive', value: 3 }] })).toEqual({ kind: 'holds', facts: { lines: [{ amount: 100.01 }, { amount: 100.01 }, { amount: 100.01 }] } });
  });

  it('says that it does not know where a comparison cannot be reckoned with', () => {
    expect(answer({ name: { type: 'string' } }, { fact: 'name', operator: 'in', value: '党群服务' }).kind).toBe('unknown');
  });

  it('ends on conditions with very many choices', () => {
    const choices = Array.from({ length: 40 }, (_, index) => ({ any: [{ fact: `a${index}`, operator: 'equal', value: true }, { fact: 'n', operator: 'greaterThan', value: index }] }));
    const condition: Condition = { all: [...choices, { fact: 'n', operator: 'lessThan', value: 0 }, { any: [{ fact: 'm', operator: 'lessThan', value: { fact: 'k' } }, { fact: 'n', operator: 'greaterThan', value: 50 }] }, { fact: 'k', operator: 'lessThan', value: { fact: 'm' } }] };
    const flags = Object.fromEntries(choices.map((_, index) => [`a${index}`, { type: 'boolean' }]));
    expect(['never', 'unknown']).toContain(answer({ ...flags, n: { type: 'number' }, m: { type: 'number' }, k: { type: 'number' } }, condition).kind);
  });
});
