import type { DecisionRow, DecisionTable, InputEntry } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '../../test/decision-table-cases.json' with { type: 'json' };
import { shapeOfSchema } from '../analysis/schema-shape.js';
import type { FactShapes } from '../analysis/fact-shapes.js';
import type { SchemeFinding } from '../findings.js';
import { checkDecisionTable } from './check-decision-table.js';
import { compileDecisionTable, evaluateDecisionTable } from './compile-decision-table.js';
import { tableSentences } from './table-sentences.js';

const tables = file.tables as unknown as Readonly<Record<string, DecisionTable>>;
const title = (text: string): { 'zh-CN': string } => ({ 'zh-CN': text });
const table = (rows: readonly Partial<DecisionRow>[], more: Partial<DecisionTable> = {}): DecisionTable => ({
  id: 'route', title: title('决定程序'), hitPolicy: 'unique',
  inputs: [{ id: 'category', title: title('类别'), fact: 'category' }, { id: 'amount', title: title('金额'), fact: 'amount' }],
  outputs: [{ id: 'route', title: title('机构') }],
  rows: rows.map((row, index) => ({ id: `r${index + 1}`, inputs: {}, outputs: { route: 'x' }, ...row })),
  ...more,
});
const codes = (findings: readonly SchemeFinding[]): string[] => findings.map(({ code }) => code);

/** Every counter-example really evaluates as it claims. */
function expectTrue(checked: DecisionTable, findings: readonly SchemeFinding[]): void {
  for (const { counterExample } of findings) {
    if (counterExample !== undefined) expect(evaluateDecisionTable(checked, counterExample.facts)).toMatchObject(counterExample.gives);
  }
}

describe('row 52: gap and overlap', () => {
  it('finds nothing in a sound table of two inputs', () => {
    expect(checkDecisionTable(tables['route'] as DecisionTable)).toEqual([]);
  });

  it('refuses a table with a gap of one fen between two edges', () => {
    const gap = table([{ inputs: { amount: { below: 99.99 } } }, { inputs: { amount: { from: 100 } } }]);
    const findings = checkDecisionTable(gap);
    expect(findings).toMatchObject([{ code: 'scheme/table-gap', pointer: '/rows', params: { region: [{ input: 'amount', from: 99.99, below: 100 }] }, counterExample: { facts: { amount: 99.99 }, gives: { outcome: 'noMatch' } } }]);
    expect(findings[0]?.severity).toBeUndefined();
    expectTrue(gap, findings);
  });

  it('refuses a table whose rows meet at an edge that belongs to both', () => {
    const overlap = table([{ inputs: { amount: { below: 100.01 } } }, { inputs: { amount: { from: 100 } } }]);
    const findings = checkDecisionTable(overlap);
    expect(findings).toMatchObject([{ code: 'scheme/table-overlap', pointer: '/rows/1', params: { rows: ['r1', 'r2'], numbers: [1, 2], region: [{ input: 'amount', from: 100, below: 100.01 }] }, counterExample: { facts: { amount: 100 }, gives: { outcome: 'ambiguous', rows: ['r1', 'r2'] } } }]);
    expectTrue(overlap, findings);
  });

  it('names values by their titles where it is told them', () => {
    const overlap = table([{ inputs: { category: ['a', 'b'] } }, { inputs: { category: ['a', 'b'] } }, { inputs: { category: { not: ['a', 'b'] } } }]);
    const [finding] = checkDecisionTable(overlap, undefined, (_, value) => (value === 'a' ? { 'zh-CN': '道路', en: 'Roads' } : undefined));
    expect(tableSentences['zh-CN']['scheme/table-overlap'](finding?.params ?? {}).message).toBe('类别为道路或b：第1、2行同时符合');
    expect(tableSentences.en['scheme/table-overlap'](finding?.params ?? {}).message).toContain('Roads');
  });

  it('refuses a row that gives a text for which its output has no title', () => {
    const outputs = [{ id: 'route', title: title('机构'), options: { board: title('上会'), panel: title('专家评审') } }];
    const rows = (...given: readonly unknown[]): readonly Partial<DecisionRow>[] => given.map((route, index) => ({ inputs: { category: index === 0 ? ['a'] : { not: ['a'] } }, outputs: { route } }) as Partial<DecisionRow>);
    expect(checkDecisionTable(table(rows('board', 'panel'), { outputs }))).toEqual([]);
    expect(checkDecisionTable(table(rows('board', 'UNDECIDED'), { outputs }))).toEqual([]);
    const [finding, ...others] = checkDecisionTable(table(rows('board', 'pannel'), { outputs }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'scheme/table-output-not-an-option', pointer: '/rows/1/outputs/route', params: { value: 'pannel', nearest: 'panel', known: ['board', 'panel'] } });
    expect(tableSentences['zh-CN']['scheme/table-output-not-an-option'](finding?.params ?? {})).toEqual({ message: '行“r2”给出的“pannel”不在“机构”的选项里', remedy: '是否想写“panel”？' });
    expect(tableSentences.en['scheme/table-output-not-an-option'](finding?.params ?? {}).message).toBe('Row "r2" gives "pannel", which is not an option of "机构"');
    expect(checkDecisionTable(table(rows('board', 'pannel'), { outputs: [{ id: 'route', title: title('机构'), options: {} }] }))).toEqual([]);
  });

  it('finds the corner of two inputs that no row covers', () => {
    const corner = table([{ inputs: { category: ['a'] } }, { inputs: { category: { not: ['a'] }, amount: { below: 100 } } }]);
    const findings = checkDecisionTable(corner);
    expect(findings).toMatchObject([{ code: 'scheme/table-gap', params: { region: [{ input: 'category', other: true }, { input: 'amount', from: 100 }] } }]);
    expectTrue(corner, findings);
    expect(tableSentences['zh-CN']['scheme/table-gap'](findings[0]?.params ?? {}).message).toBe('类别为表中没有列出的值，金额在100以上（含）：没有一行符合');
  });

  it('asks for a row for any other text, unless domain or form options say what there is', () => {
    const rows = [{ inputs: { category: ['a'] } }, { inputs: { category: ['b'] } }];
    const shapes: FactShapes = { byName: new Map([['category', shapeOfSchema({ enum: ['a', 'b'] })], ['amount', shapeOfSchema({ type: 'number' })]]), complete: true };
    expect(checkDecisionTable(table(rows))).toMatchObject([{ code: 'scheme/table-gap', counterExample: { facts: { category: '其他' } } }]);
    expect(checkDecisionTable(table(rows), shapes)).toEqual([]);
    const declared = table(rows, { inputs: [{ id: 'category', title: title('类别'), fact: 'category', domain: ['a', 'b'] }] });
    expect(checkDecisionTable(declared)).toEqual([]);
    expect(codes(checkDecisionTable(table([{ inputs: { category: ['a'] } }]), shapes))).toEqual(['scheme/table-gap']);
  });

  it('takes numbers for zero and more where no row speaks of less', () => {
    expect(checkDecisionTable(table([{ inputs: { amount: { from: 0 } } }]))).toEqual([]);
    expect(checkDecisionTable(table([{ inputs: { amount: { from: 1 } } }]))).toMatchObject([{ code: 'scheme/table-gap', counterExample: { facts: { amount: 0 } } }]);
    expect(checkDecisionTable(table([{ inputs: { amount: { from: -5 } } }]))).toMatchObject([{ code: 'scheme/table-gap', counterExample: { facts: { amount: -6 } } }]);
  });

  it('does not see a gap between neighbouring days', () => {
    const day = (rows: readonly Partial<DecisionRow>[]): DecisionTable => table(rows, { inputs: [{ id: 'day', title: title('日期'), fact: 'today' }] });
    expect(checkDecisionTable(day([{ inputs: { day: { below: '2026-07-01' } } }, { inputs: { day: ['2026-07-01'] } }, { inputs: { day: { from: '2026-07-02' } } }]))).toEqual([]);
    expect(checkDecisionTable(day([{ inputs: { day: { below: '2026-07-01' } } }, { inputs: { day: { from: '2026-07-02' } } }]))).toMatchObject([{ code: 'scheme/table-gap', counterExample: { facts: { today: '2026-07-01' } } }]);
  });

  it('does not hold against a table what is not fixed, and asks a collecting one for nothing', () => {
    expect(checkDecisionTable(table([{ inputs: { amount: { below: 100 } } }, { inputs: { amount: { from: 'UNDECIDED' } } }]))).toEqual([]);
    expect(checkDecisionTable({ ...table([]), rows: 'UNDECIDED' })).toEqual([]);
    expect(checkDecisionTable(table([{ inputs: { amount: 'UNDECIDED' } }]))).toEqual([]);
    expect(checkDecisionTable(table([{ inputs: { amount: { from: { parameter: 'limit' } } } }]))).toEqual([]);
    expect(checkDecisionTable(table([{ inputs: { amount: { from: 30 } }, outputs: { route: 5 } }, { inputs: { amount: { from: 10 } }, outputs: { route: 1 } }], { hitPolicy: 'collect', aggregation: 'sum' }))).toEqual([]);
  });

  it('puts the counter-example where the input reads it', () => {
    const deep = table([{ inputs: { amount: { from: 10 } } }], { inputs: [{ id: 'amount', title: title('金额'), fact: 'budget', path: '$.total.amount' }] });
    expect(checkDecisionTable(deep)).toMatchObject([{ counterExample: { facts: { budget: { total: { amount: 0 } } } } }]);
  });
});

describe('checkDecisionTable', () => {
  it('finds a row behind rows that decide all of its cases', () => {
    const first = table([{ inputs: { amount: { below: 50 } } }, { inputs: { amount: { from: 50, below: 100 } } }, { inputs: { amount: { from: 20, below: 70 } } }, {}], { hitPolicy: 'first' });
    const findings = checkDecisionTable(first);
    expect(findings).toMatchObject([{ code: 'scheme/table-row-unreachable', pointer: '/rows/2', counterExample: { gives: { outcome: 'matched', rows: ['r1'] } } }]);
    expectTrue(first, findings);
  });

  it('finds the same by priority, and rows of one priority that meet', () => {
    const priority = table([{ priority: 1, inputs: { amount: { from: 5, below: 9 } } }, { priority: 2, inputs: {} }, { priority: 3, inputs: { amount: { below: 7 } } }, { priority: 3, inputs: { amount: { from: 6 } } }], { hitPolicy: 'priority' });
    const findings = checkDecisionTable(priority);
    expect(codes(findings)).toEqual(['scheme/table-row-unreachable', 'scheme/table-row-unreachable', 'scheme/table-overlap']);
    expectTrue(priority, findings);
  });

  const one = (entry: InputEntry, more: Partial<DecisionRow> = {}): DecisionTable => table([{ inputs: { amount: entry }, ...more }, { inputs: {} }], { hitPolicy: 'first' });
  it.each<readonly [string, DecisionTable, string]>([
    ['an interval that holds nothing', one({ from: 5, below: 5 }), '/rows/0/inputs/amount'],
    ['limits of two kinds', one({ from: 5, below: '2026-01-01' }), '/rows/0/inputs/amount'],
    ['an empty list', one([]), '/rows/0/inputs/amount'],
    ['an input that is not there', one([1], { inputs: { amuont: [1] } }), '/rows/0/inputs/amuont'],
    ['an output that is not there', one([1], { outputs: { route: 'x', ruote: 'x' } }), '/rows/0/outputs/ruote'],
    ['an output that is missing', one([1], { outputs: {} }), '/rows/0/outputs'],
    ['outputs of two kinds', one([1], { outputs: { route: 5 } }), '/outputs/0'],
    ['a priority that does nothing', one([1], { priority: 5 }), '/rows/0/priority'],
    ['no rows', table([]), '/rows'],
    ['no outputs', { ...table([{ outputs: {} }]), outputs: [] }, '/outputs'],
    ['an aggregation that does not belong', table([{}], { aggregation: 'sum' }), '/aggregation'],
    ['a sum of texts', table([{}], { hitPolicy: 'collect', aggregation: 'sum' }), '/aggregation'],
    ['a missing priority', table([{ priority: 1, inputs: { amount: [1] } }, {}], { hitPolicy: 'priority' }), '/rows/1'],
  ])('finds %s', (_, checked, pointer) => {
    expect(checkDecisionTable(checked).map((finding) => finding.pointer)).toEqual([pointer]);
  });

  it('finds what does not fit the form', () => {
    const shapes: FactShapes = { byName: new Map([['category', shapeOfSchema({ enum: ['a', 'b'] })], ['amount', shapeOfSchema({ type: 'string' })]]), complete: true };
    const findings = checkDecisionTable(table([{ inputs: { category: ['a', 'c'] } }, { inputs: { category: ['b'], amount: { from: 5 } } }, { inputs: { category: ['c'] } }, {}], { hitPolicy: 'first' }), shapes);
    expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['scheme/table-value-not-an-option', '/rows/0/inputs/category/1'],
      ['scheme/table-entry-does-not-fit', '/rows/1/inputs/amount'],
      ['scheme/table-value-not-an-option', '/rows/2/inputs/category/0'],
      ['scheme/table-row-never-fits', '/rows/2'],
    ]);
    const unknown: FactShapes = { byName: new Map([['amount', shapeOfSchema({ type: 'number' })]]), complete: true };
    expect(codes(checkDecisionTable(table([{}]), unknown))).toEqual(['scheme/unknown-fact']);
  });

  it('says so where there are too many combinations, and ends soon', () => {
    const names = Array.from({ length: 12 }, (_, index) => `i${index}`);
    let state = 7;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    const rows = Array.from({ length: 60 }, (_, index) => ({ id: `r${index}`, inputs: Object.fromEntries(names.filter(() => random(3) > 0).map((name) => [name, { from: random(6) }])), outputs: { route: 'x' } }));
    const large: DecisionTable = { ...table([]), hitPolicy: 'first', inputs: names.map((id) => ({ id, title: title(id), fact: id })), rows: [...rows, { id: 'rest', inputs: { i0: { from: 0 } }, outputs: { route: 'x' } }] };
    const started = performance.now();
    const findings = checkDecisionTable(large);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(findings.filter(({ code }) => code === 'scheme/table-too-large')).toMatchObject([{ severity: 'warning' }]);
    expectTrue(large, findings);
  });

  it('has a sentence in both languages for every code', () => {
    for (const code of Object.keys(tableSentences['zh-CN']) as (keyof (typeof tableSentences)['en'])[]) {
      expect(tableSentences['zh-CN'][code]({}).message).toMatch(/\p{Script=Han}/u);
      expect(tableSentences.en[code]({}).message).not.toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(tableSentences.en)).toEqual(Object.keys(tableSentences['zh-CN']));
  });
});

const limit = fc.integer({ min: 0, max: 5 });
const amount: fc.Arbitrary<InputEntry> = fc.oneof(fc.record({ from: limit, below: limit }, { requiredKeys: [] }), fc.array(limit, { minLength: 1, maxLength: 2 }));
const category: fc.Arbitrary<InputEntry> = fc.oneof(fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }), fc.constant<InputEntry>({ not: ['a'] }));
const random = fc.record({
  hitPolicy: fc.constantFrom('unique' as const, 'first' as const),
  rows: fc.array(fc.record({ category, amount }, { requiredKeys: [] }), { minLength: 1, maxLength: 6 }),
}).map(({ hitPolicy, rows }) => table(rows.map((inputs) => ({ inputs })), { hitPolicy }));
/** A value in every part that the limits leave. */
const everywhere = ['a', 'b', '其他'].flatMap((one) => [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5].map((two) => ({ category: one, amount: two })));

describe('the geometry', () => {
  it('finds a gap or an overlap exactly where trying every part finds one, and its examples are true', () => {
    fc.assert(fc.property(random, (checked) => {
      const findings = checkDecisionTable(checked);
      expectTrue(checked, findings);
      const { evaluate } = compileDecisionTable(checked);
      const outcomes = everywhere.map((facts) => evaluate(facts));
      const none = Array.isArray(checked.rows) && checked.rows.every(({ inputs }) => Object.values(inputs).some((entry) => typeof entry === 'object' && 'from' in entry && 'below' in entry && Number(entry.from) >= Number(entry.below)));
      expect(codes(findings).includes('scheme/table-gap')).toBe(!none && outcomes.some(({ outcome }) => outcome === 'noMatch'));
      expect(codes(findings).includes('scheme/table-overlap')).toBe(outcomes.some(({ outcome }) => outcome === 'ambiguous'));
      const reached = new Set(outcomes.flatMap(({ rows }) => rows));
      for (const { code, params } of findings) if (code === 'scheme/table-row-unreachable') expect(reached).not.toContain(params['row']);
    }), { numRuns: 1500 });
  });
});
