import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const base = fileURLToPath(new URL('../../test/broken-schemes/base', import.meta.url));
let folder = '';
let scheme = '';
let operators = '';
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  let out = '';
  let error = '';
  const code = await runCommand(args, { out: (text) => { out += text; }, error: (text) => { error += text; }, readStandardInput: () => Promise.resolve('') });
  return { code, out, error };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cobuild-'));
  const written = JSON.parse(readFileSync(join(base, 'scheme.json'), 'utf8')) as { eligibility: object; tests: { id: string; case: object; expect: object }[] };
  const title = { 'zh-CN': '信用与地区' };
  const rules = [{ id: 'area', title, reason: { 'zh-CN': '不在本区。' }, conditions: { all: [{ fact: 'applicant', path: '$.town', operator: 'startsWith', value: 'yang' }, { fact: 'credit', operator: 'equal', value: 'A' }] } }];
  const eligibility = { hostFacts: [{ id: 'credit', title: { 'zh-CN': '信用等级' }, type: 'text' }], rules };
  const [test] = written.tests;
  scheme = file('scheme.json', JSON.stringify({ ...written, eligibility, tests: [{ ...test, case: { ...test?.case, applicant: { id: 'v', level: 'village', town: 'hecheng' } }, expect: { eligibility: 'ineligible', reasons: ['area'] } }] }));
  operators = file('operators.mjs', [
    'export const operators = [{ name: "startsWith", accepts: ["text"], wants: "same", compare: (found, wanted) => found.startsWith(wanted), words: { must: { "zh-CN": "须以{wanted}开头" }, is: { "zh-CN": "以{wanted}开头" } } }];',
    'export const facts = { credit: async ({ applicant }) => { if (applicant.id === "broken") throw new Error("register closed"); return applicant.id === "poor" ? "C" : "A"; } };',
  ].join('\n'));
});
afterAll(() => { rmSync(folder, { recursive: true }); });
const application = (id: string): string => JSON.stringify({ id, submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id, level: 'village', town: 'yanghe' }, answers: { households: 19, category: 'road', meetingOn: '2026-03-01', lines: [{ item: 'a', amount: 1 }], uses: ['works'] } });

describe('--operators', () => {
  it('lets check and test know the operators of a module, which they never load by themselves', async () => {
    const without = await run('check', scheme);
    expect([without.code, without.out.includes('没有“startsWith”这种比较方式')]).toEqual([1, true]);
    expect((await run('check', scheme, '--operators', operators)).code).toBe(0);
    const { code, out } = await run('test', scheme, '--operators', operators);
    expect([code, out.includes('1 个测试，通过 1 个')]).toEqual([0, true]);
  });

  it('decides and explains with them, and with the facts that the module looks up', async () => {
    const cases = file('cases.jsonl', ['rich', 'poor'].map(application).join('\n'));
    const { code, out, error } = await run('decide', scheme, '--cases', cases, '--operators', operators);
    expect([code, error]).toEqual([0, '']);
    expect(out.trim().split('\n').map((line) => (JSON.parse(line) as { eligibility: string }).eligibility)).toEqual(['eligible', 'ineligible']);
    expect((await run('explain', scheme, '--case', file('rich.json', application('rich')), '--operators', operators)).out).toContain('以“yang”开头');
    expect((await run('decide', scheme, '--cases', cases, '--engine', 'json-rules-engine', '--operators', operators)).out).toBe(out);
    const simulated = await run('simulate', scheme, '--cases', cases, '--set', 'minHouseholds=1', '--operators', operators);
    expect([simulated.code, simulated.out]).toEqual([0, expect.stringContaining('2 个案件中有 0 个结论改变')]);
    expect((await run('publish', scheme, '-o', join(folder, 'published.json'), '--operators', operators)).code).toBe(0);
  });

  it('tells a look-up that fails with what the module said, and decides without the fact', async () => {
    const { code, out, error } = await run('decide', scheme, '--cases', file('broken.json', application('broken')), '--operators', operators);
    expect([code, (JSON.parse(out) as { eligibility: string }).eligibility]).toEqual([1, 'undetermined']);
    expect(error).toMatch(/错误 facts\/failed \/facts\/credit\n {2}“信用等级”查询失败，没有取得结果。\n {2}→ 模块报告：register closed\n/);
  });

  it.each<[string, string, string]>([
    ['a module that exports neither', 'export const operator = [];', '没有导出 operators 或 facts（有 operator，是否想写 operators？）'],
    ['a module that is no JavaScript', 'export const = 1', '模块无法加载'],
    ['a module that fails', 'throw new Error("no network")', '模块无法加载：no network'],
    ['operators that are no list', 'export const operators = {};', 'operators 应为列表'],
    ['an operator without a name', 'export const operators = [{}];', 'operators 的第 1 项缺少名称 name'],
    ['an operator without a comparison', 'export const operators = [{ name: "x" }];', '第 1 项（x）的 compare 应为函数'],
    ['an operator of a strange type', 'export const operators = [{ name: "x", compare() {}, accepts: ["texts"] }];', 'accepts 应列出能比较的内容'],
    ['an operator that does not say what it wants', 'export const operators = [{ name: "x", compare() {}, accepts: ["text"] }];', '缺少 wants'],
    ['the name of a built-in operator', 'export const operators = [{ name: "equal", compare() {}, accepts: ["text"], wants: "same" }];', 'operators 里的名称“equal”不能用'],
    ['a fact that is no function', 'export const facts = { credit: "A" };', 'facts 里的 credit 应为函数'],
  ])('refuses %s in one line', async (name, text, message) => {
    const { code, out, error } = await run('check', scheme, '--operators', file(`${name.replace(/ /g, '-')}.mjs`, text));
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('says of a file that is not there, or of another kind, what it has to be', async () => {
    expect((await run('check', scheme, '--operators', join(folder, 'operatorz.mjs'))).error).toContain(`是否想写 ${operators}？`);
    expect((await run('check', scheme, '--operators', scheme)).error).toContain('要写 JavaScript 模块');
  });
});
