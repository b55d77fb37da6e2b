import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const demo = fileURLToPath(new URL('../../../../examples/schemes/gaoming-demo', import.meta.url));
const base = fileURLToPath(new URL('../../test/broken-schemes/base', import.meta.url));
const examples = fileURLToPath(new URL('../../../../examples/schemes', import.meta.url));
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cobuild-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

interface Run { readonly code: number; readonly out: string; readonly error: string }

async function run(args: readonly string[], input = ''): Promise<Run> {
  let out = '';
  let error = '';
  const code = await runCommand(args, { out: (text) => { out += text; }, error: (text) => { error += text; }, readStandardInput: () => Promise.resolve(input) });
  return { code, out, error };
}

/** A scheme folder of its own with this text as `scheme.json`. */
function schemeOf(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, 'scheme.json'), text);
  return path;
}

describe('wrong use', () => {
  it.each([
    [['chek', base], '没有命令“chek”。是否想写 check？'],
    [['check'], '请写明方案文件夹。'],
    [['check', base, '--darft'], '没有选项 --darft。是否想写 --draft？'],
    [['check', base, '--cases', 'x'], '这个命令不用 --cases。可以用的有：--help'],
    [['test', base, '--draft'], '这个命令不用 --draft。'],
    [['check', `${base}-nowhere`], '找不到'],
    [['check', base, '--lang', 'fr'], '--lang 是 zh-CN 或 en'],
    [['check', base, '--json=1'], '--json 后面不带内容，写 --json 就可以了。'],
    [['decide', base], '请用 --cases'],
    [['decide', base, '--cases'], '--cases 后面缺少内容。例如：--cases cases.xlsx。'],
    [['decide', base, '--cases', '--json'], '--cases 后面缺少内容，紧跟着的是 --json。'],
    [['decide', base, '--cases', 'nowhere.jsonl'], '找不到文件“nowhere.jsonl”。'],
    [['decide', base, '--cases', 'package.jsn'], '是否想写 package.json？'],
    [['decide', base, '--cases', examples], `“${examples}”是文件夹，这里要写文件。`],
    [['decide', examples, '--cases', '-'], '里面的方案有：datong-express、datong-express-demo'],
    [['decide', join(base, 'scheme.jso'), '--cases', '-'], '找不到方案'],
    [['decide', 'README.md', '--cases', '-'], '“README.md”不是方案'],
    [['allocate', base, '--cases', '-', '--pool', '-5'], '本批资金不能是负数（--pool -5）'],
    [['allocate', base, '--cases', '-', '--pool', '许多'], '“许多”读不出来。可以写 5000000、5,000,000 或 500万。'],
    [['decide', base, base, '--cases', '-'], '请写明一个方案文件夹。'],
    [['decide', base, '--cases', '-', '--set', 'minHouseholds'], '--set 写成 parameters.参数=值'],
    [['decide', base, '--cases', '-', '--set', 'minHouseholds=1', '--set', 'parameters.minHouseholds=2'], '--set 对“minHouseholds”写了两次'],
    [['decide', base, '--cases', '-', '--today', '2026-02-30'], '--today 是日期'],
    [['decide', base, '--cases', '-', '--engine', 'other'], '--engine 是 cobuild 或 json-rules-engine'],
    [['explain', base], '请用 --case'],
    [['publish', base], '请用 -o'],
    [['publish', base, '-o', '/nowhere/at/all.json'], '没有文件夹'],
  ])('%j ends with 2 and one line', async (args, message) => {
    const { code, out, error } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('answers in English when asked to', async () => {
    expect((await run(['check', '--lang', 'en'])).error).toBe('cobuild: Name at least one scheme folder. See: cobuild help\n');
    expect((await run(['check', base, '--starict', '--lang=en'])).error).toContain('There is no option --starict.');
  });

  it('says how it is used', async () => {
    expect(await run(['help'])).toMatchObject({ code: 0, error: '' });
    expect((await run([])).code).toBe(2);
    expect((await run(['check', '--help', '--lang', 'en'])).out).toContain('cobuild check SCHEME…');
  });
});

describe('cobuild check', () => {
  it('says file, line, column, weight, code, pointer, sentence and remedy', async () => {
    const path = schemeOf('misspelt', readFileSync(join(base, 'scheme.json'), 'utf8').replace('"operator": "contains"', '"operator": "cntains"'));
    const { code, out } = await run(['check', path, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toMatch(/misspelt\/scheme\.json:58:52 error scheme\/unknown-operator \/eligibility\/rules\/1\/conditions\/all\/6\/not\/operator\n {2}Unknown operator "cntains"\.\n {2}→ Did you mean "contains"\?/);
    expect(out).toContain('1 error. It can neither run nor be published.');
  });

  it.each([['empty', ''], ['broken', '{ "formatVersion": 1,, }'], ['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254])], ['a-list', '[]'], ['deep', '['.repeat(100_000)], ['a-number', '1']])('tells an %s file in words', async (name, text) => {
    const { code, out, error } = await run(['check', schemeOf(name, text)]);
    expect([code, error]).toEqual([1, '']);
    expect(out).toMatch(/scheme\.json:\d+:\d+ 错误 scheme\//);
    expect(out).not.toMatch(/ at .*\.js:\d+/);
  });

  it('lets what is undecided pass with --draft', async () => {
    const path = schemeOf('hole', readFileSync(join(base, 'scheme.json'), 'utf8').replace('"value": 20', '"value": "UNDECIDED"'));
    expect([(await run(['check', path])).code, (await run(['check', path, '--draft'])).code]).toEqual([1, 0]);
  });

  it('gives problems as JSON', async () => {
    const { code, out } = await run(['check', base, fileURLToPath(new URL('../../test/broken-schemes/unknown-fact', import.meta.url)), '--json']);
    const { problems } = JSON.parse(out) as { problems: { code: string; document: string; line: number }[] };
    expect([code, problems.map(({ code: name, line }) => `${name} ${line}`)]).toEqual([1, ['scheme/unknown-fact 19', 'scheme/fact-of-other-form 24', 'scheme/unknown-fact 32']]);
    expect(problems[0]?.document).toMatch(/unknown-fact\/scheme\.json$/);
  });
});

describe('texts from documents', () => {
  it('do not command the terminal', async () => {
    const path = schemeOf('escape', readFileSync(join(base, 'scheme.json'), 'utf8').replace('"operator": "contains"', '"operator": "\\u001b[2J\\u009b1m"'));
    const { out } = await run(['check', path]);
    expect(out).toContain('没有“\\u001b[2J\\u009b1m”这种比较方式');
    const { out: json } = await run(['check', path, '--json']);
    expect((JSON.parse(json) as { problems: { params: { operator: string } }[] }).problems[0]?.params.operator).toBe('\u001b[2J\u009b1m');
  });
});

describe('cobuild test', () => {
  it('names what came out otherwise and ends with 1', async () => {
    const path = schemeOf('failing', readFileSync(join(base, 'scheme.json'), 'utf8').replace('"outcome": "ineligible"', '"outcome": "pending"'));
    const { code, out } = await run(['test', base, path, '--lang', 'en']);
    expect(code).toBe(1);
    expect(out).toContain('✗ town  镇街不能申报\n    outcome: expected in progress (pending), found not eligible (ineligible)\n    Why: The application does not meet the requirements. Not met: 1.\n');
    expect(out).toMatch(/\n {4}Test: \S*failing\/scheme\.json:\d+ \/tests\/0\n {4}Case: \S*failing\/scheme\.json:\d+ \/tests\/0\/case\n[^ ]/);
    expect(out).toContain('1 of 1 tests passed.');
    expect(out).toContain('0 of 1 tests passed.');
  });

  it('says of a failing test from the base how an overlay replaces it', async () => {
    schemeOf('the-base', readFileSync(join(base, 'scheme.json'), 'utf8').replace('"outcome": "ineligible"', '"outcome": "pending"'));
    const overlay = (more: object): string => JSON.stringify({ formatVersion: 1, extends: '../the-base', id: 'over', version: '1.0.0', title: { 'zh-CN': '覆盖' }, ...more });
    const path = schemeOf('over', overlay({}));
    const { code, out } = await run(['test', path]);
    expect(code).toBe(1);
    expect(out).toMatch(/\n {4}测试：\S*the-base\/scheme\.json:\d+ \/tests\/0\n {4}案件：\S*the-base\/scheme\.json:\d+ \/tests\/0\/case\n {4}这个测试来自基础方案。.*"replacesTests": \["town"\]。\n/);
    expect(JSON.parse((await run(['test', path, '--json'])).out)).toMatchObject({ schemes: [{ tests: [{ id: 'town', inherited: true }] }] });
    writeFileSync(join(path, 'scheme.json'), overlay({ replacesTests: ['town'] }));
    expect((await run(['test', path])).code).toBe(0);
  });

  it('fails a scheme with errors, whose tests cannot run', async () => {
    const { code, out, error } = await run(['test', fileURLToPath(new URL('../../test/broken-schemes/unknown-fact', import.meta.url))]);
    expect(code).toBe(1);
    expect(out).toContain('方案有错误，测试没有运行。');
    expect(error).toContain('scheme/unknown-fact');
  });
});

describe('cobuild decide', () => {
  const one = '{"id":"one","submittedAt":"2026-03-05T09:30:00+08:00","applicant":{"id":"v","level":"village"},"answers":{"households":19,"category":"road","meetingOn":"2026-03-01","lines":[{"item":"a","amount":1}],"uses":["works"]}}';

  it('decides each line of standard input, names the lines it cannot read and goes on', async () => {
    const { code, out, error } = await run(['decide', base, '--cases', '-', '--lang', 'en'], `${one}\n{"id":"two"\n${one}\n{"id":"four","submittedAt":1,"applicant":{"id":"v"},"answers":{}}\n`);
    expect(code).toBe(1);
    expect(out.trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['one', 'one']);
    expect(error).toMatch(/^stdin:2:\d+ error case\/broken-json/m);
    expect(error).toMatch(/^stdin:4:\d+ error case\/type \/submittedAt/m);
  });

  it.each([
    ['a scheme', readFileSync(join(base, 'scheme.json'), 'utf8'), 'submittedAt、applicant、answers'],
    ['an empty object', '{}', 'id、submittedAt、applicant、answers'],
    ['a text', '"case"', 'id、submittedAt、applicant、answers'],
  ])('tells %s that is no case in one problem', async (_, text, missing) => {
    const { code, out, error } = await run(['decide', base, '--cases', '-'], text);
    expect([code, out]).toEqual([1, '']);
    expect(error).toBe(`stdin:1 错误 case/not-a-case\n  这不是案件文件（缺少 ${missing}）。\n  → 请写明案件文件；每个案件至少要有 id、submittedAt、applicant、answers。\n\n`);
  });

  it('tells which item of a list is no case, and keeps all problems of a case with mistakes', async () => {
    const { error } = await run(['decide', base, '--cases', '-', '--lang', 'en'], '[5,{"id":"x"},{"id":"x","answers":{}}]');
    expect(error.split('\n').filter((line) => line.startsWith('stdin')).map((line) => line.replace(/^\S+ error /, ''))).toEqual(['case/not-a-case /0', 'case/not-a-case /1', 'case/required /2/submittedAt', 'case/required /2/applicant']);
  });

  it('has the keys of a line in a fixed order', async () => {
    expect((await run(['decide', base, '--cases', '-'], one)).out).toBe('{"id":"one","outcome":"ineligible","stage":"apply","eligibility":"ineligible","score":null,"vote":null,"grade":null,"award":null,"reasons":["enough"]}\n');
  });

  it.each([[[], 'ineligible'], [['--set', 'parameters.minHouseholds=20'], 'ineligible'], [['--set', 'parameters.minHouseholds=19'], 'pending'], [['--today', '2026-02-28', '--set', 'parameters.minHouseholds=19'], 'ineligible']])('with %j the case is %s, on both engines', async (settings, outcome) => {
    for (const engine of ['cobuild', 'json-rules-engine']) {
      expect(JSON.parse((await run(['decide', base, '--cases', '-', '--engine', engine, ...settings], one)).out)).toMatchObject({ outcome });
    }
  });

  it('refuses settings of parameters that do not exist or do not fit', async () => {
    const { code, error } = await run(['decide', base, '--cases', '-', '--set', 'parameters.minHousehold=1', '--set', 'parameters.categories=road', '--lang', 'en'], one);
    expect(code).toBe(1);
    expect(error).toMatch(/--set error scheme\/unknown-parameter \/minHousehold\n.*\n.*"minHouseholds"/);
    expect(error).toContain('--set error scheme/parameter-value /categories');
  });
});

describe('cobuild explain', () => {
  it('gives the trace with the words as JSON', async () => {
    const { out } = await run(['explain', demo, '--case', `${demo}/cases/10-eleven-yes.json`, '--json']);
    expect(JSON.parse(out)).toMatchObject({ decision: { outcome: 'notApproved', trace: { schemeId: 'gaoming-demo' } }, explanation: { locale: 'zh-CN' } });
  });
});

describe('cobuild publish', () => {
  it('writes one file, and the same version never again', async () => {
    const target = join(folder, 'base-1.0.0.json');
    expect(await run(['publish', base, '-o', target])).toMatchObject({ code: 0, error: '' });
    const written = readFileSync(target, 'utf8');
    const again = await run(['publish', base, '-o', target]);
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('scheme/version-used /version')]);
    expect((await run(['publish', base, '-o', join(folder, 'other-name.json')])).code).toBe(1);
    expect(readFileSync(target, 'utf8')).toBe(written);
    expect((await run(['test', target])).error).toContain('是已发布的文件');
    expect((await run(['publish', target, '-o', join(folder, 'again.json')])).code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('tmp') || name === 'other-name.json')).toEqual([]);
  });

  it('never overwrites a file that is no published scheme, nor one of another scheme', async () => {
    const mine = join(folder, 'notes.json');
    writeFileSync(mine, '{"mine":true}');
    expect((await run(['publish', base, '-o', mine])).code).toBe(2);
    expect(readFileSync(mine, 'utf8')).toBe('{"mine":true}');
    const { code, error } = await run(['publish', demo, '-o', join(folder, 'base-1.0.0.json')]);
    expect([code, error]).toEqual([2, expect.stringContaining('“base”')]);
  });
});
