import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionTable, Scheme } from '@cobuild/core';
import { readEntry, readScalar, writeEntry } from './entry-text.js';
import type { Cell } from './sheet.js';
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

  it.each([
    ['≥ 二', '“二”'], ['[10, 二十)', '“二十”'], ['< true', '“true”'], ['>=2026-02-30', '“2026-02-30”'],
  ])('take no bound but a number, a date, a parameter or 未定: %s', (entry, told) => {
    const { table: made, problems } = tableFromSheet(table, [['id', '事项类别', 'amount', 'route', '天数'], ['a', '-', entry, 'x', 1]]);
    expect(made).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([`第 2 行 C 列“amount”：${told}不能作为界限：可以写数字、日期（如 2026-03-05）、{参数代号} 或 未定`]);
  });

  it.each([['≥ 2', { from: 2 }], ['[2026-03-01, 2026-04-01)', { from: '2026-03-01', below: '2026-04-01' }], ['< {large}', { below: { parameter: 'large' } }], ['>= 未定', { from: 'UNDECIDED' }]])('take the bounds of %s', (entry, expected) => {
    const rows = tableFromSheet(table, [['id', '事项类别', 'amount', 'route', '天数'], ['a', '-', entry, 'x', 1]]).table?.rows;
    expect(rows).toMatchObject([{ inputs: { amount: expected } }]);
  });

  it('want every output, one row per id, and every column once', () => {
    const header = ['id', '事项类别', 'amount', 'route', '天数'];
    expect(tableFromSheet(table, [header, ['a', '-', '-', null, 1], ['a', '-', '-', 'x', 1], ['1', '-', '-', 'x', 1]]).problems.map(({ message }) => message)).toEqual([
      '第 2 行 D 列“route”：没有填', '第 4 行 A 列“id”：“1”不能作为代号：以字母开头，只用字母、数字和连字符', '第 3 行 A 列“id”：编号“a”在第 2 行已经有了',
    ]);
    expect(tableFromSheet(table, [[...header, '金额']]).problems.map(({ code }) => code)).toEqual(['sheet/second-column']);
  });
});

describe('decision tables of a scheme', () => {
  const scheme = {
    parameters: { large: { type: 'money', value: 30000 } }, organisation: { levels: [], roles: [] }, eligibility: { rules: [] }, stages: [{ id: 'apply', method: 'application', form: 'application' }],
    forms: [{
      id: 'application', fields: { '/kind': { options: { asset: { 'zh-CN': '资产处置', en: 'Assets' }, project: { 'zh-CN': '工程项目', en: 'Projects' } } } },
      schema: { type: 'object', properties: { kind: { type: 'string', enum: ['asset', 'project'] }, amount: { type: 'number' } } },
    }],
  } as unknown as Scheme;
  const header = ['id', 'kind', 'amount', 'route', 'days'];
  const read = (...rows: readonly (readonly Cell[])[]): ReturnType<typeof tableFromSheet> => tableFromSheet(table, [header, ...rows], { scheme });

  it('take options by value and by title', () => {
    expect(read(['a', '资产处置', '-', 'x', 1], ['b', 'project', '-', 'y', 1])).toMatchObject({ problems: [], table: { rows: [{ inputs: { kind: ['asset'] } }, { inputs: { kind: ['project'] } }] } });
  });

  it('refuse what is no option, no number, no parameter, each at its cell', () => {
    const { table: made, problems } = read(['a', '资产；土地', '许多', 'x', 1], ['b', 'project', '≥ {larg}', 'y', 1]);
    expect(made).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual(['第 2 行 B 列“kind”：“资产”不能作为选项', '第 2 行 C 列“amount”：“许多”不能作为数字', '第 3 行 C 列“amount”：“larg”不能作为方案的参数']);
    expect(problems[0]?.remedy).toBe('可以写：资产处置、工程项目。');
  });

  it('are checked as a whole, findings named by the row of the sheet', () => {
    const { table: made, problems } = read(['low', '-', '< 10', 'x', 1], [null], ['same', 'asset', '[5, 10)', 'x', 1], ['high', '-', '≥ {large}', 'x', 2]);
    expect(made).toBeUndefined();
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['scheme/table-overlap', 4], ['scheme/table-gap', undefined], ['scheme/table-gap', undefined]]);
    expect(problems[0]?.message).toMatch(/^第 4 行（same）：/);
    expect(problems[1]?.counterExample?.facts).toMatchObject({ amount: 10 });
  });
});
