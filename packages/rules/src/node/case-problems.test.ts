import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { DiscussionsValue } from '@cobuild/core';
import type { Cell } from '../tabular/index.js';
import { runCommand } from './run-command.js';
import { readSpreadsheet, writeSpreadsheet } from './spreadsheet-file.js';

const demo = 'examples/schemes/gaoming-demo';
const sound = JSON.parse(readFileSync(`${demo}/cases/10-eleven-yes.json`, 'utf8')) as { readonly answers: Readonly<Record<string, unknown>>; readonly reviews: readonly object[] };
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cobuild-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  let out = '';
  let error = '';
  const code = await runCommand(args, { out: (text) => { out += text; }, error: (text) => { error += text; }, readStandardInput: () => Promise.resolve('') });
  return { code, out, error };
}
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}
const withAnswers = (answers: object): object => ({ ...sound, answers: { ...sound.answers, ...answers } });
const placeIn = (text: string, words: string): string => {
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return `${before.length}:${(before[before.length - 1] ?? '').length + 1}`;
};

describe('answers that the form forbids', () => {
  it.each<[string, object, string, string, string]>([
    ['a text for a number', { beneficiaryHouseholds: '三十' }, '"beneficiaryHouseholds": ', 'form/type /answers/beneficiaryHouseholds', '现在写的是文字'],
    ['no option', { category: 'road' }, '"category": ', 'form/enum /answers/category', '可以写：propertyService（党建+物业服务）'],
    ['a text that is too long', { projectName: '长'.repeat(61) }, '"projectName": ', 'form/maxLength /answers/projectName', '请改正这一项'],
  ])('%s: told with line, column and remedy beside the verdict', async (_, answers, words, head, remedy) => {
    const path = file('one.json', withAnswers(answers));
    const { code, out, error } = await run('decide', demo, '--cases', path);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ id: '10-eleven-yes' });
    expect(error.startsWith(`${path}:${placeIn(readFileSync(path, 'utf8'), words)} 错误 ${head}\n`)).toBe(true);
    expect(error).toContain(remedy);
  });

  it('hold a register of discussions against its order, with the days of the calendar', async () => {
    const { steps } = sound.answers['discussions'] as DiscussionsValue;
    const { code, error } = await run('decide', demo, '--cases', file('order.json', withAnswers({ discussions: { steps: steps.map((step) => (step.step === 'resolve' ? { ...step, date: '2026-02-25' } : step)) } })));
    expect(code).toBe(1);
    expect(error).toMatch(/discussions\/out-of-order \/answers\/discussions\/steps\/3\/date\n {2}步骤顺序不对：“村民（代表）会议决议”在2026年2月25日，早于它前面的“党员大会审议”/);
  });

  it('names an answer that is missing at the answers around it', async () => {
    const { code, error } = await run('decide', demo, '--cases', file('missing.json', withAnswers({ contactName: undefined })));
    expect(code).toBe(1);
    expect(error).toMatch(/missing\.json:\d+:14 错误 form\/required \/answers\/contactName\n {2}请填写联系人\n {2}→ 表单要求填写这一项/);
  });

  it('has the line of a case in JSON Lines, and its place in a list', async () => {
    const lines = file('two.jsonl', `${JSON.stringify(sound)}\n${JSON.stringify(withAnswers({ category: 'road' }))}\n`);
    const { out, error } = await run('decide', demo, '--cases', lines);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(error).toContain(`${lines}:2:${JSON.stringify(withAnswers({ category: 'road' })).indexOf('"road"') + 1} 错误 form/enum /answers/category`);
    const list = file('list.json', [sound, withAnswers({ category: 'road' })]);
    expect((await run('decide', demo, '--cases', list)).error).toContain(' 错误 form/enum /1/answers/category\n');
  });

  it('are part of the line with --json, which a sound case has not', async () => {
    const { code, out, error } = await run('decide', demo, '--json', '--cases', file('two.jsonl', `${JSON.stringify(sound)}\n${JSON.stringify(withAnswers({ category: 'road' }))}\n`));
    const [first, second] = out.trim().split('\n').map((line) => JSON.parse(line) as { problems?: { code: string; line: number }[] });
    expect([code, error, first?.problems]).toEqual([1, '', undefined]);
    expect(second?.problems).toMatchObject([{ code: 'form/enum', pointer: '/answers/category', line: 2 }]);
  });

  it('are told before the explanation of the case too', async () => {
    const { code, out, error } = await run('explain', demo, '--case', file('one.json', withAnswers({ otherLiveApplication: '没有' })));
    expect([code, out.split('\n')[0]]).toEqual([1, '还不能判断是否符合申报条件：“本批次是否还有另一个项目在申报”填的是“没有”，读不出来，应为是或否。']);
    expect(error).toContain('form/type /answers/otherLiveApplication');
  });

  it('are told where money is given for them, and the rest of the batch is allocated', async () => {
    const approved = JSON.parse(readFileSync(`${demo}/cases/06-approved.json`, 'utf8')) as { answers: object };
    const path = file('batch.json', { ...approved, answers: { ...approved.answers, contactName: undefined } });
    const { code, out, error } = await run('allocate', demo, '--cases', path, '--pool', '500万');
    expect([code, out.includes('安排1个项目')]).toEqual([1, true]);
    expect(error).toContain('form/required /answers/contactName');
    expect((await run('allocate', demo, '--cases', `${demo}/cases/06-approved.json`, '--pool', '500万')).code).toBe(0);
  });
});

describe('records of what the scheme does not have', () => {
  const review = { stage: 'preliminry', outcome: 'forward' };
  it.each<[string, object, string, string]>([
    ['a review of an unknown stage', { reviews: [...sound.reviews, review] }, '错误 case/unknown-stage /reviews/1/stage', '是否想写“preliminary”？'],
    ['a review with an unknown outcome', { reviews: [{ stage: 'preliminary', outcome: 'forwrd' }] }, '错误 case/unknown-outcome /reviews/0/outcome', '是否想写“forward”？'],
    ['an override at an unknown stage', { overrides: [{ stage: 'nowhere', outcome: 'x', by: 'a', second: 'b', reason: '说明', at: '2026-03-06T09:30:00+08:00' }] }, '错误 case/unknown-stage /overrides/0/stage', 'jointReview（区级会审）'],
    ['an unknown level', { applicant: { id: 'v', level: 'vilage' } }, '错误 case/unknown-level /applicant/level', '是否想写“village”？'],
  ])('%s is told with what may have been meant', async (_, change, head, remedy) => {
    const { code, out, error } = await run('decide', demo, '--cases', file('record.json', { ...sound, ...change }));
    expect([code, out === '']).toEqual([1, false]);
    expect(error).toContain(head);
    expect(error).toContain(remedy);
  });

  it("takes the host's own note of a stage for a remark", async () => {
    const { code, error } = await run('decide', demo, '--cases', file('note.json', { ...sound, stage: 'nowhere' }));
    expect(code).toBe(0);
    expect(error).toContain('注意 case/unknown-stage /stage');
  });

  it('are told once by key, whatever the key is', async () => {
    const { code, error } = await run('decide', demo, '--cases', file('proto.json', { ...sound, reviews: [{ stage: '__proto__', outcome: 'constructor' }] }));
    expect(code).toBe(1);
    expect(error.match(/case\/unknown/g)).toHaveLength(1);
  });
});

describe('rows of a spreadsheet', () => {
  it('tell row and column of what the form forbids, and still have a verdict', async () => {
    const whole = join(folder, 'sound.xlsx');
    expect((await run('convert', demo, '--cases', `${demo}/cases/10-eleven-yes.json`, '-o', whole)).code).toBe(0);
    const [header = [], row = []] = await readSpreadsheet(whole);
    const at = header.findIndex((cell) => String(cell).includes('(projectName)'));
    const wrong = join(folder, 'wrong.xlsx');
    await writeSpreadsheet(wrong, [header, row, row.map((cell, index): Cell => (index === 0 ? 'b' : index === at ? '长'.repeat(61) : cell))], 'cases');
    const { code, out, error } = await run('decide', demo, '--cases', wrong);
    expect([code, out.trim().split('\n').length]).toEqual([1, 2]);
    expect(error).toMatch(/wrong\.xlsx:3:\d+ 错误 form\/maxLength \/answers\/projectName\n {2}第 3 行 [A-Z]+ 列“项目名称 \(projectName\)”：“项目名称”不能超过60个字，现有61个字\n/);
  });

  it('come from the sheet that is named, and an unknown sheet is told with the known ones', async () => {
    const path = join(folder, 'sound.xlsx');
    expect((await run('decide', demo, '--cases', path, '--sheet', 'cases')).code).toBe(0);
    const { code, error } = await run('decide', demo, '--cases', path, '--sheet', 'case');
    expect([code, error]).toEqual([2, `cobuild: “${path}”里没有工作表“case”。是否想写“cases”？有：cases。用法见 cobuild help。\n`]);
    const two = join(folder, 'two.xlsx');
    const text = (value: string): { readonly value: string; readonly type: typeof String } => ({ value, type: String });
    writeFileSync(two, await writeExcelFile([{ sheet: '说明', data: [[text('先看这里')]] }, { sheet: '案件', data: [[text('编号')]] }]).toBuffer());
    expect((await run('decide', demo, '--cases', two)).error).toContain('读的是工作表“说明”，文件里还有“案件”，可用 --sheet 写明。');
    expect((await run('decide', demo, '--cases', two, '--sheet', '案件')).error).toContain('缺少“提交时间”一列');
    expect((await run('decide', demo, '--cases', file('a.csv', '编号\n'), '--sheet', 'x')).error).toContain('CSV 文件只有一张表');
  });
});
