import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInterpreter } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { checkScheme } from '../analysis/index.js';
import { presets } from './presets.js';
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

describe('cobuild new', () => {
  it.each(presets().map(({ name }) => name))('makes a scheme of its own from %s that says the same and stands alone', async (name) => {
    const path = join(folder, `from-${name}`);
    const made = await run('new', path, '--from', name, '--title', '新方案');
    expect([made.code, made.error]).toEqual([0, '']);
    const { scheme, problems } = loadSchemeFolder(path);
    const preset = loadSchemeFolder(presets().find((other) => other.name === name)?.folder ?? '').scheme;
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(scheme).toMatchObject({ id: `from-${name}`, version: '0.1.0', title: { 'zh-CN': '新方案' } });
    expect({ ...scheme, id: 0, version: 0, title: 0 }).toEqual({ ...preset, $schema: undefined, replacesTests: undefined, definitions: undefined, id: 0, version: 0, title: 0 });
    expect(readFileSync(join(path, 'scheme.json'), 'utf8')).not.toContain('"extends"');
  });

  it('starts from a blank scheme without a problem', async () => {
    const path = join(folder, 'blank-one');
    expect((await run('new', path)).out).toContain('接下来请运行 cobuild check');
    expect(checkScheme({ read: (file) => (existsSync(join(path, file)) ? readFileSync(join(path, file), 'utf8') : undefined) }).problems).toEqual([]);
    expect((await run('test', path)).out).toContain('5 个测试，通过 5 个');
  });

  it('makes forms that are whole by themselves of those that share definitions', async () => {
    const path = join(folder, 'whole-forms');
    await run('new', path, '--from', 'qianjiang-innovation-demo');
    expect(JSON.parse(readFileSync(join(path, 'scheme.json'), 'utf8'))).not.toHaveProperty('definitions');
    expect(JSON.parse(readFileSync(join(path, 'forms/pledge.json'), 'utf8'))).toMatchObject({ schema: { properties: { steps: { $ref: '#/$defs/steps-v1' } }, $defs: { 'steps-v1': { type: 'array' } } } });
    expect((await run('check', path)).code).toBe(0);
  });

  it('points the editor to schemas that are there', async () => {
    const path = join(folder, 'for-editor');
    await run('new', path);
    const settings = JSON.parse(readFileSync(join(path, '.vscode/settings.json'), 'utf8')) as { 'json.schemas': { fileMatch: string[]; url: string }[] };
    expect(settings['json.schemas'].map(({ url }) => existsSync(resolve(path, url)))).toEqual(settings['json.schemas'].map(() => true));
  });

  it.each([
    [['new'], '请写明一个方案文件夹。'],
    [['new', 'x', '--from', 'gaoming-dem'], '没有样板“gaoming-dem”。是否想写 gaoming-demo？'],
    [['new', 'x', '--from', 'examples/schemes/gaoming'], '没有样板“examples/schemes/gaoming”。是否想写 gaoming？'],
    [['new', '方案'], '文件夹名“方案”要作方案代号'],
    [['new', demo], '里已经有文件'],
  ])('%j ends with 2', async (args, message) => {
    const { code, error } = await run(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });
});

describe('cobuild diff', () => {
  it('names what changed by its class, and fails where open drafts break', async () => {
    const { code, out } = await run('diff', 'examples/schemes/gaoming', demo);
    expect(code).toBe(0);
    expect(out).toContain('可能改变结果');
    expect(out).toContain('「会审表决基数」由 未定 改为 有权表决人数（已扣除回避）');
    const broken = await run('diff', demo, 'examples/schemes/sanshui-xinan', '--lang', 'en');
    expect(broken.code).toBe(1);
    expect(broken.out).toContain('Breaks drafts that are open');
  });

  it('says so where nothing differs, also of a published file', async () => {
    const file = join(folder, 'published.json');
    expect((await run('publish', demo, '-o', file)).code).toBe(0);
    expect(await run('diff', demo, file)).toEqual({ code: 0, out: '两个方案内容相同。\n', error: '' });
    expect(JSON.parse((await run('diff', demo, file, '--json')).out)).toEqual({ changes: [] });
  });
});

describe('cobuild types', () => {
  it.each(['gaoming-demo', 'sanshui-xinan'])('writes types of %s that compile and refuse a wrong answer', async (name) => {
    const file = join(folder, `${name}.d.ts`);
    expect((await run('types', `examples/schemes/${name}`, '-o', file)).code).toBe(0);
    const use = (amount: string): string[] => diagnostics(file, `import type { ApplicationAnswers, StageId } from './${name}';\nexport const answer: Partial<ApplicationAnswers> = { projectName: 'x', amountRequested: ${amount} };\nexport const stage: StageId = 'nowhere' as StageId;`);
    expect(use('5000')).toEqual([]);
    expect(use("'5000'")).toEqual([expect.stringContaining("Type 'string' is not assignable to type 'number'")]);
  });
});

function diagnostics(file: string, source: string): string[] {
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: ts.ScriptTarget.ES2020, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, types: [], exactOptionalPropertyTypes: true };
  const host = ts.createCompilerHost(options);
  const main = join(folder, 'use.ts');
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === main ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2020) : getSourceFile(name, ...rest));
  host.fileExists = (name) => name === main || ts.sys.fileExists(name);
  const program = ts.createProgram([main, file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('cobuild validators', () => {
  it('writes one module that makes no code from text and agrees with the interpreter', async () => {
    const file = join(folder, 'validators.js');
    expect((await run('validators', demo, '-o', file)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/\beval\(|new Function|^import /m);
    // A context that refuses code from text, as a strict page does.
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    const validate = runInContext(`(() => { ${text.replace(/export\s*\{\s*(\w+) as validate\s*\};?/, 'return $1;')} })()`, context) as Record<string, (answers: unknown) => boolean>;
    const { scheme } = loadSchemeFolder(demo);
    const form = scheme?.forms.find(({ id }) => id === 'application');
    const compiled = createInterpreter().compile(form?.schema);
    const complete = (scheme?.tests ?? []).flatMap((test) => (test.case === undefined ? [] : [test.case.answers]));
    const answers: Record<string, unknown>[] = complete.flatMap((whole) => [whole, { ...whole, amountRequested: 1.005 }, { ...whole, projectName: '' }, { ...whole, organisationAreaCode: 'x' }, {}]);
    const own = answers.map((answer) => compiled.validate(answer).length === 0);
    expect(answers.map((answer) => validate['application']?.(answer))).toEqual(own);
    expect(new Set(own).size).toBe(2);
  });

  it('asks where to write', async () => {
    expect((await run('validators', demo)).error).toContain('请用 -o 写明要写入的文件');
  });
});
