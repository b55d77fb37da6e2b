import type { DecisionTable, Facts, InputEntry } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '../../test/decision-table-cases.json' with { type: 'json' };
import { compileDecisionTable, evaluateDecisionTable, traceDecisionTable } from './compile-decision-table.js';
import type { DecisionTableTrace } from './table-types.js';

const tables = file.tables as unknown as Readonly<Record<string, DecisionTable>>;
const tableNamed = (name: string): DecisionTable => {
  const table = tables[name];
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};

describe('row 52: decision tables', () => {
  it.each(file.cases.map((item) => [`${item.table}: ${item.description}`, item] as const))('%s', (_, item) => {
    const table = tableNamed(item.table);
    expect(evaluateDecisionTable(table, item.facts)).toMatchObject(item.expect);
    expect(traceDecisionTable(table, item.facts)).toMatchObject(item.expect);
  });
});

describe('compileDecisionTable', () => {
  it('gives one and the same result object for the same row', () => {
    const { evaluate } = compileDecisionTable(tableNamed('route'));
    expect(evaluate({ category: 'works', amount: 1 })).toBe(evaluate({ category: 'works', amount: 2 }));
  });

  it('reads through the readers handed in', () => {
    const asked: string[] = [];
    const { evaluate } = compileDecisionTable(tableNamed('twice'), ({ fact }) => {
      asked.push(fact);
      return () => 5;
    });
    expect(evaluate({}).rows).toEqual(['low']);
    expect(asked).toEqual(['amount']);
  });

  it('does not let a row fit by an input that the table lacks', () => {
    const table: DecisionTable = { ...tableNamed('twice'), rows: [{ id: 'low', inputs: { amuont: [1] }, outputs: { route: 'a' } }] };
    expect(evaluateDecisionTable(table, { amount: 1 })).toMatchObject({ outcome: 'undecided', rows: ['low'] });
  });

  it('decides nothing by an output that is not fixed', () => {
    const table: DecisionTable = { ...tableNamed('twice'), rows: [{ id: 'low', inputs: {}, outputs: { route: 'UNDECIDED' } }] };
    expect(evaluateDecisionTable(table, { amount: 1 })).toMatchObject({ outcome: 'undecided', rows: ['low'] });
  });

  it('is undecided where a row’s priority is open and another row fits too', () => {
    const table: DecisionTable = { ...tableNamed('priority'), rows: [{ id: 'a', priority: 1, inputs: {}, outputs: { route: 'a' } }, { id: 'b', priority: 'UNDECIDED', inputs: { amount: { from: 10 } }, outputs: { route: 'b' } }] };
    expect(evaluateDecisionTable(table, { amount: 10 }).outcome).toBe('undecided');
    expect(evaluateDecisionTable(table, { amount: 9 })).toMatchObject({ outcome: 'matched', rows: ['a'] });
  });

  it.each([['min', { minus: 0.1 }], ['max', { minus: 0.2 }], ['count', { minus: 2 }]] as const)('collects %s', (aggregation, aggregated) => {
    expect(evaluateDecisionTable({ ...tableNamed('deductions'), aggregation }, { late: 30, report: 'good' })).toMatchObject({ outcome: 'matched', aggregated });
  });

  it('lists the outputs of all rows where nothing is made of them', () => {
    const { aggregation: _, ...table } = tableNamed('deductions');
    expect(evaluateDecisionTable(table, { late: 30, report: 'good' })).toEqual({ outcome: 'matched', rows: ['late', 'very-late'], list: [{ minus: 0.1 }, { minus: 0.2 }] });
  });

  it('finds a row among more than 32', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ id: `r${index}`, inputs: { amount: { from: index * 10, below: (index + 1) * 10 } }, outputs: { route: `${index}` } }));
    const { evaluate } = compileDecisionTable({ ...tableNamed('twice'), rows });
    expect([0, 9.99, 10, 319.99, 320, 330, 999.99].map((amount) => evaluate({ amount }).rows[0])).toEqual(['r0', 'r0', 'r1', 'r31', 'r32', 'r33', 'r99']);
    expect(evaluate({ amount: 1000 }).outcome).toBe('noMatch');
  });

  it('takes facts of harmful names for what they are', () => {
    const table: DecisionTable = { ...tableNamed('twice'), inputs: [{ id: 'amount', title: { 'zh-CN': '金额' }, fact: '__proto__' }] };
    expect(evaluateDecisionTable(table, {}).outcome).toBe('unknown');
  });
});

const scalar = fc.constantFrom<string | number | boolean>('a', 'b', 'c', '', 1, 2, 3, 4, true, false, '2026-01-01', '2026-01-02', '2026-02-30');
const number = fc.constantFrom<number | 'UNDECIDED'>(1, 2, 3, 4, 'UNDECIDED');
const day = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-05', 'UNDECIDED');
const entry: fc.Arbitrary<InputEntry> = fc.oneof(
  { weight: 3, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ not: fc.array(scalar, { maxLength: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ from: number, below: number }, { requiredKeys: [] }) },
  { weight: 2, arbitrary: fc.record({ from: day, below: day }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.constant<InputEntry>('UNDECIDED') },
);
const anyTable: fc.Arbitrary<DecisionTable> = fc.record({
  hitPolicy: fc.constantFrom('unique' as const, 'first' as const, 'priority' as const, 'collect' as const),
  rows: fc.array(fc.record({ inputs: fc.record({ x: entry, y: entry }, { requiredKeys: [] }), priority: fc.constantFrom<number | 'UNDECIDED'>(1, 2, 'UNDECIDED') }), { maxLength: 40 }),
}).map(({ hitPolicy, rows }) => ({
  id: 't', title: { 'zh-CN': '表' }, hitPolicy,
  inputs: [{ id: 'x', title: { 'zh-CN': '甲' }, fact: 'x' }, { id: 'y', title: { 'zh-CN': '乙' }, fact: 'y' }], outputs: [{ id: 'o', title: { 'zh-CN': '果' } }],
  rows: rows.map(({ inputs, priority }, index) => ({ id: `r${index}`, inputs, outputs: { o: index }, priority })),
}));
const facts: fc.Arbitrary<Facts> = fc.record({ x: fc.oneof(scalar, fc.constantFrom<unknown>(null, 2.5, 0, 9, '2025-12-31', '2026-01-03', 'z', [1], NaN)), y: fc.oneof(scalar, fc.constantFrom<unknown>(1.5, 'q')) }, { requiredKeys: [] });

describe('the compiled table', () => {
  it('agrees with the row by row evaluation for every table and case', () => {
    fc.assert(fc.property(anyTable, fc.array(facts, { minLength: 1, maxLength: 5 }), (table, cases) => {
      const { evaluate, trace } = compileDecisionTable(table);
      for (const one of cases) {
        const { table: _table, hitPolicy: _policy, trace: _rows, ...answer }: DecisionTableTrace = trace(one);
        expect(evaluate(one)).toEqual(answer);
      }
    }), { numRuns: 1500 });
  });
});
