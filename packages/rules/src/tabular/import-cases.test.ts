import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, EventActor } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { readSpreadsheet, writeSpreadsheet } from '../node/spreadsheet-file.js';
import { sheetFromCases } from './cases-sheet.js';
import { importCases } from './import-cases.js';
import type { Cell, Sheet } from './sheet.js';

const { scheme: demo } = loadSchemeFolder('examples/schemes/gaoming-demo');
if (demo === undefined) throw new Error('gaoming-demo does not load');
const sound = JSON.parse(readFileSync('examples/schemes/gaoming-demo/cases/01-waiting-for-town.json', 'utf8')) as Case;
const enteredBy: EventActor = { id: 'clerk-1', name: '李办事员', role: 'townReviewer', town: 'hecheng' };
const enteredAt = '2026-03-05T09:30:00+08:00';
const options = { enteredBy, enteredAt, document: '村级申报.xlsx' };

/** A sheet of sound rows, with the paper of each. */
function sheetOf(count: number): Cell[][] {
  const cases = Array.from({ length: count }, (_, index): Case => ({ id: `P-${String(index + 1).padStart(3, '0')}`, submittedAt: sound.submittedAt, applicant: { ...sound.applicant, id: `village-${index + 1}`, name: `第${index + 1}村` }, answers: sound.answers }));
  const [header = [], ...rows] = sheetFromCases(demo as NonNullable<typeof demo>, cases);
  return [[...header, '扫描件 (paper.scan)', '收件日期'], ...rows.map((row, index) => [...row, index % 3 === 0 ? `scan-${index + 1}` : null, index % 3 === 0 ? '2026-03-02' : null])];
}
const columnOf = (sheet: Sheet, key: string): number => (sheet[0] ?? []).findIndex((cell) => cell === key || String(cell).endsWith(`(${key})`));
function withCell(sheet: readonly (readonly Cell[])[], line: number, key: string, cell: Cell): Cell[][] {
  const column = columnOf(sheet, key);
  if (column === -1) throw new Error(`no column ${key}`);
  return sheet.map((row, index) => (index === line - 1 ? row.map((old, place) => (place === column ? cell : old)) : [...row]));
}

/** What is wrong in which row; each with the words of its problem. */
const mistakes: readonly (readonly [line: number, key: string, cell: Cell, code: string, words: RegExp])[] = [
  [5, 'amountRequested', '三万', 'sheet/bad-value', /“三万”不能作为金额/],
  [17, 'category', '养猪', 'sheet/bad-value', /“养猪”不能作为选项/],
  [40, 'submittedAt', null, 'sheet/bad-case', /缺少提交时间/],
  [63, 'projectName', '长'.repeat(61), 'form/maxLength', /不能超过60个字，现有61个字/],
  [88, 'id', 'P-001', 'sheet/second-id', /编号“P-001”在第 2 行已经有了/],
  [100, 'contactName', null, 'form/required', /请填写联系人/],
  [136, 'paper.scan', null, 'sheet/missing-scan', /没有写扫描件/],
];

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cobuild-import-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

describe('importCases', () => {
  const whole = withCell(sheetOf(135), 136, '收件日期', '2026-03-02');
  const bad = mistakes.reduce<Cell[][]>((sheet, [line, key, cell]) => withCell(sheet, line, key, cell), whole);

  it.each(['申报.xlsx', '申报.csv'])('row 32: takes 128 of the 135 rows of %s in and names the 7 others by row and column', async (name) => {
    const path = join(folder, name);
    await writeSpreadsheet(path, bad, '申报');
    const { accepted, refused } = importCases(demo, await readSpreadsheet(path), options);

    expect([accepted.length, refused.length]).toEqual([128, 7]);
    expect(refused.map(({ row }) => row)).toEqual(mistakes.map(([line]) => line));
    refused.forEach(({ problems }, index) => {
      const [line, key, , code, words] = mistakes[index] ?? [0, '', null, '', /-/];
      expect(problems.map((problem) => problem.code)).toEqual([code]);
      const [problem] = problems;
      expect(problem).toMatchObject({ document: '村级申报.xlsx', line, column: columnOf(bad, key) + 1 });
      expect(problem?.message).toMatch(new RegExp(`^第 ${line} 行 [A-Z]+ 列“[^”]+”：`));
      expect(problem?.message).toMatch(words);
      expect(problem?.remedy).toMatch(/\S/);
    });
    expect(accepted[0]).toEqual({
      case: expect.objectContaining({ id: 'P-001', answers: sound.answers }) as Case,
      intake: { enteredBy, onBehalfOf: { ...sound.applicant, id: 'village-1', name: '第1村' }, enteredAt, document: '村级申报.xlsx', row: 2, paper: { scan: 'scan-1', receivedOn: '2026-03-02' } },
    });
    expect(accepted[1]?.intake.paper).toBeUndefined();
  });

  it('takes in nothing twice', () => {
    const { accepted, refused } = importCases(demo, sheetOf(3), { ...options, taken: (id) => id === 'P-002' });
    expect(accepted.map(({ case: { id } }) => id)).toEqual(['P-001', 'P-003']);
    expect(refused).toMatchObject([{ row: 3, id: 'P-002', problems: [{ code: 'sheet/id-taken', message: '第 3 行 A 列“编号 (id)”：编号“P-002”的申请已经在系统里', remedy: '已经导入过的行请删去；确是另一个申请的，请换一个编号。' }] }]);
  });

  it('refuses a file whose columns nobody knows, once', () => {
    const [header = [], ...rows] = sheetOf(2);
    expect(importCases(demo, [[...header, '扫描件'], ...rows], options)).toMatchObject({ accepted: [], refused: [{ row: 1, problems: [{ code: 'sheet/second-column' }] }] });
    expect(importCases(demo, [[...header, '天气'], ...rows], options)).toMatchObject({ accepted: [], refused: [{ row: 1, problems: [{ code: 'sheet/unknown-column' }] }] });
    expect(importCases(demo, [], options)).toMatchObject({ accepted: [], refused: [{ row: 1, problems: [{ code: 'sheet/empty' }] }] });
  });

  it('leaves no paper aside: one without an application is named', () => {
    const sheet = sheetOf(2);
    const alone = (sheet[0] ?? []).map((_, index, header) => (index === header.length - 2 ? 'scan-9' : null));
    const { accepted, refused } = importCases(demo, [...sheet, alone, alone.map(() => null)], { ...options, locale: 'en' });
    expect(accepted).toHaveLength(2);
    expect(refused).toMatchObject([{ row: 4, problems: [{ code: 'sheet/only-scan', message: 'Row 4: The row has a scan and nothing of the application.' }] }]);
  });

  it.each([['2026-02-30', 'sheet/bad-value'], ['2026年3月2日', undefined], ['', undefined]])('reads a day of receipt written as “%s”', (written, code) => {
    const { refused } = importCases(demo, withCell(sheetOf(1), 2, '收件日期', written), options);
    expect(refused.flatMap(({ problems }) => problems.map((problem) => problem.code))).toEqual(code === undefined ? [] : [code]);
  });

  it.each([['nobody', { enteredBy: { id: '', role: 'x' } }], ['a day without its time', { enteredAt: '2026-03-05' }]])('refuses to be called with %s', (_, change) => {
    expect(() => importCases(demo, [], { ...options, ...change })).toThrow(TypeError);
  });
});
