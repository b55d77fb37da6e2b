import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageWith, startPortalSite } from './portal-site.js';
import { launchChromium, repository, watchPage } from './watched-page.js';

const names = ['core', 'rules', 'components'] as const;
const folder = mkdtempSync(join(tmpdir(), 'cobuild-packed-'));
const project = join(folder, 'project');
const installed = (path: string): string => join(project, 'node_modules/@cobuild', path);

/** Runs a program in the project; fails with what it said. */
function run(command: string, args: readonly string[], cwd = project): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(status)}\n${stdout}\n${stderr}`);
  return stdout;
}

beforeAll(() => {
  mkdirSync(project);
  const workspaces = names.flatMap((name) => ['--workspace', `@cobuild/${name}`]);
  const packed = JSON.parse(run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder, ...workspaces], repository)) as { filename: string }[];
  expect(packed).toHaveLength(names.length);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'a-host', private: true, type: 'module' }));
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', ...packed.map(({ filename }) => join(folder, filename))]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed packages, installed in an empty folder', () => {
  it('validate a form, check eligibility and decide a vote in Node', () => {
    writeFileSync(join(project, 'use.js'), useOfThePackages);
    expect(JSON.parse(run(process.execPath, ['use.js']))).toEqual({
      problems: ['/projectName', '/households'],
      valid: true,
      eligibility: ['undetermined', 'ineligible', 'eligible'],
      votes: ['failed', 'passed'],
      ajv: [false, true],
      engine: true,
    });
  });

  it('have the command, which checks a scheme', () => {
    cpSync(join(repository, 'examples/schemes'), join(project, 'schemes'), { recursive: true });
    expect(run('npx', ['--no-install', 'cobuild', 'help'])).toMatch(/cobuild check/);
    expect(run('npx', ['--no-install', 'cobuild', 'check', 'schemes/gaoming-demo'])).toMatch(/gaoming-demo/);
    const holes = spawnSync('npx', ['--no-install', 'cobuild', 'check', 'schemes/gaoming'], { cwd: project, encoding: 'utf8' });
    expect(holes.status).toBe(1);
  });

  it('give types to a project that resolves as Node does', () => {
    writeFileSync(join(project, 'typed.ts'), typedUse);
    const compilerOptions = { module: 'NodeNext', target: 'ES2020', lib: ['ES2020', 'DOM', 'DOM.Iterable'], strict: true, noEmit: true, types: [], skipLibCheck: false, exactOptionalPropertyTypes: false };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['typed.ts'] }));
    // By the compiler before the one that wrote them: whoever uses the packages need not have the newest.
    expect(run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', '.'])).toBe('');
  });

  it.each(names)('%s has an exports map that publint finds nothing to say about', async (name) => {
    const pkgDir = installed(name);
    const { messages } = await publint({ pkgDir, strict: true, pack: false });
    const manifest = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('show a form from the single file on a page under the policy', async () => {
    const site = await startPortalSite();
    const browser = await launchChromium();
    try {
      site.serve('/cobuild.iife.js', readFileSync(installed('components/dist/cobuild.iife.js'), 'utf8'));
      const schema = JSON.stringify({ type: 'object', properties: { projectName: { type: 'string', title: '项目名称' } } });
      const body = `<cobuild-form><script type="application/json" data-part="schema">${schema}</script></cobuild-form>`;
      site.serve('/page.html', pageWith(body, '<script src="/cobuild.iife.js"></script>'));
      const { page, expectQuiet } = await watchPage(browser);
      await page.goto(`${site.origin}/page.html`);
      await page.getByLabel('项目名称').fill('暖心服务站');
      expectQuiet(['/page.html', '/cobuild.iife.js', '/favicon.ico']);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});

const useOfThePackages = `
import { createForm, createInterpreter } from '@cobuild/core';
import { createAjvValidator } from '@cobuild/core/ajv';
import { checkEligibility, decideVote, evaluateCondition } from '@cobuild/rules';
import * as engine from '@cobuild/rules/json-rules-engine';

const text = (words) => ({ 'zh-CN': words });
const schema = { type: 'object', required: ['projectName', 'households'], properties: {
  projectName: { type: 'string', title: '项目名称' }, households: { type: 'integer', title: '受益户数', minimum: 0 } } };
const form = createForm({ id: 'application', title: text('申报表'), schema }, { validator: createInterpreter(), evaluateCondition });
const problems = form.state.problems.map(({ pointer }) => pointer);
form.setValue('/projectName', '暖心服务站');
form.setValue('/households', 20);

const conditions = { all: [{ fact: 'households', operator: 'greaterThanInclusive', value: 20 }] };
const eligibility = { rules: [{ id: 'households', title: text('受益户数'), reason: text('户数太少'), conditions }] };
const results = [{}, { households: 19 }, { households: 20 }].map((facts) => checkEligibility(eligibility, facts).result);

const threshold = { id: 'half', title: text('过半数'), base: 'present', op: '>', ratio: { p: 1, q: 2 }, abstention: 'counts', quorum: 'none', tie: 'fail', secrecy: 'open', recusal: [] };
const members = Array.from({ length: 24 }, (_, index) => ({ id: 'm' + index }));
const vote = (yes) => decideVote({ members, present: members.map(({ id }) => id), ballots: members.map(({ id }, index) => ({ member: id, choice: index < yes ? 'yes' : 'no' })) }, threshold).outcome;

const compiled = createAjvValidator().compile(schema);
console.log(JSON.stringify({
  problems, valid: form.state.valid, eligibility: results, votes: [vote(12), vote(13)],
  ajv: [{}, form.submission()].map((value) => compiled.validate(value).length === 0), engine: Object.keys(engine).length > 0,
}));
`;

const typedUse = `
import { createForm, createInterpreter } from '@cobuild/core';
import type { FormDefinition, Scheme } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { decideVote, evaluateCondition } from '@cobuild/rules';
import type { Decision, VoteResult } from '@cobuild/rules';
import { CobuildForm } from '@cobuild/components';
import '@cobuild/components/define/cobuild-form.js';

declare const definition: FormDefinition;
declare const scheme: Scheme;
export const valid: boolean = createForm(definition, { validator: createInterpreter(), evaluateCondition }).state.valid;
export const outcome = (result: VoteResult): Decision['vote'] => result.outcome;
export const vote: VoteResult = decideVote(undefined, scheme.thresholds![0]!);
export const loaded: Scheme | undefined = loadSchemeFolder('schemes/gaoming').scheme;

const element = document.createElement('cobuild-form');
element.addEventListener('cobuild-submit', ({ detail }) => detail.value['projectName']);
export const isForm: boolean = element instanceof CobuildForm;
// @ts-expect-error A definition is no text: the types are there and refuse.
element.definition = 'application';
`;
