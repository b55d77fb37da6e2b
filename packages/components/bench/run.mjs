// npm run bench:forms -- [--json] [--only time,size] [--with static-html,cobuild-form] [--sizes 200,1000] [--quick]: measures what README.md says and prints what was measured, the targets, and which are reached.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { contestants, versionOf } from './contestants.mjs';
import { launch } from './page.mjs';
import { startSite } from './site.mjs';
import { suites } from './suites.mjs';
import { printTable } from './table.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const repository = here('../../../');
const option = (name) => process.argv.includes(`--${name}`);
const namesOf = (name) => (option(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1].split(',') : undefined);
const say = (line) => process.stderr.write(`${line}\n`);

/** First use on a fresh clone: peers from the lock file, our own packages from their sources. Scripts of packages are not run: none is needed, and some report who installs them. */
function prepare(peers) {
  if (peers && !existsSync(here('node_modules'))) must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], here('./'));
  if (!existsSync(here('../dist/define/cobuild-form.js'))) must(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/components/tsconfig.build.json'], repository);
}

function must(command, args, cwd) {
  say(`${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

const chosen = (all, names) => all.filter(({ name }) => names === undefined || names.includes(name));

const chosenOnes = chosen(contestants, namesOf('with'));
prepare(chosenOnes.some((contestant) => contestant.package !== undefined));
const competing = chosenOnes.map((contestant) => ({ ...contestant, version: versionOf(contestant) }));
const browser = await launch();
const site = await startSite(competing, say);
const rows = [];
try {
  for (const { name, load } of chosen(suites, namesOf('only'))) {
    say(`measuring ${name} …`);
    const { measure } = await load();
    rows.push(...await measure({ quick: option('quick'), sizes: namesOf('sizes')?.map(Number), say, browser, site, contestants: competing }));
  }
} finally {
  await browser.close();
  await site.close();
}
if (option('json')) {
  const versions = Object.fromEntries(competing.map(({ name, version }) => [name, version ?? null]));
  process.stdout.write(`${JSON.stringify({ node: process.version, chromium: browser.version(), cpu: cpus()[0]?.model, load: loadavg(), versions, rows }, null, 2)}\n`);
} else printTable(rows, competing);
process.exitCode = rows.some(({ reached }) => reached === false) ? 1 : 0;
