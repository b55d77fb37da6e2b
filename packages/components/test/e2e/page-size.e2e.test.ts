import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'rollup';
import { rollup } from 'rollup';
import { expect, it } from 'vitest';
import { repository } from './watched-page.js';

/** Its types say that the function stands one step deeper than it does. */
const minified = terser as unknown as (options: { readonly ecma: number; readonly module: boolean }) => Plugin;

/** What a page loads that shows a form of plain questions, half a kilobyte above what it was when this was written. Parts that only some forms need come with the first of them. */
const MOST_KILOBYTES = 88;

const built = (name: string, path: string): string => join(repository, 'packages', name, 'dist', path);
const siblings = { name: 'siblings', resolveId: (id: string) => (id === '@cobuild/core' || id === '@cobuild/rules' ? built(id.slice('@cobuild/'.length), 'index.js') : null) };

it(`a page with a form loads at most ${MOST_KILOBYTES} kB, minified and gzipped`, async () => {
  const bundle = await rollup({ input: { form: built('components', 'define/cobuild-form.js') }, plugins: [siblings, nodeResolve({ browser: true })], onwarn: () => undefined });
  const { output } = await bundle.generate({ format: 'es', plugins: [minified({ ecma: 2020, module: true })] });
  await bundle.close();
  const chunks = output.filter((one) => one.type === 'chunk');
  const first = new Set<string>();
  const take = (name: string): void => {
    if (first.has(name)) return;
    first.add(name);
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(take);
  };
  take(chunks.find(({ isEntry }) => isEntry)?.fileName ?? '');
  const kilobytes = chunks.filter(({ fileName }) => first.has(fileName)).reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1024;
  expect(kilobytes).toBeLessThanOrEqual(MOST_KILOBYTES);
  // What is measured is the element and not a stub of it.
  expect(kilobytes).toBeGreaterThan(MOST_KILOBYTES * 0.9);
});
