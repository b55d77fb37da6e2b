import type { Grading } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { marksFromCells, marksFromSheet, sheetFromMarks } from './marks-sheet.js';

const inputs = [{ id: 'village', title: { 'zh-CN': '村评估', en: 'Village' }, weight: 50 }, { id: 'town', title: { 'zh-CN': '镇评估', en: 'Town' }, weight: 50 }];
const grading: Grading = { id: 'year', title: { 'zh-CN': '年度评估' }, by: 'score', inputs, grades: [] };
const range = { lowest: 0, highest: 100 };
const known = new Set(Array.from({ length: 135 }, (_, index) => `HT-${index + 1}`));
const messages = (read: { readonly problems: readonly { readonly message: string }[] }): string[] => read.problems.map(({ message }) => message);

describe('marksFromSheet', () => {
  it('row 32: of 135 rows with 7 bad ones takes 128 and names 7 by row and column', () => {
    const bad: Readonly<Record<number, readonly (string | number)[]>> = { 3: ['HT-3', '九十', 80], 20: ['HT-20', 101, 80], 21: ['HT-21', -1, 80], 50: ['HT-50', 90, '80分'], 77: ['HT-999', 90, 80], 90: ['HT-89', 90, 80], 135: ['', 90, 80] };
    const rows = Array.from({ length: 135 }, (_, index) => bad[index + 1] ?? [`HT-${index + 1}`, 90, '80']);

    const read = marksFromSheet(grading, known, [['编号', '村评估', '镇评估'], ...rows], { range });

    expect(read.rows).toBe(128);
    expect(read.marks).toHaveLength(256);
    expect(read.problems.map(({ line, column }) => [line, column])).toEqual([[4, 2], [21, 2], [22, 2], [51, 3], [78, 1], [91, 1], [136, 1]]);
    expect(messages(read)[0]).toBe('第 4 行 B 列“村评估”：“九十”不能作为分数（0 至 100）');
  });

  it.each([[-0.01, 0], [0, 1], [100, 1], [100.01, 0]])('takes a mark of 0 to 100 and no other: %d', (mark, taken) => {
    expect(marksFromSheet(grading, known, [['id', 'village'], ['HT-1', mark]], { range }).rows).toBe(taken);
  });

  it('leaves empty cells and columns for people alone', () => {
    expect(marksFromSheet(grading, known, [['编号 (id)', '党员姓名', '村评估 (village)', 'Town'], ['HT-1', '冯海生', null, '９５.５'], [null, null, null, null]])).toEqual({ marks: [{ id: 'HT-1', input: 'town', mark: 95.5 }], problems: [], rows: 1 });
  });

  it.each<[string, readonly (readonly string[])[], string]>([
    ['nothing', [], '表里没有内容'], ['no number', [['村评估']], '缺少“编号”一列'], ['no mark', [['编号']], '缺少“村评估、镇评估”一列'], ['a column twice', [['编号', '村评估', 'village']], '“village”有两列'], ['a misspelt column', [['编号', '村评诂']], '不认识列名“村评诂”'],
  ])('says of a sheet with %s what is wrong with it', (_, sheet, message) => {
    expect(messages(marksFromSheet(grading, known, sheet)).join()).toContain(message);
  });
});

describe('marksFromCells', () => {
  it('takes pasted cells from an entry on, and refuses cell by cell', () => {
    const read = marksFromCells(['a', 'b', 'c'], inputs, [['95', '88'], ['好', '80'], [null, '70']], { range });

    expect(read.marks).toEqual([{ id: 'a', input: 'village', mark: 95 }, { id: 'a', input: 'town', mark: 88 }, { id: 'b', input: 'town', mark: 80 }, { id: 'c', input: 'town', mark: 70 }]);
    expect(messages(read)).toEqual(['第 2 行 A 列“村评估”：“好”不能作为分数（0 至 100）']);
  });

  it('says that more was pasted than there are entries', () => {
    expect(messages(marksFromCells(['a'], inputs, [['95'], ['90'], ['80']]))).toEqual(['第 2 行：粘贴了 3 行，表里从这一行起只有 1 条']);
  });
});

describe('sheetFromMarks', () => {
  it('reads back as the marks it was made of', () => {
    const sheet = sheetFromMarks(grading, [{ id: 'HT-1', name: '冯**', marks: { village: 95, town: null } }]);

    expect(sheet[0]).toEqual(['编号 (id)', '名称', '村评估 (village)', '镇评估 (town)']);
    expect(marksFromSheet(grading, known, sheet).marks).toEqual([{ id: 'HT-1', input: 'village', mark: 95 }]);
  });
});
