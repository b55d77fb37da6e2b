import { describe, expect, it } from 'vitest';
import type { RecordTable } from '../internal/field/record/record-tables.js';
import { tableChanges } from './record-changes.js';

const lines = (rows: readonly (readonly string[])[], heads: readonly string[] = ['支出内容', '数量', '金额']): RecordTable => ({ id: 'lines', caption: '支出明细', columns: heads.map((head) => ({ head })), rows, hasTotal: true });
const before = lines([['墙面', '86', '55,900.00'], ['桌椅', '6', '8,700.00'], ['合计', '', '64,600.00']]);
const told = (after: readonly RecordTable[], earlier: readonly RecordTable[] = [before]): unknown[] =>
  tableChanges(earlier, after).flatMap(({ rows }) => rows.map(({ kind, moved, isTotal, cells }) => [kind, ...(moved ? ['moved'] : []), ...(isTotal ? ['total'] : []), ...cells.filter((cell) => cell.before !== cell.after).map((cell) => `${cell.before}→${cell.after}`)]));

describe('tableChanges', () => {
  it('finds nothing in equal tables', () => {
    expect(told([before])).toEqual([['same'], ['same'], ['same', 'total']]);
  });

  it.each([
    ['a changed cell, and the total that follows', [['墙面', '80', '52,000.00'], ['桌椅', '6', '8,700.00'], ['合计', '', '60,700.00']], [['changed', '86→80', '55,900.00→52,000.00'], ['same'], ['changed', 'total', '64,600.00→60,700.00']]],
    ['an added row', [['墙面', '86', '55,900.00'], ['电脑', '1', '10.00'], ['桌椅', '6', '8,700.00'], ['合计', '', '64,610.00']], [['same'], ['added', '→电脑', '→1', '→10.00'], ['same'], ['changed', 'total', '64,600.00→64,610.00']]],
    ['a removed row', [['桌椅', '6', '8,700.00'], ['合计', '', '8,700.00']], [['removed', '墙面→', '86→', '55,900.00→'], ['same'], ['changed', 'total', '64,600.00→8,700.00']]],
    ['a moved row', [['桌椅', '6', '8,700.00'], ['墙面', '86', '55,900.00'], ['合计', '', '64,600.00']], [['same'], ['same', 'moved'], ['same', 'total']]],
  ])('tells %s', (_what, rows, expected) => {
    expect(told([lines(rows)])).toEqual(expected);
  });

  it('takes a line that is called as the total for a line', () => {
    expect(told([lines([['合计', '1', '2.00'], ['合计', '', '2.00']])], [lines([['合计', '1', '1.00'], ['合计', '', '1.00']])])).toEqual([['changed', '1.00→2.00'], ['changed', 'total', '1.00→2.00']]);
  });

  it('has the columns of both versions, in which either says something', () => {
    const wider = lines([['桌椅', '6', '8,700.00', '木制', ''], ['合计', '', '8,700.00', '', '']], ['支出内容', '数量', '金额', '备注', '空']);
    expect(tableChanges([wider], [before])[0]?.columns.map(({ head }) => head)).toEqual(['支出内容', '数量', '金额', '备注']);
  });

  it('leaves out what all rows have in common, and shows it where one differs', () => {
    const register = (motions: readonly string[]): RecordTable => ({ id: 'steps', caption: '登记', columns: [{ head: '步骤' }, { head: '议题', isCommon: true }], rows: motions.map((motion, index) => [`第${index}步`, motion]) });
    const heads = (now: readonly string[]): unknown[] => tableChanges([register(['修路', '修路'])], [register(now)]).flatMap(({ columns }) => columns.map(({ head }) => head));
    expect([heads(['修路', '修路']), heads(['修路', '修桥']), heads(['修桥', '修桥'])]).toEqual([['步骤'], ['步骤', '议题'], ['步骤', '议题']]);
  });

  it('tells all rows of a table that only one version has', () => {
    expect([told([before], []), told([], [before])].map((rows) => rows.map((row) => (row as string[])[0]))).toEqual([['added', 'added', 'added'], ['removed', 'removed', 'removed']]);
  });
});
