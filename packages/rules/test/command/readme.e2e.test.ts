import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const readme = readFileSync(join(repository, 'packages/rules/README.md'), 'utf8');
const tsc = 'node_modules/typescript-native/bin/tsc';
/** Inside the repository, so that the packages are found by their names. */
let folder = '';

beforeAll(() => {
  execFileSync(process.execPath, [tsc, '-b', 'packages/rules/tsconfig.node.json'], { cwd: repository, stdio: 'inherit' });
  mkdirSync(join(repository, '.cache'), { recursive: true });
  folder = mkdtempSync(join(repository, '.cache/readme-'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const snippets = [...readme.matchAll(/```ts\n([^]*?)```\n+prints[^\n]*\n+```text\n([^]*?)```/g)].map(([, code = '', output = '']) => [code.split('\n')[0] ?? '', code, output] as const);
const lines = [...readme.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

describe('README of the rules', () => {
  it('has an output for every snippet', () => {
    expect(snippets).toHaveLength(readme.split('```ts\n').length - 1);
    expect(snippets.length).toBeGreaterThan(2);
  });

  it.each(snippets)('prints what it says: %s', (_, code, output) => {
    const file = join(folder, 'snippet.ts');
    writeFileSync(file, code);
    // Types are checked against what is published, then the same file runs.
    const checked = spawnSync(process.execPath, [tsc, file, '--ignoreConfig', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node', '--skipLibCheck', '--outDir', folder, '--rewriteRelativeImportExtensions'], { cwd: repository, encoding: 'utf8' });
    expect(checked.stdout).toBe('');
    expect(execFileSync(process.execPath, [join(folder, 'snippet.js')], { cwd: repository, encoding: 'utf8' })).toBe(output);
  });

  it.each(lines)('runs: %s', (line) => {
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: repository, encoding: 'utf8' });
    expect([status, stderr.replace(/^npm warn.*\n/gm, '')]).toEqual([0, '']);
  });
});
