import type { Case } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet, writeSpreadsheet } from '../node/spreadsheet-file.js';
import type { CountedCase, StatisticsRequest } from './index.js';
import { sheetFromStatistics, statisticsOf } from './index.js';

const folder = (name: string): string => fileURLToPath(new URL(`../../../../examples/schemes/${name}`, import.meta.url));
const { scheme: loaded } = loadSchemeFolder(folder('nanhai-matters-demo'));
if (loaded === undefined) throw new Error('nanhai-matters-demo cannot be loaded');
const scheme = loaded;
interface HalfYear { readonly stated: Readonly<Record<string, number>>; readonly records: readonly { readonly town: string; readonly answers: { readonly mattersCount: number; readonly mattersAmount: number; readonly payoutsCount: number; readonly payoutsAmount: number } }[] }
const halfYear = JSON.parse(readFileSync(join(folder('nanhai-matters'), 'records/half-year.json'), 'utf8')) as HalfYear;
const matter = (id: string, category: string, amount: number | undefined, town = 'dali', submittedAt = '2019-03-05T10:00:00+08:00'): CountedCase => ({ id, submittedAt, applicant: { id: `${town}-party`, level: 'village', town }, answers: { category, ...(amount === undefined ? {} : { amount }) } });

/** So many cases of a town whose amounts, in fen, add up to a total. */
const share = (total: number, count: number, index: number): number => (Math.floor((total * 100 * (index + 1)) / count) - Math.floor((total * 100 * index) / count)) / 100;
const matters = halfYear.records.flatMap(({ town, answers: { mattersCount: n, mattersAmount } }) => Array.from({ length: n }, (_, index) => matter(`m-${town}-${index}`, index % 2 === 0 ? 'majorProjects' : 'assets', share(mattersAmount, n, index), town, `2019-0${(index % 6) + 1}-15T10:00:00+08:00`)));
const payouts = halfYear.records.flatMap(({ town, answers: { payoutsCount: n, payoutsAmount } }) => Array.from({ length: n }, (_, index) => matter(`p-${town}-${index}`, 'payouts', share(payoutsAmount, n, index), town)));
const byCategory: StatisticsRequest = { rows: { by: 'answer', pointer: '/category' }, columns: { by: 'period', every: 'halfYear' } };

describe('statisticsOf', () => {
  it('calls what stands above an applicant by its name, whatever its level', () => {
    const units = [...(scheme.organisation.units ?? []), { id: 'home-7', level: 'homeUnit', title: { 'zh-CN': '松岩镇党委' } }];
    const { rows } = statisticsOf({ ...scheme, organisation: { ...scheme.organisation, units } }, [matter('a', 'assets', 1, 'home-7'), matter('b', 'assets', 1, 'unheard-of')], { rows: { by: 'town' } });
    expect(rows.map(({ title }) => title['zh-CN'])).toEqual(expect.arrayContaining(['松岩镇党委', 'unheard-of']));
  });

  it('row 100: rebuilds the two lines of N11 from single matters: 1,790 with 580 million yuan, 957 payouts with 4.2 billion', () => {
    const { rows, columns, rowTotals, totals } = statisticsOf(scheme, [...matters, ...payouts], byCategory);
    const sum = (keys: readonly string[], measure: number): number => rows.reduce((all, { key }, index) => (keys.includes(key) ? all + (rowTotals[index]?.[measure]?.value ?? 0) * (measure === 1 ? 100 : 1) : all), 0);

    expect(columns.map(({ title }) => title['zh-CN'])).toEqual(['2019年上半年']);
    expect([sum(['majorProjects', 'assets'], 0), sum(['majorProjects', 'assets'], 1)]).toEqual([1790, 580_000_000 * 100]);
    expect([sum(['payouts'], 0), sum(['payouts'], 1)]).toEqual([957, 4_200_000_000 * 100]);
    expect(totals.map(({ value }) => value)).toEqual([2747, 4_780_000_000]);
  });

  it('row 100: rebuilds the two lines of N11 from the half-year reports of the towns', () => {
    const reports = halfYear.records.map(({ town, answers }): CountedCase => ({ id: town, submittedAt: '2019-07-01T09:00:00+08:00', applicant: { id: town, level: 'town', town }, answers }));
    const title = { 'zh-CN': '项' };
    const measures = [{ id: 'n', title, sum: '/mattersCount' }, { id: 'a', title, sum: '/mattersAmount', unit: 'yuan' as const }, { id: 'p', title, sum: '/payoutsCount' }, { id: 'q', title, sum: '/payoutsAmount', unit: 'yuan' as const }];

    const { totals, rows } = statisticsOf(scheme, reports, { rows: { by: 'town' }, measures });

    expect(totals.map(({ value }) => value)).toEqual([halfYear.stated['matters'], halfYear.stated['mattersAmount'], halfYear.stated['payouts'], halfYear.stated['payoutsAmount']]);
    expect(rows.map(({ title: name }) => name['zh-CN'])).toEqual(['桂城街道', '九江镇', '西樵镇', '丹灶镇', '狮山镇', '大沥镇', '里水镇']);
  });

  it('row 100: comes back from Excel with the same figures', async () => {
    const sheet = sheetFromStatistics(statisticsOf(scheme, [...matters, ...payouts], byCategory));
    const path = join(mkdtempSync(join(tmpdir(), 'statistics-')), 'half-year.xlsx');
    await writeSpreadsheet(path, sheet, '半年统计');

    const read = await readSpreadsheet(path);

    expect(read.slice(1)).toEqual(sheet.slice(1));
    expect(sheet[sheet.length - 1]).toEqual(['合计', 2747, 4_780_000_000, 2747, 4_780_000_000]);
  });

  it('adds money up exactly', () => {
    expect(statisticsOf(scheme, Array.from({ length: 10 }, (_, index) => matter(String(index), 'assets', 0.1)), { rows: { by: 'town' } }).totals[1]?.value).toBe(1);
    expect(statisticsOf(scheme, [matter('a', 'assets', 0.1), matter('b', 'assets', 0.2)], { rows: { by: 'town' } }).totals[1]?.value).toBe(0.3);
  });

  it('takes a case without an amount for one whose amount is not known, and never for nothing', () => {
    const { totals } = statisticsOf(scheme, [matter('a', 'assets', 5), matter('b', 'personnel', undefined), matter('c', 'assets', 0)], { rows: { by: 'town' } });

    expect(totals).toEqual([{ value: 3, unread: 0 }, { value: 5, unread: 1 }]);
  });

  it.each([['2018-12-31T23:59:59+08:00', 0], ['2019-01-01T00:00:00+08:00', 1], ['2019-06-30T23:59:59+08:00', 1], ['2019-07-01T00:00:00+08:00', 0]])('counts what was submitted from the first day on and before the last: %s', (submittedAt, counted) => {
    expect(statisticsOf(scheme, [matter('a', 'assets', 1, 'dali', submittedAt)], { rows: { by: 'town' }, from: '2019-01-01', below: '2019-07-01' }).counted).toBe(counted);
  });

  it.each([['month', ['2019年3月', '2019年7月']], ['quarter', ['2019年第1季度', '2019年第3季度']], ['halfYear', ['2019年上半年', '2019年下半年']], ['year', ['2019年']]] as const)('tells periods apart: %s', (every, titles) => {
    const two = [matter('b', 'assets', 1, 'dali', '2019-07-02T10:00:00+08:00'), matter('a', 'assets', 1)];
    expect(statisticsOf(scheme, two, { rows: { by: 'period', every } }).rows.map(({ title }) => title['zh-CN'])).toEqual(titles);
  });

  it('tells an approved project that waits for its evaluation from one in review and from one that is done', () => {
    const { scheme: qianjiang } = loadSchemeFolder(folder('qianjiang-innovation-demo'));
    if (qianjiang === undefined) throw new Error('qianjiang-innovation-demo cannot be loaded');
    const at = (id: string, stage: string, more: Partial<CountedCase> = {}): CountedCase => ({ ...matter(id, 'rural', 1), stage, status: 'open', ...more });
    const cases = [at('a', 'firstReview'), at('b', 'publicity'), at('c', 'expertVisit'), at('d', 'summary'), at('e', 'summary', { status: 'ended', end: 'approved' }), at('f', 'preAssessment', { isProject: true })];
    const made = statisticsOf(qianjiang, cases, { rows: { by: 'outcome' }, measures: [{ id: 'count', title: { 'zh-CN': '件数' } }] });

    expect(made.rows.map(({ key, title }, row) => [key, title['zh-CN'], title.en, made.rowTotals[row]?.[0]?.value])).toEqual([
      ['open', '审核中', 'In review', 2], ['running', '已立项，实施中', 'Approved, under way', 3], ['approved', '已立项，已办结', 'Approved, completed', 1],
    ]);
    expect(sheetFromStatistics(made, 'en').map(([name]) => name)).toEqual(['', 'In review', 'Approved, under way', 'Approved, completed', 'Total']);
  });

  it('counts by stage, outcome and level in the words of the scheme', () => {
    const states: readonly CountedCase[] = [{ ...matter('a', 'assets', 1), stage: 'opinions', status: 'open' }, { ...matter('b', 'assets', 1), stage: 'opinions', status: 'ended', end: 'approved' }];
    const titles = (by: 'stage' | 'outcome' | 'level'): readonly (string | undefined)[] => statisticsOf(scheme, states, { rows: { by } }).rows.map(({ title }) => title['zh-CN']);

    expect(titles('outcome')).toEqual(['审核中', '通过']);
    expect(titles('level')).toEqual(['行政村（第一级网格）']);
    expect(titles('stage')).toEqual([scheme.stages.find(({ id }) => id === 'opinions')?.title['zh-CN']]);
  });

  it('counts marks of later stages, of several the last one, and whether times were kept', () => {
    const { scheme: wishes } = loadSchemeFolder(folder('yangjiang-wishes-demo'));
    if (wishes === undefined) throw new Error('yangjiang-wishes-demo cannot be loaded');
    const rated = (id: string, ...marks: readonly number[]): CountedCase => ({ ...matter(id, 'x', 1), reviews: marks.map((rating) => ({ stage: 'rate', answers: { rating } })) });
    const of = (cases: readonly CountedCase[], rows: StatisticsRequest['rows']): unknown => {
      const made = statisticsOf(wishes, cases, { rows, measures: [{ id: 'count', title: { 'zh-CN': '件数' } }] });
      return made.rows.map(({ key, title }, row) => [key, title['zh-CN'], made.rowTotals[row]?.[0]?.value]);
    };
    expect(of([rated('a', 5), rated('b', 2, 5), rated('c', 3), rated('d')], { by: 'review', stage: 'rate', pointer: '/rating' })).toEqual([['3', '3', 1], ['5', '5', 2], ['', '未填写', 1]]);
    expect(of([{ ...rated('a'), timeliness: 'late' }, { ...rated('b'), timeliness: 'inTime' }, rated('c')], { by: 'timeliness' })).toEqual([['inTime', '没有超期', 1], ['late', '超过期限', 1], ['', '没有期限', 1]]);
  });

  it('is not misled by keys that objects have of their own', () => {
    const odd = [matter('a', '__proto__', 1), matter('b', 'constructor', 1), matter('c', '', 1)];
    expect(statisticsOf(scheme, odd, { rows: { by: 'answer', pointer: '/category' } }).rows.map(({ key }) => key)).toEqual(['__proto__', 'constructor', '']);
  });

  it('counts nothing where there is nothing', () => {
    expect(statisticsOf(scheme, [], byCategory)).toMatchObject({ rows: [], columns: [], totals: [{ value: 0, unread: 0 }, { value: 0, unread: 0 }], counted: 0 });
  });

  it('refuses a day that is none', () => {
    expect(() => statisticsOf(scheme, [] as readonly Case[], { ...byCategory, from: 'heute' })).toThrow(RangeError);
  });
});
