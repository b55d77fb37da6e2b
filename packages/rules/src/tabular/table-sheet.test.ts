import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '@cobuild/core';
import { readEntry, readScalar, writeEntry } from './entry-text.js';
import { sheetFromTable, tableFromSheet } from './table-sheet.js';

const table: DecisionTable = {
  id: 'route', title: { 'zh-CN': '决策路线' }, hitPolicy: 'unique',
  inputs: [{ id: 'kind', title: { 'zh-CN': '事项类别' }, fact: 'kind' }, { id: 'amount', title: { 'zh-CN': '金额' }, fact: 'amount' }],
  outputs: [{ id: 'route', title: { 'zh-CN': '程序' } }, { id: 'days', title: { 'zh-CN': '天数' } }],
  rows: [
    { id: 'small', inputs: { amount: { below: 10000 } }, outputs: { route: '两委决定', days: 3 } },
    { id: 'middle', inputs: { kind: ['asset', 'project'], amount: { from: 10000, below: { parameter: 'large' } } }, outputs: { route: '党员大会', days: 5 }, provenance: { kind: 'invented' } },
    { id: 'large', inputs: { kind: { not: ['village-rules'] }, amount: { from: 'UNDECIDED' } }, outputs: { route: '四议两公开', days: 'UNDECIDED' } },
  ],
};

describe('decision tables as sheets', () => {
  it('are written as people write them', () => {
    expect(sheetFromTable(table)).toEqual([
      ['行 (id)', '事项类别 (kind)', '金额 (amount)', '程序 (route)', '天数 (days)', '其他 (rest)'],
      ['small', '-', '< 10000', '两委决定', 3, null],
      ['middle', 'asset；project', '[10000, {large})', '党员大会', 5, '{"provenance":{"kind":"invented"}}'],
      ['large', '≠ village-rules', '≥ 未定', '四议两公开', '未定', null],
    ]);
  });

  it('read back as the same table', () => {
    expect(tableFromSheet(table, sheetFromTable(table))).toEqual({ table, problems: [] });
    expect(tableFromSheet({ ...table, rows: 'UNDECIDED' }, sheetFromTable(table)).table?.rows).toEqual(table.rows);
  });

  it('name row and column of what is no entry: intervals never hold their upper end', () => {
    const { table: made, problems } = tableFromSheet(table, [['id', '事项类别', 'amount', 'route', '天数'], ['a', '-', '(10, 20]', 'x', 1], ['b', '', '> 5', 'x', 2], ['c', '', '20-30', 'x', 2]]);
    expect(made).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([
      '第 2 行 C 列“amount”：“(10, 20]”不能作为条件：可以写 [20, 50)、≥ 20、< 50、甲；乙 或 -',
      '第 3 行 C 列“amount”：“> 5”不能作为条件：可以写 [20, 50)、≥ 20、< 50、甲；乙 或 -',
    ]);
    expect(tableFromSheet(table, [['id', 'amount'], ['a', '-']]).problems.map(({ code }) => code)).toEqual(['sheet/missing-column', 'sheet/missing-column', 'sheet/missing-column']);
  });

  it('keep every entry', () => {
    const bound = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 0, max: 10000 }).map((fen) => fen / 100), fc.constant('UNDECIDED'), fc.constant({ parameter: 'large' }));
    const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.boolean(), fc.constantFrom('asset', 'village-rules', '甲')), { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(fc.oneof(values, values.map((not) => ({ not })), fc.record({ from: bound, below: bound }), fc.record({ from: bound }), fc.record({ below: bound }), fc.constant('UNDECIDED'), fc.constant(undefined)), (entry) => {
      expect(readEntry(writeEntry(entry), (text) => readScalar(text, 'number'))).toEqual({ entry });
    }));
  });
});
