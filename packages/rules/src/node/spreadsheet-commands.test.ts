import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { csvFromSheet } from '../tabular/index.js';
import { csvText, fileFromSheet, readCsv, readSpreadsheet, sheetFromFile, writeCsv, writeSpreadsheet } from './spreadsheet-file.js';
import { runCommand } from './run-command.js';

const demo = 'examples/schemes/gaoming-demo';
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cobuild-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  let out = '';
  let error = '';
  const code = await runCommand(args, { out: (text) => { out += text; }, error: (text) => { error += text; }, readStandardInput: () => Promise.resolve('') });
  return { code, out, error };
}

describe('spreadsheet files', () => {
  const sheet = [['编号', '说明', '金额', '是'], ['1', '=SUM(A1)', -5.5, true], ['2', "'x\n,\"y\"", 0.1, false], ['3', '+86 1', null, null]];

  it('keep every cell in a workbook, formulas as texts', async () => {
    const file = join(folder, 'a.xlsx');
    await writeSpreadsheet(file, sheet, '案件[1]/2');
    expect(await readSpreadsheet(file)).toEqual(sheet);
  });

  it('keep every text in a CSV file, none of which a spreadsheet would run', () => {
    const text = writeCsv(sheet);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain("'=SUM(A1)");
    expect(text).toContain("'+86 1");
    expect(readCsv(text).slice(0, 4)).toEqual([['编号', '说明', '金额', '是'], ['1', '=SUM(A1)', '-5.5', 'true'], ['2', "'x\n,\"y\"", '0.1', 'false'], ['3', '+86 1', null, null]]);
  });

  it('keep marks before formulas, and a dash alone without one', () => {
    const cells = ["'=1", "''=1", "'x", '-', '-1', '＝1'];
    expect(writeCsv([cells]).slice(1).trimEnd().split(',')).toEqual(["''=1", "'''=1", "'x", '-', "'-1", '＝1']);
    expect(readCsv(writeCsv([cells]))[0]).toEqual(cells);
  });

  it('are read in the national encoding where they are no UTF-8, as Excel in Chinese saves CSV', async () => {
    const gbk = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x31, 0x2c, 0xb3, 0xa4, 0xd5, 0xdf, 0xb7, 0xb9, 0xcc, 0xc3]);
    expect(csvText(gbk)).toBe('编号,名称\r\n1,长者饭堂');
    expect(csvText(new TextEncoder().encode('\ufeff编号'))).toBe('编号');
    const file = join(folder, 'gbk.csv');
    writeFileSync(file, gbk);
    expect(await readSpreadsheet(file)).toEqual([['编号', '名称'], ['1', '长者饭堂']]);
  });

  it('say so where a file is none', async () => {
    const file = join(folder, 'broken.xlsx');
    writeFileSync(file, 'no workbook');
    expect((await run('decide', demo, '--cases', file)).error).toContain('不是能读取的 Excel 文件（文件损坏，或者不是 .xlsx）。请另存为 .xlsx 或 CSV 后再试。');
    expect((await run('decide', demo, '--cases', join(folder, 'nowhere.csv'))).code).toBe(2);
  });
});

describe('cobuild convert and decide', () => {
  it.each(['xlsx', 'csv'])('take the cases of a scheme through %s and decide the same', async (kind) => {
    const cases = `${demo}/cases.jsonl`;
    const file = join(folder, `cases.${kind}`);
    expect(await run('convert', demo, '--cases', cases, '-o', file)).toEqual({ code: 0, out: '', error: '' });
    expect((await run('decide', demo, '--cases', file)).out).toBe((await run('decide', demo, '--cases', cases)).out);
    const back = join(folder, `back-${kind}.jsonl`);
    expect((await run('convert', demo, '--cases', file, '-o', back)).code).toBe(0);
    expect((await run('decide', demo, '--cases', back)).out).toBe((await run('decide', demo, '--cases', cases)).out);
  });

  it('write decisions as a table for people', async () => {
    const file = join(folder, 'decisions.xlsx');
    const complete = join(folder, 'complete.jsonl');
    writeFileSync(complete, readFileSync(`${demo}/cases.jsonl`, 'utf8').split('\n').filter((line) => /^{"id":"(0\d|1[0-4])-/.test(line)).join('\n'));
    expect(await run('decide', demo, '--cases', complete, '-o', file)).toEqual({ code: 0, out: `${file}：已写入 14 个案件的结论。\n`, error: '' });
    const [header, first] = await readSpreadsheet(file);
    expect(header).toEqual(['编号', '结果', '环节', '申报条件', '得分', '表决', '等级', '资助金额（元）', '理由']);
    expect(first?.[3]).toMatch(/符合/);
  });

  it('write what the form would have refused into a column of its own', async () => {
    const file = join(folder, 'with-draft.xlsx');
    const { code, out } = await run('decide', demo, '--cases', `${demo}/cases.jsonl`, '-o', file);
    expect([code, out]).toEqual([1, `${file}：已写入 27 个案件的结论，其中 7 个有填报问题。\n`]);
    const [header, ...rows] = await readSpreadsheet(file);
    expect(header?.[9]).toBe('填报问题');
    expect(rows.find(([id]) => id === 'draft-incomplete')?.[9]).toContain('缺少“村民（代表）会议决议”的记录');
    expect(rows.filter((row) => row[9] !== null && row[9] !== undefined).map(([id]) => id)).toEqual(['15-above-cap', 'four-discussions-missing', 'four-discussions-order', 'no-opinions', 'amount-above-total', 'budget-unbalanced', 'draft-incomplete']);
  });

  it('name row and column of what is wrong in a spreadsheet', async () => {
    const file = join(folder, 'wrong.csv');
    writeFileSync(file, '编号,提交时间,申报单位代号,申请专项资金\n1,2026-03-05,v1,许多\n');
    const { code, error } = await run('decide', demo, '--cases', file);
    expect(code).toBe(1);
    expect(error).toContain('第 2 行 D 列“申请专项资金”：“许多”不能作为金额');
    expect((await run('convert', demo, '--cases', file)).code).toBe(1);
  });

  it.each([
    [['decide', demo, '--cases', `${demo}/cases.jsonl`, '-o', 'x.pdf'], '不能是“x.pdf”'],
    [['convert', demo], '请写明一样'],
    [['convert', demo, '--cases', 'a', '--table', 'b'], '请写明一样'],
    [['convert', demo, '--table', 'route'], '决策表'],
  ])('%j ends with 2', async (args, message) => {
    const { code, error } = await run(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  it('writes nothing while a problem stands', async () => {
    const file = join(folder, 'mixed.csv');
    writeFileSync(file, '编号,提交时间,申报单位代号\n1,2026-03-05,v1\n2,nie,v2\n');
    expect((await run('convert', demo, '--cases', file, '-o', join(folder, 'none.jsonl'))).code).toBe(1);
    expect(() => readFileSync(join(folder, 'none.jsonl'))).toThrow();
  });
});

describe('cobuild convert, tables and scores', () => {
  const table = {
    id: 'route', title: { 'zh-CN': '决定程序' }, hitPolicy: 'unique',
    inputs: [{ id: 'amount', title: { 'zh-CN': '申请金额' }, fact: 'amountRequested' }],
    outputs: [{ id: 'route', title: { 'zh-CN': '程序' } }, { id: 'days', title: { 'zh-CN': '天数' } }],
    rows: [
      { id: 'small', inputs: { amount: { below: 10000 } }, outputs: { route: '两委决定', days: 3 } },
      { id: 'middle', inputs: { amount: { from: 10000, below: 50000 } }, outputs: { route: '党员大会', days: 5 }, source: { 'zh-CN': '示例' } },
      { id: 'large', inputs: { amount: { from: 50000 } }, outputs: { route: '四议两公开', days: 'UNDECIDED' } },
    ],
  };
  const scoring = {
    outOf: 100, notApplicable: 'rescale',
    criteria: [{ id: 'need', title: { 'zh-CN': '需求' }, weight: 60, maximum: 10 }, { id: 'effect', title: { 'zh-CN': '成效' }, weight: 40, maximum: 10, mayBeNotApplicable: true }],
  };
  const answers = { projectName: '凉亭修缮', content: '修缮座椅。', amountRequested: 5000 };
  const applications = [
    { id: 'p1', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'v1' }, answers, scores: [{ reviewer: 'r1', marks: [{ criterion: 'need', mark: 8.5 }, { criterion: 'effect', notApplicable: true }] }, { reviewer: 'r2', marks: [{ criterion: 'need', mark: 0 }, { criterion: 'effect', mark: 10, comment: '好' }] }] },
    { id: 'p2', submittedAt: '2026-03-06T09:30:00+08:00', applicant: { id: 'v2' }, answers, scores: [{ reviewer: 'r1', marks: [{ criterion: 'need', mark: 7 }] }] },
  ];
  let scheme = '';
  beforeAll(() => {
    scheme = join(folder, 'scheme');
    cpSync('packages/rules/presets/blank', scheme, { recursive: true });
    const file = join(scheme, 'scheme.json');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), decisionTables: [table], scoring }));
    writeFileSync(join(folder, 'scored.jsonl'), applications.map((application) => `${JSON.stringify(application)}\n`).join(''));
  });

  it.each(['xlsx', 'csv'])('take a decision table through %s and back the same', async (kind) => {
    const [sheet, back] = [join(folder, `route.${kind}`), join(folder, `route-${kind}.json`)];
    expect(await run('convert', scheme, '--table', 'route', '-o', sheet)).toEqual({ code: 0, out: '', error: '' });
    expect(await run('convert', scheme, '--table', 'route', '--rows', sheet, '-o', back)).toEqual({ code: 0, out: '', error: '' });
    expect(JSON.parse(readFileSync(back, 'utf8'))).toEqual(table);
  });

  it.each(['xlsx', 'csv'])('take score sheets through %s and back the same', async (kind) => {
    const sheet = join(folder, `scores.${kind}`);
    expect(await run('convert', scheme, '--scores', join(folder, 'scored.jsonl'), '-o', sheet)).toEqual({ code: 0, out: '', error: '' });
    const { code, out } = await run('convert', scheme, '--scores', sheet);
    expect(code).toBe(0);
    expect(out.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(applications.map(({ id, scores }) => ({ id, scores })));
  });

  it('write nothing of a table that has a gap, and name where it is', async () => {
    const [rows, back] = [join(folder, 'gap.csv'), join(folder, 'gap.json')];
    writeFileSync(rows, 'id,amount,route,days\nsmall,< 10000,两委决定,3\nlarge,>=二,四议两公开,5\n');
    expect((await run('convert', scheme, '--table', 'route', '--rows', rows, '-o', back)).error).toContain('第 3 行 B 列“amount”：“二”不能作为界限');
    writeFileSync(rows, 'id,amount,route,days\nsmall,< 10000,两委决定,3\nlarge,>= 20000,四议两公开,5\n');
    const { code, error } = await run('convert', scheme, '--table', 'route', '--rows', rows, '-o', back);
    expect(code).toBe(1);
    expect(error).toContain('scheme/table-gap');
    expect(() => readFileSync(back)).toThrow();
  });

  it('refuse a mark above the highest', async () => {
    const sheet = join(folder, 'eleven.csv');
    writeFileSync(sheet, '编号,评委代号,需求\np1,r1,11\n');
    const { code, error } = await run('convert', scheme, '--scores', sheet);
    expect(code).toBe(1);
    expect(error).toContain('第 2 行 C 列“需求”：“需求”打了11分，应在0到10分之间。');
  });

  it('explain every case of a file under its id, one alone without', async () => {
    const all = (await run('explain', scheme, '--case', join(folder, 'scored.jsonl'))).out;
    expect(all.match(/^== 案件 .* ==$/gm)).toEqual(['== 案件 p1 ==', '== 案件 p2 ==']);
    const one = join(folder, 'one.jsonl');
    writeFileSync(one, `${JSON.stringify(applications[0])}\n`);
    expect((await run('explain', scheme, '--case', one)).out).not.toContain('==');
  });

  it('decide by a published file, and say of one that is checked what it is', async () => {
    const published = join(folder, 'published.json');
    expect((await run('publish', 'packages/rules/presets/blank', '-o', published)).code).toBe(0);
    const cases = ['--cases', join(folder, 'scored.jsonl')];
    const decided = await run('decide', published, ...cases);
    expect(decided.out.trim().split('\n')).toHaveLength(2);
    expect(decided.out).toBe((await run('decide', 'packages/rules/presets/blank', ...cases)).out);
    expect(await run('check', published)).toEqual({ code: 0, out: `${published}：这是已发布的文件，内容与校验值一致。\n`, error: '' });
    writeFileSync(published, readFileSync(published, 'utf8').replace('50000', '60000'));
    const changed = await run('check', published);
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('scheme/hash-mismatch');
  });
});

describe('fileFromSheet', () => {
  it('gives amounts as numbers with two decimals, and columns the room that their contents take', async () => {
    const sheet = [['项目', '资助金额（元）', '件数'], ['闲置公共用房改建暖心服务站', 70000.5, 3], ['短', null, 12]];
    const bytes = await fileFromSheet(sheet, '统计');
    expect(await sheetFromFile(bytes, '统计.xlsx')).toEqual(sheet);
    const parts = unzipSync(bytes);
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const widths = [...part('xl/worksheets/sheet1.xml').matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([28, 16, 10]);
    expect(part('xl/styles.xml')).toContain('#,##0.00');
  });

  it('types every cell: amounts with two decimals, days as dates, codes and citizen numbers as texts, the head always in sight', async () => {
    const citizen = '44060819900101123X';
    const sheet = [['编号', '身份证号', '得分', 'Award (yuan)', '拨付日期', '说明', '通过'], ['007', citizen, 87.5, 70000.5, '2026-03-05', '2026-02-30', true], ['008', '440608199001011234', 90, 1200, null, '=1+1', false]];
    const bytes = await fileFromSheet(sheet, '办理结果');
    const [, first, second] = (await sheetFromFile(bytes, 'a.xlsx')) ?? [];
    expect(first).toEqual(['007', citizen, 87.5, 70000.5, new Date('2026-03-05T00:00:00Z'), '2026-02-30', true]);
    expect(second).toEqual(['008', '440608199001011234', 90, 1200, null, '=1+1', false]);
    const parts = unzipSync(bytes);
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const styles = part('xl/styles.xml');
    const formats = new Map([...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/g)].map(([, id, code]) => [id, code]));
    const used = [...(/<cellXfs[^>]*>([^]*?)<\/cellXfs>/.exec(styles)?.[1] ?? '').matchAll(/<xf (?:[^>]*numFmtId="(\d+)")?/g)].map(([, id]) => formats.get(id) ?? '');
    const formatOf = (cell: string): string | undefined => used[Number(new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(part('xl/worksheets/sheet1.xml'))?.[1] ?? 0)];
    expect([formatOf('D2'), formatOf('D3'), formatOf('E2'), formatOf('C2')]).toEqual(['#,##0.00', '#,##0.00', 'yyyy-mm-dd', '']);
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  it('writes amounts with two decimals as CSV, too', () => {
    const sheet = [['镇街', '件数', '金额（元）'], ['荷城街道', 3, 70000.5], ['合计', 3, 4_780_000_000]];
    const text = '\ufeff镇街,件数,金额（元）\r\n荷城街道,3,70000.50\r\n合计,3,4780000000.00\r\n';
    expect([csvFromSheet(sheet), writeCsv(sheet)]).toEqual([text, text]);
  });
});
