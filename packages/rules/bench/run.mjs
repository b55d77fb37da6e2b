// npm run bench:rules [-- --json] [-- --only verdict,compile] [-- --quick]: measures what README.md says and prints target, measured, reached.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suites } from './suites.mjs';
import { printTable } from './table.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const repository = here('../../../');
const option = (name) => process.argv.includes(`--${name}`);
const valueOf = (name) => (option(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined);
const say = (line) => process.stderr.write(`${line}\n`);

/** First use on a fresh clone: contestants from the lock file, our own packages from their sources. */
function prepare() {
  if (!existsSync(here('node_modules'))) must('npm', ['ci', '--no-audit', '--no-fund'], here('./'));
  if (!existsSync(here('../dist/policy/index.js'))) must(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'packages/rules/tsconfig.build.json'], repository);
}

function must(command, args, cwd) {
  say(`${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

prepare();
const only = valueOf('only')?.split(',');
const rows = [];
for (const { name, load } of suites) {
  if (only !== undefined && !only.includes(name)) continue;
  say(`measuring ${name} …`);
  const { measure } = await load();
  rows.push(...await measure({ quick: option('quick'), say }));
}
if (option('json')) process.stdout.write(`${JSON.stringify({ node: process.version, cpu: (await import('node:os')).cpus()[0]?.model, rows }, null, 2)}\n`);
else printTable(rows);
process.exitCode = rows.some(({ reached }) => reached === false) ? 1 : 0;
