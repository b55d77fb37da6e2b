import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { repository } from './e2e/watched-page.js';

/**
 * A script for a page made of the sources, so that it is never stale, and the parts that it loads on first use: name and text of each file.
 *
 * @param entry - Path of the module.
 * @param name - What its file is called, `page.js`.
 */
export async function bundle(entry: string, name: string): Promise<ReadonlyMap<string, string>> {
  const cache = join(repository, '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'page-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: repository,
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['@cobuild/source', 'module', 'browser', 'production'] },
    build: { outDir, minify: false, target: 'es2022', modulePreload: false, lib: { entry, formats: ['es'], fileName: () => name } },
  });
  const files = new Map(readdirSync(outDir).map((file) => [file, readFileSync(join(outDir, file), 'utf8')]));
  rmSync(outDir, { recursive: true, force: true });
  return files;
}
