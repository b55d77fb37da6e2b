import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv, readSpreadsheet, writeCsv, writeSpreadsheet } from './spreadsheet-file.js';
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

  it('say so where a file is none', async () => {
    const file = join(folder, 'broken.xlsx');
    writeFileSync(file, 'no workbook');
    expect((await run('decide', demo, '--cases', file)).error).toContain('不是能读取的表格');
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
    expect((await run('decide', demo, '--cases', `${demo}/cases.jsonl`, '-o', file)).code).toBe(0);
    const [header, first] = await readSpreadsheet(file);
    expect(header?.slice(0, 4)).toEqual(['编号', '结果', '环节', '申报条件']);
    expect(first?.[3]).toMatch(/符合/);
  });

  it('name row and column of what is wrong in a spreadsheet', async () => {
    const file = join(folder, 'wrong.csv');
    writeFileSync(file, '编号,提交时间,申报单位标识,申请专项资金\n1,2026-03-05,v1,许多\n');
    const { code, error } = await run('decide', demo, '--cases', file);
    expect(code).toBe(1);
    expect(error).toContain('第 2 行 D 列“申请专项资金”：“许多”不能作为金额');
    expect((await run('convert', demo, '--cases', file)).code).toBe(1);
  });

  it.each([
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
    writeFileSync(file, '编号,提交时间,申报单位标识\n1,2026-03-05,v1\n2,nie,v2\n');
    expect((await run('convert', demo, '--cases', file, '-o', join(folder, 'none.jsonl'))).code).toBe(1);
    expect(() => readFileSync(join(folder, 'none.jsonl'))).toThrow();
  });
});
