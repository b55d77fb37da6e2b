// `npm test`: set up what is missing, then every check. The last line counts.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBrowser, ensureDependencies, ensurePostgres, root, runBeside, runQuietly } from './setup.mjs';

process.env['STORYBOOK_DISABLE_TELEMETRY'] = '1';
// Compilers, lint and the runner make much that is gone at once. With more room for what is new, collecting it takes a fraction of the time:
// types and lint a third less, the build a quarter.
// The same goes for code that is made fast: see short-lived.cjs.
process.env['NODE_OPTIONS'] = `--max-semi-space-size=64 --require ${JSON.stringify(join(root, '.ci/short-lived.cjs'))} ${process.env['NODE_OPTIONS'] ?? ''}`;
ensureDependencies();
ensureBrowser();
ensurePostgres();

const failedSteps = [];
const firstLine = (text = '') => text.split('\n')[0].slice(0, 200);
/** Steps one after the other; each tells what it said when it has ended. */
async function inOrder(...steps) {
  for (const [name, ...command] of steps) {
    const start = Date.now();
    const { ok, output } = await runQuietly(...command);
    process.stdout.write(`${output}${ok ? '✓' : '✗'} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)\n`);
    if (!ok) failedSteps.push(name);
  }
}
// Nobody waits for types and lint: tests run from the sources, and from what is built. They take what time the build and the tests leave.
const checked = inOrder(['types and lint', 'nice', ['node', '.ci/check-sources.mjs']]);
await inOrder(['generated files', 'node', ['packages/core/generate.mjs', '--check']], ['build', 'npm', ['run', '--silent', 'build']]);

const report = join(root, '.cache/vitest.json');
mkdirSync(join(root, '.cache'), { recursive: true });
rmSync(report, { force: true });
const vitest = await runBeside('npx', ['--no-install', 'vitest', 'run', '--reporter=default', '--reporter=./.ci/second-attempts.mjs', '--reporter=json', `--outputFile.json=${report}`]);
await checked;

let passed = 0;
let failed = failedSteps.length;
/** One line each, told again at the end: where only the end of a long output is kept, that is what is looked for. */
const failures = [];
const covered = new Set();
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  failed += result.numFailedTests;
  // A file that does not load has no tests to fail; it counts as one.
  failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  for (const file of result.testResults) {
    const name = relative(root, file.name);
    if (file.status === 'failed' && file.assertionResults.length === 0) failures.push(`${name}: ${firstLine(file.message)}`);
    for (const test of file.assertionResults) {
      if (test.status === 'failed') failures.push(`${name} > ${test.fullName}: ${firstLine(test.failureMessages[0])}`);
      const row = /\brow (\d+):/.exec(test.fullName);
      if (row !== null && test.status === 'passed') covered.add(Number(row[1]));
    }
  }
} catch {
  failed += 1;
  console.error('vitest wrote no report');
}
if (!vitest && failed === 0) failed = 1;
console.log(`Rows of the feature table with a test: ${[...covered].sort((a, b) => a - b).join(' ') || 'none'}`);
for (const name of failedSteps) console.log(`Failed step: ${name}`);
for (const line of failures.slice(0, 40)) console.log(`Failed: ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
