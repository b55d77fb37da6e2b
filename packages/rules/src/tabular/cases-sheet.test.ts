import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case, Scheme } from '@cobuild/core';
import { readCases } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { casesFromSheet, sheetFromCases } from './cases-sheet.js';
import type { Cell } from './sheet.js';

function load(name: string): Scheme {
  const { scheme } = loadSchemeFolder(`examples/schemes/${name}`);
  if (scheme === undefined) throw new Error(`the example scheme ${name} does not load`);
  return scheme;
}
const demo = load('gaoming-demo');
const header = ['编号', 'submittedAt', 'applicant.id', '项目名称', '申请专项资金 (amountRequested)', 'category', '资金是否用于下列用途', 'opinions.heldOn', 'otherLiveApplication'];
const row = (...cells: Cell[]): Cell[] => cells;
const sound = row('1', '2026-03-05 09:30', 'v1', '长者饭堂', 5000.5, '党建+物业服务', '发放工资、津贴补贴', '2026/3/1', '没有');

describe('casesFromSheet', () => {
  it('reads columns by key, by title and by both', () => {
    expect(casesFromSheet(demo, [header, sound])).toEqual([{
      line: 2,
      case: {
        id: '1', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'v1' },
        answers: { projectName: '长者饭堂', amountRequested: 5000.5, category: 'propertyService', negativeUses: expect.any(Array) as unknown, opinions: { heldOn: '2026-03-01' }, otherLiveApplication: false },
      },
    }]);
  });

  it('takes dates, numbers and yes or no as spreadsheets and people write them', () => {
    const [read] = casesFromSheet(demo, [header, row(12, new Date('2026-03-05T09:30:00Z'), 'v1', 2026, '￥12,000.50', 'other', null, new Date('2026-03-01T00:00:00Z'), false)]);
    expect(read).toMatchObject({ case: { id: '12', submittedAt: '2026-03-05T09:30:00+08:00', answers: { projectName: '2026', amountRequested: 12000.5, category: 'other', opinions: { heldOn: '2026-03-01' }, otherLiveApplication: false } } });
    expect(read !== undefined && 'case' in read ? read.case.answers : {}).not.toHaveProperty('negativeUses');
  });

  it('names row and column of everything that is wrong, and reads the other rows', () => {
    const read = casesFromSheet(demo, [header, row('1', 'gestern', 'v1', 'x', 'viel', 'nichts', '', '2026-02-30', '也许'), sound, row('1', '2026-03-05', 'v1')], { document: '申报.xlsx' });
    expect(read.map((one) => ('problems' in one ? one.problems.map(({ message }) => message) : one.case.id))).toEqual([
      [
        '第 2 行 B 列“submittedAt”：“gestern”不能作为时间（如 2026-03-05 09:30）',
        '第 2 行 E 列“申请专项资金 (amountRequested)”：“viel”不能作为金额（元，最多两位小数）',
        '第 2 行 F 列“category”：“nichts”不能作为选项',
        '第 2 行 H 列“opinions.heldOn”：“2026-02-30”不能作为日期（如 2026-03-05）',
        '第 2 行 I 列“otherLiveApplication”：“也许”不能作为是或否',
      ],
      ['第 3 行 A 列“编号”：编号“1”在第 2 行已经有了'],
      ['第 4 行 A 列“编号”：编号“1”在第 2 行已经有了'],
    ]);
    const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
    expect(problems[1]).toMatchObject({ document: '申报.xlsx', line: 2, column: 5, params: { row: 2, column: 'E' } });
    expect(problems[2]?.remedy).toContain('党建+物业服务');
  });

  it.each<[string, readonly Cell[], string]>([
    ['a column that nobody knows', ['id', 'submittedAt', 'applicant.id', 'projectNam'], '第 1 行 D 列“projectNam”：不认识列名“projectNam”'],
    ['a column twice', ['id', 'submittedAt', 'applicant.id', 'category', '项目类别'], '第 1 行 E 列“项目类别”：“项目类别”有两列'],
    ['no column for the id', ['submittedAt', 'applicant.id'], '第 1 行：缺少“编号”一列'],
    ['nothing at all', [null, ''], '第 1 行：表里没有内容'],
  ])('refuses %s once, not in every row', (_, names, message) => {
    const read = casesFromSheet(demo, [names, sound, sound]);
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ line: 1, problems: [{ message }] });
  });

  it('says of an empty cell what the case lacks, at its column', () => {
    const [read] = casesFromSheet(demo, [header, row('1', null, null, 'x')]);
    expect(read !== undefined && 'problems' in read ? read.problems.map(({ message, remedy }) => `${message} → ${remedy ?? ''}`) : []).toEqual([
      '第 2 行 B 列“submittedAt”：这个案件缺少提交时间（submittedAt） → 请补上提交时间，例如 2026-03-05T09:30:00+08:00。', '第 2 行 C 列“applicant.id”：这个案件缺少申报单位（applicant） → 请补上申报单位，至少有它的代号（id）。',
    ]);
  });

  it('reads lists of objects by item and member', () => {
    const [read] = casesFromSheet(demo, [['id', 'submittedAt', 'applicant.id', 'budget.lines.1.quantity', 'budget.lines.2.quantity', 'budget.lines.1.unitPrice'], row('1', '2026-03-05', 'v', 2, 3, '1.5')]);
    expect(read).toMatchObject({ case: { answers: { budget: { lines: [{ quantity: 2, unitPrice: 1.5 }, { quantity: 3 }] } } } });
  });

  it('does nothing with keys that would reach into objects', () => {
    expect(casesFromSheet(demo, [['id', 'submittedAt', 'applicant.id', '__proto__.x'], sound])[0]).toMatchObject({ problems: [{ code: 'sheet/unknown-column' }] });
  });

  it('speaks English', () => {
    expect(casesFromSheet(demo, [header, row('1', 'x', 'v')], { locale: 'en' })[0]).toMatchObject({ problems: [{ message: 'Row 2, column B “submittedAt”: "x" cannot be read as a time such as 2026-03-05 09:30.' }] });
  });
});

describe('sheetFromCases', () => {
  it.each(['gaoming-demo', 'sanshui-xinan'])('writes the cases of %s so that they read back the same', (name) => {
    const scheme = load(name);
    const cases = readCases(readFileSync(`examples/schemes/${name}/cases.jsonl`, 'utf8')).flatMap((read) => ('case' in read ? [read.case] : []));
    const { length } = cases;
    expect(length).toBeGreaterThan(0);
    const sheet = sheetFromCases(scheme, cases);
    const back = casesFromSheet(scheme, sheet).map((read) => ('case' in read ? read.case : read.problems));
    // What says where an example comes from is no part of an application.
    expect(back).toEqual(cases.map(({ provenance: _provenance, ...application }: Case) => application));
    expect(sheet[0]?.every((cell) => typeof cell === 'string' && cell !== '')).toBe(true);
  });
});
