// The same measurements in a page: the built package and the bench bundled into one module, run by a headless Chromium.
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { rollup } from 'rollup';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const ENTRY = 'simulation-page-entry';

/** @param built - Entry of the simulation in dist. */
export async function bundleForPage(built) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === ENTRY ? id : id === '@cobuild/core' ? here('../../core/dist/index.js') : null),
    load: (id) => (id === ENTRY ? `import * as rules from ${JSON.stringify(built)}; import { measureChanges, measureLoading } from ${JSON.stringify(here('simulation-measure.mjs'))}; globalThis.measureSimulation = (count) => ({ loading: measureLoading(rules, count, 3), changes: measureChanges(rules, count) });` : null),
  };
  const bundle = await rollup({ input: ENTRY, plugins: [entry, nodeResolve({ browser: true })], onwarn: () => undefined });
  const { output: [{ code }] } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  return code;
}

export async function inChromium(code, count) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error('No Chromium: install the package chromium, or name one in CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    return await page.evaluate((cases) => globalThis.measureSimulation(cases), count);
  } finally {
    await browser.close();
  }
}
