import fc from 'fast-check';
import type { Criterion, DecisionTable, Eligibility, Scoring } from '@cobuild/core';
import type { PolicyParts } from '../src/policy/index.js';
import { conditionsWithNames } from './condition-arbitraries.js';

/** Random policies over the facts of `condition-arbitraries`: requirements, a score card by facts, tables of every hit policy. */

const title = { 'zh-CN': '项' };
const numberFact = fc.constantFrom({ fact: 'n1' }, { fact: 'n2' }, { fact: 'o', path: '$.n' }, { fact: 'numbers', path: '$.length' });
const textFact = fc.constantFrom({ fact: 't1' }, { fact: 'd1' }, { fact: 'b1' }, { fact: 'o', path: '$.t' });
const cuts = fc.uniqueArray(fc.constantFrom(-1, 0, 0.2, 0.3, 1, 2, 3, 4999.99), { minLength: 1, maxLength: 4 }).map((values) => [...values].sort((a, b) => a - b));
const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'ab', '10', true, false, 1, '2026-01-01'), { minLength: 1, maxLength: 3 });

const eligibility: fc.Arbitrary<Eligibility> = conditionsWithNames.map(({ named, conditions }) => ({
  conditions: { ...named }, rules: conditions.map((condition, index) => ({ id: `r${index}`, title, reason: title, conditions: condition })),
}));

const weight = fc.constantFrom<Criterion['weight'][]>(10, 2.5, 33.3, 'UNDECIDED', 7);
const mark = fc.constantFrom(0, 1, 3.3, 5, 10, 11);
const kind = fc.constantFrom<NonNullable<Criterion['kind']>[]>('regular', 'regular', 'bonus', 'deduction');

const steps = fc.tuple(numberFact, cuts, fc.array(mark, { minLength: 5, maxLength: 5 }), fc.boolean()).map(([fact, at, marks, whole]) => ({
  ...fact,
  bands: [...(whole ? [{ below: at[0] ?? 0, mark: marks[4] ?? 0 }] : []), ...at.map((from, index) => ({ from, ...(at[index + 1] === undefined ? {} : { below: at[index + 1] }), mark: marks[index] ?? 0 }))],
}));
const lists = fc.tuple(fc.oneof(textFact, numberFact), values, values, mark, mark, fc.option(mark, { nil: undefined })).map(([fact, first, second, a, b, otherwise]) => ({
  ...fact, bands: [{ in: [...first], mark: a }, { in: [...second], mark: b }], ...(otherwise === undefined ? {} : { otherwise }),
}));
const criterion = fc.tuple(weight, fc.constantFrom(10, 3), kind, fc.option(fc.oneof(steps, lists), { nil: undefined, freq: 12 }));

const scoring: fc.Arbitrary<Scoring> = fc.record({
  criteria: fc.array(criterion, { maxLength: 5 }).map((list) => list.map(([given, maximum, of, byFact], index): Criterion => ({
    id: `c${index}`, title, weight: given, maximum, kind: of, ...(byFact === undefined ? {} : { byFact }),
  }))),
  rounding: fc.constantFrom({ step: 0.01 }, { step: 1 }),
});

const entry = fc.oneof(
  values.map((list) => [...list]), values.map((list) => ({ not: [...list] })),
  cuts.map((at) => ({ from: at[0] ?? 0, ...(at[1] === undefined ? {} : { below: at[1] }) })), fc.constantFrom({ from: '2026-01-01' }, { from: '2025-12-31', below: '2026-01-02' }),
);
const table: fc.Arbitrary<DecisionTable> = fc.tuple(
  fc.constantFrom<DecisionTable['hitPolicy'][]>('unique', 'first', 'priority', 'collect'), fc.constantFrom(undefined, 'sum' as const, 'count' as const),
  numberFact, textFact, fc.array(fc.tuple(fc.option(entry), fc.option(entry), fc.integer({ min: 1, max: 3 })), { maxLength: 5 }),
).map(([hitPolicy, aggregation, first, second, rows]) => ({
  id: 't', title, hitPolicy, ...(hitPolicy === 'collect' && aggregation !== undefined ? { aggregation } : {}),
  inputs: [{ id: 'x', title, ...first }, { id: 'y', title, ...second }], outputs: [{ id: 'out', title }],
  rows: rows.map(([x, y, value], index) => ({ id: `row${index}`, priority: value, inputs: { ...(x === null ? {} : { x }), ...(y === null ? {} : { y }) }, outputs: { out: value } })),
}));

export const policies: fc.Arbitrary<PolicyParts & { readonly scoring: Scoring; readonly decisionTables: readonly DecisionTable[] }> = fc.record({
  eligibility, scoring, decisionTables: fc.array(table, { maxLength: 2 }),
});
