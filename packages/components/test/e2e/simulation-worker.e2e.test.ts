import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSchemeFolder } from '@cobuild/core/node';
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
        import { createSimulationWorker, readWorkbookInWorker } from '@cobuild/rules';
        const { scheme, cases } = JSON.parse(document.getElementById('properties').textContent);
        globalThis.run = async (url) => {
          const simulation = createSimulationWorker(url, scheme, {});
          await simulation.load(cases, {});
          const result = await simulation.change({ parameters: { passRatio: { p: 3, q: 5 } } }, { flips: { limit: 20 } });
          simulation.close();
          return result;
        };
        globalThis.readWorkbook = async (url, bytes) => readWorkbookInWorker(url, Uint8Array.from(bytes).buffer);
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

interface Global { readWorkbook(url: string, bytes: readonly number[]): Promise<unknown>; run(url: string): Promise<{ readonly flips: { readonly flips: readonly { readonly id: string }[] } | readonly { readonly id: string }[] }> }

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

it('the built worker reads Excel under the same policy, more rows than one message holds, and refuses what is none', async () => {
  const { page, expectQuiet } = await watchPage(browser);
  await page.goto(`${site.origin}/page.html`);
  await page.waitForFunction('globalThis.ready === true');
  const sheet = [['编号', '金额'], ...Array.from({ length: 600 }, (_, index) => [`a-${index}`, index + 0.5])];
  const read = (bytes: Uint8Array): Promise<unknown> => page.evaluate((given) => (globalThis as unknown as Global).readWorkbook('/cobuild-simulation-worker.js', given), [...bytes]);
  expect(await read(await fileFromSheet(sheet, '申报'))).toEqual(sheet);
  await expect(read(Uint8Array.of(80, 75, 1, 2))).rejects.toThrow();
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
