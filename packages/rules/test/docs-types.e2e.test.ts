import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docPages } from './doc-pages.js';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const tsc = join(repository, 'node_modules/typescript-native/bin/tsc');
/** Inside the repository, so that the packages are found by their names. */
let folder = '';

beforeAll(() => {
  execFileSync(process.execPath, [tsc, '-b', 'packages/rules/tsconfig.node.json'], { cwd: repository, stdio: 'inherit' });
  mkdirSync(join(repository, '.cache'), { recursive: true });
  folder = mkdtempSync(join(repository, '.cache/docs-types-'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

it('checks the TypeScript on all pages of the documentation against the types that are published', () => {
  const files = docPages().flatMap(({ name, snippets }) => snippets.map(({ code }, index) => ({ file: `${name.replace('.md', '')}-${index + 1}.ts`, code })));
  for (const { file, code } of files) writeFileSync(join(folder, file), code);
  // Modules, because snippets wait for promises.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = { strict: true, noUnusedLocals: true, module: 'nodenext', target: 'es2022', types: ['node'], skipLibCheck: true, noEmit: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: files.map(({ file }) => file) }));

  const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });

  expect([stdout, status]).toEqual(['', 0]);
});
