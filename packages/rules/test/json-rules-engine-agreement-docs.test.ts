import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const document = readFileSync(join(repository, 'packages/rules/docs/json-rules-engine.md'), 'utf8');
const snippets = [...document.matchAll(/```ts\n([^]*?)```\n+prints\n+```text\n([^]*?)```/g)].map(([, code = '', output = '']) => [code, output] as const);
/** Inside the repository, so that the packages are found by their names. */
let folder = '';

beforeAll(() => {
  mkdirSync(join(repository, '.cache'), { recursive: true });
  folder = mkdtempSync(join(repository, '.cache/json-rules-engine-'));
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('the page on json-rules-engine', () => {
  it('has an output for every snippet', () => {
    expect(snippets).toHaveLength(document.split('```ts\n').length - 1);
    expect(snippets).toHaveLength(2);
  });

  it.each(snippets)('prints what it says: snippet %#', async (code, output) => {
    const file = join(folder, `snippet-${snippets.findIndex(([text]) => text === code)}.ts`);
    writeFileSync(file, code);
    let printed = '';
    const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => { printed += `${values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')}\n`; });
    try {
      await import(/* @vite-ignore */ file);
    } finally {
      log.mockRestore();
    }
    expect(printed).toBe(output);
  });
});
