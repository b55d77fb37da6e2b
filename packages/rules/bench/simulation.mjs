// Past cases under a changed policy: in Node, in Chromium, and how much memory a million of them take.
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundleForPage, inChromium } from './simulation-page.mjs';
import { checkSameVerdicts, measureChanges, measureLoading } from './simulation-measure.mjs';

const COUNT = 100_000;
const MILLION = 1_000_000;
const CHECKED = 5000;
const BUILT = fileURLToPath(new URL('../dist/simulation/index.js', import.meta.url));

export async function measure({ quick, say, built = BUILT }) {
  const count = quick ? COUNT / 10 : COUNT;
  const rules = await import(pathToFileURL(built).href);
  say(`  the same ${CHECKED} verdicts as case by case, twice`);
  const [{ decide }, { chinaCalendar }] = await Promise.all([import('../dist/decision/index.js'), import('@cobuild/core')]);
  checkSameVerdicts({ ...rules, decide, chinaCalendar }, CHECKED);
  say(`  ${count} cases in Node`);
  const loading = measureLoading(rules, count, quick ? 2 : 7, collector());
  const changes = measureChanges(rules, count);
  say(`  ${count} cases in Chromium`);
  const page = await inChromium(await bundleForPage(built), count);
  say(`  memory of ${quick ? MILLION / 10 : MILLION} cases`);
  const memory = memoryOf(quick ? MILLION / 10 : MILLION, built);
  return [
    ...rowsOf('Node', changes, count, 16),
    ...rowsOf('Chromium', page.changes, count, 25),
    within(`load and decide ${count} cases, Node`, loading.milliseconds, 600, `the first time ${loading.first.toFixed(0)} ms`),
    { what: `load and decide ${count} cases, Chromium`, measured: ms(page.loading.milliseconds) },
    {
      what: `memory of ${memory.cases} cases in columns`, measured: `${memory.growth.toFixed(0)} MiB`, target: '<= 600 MiB', reached: memory.growth <= 600,
      note: `growth of the process after collecting; ${memory.columns.toFixed(0)} MiB in columns and bits, ${memory.heap.toFixed(0)} MiB of objects (ids); ${memory.peak.toFixed(0)} MiB at most while loading`,
    },
  ];
}

/** The collector of this process, without a flag on its command line. */
function collector() {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

const ms = (value) => `${value.toFixed(value < 100 ? 1 : 0)} ms`;

function within(what, value, limit, note) {
  return { what, measured: ms(value), target: `<= ${limit} ms`, reached: value <= limit, ...(note === undefined ? {} : { note }) };
}

/** The slowest of the parameters has to reach the target, not a convenient one. */
function rowsOf(where, changes, count, limit) {
  return changes.map(({ parameter, milliseconds, slowest, flips }) => within(`change ${parameter} over ${count} cases, ${where}`, milliseconds, limit, `about ${flips} cases flip; the slowest change ${ms(slowest)}`));
}

function memoryOf(count, built) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(new URL('simulation-memory.mjs', import.meta.url)), String(count), pathToFileURL(built).href], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
