import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetSettings } from '../../generated/types.js';
import { pasteSentences } from './paste-words.js';
import { readBudgetPaste } from './read-budget-paste.js';
import type { PasteOptions } from './read-budget-paste.js';
import { splitCells } from './split-cells.js';

const subjects = [{ id: 'equipment', title: { 'zh-CN': '设备购置费', en: 'Equipment' } }, { id: 'training', title: { 'zh-CN': '培训费' } }];
const told = (text: string, settings: BudgetSettings = {}, options: PasteOptions = {}): string[] => readBudgetPaste(text, settings, options).problems.map(({ code, pointer, params }) => `${code} ${pointer} ${typeof params['row'] === 'number' ? params['row'] : ''}`.trim());

describe('splitCells', () => {
  it('reads tabs, quoted line breaks and doubled quotation marks as spreadsheets copy them', () => {
    expect(splitCells('a\tb\r\n"x\ny"\t"say ""hi"""\r\n')).toEqual([{ row: 1, cells: ['a', 'b'] }, { row: 2, cells: ['x\ny', 'say "hi"'] }]);
  });

  it('reads commas where there is no tab', () => {
    expect(splitCells('甲,"1,234.50",2')).toEqual([{ row: 1, cells: ['甲', '1,234.50', '2'] }]);
    expect(splitCells('"a\tb",c')).toEqual([{ row: 1, cells: ['a\tb', 'c'] }]);
  });

  it('keeps a quotation mark inside a cell', () => {
    expect(splitCells('24" 显示器\t1')).toEqual([{ row: 1, cells: ['24" 显示器', '1'] }]);
  });

  it('leaves out rows without text and counts them', () => {
    expect(splitCells('a\tb\n\t\n\nc\td')).toEqual([{ row: 1, cells: ['a', 'b'] }, { row: 4, cells: ['c', 'd'] }]);
  });

  it('reads back every table that is written with quotation marks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ',', ' ', '万'), maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, fc.constant('end')), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = rows.map((cells) => cells.map((each) => `"${each.replace(/"/g, '""')}"`).join('\t')).join('\r\n');
      expect(splitCells(text).map(({ cells }) => cells)).toEqual(rows);
    }));
  });
});

describe('readBudgetPaste', () => {
  it('finds columns by their titles, in whatever order', () => {
    const text = '序号\t单价（元）\t支出内容\t数量\t单位\t科目\n1\t1,200.50\t电脑\t２\t台\t设备购置费\n2\t￥300\t讲师\t1\t人次\tTRAINING';
    expect(readBudgetPaste(text, { subjects }).lines).toEqual([
      { subject: 'equipment', item: '电脑', unit: '台', quantity: 2, unitPrice: 1200.5 },
      { subject: 'training', item: '讲师', unit: '人次', quantity: 1, unitPrice: 300 },
    ]);
    expect(told(text, { subjects })).toEqual([]);
  });

  it('reads ten thousands by the head or by the cell, and the cell comes first', () => {
    const { lines } = readBudgetPaste('内容\t数量\t单价（万元）\n甲\t1\t1.25\n乙\t1\t500元\n丙\t1\t０．３万元');
    expect(lines.map(({ unitPrice }) => unitPrice)).toEqual([12_500, 500, 3000]);
  });

  it('reads a table without a head in the order of the grid', () => {
    expect(readBudgetPaste('培训费\t讲课\t次\t3\t400\t1200\t村里').lines).toEqual([{ subject: '培训费', item: '讲课', unit: '次', quantity: 3, unitPrice: 400, note: '村里' }]);
    expect(readBudgetPaste('讲课,3,400', {}, { columns: ['item', 'quantity', 'unitPrice'] }).lines).toEqual([{ item: '讲课', quantity: 3, unitPrice: 400 }]);
  });

  it('finds the titles under the name of the table', () => {
    expect(readBudgetPaste('2026年项目预算表\t\t\n\t\t单位：元\n内容\t数量\t单价\n甲\t1\t2')).toEqual({ lines: [{ item: '甲', quantity: 1, unitPrice: 2 }], problems: [] });
  });

  it('names row and column of what cannot be read, and leaves only that out', () => {
    const text = '内容\t数量\t单价\n\t1\t2\n乙\t三\t2\n丙\t1,2\t1.005\n丁\t0\t-5';
    const { lines, problems } = readBudgetPaste(text, {}, { pointer: '/budget', existing: 4 });
    expect(lines).toEqual([{ quantity: 1, unitPrice: 2 }, { item: '乙', unitPrice: 2 }, { item: '丙' }, { item: '丁' }]);
    expect(problems.map(({ code, pointer, params }) => [code, pointer, params['row'], params['column']])).toEqual([
      ['paste/missing', '/budget/lines/4/item', 2, '支出内容'], ['paste/quantity', '/budget/lines/5/quantity', 3, '数量'],
      ['paste/quantity', '/budget/lines/6/quantity', 4, '数量'], ['paste/unit-price', '/budget/lines/6/unitPrice', 4, '单价'],
      ['paste/quantity', '/budget/lines/7/quantity', 5, '数量'], ['paste/unit-price', '/budget/lines/7/unitPrice', 5, '单价'],
    ]);
    expect(problems[1]?.message).toBe('粘贴的第3行“数量”里的“三”不是大于0的数');
  });

  it('takes as many rows as there is room for, below, at and above', () => {
    const rows = (count: number) => ['内容\t数量\t单价', ...Array.from({ length: count }, (_, index) => `第${index + 1}项\t1\t1`)].join('\n');
    const taken = (count: number) => { const { lines, problems } = readBudgetPaste(rows(count), { maximumLines: 5 }, { existing: 2 }); return [lines.length, ...problems.map(({ code, params }) => `${code} ${String(params['row'])} ${String(params['left'])}`)]; };
    expect([2, 3, 5].map(taken)).toEqual([[2], [3], [3, 'paste/too-many-rows 5 2']]);
  });

  it('leaves out the sum under the table and says so', () => {
    const text = '内容\t数量\t单价\t金额\n甲\t2\t5\t10\n合 计\t\t\t10';
    expect(readBudgetPaste(text).lines).toHaveLength(1);
    expect(readBudgetPaste(text).problems).toMatchObject([{ code: 'paste/total-row', severity: 'info', params: { row: 3 } }]);
  });

  it('warns where the amount in the table is another', () => {
    const paste = readBudgetPaste('内容\t数量\t单价（元）\t金额（万元）\n甲\t2\t5000\t1\n乙\t2\t5000\t1.1');
    expect(paste.problems).toMatchObject([{ code: 'paste/amount-differs', severity: 'warning', pointer: '/lines/1/amount', params: { row: 3, amount: 10_000, written: 11_000 } }]);
    expect(paste.lines).toHaveLength(2);
  });

  it('compares no amount that is beyond every number of a document', () => {
    expect(readBudgetPaste('内容\t数量\t单价\t金额\n甲\t999999999999999\t999999999999\t5').problems).toEqual([]);
  });

  it('keeps a subject that nobody knows, for the person to choose another', () => {
    expect(readBudgetPaste('科目\t内容\t数量\t单价\n招待费\t餐\t1\t1', { subjects }).lines[0]?.subject).toBe('招待费');
  });

  it('gives what a formula cell shows no meaning of its own', () => {
    expect(told('内容\t数量\t单价\n甲\t=1+1\t#REF!')).toEqual(['paste/quantity /lines/0/quantity 2', 'paste/unit-price /lines/0/unitPrice 2']);
  });

  const wrong: [string, string, BudgetSettings][] = [
    ['paste/empty', ' \n\t', {}], ['paste/too-large', 'x'.repeat(1_000_001), {}], ['paste/too-many-rows', 'a,b,c,1,1', { maximumLines: 0 }], ['paste/missing', '科目\t内容\t数量\t单价\nx\t\t1\t1', {}],
    ['paste/no-column', '内容\t单价\n甲\t1', {}], ['paste/quantity', '内容\t数量\t单价\n甲\t多\t1', {}], ['paste/unit-price', '内容\t数量\t单价\n甲\t1\t多', {}],
    ['paste/subject-unknown', '科目\t内容\t数量\t单价\nx\t甲\t1\t1', { subjects }], ['paste/amount-differs', '内容\t数量\t单价\t金额\n甲\t1\t1\t2', {}], ['paste/total-row', '内容\t数量\t单价\n合计\t\t', {}],
  ];
  it.each(wrong)('says %s in both languages', (code, text, settings) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const problem = readBudgetPaste(text, settings, { locale }).problems.find((each) => each.code === code);
      expect(problem?.message).toBeTruthy();
      expect(problem?.message).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('has a sentence for every code in both languages', () => {
    expect(wrong.map(([code]) => code)).toEqual(Object.keys(pasteSentences['zh-CN']));
    expect(Object.keys(pasteSentences.en)).toEqual(Object.keys(pasteSentences['zh-CN']));
  });

  it('never throws, whatever is pasted', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '9', '.', ',', '\t', '\n', '"', '万', '元', '内容', '数量', '单价', '-', '９', '合计'), maxLength: 80 });
    fc.assert(fc.property(text, (each) => readBudgetPaste(each, { maximumLines: 3 }).lines.length <= 3));
  });
});
