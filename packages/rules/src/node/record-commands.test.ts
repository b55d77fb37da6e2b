import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPublished, chinaCalendar, readCases } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEvent } from '../lifecycle/append-event.js';
import { runCommand } from './run-command.js';
import { readSpreadsheet } from './spreadsheet-file.js';

const demo = fileURLToPath(new URL('../../../../examples/schemes/gaoming-demo', import.meta.url));
const cases = fileURLToPath(new URL('../../../../examples/schemes/gaoming/cases.jsonl', import.meta.url));
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cobuild-records-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  let [out, error] = ['', ''];
  const code = await runCommand(args, { out: (text) => { out += text; }, error: (text) => { error += text; }, readStandardInput: () => Promise.resolve('') });
  return { code, out, error };
}

/** A village submits on 5 March, the town returns it on 9 March: as events in a file, one a line. */
function writtenLog(): { readonly log: string; readonly schemeFile: string } {
  const { scheme } = loadSchemeFolder(demo);
  const [first] = readCases(readFileSync(cases, 'utf8'));
  if (scheme === undefined || first === undefined || !('case' in first)) throw new Error('no example');
  const published = buildPublished(scheme, { calendarVersion: chinaCalendar.version });
  const { answers, applicant } = first.case;
  const context = { caseId: 'gm-1', calendar: chinaCalendar, schemeHash: published.hash };
  const secretary = { id: 's1', role: 'villageSecretary', unit: applicant.unit ?? applicant.id, ...(applicant.town === undefined ? {} : { town: applicant.town }) };
  const submitted = appendEvent(scheme, undefined, { type: 'submitted', data: { answers, applicant } }, secretary, '2026-03-05T09:00:00+08:00', 'e1', context);
  if (!('event' in submitted)) throw new Error(JSON.stringify(submitted.problems));
  const returned = appendEvent(scheme, submitted.state, { type: 'reviewed', data: { stage: 'preliminary', outcome: 'return', reason: '请补充照片' } }, { id: 't1', role: 'townReviewer', unit: applicant.town ?? '' }, '2026-03-09T09:00:00+08:00', 'e2', context);
  if (!('event' in returned)) throw new Error(JSON.stringify(returned.problems));
  const [log, schemeFile] = [join(folder, 'events.jsonl'), join(folder, 'published.json')];
  writeFileSync(log, `${JSON.stringify(submitted.event)}\n${JSON.stringify(returned.event)}\n`);
  writeFileSync(schemeFile, JSON.stringify(published));
  return { log, schemeFile };
}

describe('cobuild export and verify', () => {
  it('write a case as one file, find it whole, tell where it stood on a day, and write the same bytes again', async () => {
    const { log, schemeFile } = writtenLog();
    const [file, again] = [join(folder, 'case.json'), join(folder, 'again.json')];
    const made = await run('export', schemeFile, '--events', log, '-o', file);
    expect([made.code, made.error]).toEqual([0, '']);
    expect(made.out).toContain('案件 gm-1，方案 gaoming-demo');
    const whole = await run('verify', schemeFile, '--case', file, '-o', again);
    expect(whole.out).toMatch(/完整，没有被改动。案件 gm-1.*\n办到“.*”，共 2 条记录。\n[0-9a-f]{64}\n/);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'));
    const days = await Promise.all(['2026-03-04', '2026-03-05', '2026-03-09'].map(async (at) => (JSON.parse((await run('verify', demo, '--case', file, '--at', at, '--json')).out) as { state: { sequence: number; returned?: unknown } | null }).state));
    expect(days.map((state) => state && [state.sequence, state.returned !== undefined])).toEqual([null, [1, false], [2, true]]);
    expect((await run('verify', schemeFile, '--case', file, '--at', '2026-03-04')).out).toContain('2026-03-04：还没有提交。');
  });

  it('name the first event that was changed, with its line, and write nothing', async () => {
    const { log, schemeFile } = writtenLog();
    const file = join(folder, 'whole.json');
    await run('export', schemeFile, '--events', log, '-o', file);
    const changed = join(folder, 'changed.json');
    writeFileSync(changed, readFileSync(file, 'utf8').replace('请补充照片', '请补充照'));
    const { code, out, error } = await run('verify', schemeFile, '--case', changed, '-o', join(folder, 'never.json'));
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(/changed\.json:\d+:\d+ 错误 case\/broken-chain \/events\/1\n {2}第2条记录与留存的校验值不符.*\n {2}→ 这份案卷没有导入/);
    expect(() => readFileSync(join(folder, 'never.json'))).toThrow();
  });

  it.each([
    [['export', demo, '-o', 'x.json'], '请用 --events'],
    [['export', demo, '--events', 'package.json', '-o', 'x.json'], '应当是同一个案件的记录'],
    [['export', demo, '--events', 'README.md', '-o', 'x.json'], '不是有效的 JSON 记录'],
    [['verify', demo], '请用 --case'],
    [['verify', demo, '--case', 'package.json', '--at', '2026-02-30'], '--at 是日期'],
  ])('say in one line what is wrong with %s', async (args, message) => {
    const { code, error } = await run(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('cobuild statistics', () => {
  it('counts and sums by stage, by a question and by town across quarters', async () => {
    const { code, out, error } = await run('statistics', demo, '--cases', cases, '--by', 'category', '--across', 'quarter');
    expect([code, error]).toEqual([0, '']);
    expect(out.split('\n')[0]).toMatch(/2026年第1季度 件数/);
    const byTown = JSON.parse((await run('statistics', demo, '--cases', cases, '--by', 'town', '--json')).out) as { counted: number; totals: { value: number }[]; rows: unknown[]; rowTotals: { value: number }[][] };
    const total = readFileSync(cases, 'utf8').trim().split('\n').length;
    expect([byTown.counted, byTown.totals[0]?.value, byTown.rowTotals.reduce((sum, [count]) => sum + (count?.value ?? 0), 0)]).toEqual([total, total, total]);
  });

  it('takes Excel and gives Excel, with the same figures as from JSON Lines', async () => {
    const [book, table] = [join(folder, 'cases.xlsx'), join(folder, 'statistics.xlsx')];
    expect((await run('convert', demo, '--cases', cases, '-o', book)).code).toBe(0);
    const asked = ['--by', 'outcome', '--since', '2026-01-01', '--before', '2027-01-01'];
    const made = await run('statistics', demo, '--cases', book, ...asked, '-o', table);
    expect([made.code, made.error]).toEqual([0, '']);
    const sheet = await readSpreadsheet(table);
    expect(sheet[0]?.[1]).toBe('件数');
    const { totals } = JSON.parse((await run('statistics', demo, '--cases', book, ...asked, '--json')).out) as { totals: { value: number }[] };
    expect(sheet[sheet.length - 1]?.slice(0, 2)).toEqual(['合计', totals[0]?.value]);
  });

  it('names cases that it cannot read and does not count them', async () => {
    const file = join(folder, 'broken.jsonl');
    writeFileSync(file, `${readFileSync(cases, 'utf8').split('\n')[0] ?? ''}\n{"id":\n`);
    const { code, out, error } = await run('statistics', demo, '--cases', file, '--by', 'year');
    expect([code, out.trim().split('\n').length]).toEqual([1, 3]);
    expect(error).toContain('broken.jsonl:2');
  });

  it.each([
    [['--by', 'tonw'], '是否想写 town？'], [['--sum', '/categroy'], '是否想写 /category？'], [['--since', 'gestern'], '--since 是日期'], [['-o', 'x.txt'], '-o 写 .xlsx、.csv 或 .json'],
  ])('says in one line what is wrong with %s', async (args, message) => {
    const { code, error } = await run('statistics', demo, '--cases', cases, ...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('cobuild due', () => {
  it('says what is due on a day over a folder of case files, each as it stood then, names a file that is none, and gives the same as data', async () => {
    const { log, schemeFile } = writtenLog();
    const cases = join(folder, 'cases');
    mkdirSync(cases);
    await run('export', schemeFile, '--events', log, '-o', join(cases, 'gm-1.json'));
    const first = await run('due', schemeFile, '--cases', cases, '--today', '2026-03-06', '--all');
    expect([first.code, first.error]).toEqual([0, '']);
    expect(first.out).toMatch(/^2026年3月6日：1 件待办\n2026年3月26日 +未到期（14 个工作日） .* 办理：镇街初审 +镇街初审人员 +gm-1\n$/);
    // Returned on 9 March: from then on nobody's time runs.
    expect((await run('due', schemeFile, '--cases', cases, '--today', '2026-03-26')).out).toBe('2026年3月26日没有到期或即将到期的事项。\n');
    writeFileSync(join(cases, 'other.json'), '{}');
    const { code, out } = await run('due', schemeFile, '--cases', cases, '--today', '2026-03-06', '--all', '--json');
    const data = JSON.parse(out) as { readonly cases: number; readonly items: readonly object[]; readonly problems: readonly { readonly document: string; readonly code: string }[] };
    expect([code, data.cases, data.problems.map((problem) => problem.code)]).toEqual([1, 1, ['record/malformed']]);
    expect(data.items).toEqual([expect.objectContaining({ kind: 'stage', caseId: 'gm-1', about: 'preliminary', dueOn: '2026-03-26', state: 'later', workingDays: 14 })]);
    expect(await run('due', schemeFile, '--cases', log)).toMatchObject({ code: 2 });
  });
});
