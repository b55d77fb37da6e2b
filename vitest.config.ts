import { playwright } from '@vitest/browser-playwright';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import DearestFirst from './.ci/dearest-first.js';

// `npm test` has found both browsers (.ci/setup.mjs); whoever runs Vitest alone gets those of Debian.
const shell = '/usr/bin/chromium-headless-shell';
process.env['CHROMIUM_SHELL'] ??= process.env['CHROMIUM'] ?? (existsSync(shell) ? shell : '/usr/bin/chromium');

const chromium = (): ReturnType<typeof playwright> =>
  playwright({
    launchOptions: {
      executablePath: process.env['CHROMIUM_SHELL'],
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  });

// Packages are tested from their sources: the condition stands in each package.json beside the built entry.
const browserConditions = { resolve: { conditions: ['@cobuild/source', 'module', 'browser', 'development|production'] } };
const nodeConditions = {
  resolve: { conditions: ['@cobuild/source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['@cobuild/source', 'module', 'node', 'development|production'] } },
};
// A function: Vitest writes into what a project is given.
const browser = () => ({ enabled: true, headless: true, screenshotFailures: false, provider: chromium(), instances: [{ browser: 'chromium' as const }] });

// In a real browser on a machine that does other work, too, a press may come before what it opens. What fails twice has failed; what
// passes at the second attempt is named at the end (.ci/second-attempts.mjs).
const retry = 1;

export default defineConfig({
  test: {
    sequence: { sequencer: DearestFirst },
    projects: [
      {
        ...nodeConditions,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['.ci/property-tests.mjs'],
          // Property tests and whole suites take seconds on a machine that does other work too; a test that hangs still ends.
          testTimeout: 60_000,
          // Files share the modules that they load: loading them anew for each file was a third of the time.
          isolate: false,
          unstubGlobals: true,
          include: ['packages/*/{src,test}/**/*.test.ts', 'examples/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts', '**/*.e2e.test.ts'],
        },
      },
      {
        ...browserConditions,
        test: {
          name: 'browser',
          include: ['packages/*/{src,test}/**/*.browser.test.ts'],
          browser: browser(),
          retry,
          // How long something may take on a machine that does other work too; what waits goes on as soon as it can.
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          isolate: false,
          unstubGlobals: true,
          setupFiles: ['packages/components/test/one-page.ts'],
        },
      },
      {
        ...browserConditions,
        plugins: [storybookTest({ configDir: fileURLToPath(new URL('.storybook', import.meta.url)) })],
        // Stories share one page as well: each leaves it as it was found, and Storybook itself is loaded once.
        test: { name: 'storybook', browser: browser(), retry, isolate: false },
      },
      {
        // Whole processes and real pages: the built bundle under the strict policy, packed packages, the portal.
        ...nodeConditions,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['packages/*/{src,test}/**/*.e2e.test.ts', 'examples/**/*.e2e.test.ts'],
          exclude: ['**/node_modules/**'],
          // As above: most of these files load the rules, the schemes and the template of a data folder, which two processes now do once each.
          isolate: false,
          retry,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // After the others, which keep all cores busy: some of these tests allow two seconds for something to be seen. One more than the cores
          // of a small machine, because each file waits a good part of its time for a portal to start or a page to answer.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
        },
      },
    ],
  },
});
