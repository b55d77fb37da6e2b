import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCases } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { csvFromSheet, sheetFromCases } from '@cobuild/rules';
import { fileFromSheet } from '@cobuild/rules/node';
import { pageWith, startPortalSite } from './portal-site.js';
import type { PortalSite } from './portal-site.js';
import { launchChromium, repository, watchPage } from './watched-page.js';

const rules = (path: string): string => join(repository, 'packages/rules/dist', path);
const xinan = join(repository, 'examples/schemes/sanshui-xinan');

/** A host's script, made from the built packages as a host's own bundler would. */
async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      resolveDir: join(repository, 'packages/rules'), loader: 'js',
      contents: `
        import { PackedCases, createSimulationWorker, readCaseFileInWorker } from '@cobuild/rules';
        const { scheme, cases } = JSON.parse(document.getElementById('properties').textContent);
        globalThis.run = async (url) => {
          const simulation = createSimulationWorker(url, scheme, {});
          await simulation.load(cases, {});
          const result = await simulation.change({ parameters: { passRatio: { p: 3, q: 5 } } }, { flips: { limit: 20 } });
          simulation.close();
          return result;
        };
        globalThis.readFile = async (url, bytes, name) => {
          const [reading, cases] = [readCaseFileInWorker(url, new File([Uint8Array.from(bytes)], name), { scheme }), new PackedCases()];
          const problems = [];
          try {
            for (let part = await reading.next(); part !== undefined; part = await reading.next()) { cases.add(part.cases); problems.push(...part.problems.map(({ code }) => code)); }
          } finally { reading.close(); }
          return { ids: Array.from(cases, ({ id }) => id), problems };
        };
        globalThis.ready = true;`,
    },
    bundle: true, format: 'iife', target: 'es2020', write: false, logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

let site: PortalSite;
let browser: Browser;
beforeAll(async () => {
  site = await startPortalSite();
  browser = await launchChromium();
  site.serve('/cobuild-simulation-worker.js', readFileSync(rules('cobuild-simulation-worker.js'), 'utf8'));
  site.serve('/host.js', await hostScript());
  const { scheme } = loadSchemeFolder(xinan);
  const cases = readFileSync(join(xinan, 'cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown);
  const data = `<script type="application/json" id="properties">${JSON.stringify({ scheme, cases }).replace(/</g, '\\u003c')}</script>`;
  site.serve('/page.html', pageWith(data, '<script defer src="/host.js"></script>'));
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Global { readFile(url: string, bytes: readonly number[], name: string): Promise<{ readonly ids: readonly string[]; readonly problems: readonly string[] }>; run(url: string): Promise<{ readonly flips: { readonly flips: readonly { readonly id: string }[] } | readonly { readonly id: string }[] }> }

it('the built worker simulates on a page under the policy of portals, with Trusted Types', async () => {
  const { page, expectQuiet } = await watchPage(browser);
  await page.goto(`${site.origin}/page.html`);
  await page.waitForFunction('globalThis.ready === true');
  const result = JSON.stringify(await page.evaluate(() => (globalThis as unknown as Global).run('/cobuild-simulation-worker.js')));
  for (const id of ['xinan-2020-09', 'xinan-2020-10', 'xinan-2020-11']) expect(result).toContain(`"${id}"`);
  expect(result).not.toContain('"xinan-2020-08"');
  expectQuiet(['/page.html', '/host.js', '/cobuild-simulation-worker.js', '/favicon.ico', '/page.css']);
  await page.context().close();
});

it('the built worker reads Excel, CSV and JSON Lines under the same policy, and refuses a workbook that is none', async () => {
  const { page, expectQuiet } = await watchPage(browser);
  await page.goto(`${site.origin}/page.html`);
  await page.waitForFunction('globalThis.ready === true');
  const { scheme } = loadSchemeFolder(xinan);
  if (scheme === undefined) throw new Error('The example scheme has errors');
  const text = readFileSync(join(xinan, 'cases.jsonl'), 'utf8');
  const cases = readCases(text).flatMap((each) => ('case' in each ? [each.case] : []));
  const sheet = sheetFromCases(scheme, cases);
  const read = (bytes: Uint8Array, name: string): ReturnType<Global['readFile']> => page.evaluate(([given, called]) => (globalThis as unknown as Global).readFile('/cobuild-simulation-worker.js', given, called), [[...bytes], name] as const);
  const files = { 'past.xlsx': await fileFromSheet(sheet, '申报'), 'past.csv': new TextEncoder().encode(csvFromSheet(sheet)), 'past.jsonl': new TextEncoder().encode(text) };
  for (const [name, bytes] of Object.entries(files)) expect([name, await read(bytes, name)]).toEqual([name, { ids: cases.map(({ id }) => id), problems: [] }]);
  await expect(read(Uint8Array.of(80, 75, 1, 2), 'none.xlsx')).rejects.toThrow();
  expectQuiet(['/page.html', '/host.js', '/cobuild-simulation-worker.js', '/favicon.ico', '/page.css']);
  await page.context().close();
});

it('takes no worker from another origin', async () => {
  const { page } = await watchPage(browser);
  await page.goto(`${site.origin}/page.html`);
  await page.waitForFunction('globalThis.ready === true');
  await expect(page.evaluate(() => (globalThis as unknown as Global).run('https://elsewhere.example/worker.js'))).rejects.toThrow(/origin of the page/);
  await page.context().close();
});
