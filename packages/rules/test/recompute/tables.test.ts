import type { DecisionTable, Facts } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToNumber, isDate } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainTable, explanationText, traceDecisionTable } from '../../src/index.js';
import type { DecisionTableTrace } from '../../src/index.js';
import file from '../decision-table-cases.json' with { type: 'json' };
import { sent } from './exact.js';
import { expectWhole } from './whole-text.js';

type Cell = DecisionTableTrace['trace'][number]['cells'][number];
type Row = DecisionTableTrace['trace'][number] & { readonly truth: Cell['result'] };
type Again = Pick<DecisionTableTrace, 'outcome' | 'rows' | 'outputs' | 'list' | 'aggregated' | 'missing'>;

/** What a cell finds, from the value and the entry that it quotes. */
function cellAgain({ found, wanted }: Cell): Cell['result'] {
  if (wanted === undefined) return true;
  if (Array.isArray(wanted)) return inList(wanted, found);
  if (typeof wanted !== 'object' || wanted === null || 'parameter' in wanted) return 'undecided';
  if ('not' in wanted) {
    const member = Array.isArray(wanted.not) ? inList(wanted.not, found) : 'undecided';
    return typeof member === 'boolean' ? !member : Array.isArray(wanted.not) && wanted.not.length === 0 ? true : member;
  }
  return inInterval(wanted, found);
}

function inList(list: readonly unknown[], found: unknown): boolean | 'unknown' {
  if (list.length === 0) return false;
  if (found === undefined || typeof found === 'object') return 'unknown';
  return list.includes(found) || (list.some((item) => typeof item === typeof found) ? false : 'unknown');
}

function inInterval({ from, below }: { readonly from?: unknown; readonly below?: unknown }, found: unknown): Cell['result'] {
  const known = [from, below].filter((end) => typeof end === 'number' || isDate(end));
  const open = [from, below].filter((end) => end !== undefined).length > known.length;
  if (known.length === 0) return open ? 'undecided' : true;
  // Nothing lies in an interval that ends where it begins, whatever will be answered.
  if (known.length === 2 && (from as number) >= (below as number)) return false;
  const usable = typeof known[0] === 'number' ? typeof found === 'number' : isDate(found);
  if (!usable) return open ? 'undecided' : 'unknown';
  const [value, lower, upper] = [found, from, below] as [number, number, number];
  if ((known.includes(from) && value < lower) || (known.includes(below) && value >= upper)) return false;
  return open ? 'undecided' : true;
}

function truthOf(cells: readonly Cell[]): Cell['result'] {
  const found = cells.map(cellAgain);
  return found.includes(false) ? false : found.includes('undecided') ? 'undecided' : found.includes('unknown') ? 'unknown' : true;
}

/** The answer of a table again, from its trace alone. */
function tableAgain({ hitPolicy, aggregation, aggregates = [], rowsOpen, trace }: DecisionTableTrace): Again {
  if (rowsOpen === true) return { outcome: 'undecided', rows: [] };
  const candidates = trace.map((row): Row => ({ ...row, truth: truthOf(row.cells) })).filter(({ truth }) => truth !== false);
  const again = hitPolicy === 'collect' ? collected(candidates, aggregation, aggregates, trace.length) : single(candidates);
  if (again.outcome !== 'unknown') return again;
  const cells = candidates.filter(({ row }) => again.rows.includes(row)).flatMap((row) => row.cells);
  return { ...again, missing: (trace[0]?.cells ?? []).map(({ input }) => input).filter((input) => cells.some((cell) => cell.input === input && cellAgain(cell) === 'unknown')) };
}

const ids = (rows: readonly Row[]): string[] => rows.map(({ row }) => row);

function single(candidates: readonly Row[]): Again {
  if (candidates.length === 0) return { outcome: 'noMatch', rows: [] };
  if (candidates.length > 1 && candidates.some(({ openPriority }) => openPriority)) return { outcome: 'undecided', rows: ids(candidates) };
  const first = Math.min(...candidates.map(({ tier }) => tier));
  const tier = candidates.filter((row) => row.tier === first);
  const sure = tier.filter(({ truth }) => truth === true);
  if (sure.length > 1) return { outcome: 'ambiguous', rows: ids(sure) };
  const open = (['undecided', 'unknown'] as const).find((word) => tier.some(({ truth }) => truth === word));
  const reach = Math.min(...candidates.filter(({ truth }) => truth === true).map((row) => row.tier));
  if (open !== undefined) return { outcome: open, rows: ids(candidates.filter((row) => row.tier <= reach)) };
  const outputs = sure[0]?.outputs;
  return { outcome: outputs === undefined ? 'undecided' : 'matched', rows: ids(sure), ...(outputs === undefined ? {} : { outputs }) };
}

function collected(rows: readonly Row[], aggregation: DecisionTableTrace['aggregation'], aggregates: readonly string[], all: number): Again {
  const open = (['undecided', 'unknown'] as const).find((word) => rows.some(({ truth }) => truth === word)) ?? (aggregation !== 'count' && rows.some(({ outputs }) => outputs === undefined) ? 'undecided' : undefined);
  if (open !== undefined) return { outcome: open, rows: ids(rows) };
  const head = { outcome: rows.length === 0 ? 'noMatch' : 'matched', rows: ids(rows) } as const;
  if (aggregation === undefined) return { ...head, list: rows.flatMap(({ outputs }) => (outputs === undefined ? [] : [outputs])) };
  const entries = all === 0 ? [] : aggregates.map((id): [string, number | undefined] => [id, aggregated(rows.map(({ outputs }) => outputs?.[id]).filter((value): value is number => typeof value === 'number'), aggregation, rows.length)]);
  return { ...head, aggregated: Object.fromEntries(entries.filter((entry): entry is [string, number] => entry[1] !== undefined)) };
}

function aggregated(values: readonly number[], how: 'sum' | 'min' | 'max' | 'count', rows: number): number | undefined {
  if (how === 'count') return rows;
  if (how === 'sum') return decimalToNumber(values.reduce((all, value) => addDecimals(all, value), addDecimals(0, 0)));
  return [...values].sort((a, b) => compareDecimals(a, b) * (how === 'min' ? 1 : -1))[0];
}

function verdict({ outcome, rows, outputs, list, aggregated: sums, missing }: DecisionTableTrace): Again {
  return { outcome, rows, ...(outputs === undefined ? {} : { outputs }), ...(list === undefined ? {} : { list }), ...(sums === undefined ? {} : { aggregated: sums }), ...(missing === undefined ? {} : { missing }) };
}

const bound = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant('UNDECIDED'));
const entries = {
  amount: fc.oneof(
    fc.record({ from: bound, below: bound }, { requiredKeys: [] }), fc.constant('UNDECIDED'), fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    fc.record({ not: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 2 }) }),
  ),
  kind: fc.oneof(fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }), fc.record({ not: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }) })),
  day: fc.record({ from: fc.constantFrom('2026-01-01', '2026-02-28'), below: fc.constantFrom('2026-02-28', '2026-07-01') }, { requiredKeys: [] }),
};
const output = fc.oneof(fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10), fc.constantFrom<string | number>('UNDECIDED', 'text'));
const tables = fc.record({
  hitPolicy: fc.constantFrom('unique', 'first', 'priority', 'collect'), aggregation: fc.constantFrom(undefined, 'sum', 'min', 'max', 'count'),
  rows: fc.oneof(fc.constant('UNDECIDED'), fc.array(fc.record({ inputs: fc.record(entries, { requiredKeys: [] }), outputs: fc.record({ x: output }), priority: fc.constantFrom(undefined, 1, 2, 3, 'UNDECIDED') }), { maxLength: 5 })),
}).map(({ hitPolicy, aggregation, rows }) => sent({
  id: 'any', title: { 'zh-CN': '表' }, hitPolicy, ...(hitPolicy === 'collect' ? { aggregation } : {}), outputs: [{ id: 'x', title: { 'zh-CN': '结果' } }],
  inputs: ['amount', 'kind', 'day'].map((id) => ({ id, title: { 'zh-CN': id }, fact: id })),
  rows: Array.isArray(rows) ? rows.map((row, index) => ({ id: `r${index}`, ...row })) : rows,
}) as unknown as DecisionTable);
const facts: fc.Arbitrary<Facts> = fc.record({
  amount: fc.constantFrom<unknown>(0, 1, 2.5, 3, 5, 6, 7, '', null, 'many', true), kind: fc.constantFrom<unknown>('a', 'b', 'd', '', 3), day: fc.constantFrom<unknown>('2026-01-01', '2026-02-28', '2026-02-30', '2026-06-30', 20260101),
}, { requiredKeys: [] });

describe('a decision table from its trace alone', () => {
  it('row 55: gives the same rows, outputs and sums for any table and any facts, holes and missing answers too', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(tables, facts, (table, any) => {
      const trace = traceDecisionTable(table, any);
      expect(tableAgain(sent(trace))).toEqual(verdict(trace));
      seen.add(trace.outcome);
    }), { numRuns: 2000 });
    expect([...seen].sort()).toEqual(['ambiguous', 'matched', 'noMatch', 'undecided', 'unknown']);
  });

  const examples = file.tables as unknown as Readonly<Record<string, DecisionTable>>;
  it.each((file.cases as unknown as readonly { readonly description: string; readonly table: string; readonly facts: Facts }[]).map((one) => [one.description, one] as const))('comes to the same for the written case: %s', (_, { table, facts: given }) => {
    const trace = traceDecisionTable(examples[table] as DecisionTable, given);
    expect(tableAgain(sent(trace))).toEqual(verdict(trace));
  });

  it('differs where somebody changed what was found', () => {
    const trace = traceDecisionTable(examples['route'] as DecisionTable, { category: 'works', amount: 50000 });
    const forged = JSON.parse(JSON.stringify(trace).split('"found":50000').join('"found":49999')) as DecisionTableTrace;
    expect([tableAgain(trace).outputs, tableAgain(forged).outputs]).toEqual([{ route: 'committee' }, { route: 'office' }]);
  });

  it('is told with every number, in both languages', () => {
    const table = examples['route'] as DecisionTable;
    for (const locale of ['zh-CN', 'en'] as const) {
      expectWhole(explanationText({ verdict: '', locale, lines: [explainTable(traceDecisionTable(table, { category: 'works', amount: 50000 }), table, locale)] }), ['50,000', '500,000', 'committee']);
      expectWhole(explanationText({ verdict: '', locale, lines: [explainTable(traceDecisionTable(examples['deductions'] as DecisionTable, { late: 30, report: 'good' }), examples['deductions'] as DecisionTable, locale)] }), ['30', '0.1', '0.2', '0.3']);
    }
  });
});
