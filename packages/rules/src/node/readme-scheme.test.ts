import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'cobuild-readme-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

it.each(['check', 'test'])('the scheme of the README passes cobuild %s', async (command) => {
  const [scheme = '', form = ''] = [...readme.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text);
  cpSync(fileURLToPath(new URL('../../../../examples/schemes', import.meta.url)), folder, { recursive: true });
  mkdirSync(join(folder, 'my-district/forms'), { recursive: true });
  writeFileSync(join(folder, 'my-district/scheme.json'), scheme);
  writeFileSync(join(folder, 'my-district/forms/site-visit.json'), form);
  let told = '';
  const tell = (text: string): void => { told += text; };
  const code = await runCommand([command, join(folder, 'my-district')], { out: tell, error: tell, readStandardInput: () => Promise.resolve('') });
  expect(code, told).toBe(0);
  expect(told).not.toMatch(/注意 scheme\/(?!unpinned-threshold)|✗/);
  expect(told).toContain(command === 'check' ? '没有错误' : '✓ district-may-not-apply');
});
