// What a fresh clone needs, installed when it is missing. Uses Node alone, since nothing is installed when it runs.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command with its output on the terminal; answers whether it succeeded. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

/** The same without standing still meanwhile. */
export function runBeside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}

/** Runs a command beside others; answers whether it succeeded and what it wrote, which would mix with theirs on the terminal. */
export function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => { output += part; });
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Installs the packages of the lock file when they are missing or older than it. */
export function ensureDependencies() {
  const installed = join(root, 'node_modules/.package-lock.json');
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (fresh) return;
  console.log('Installing packages …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    console.error('The packages could not be installed: run `npm ci` and read its message.');
    process.exit(1);
  }
}

/** The same browser without windows, which takes half the time: most tests run in it, the journey through the portal in the one that people have. */
const SHELL = '/usr/bin/chromium-headless-shell';
const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const findBrowser = () => [process.env['CHROMIUM'], ...candidates].find((path) => path !== undefined && existsSync(path));
const hasChineseFont = () => spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim() !== '';

function isDebianAsRoot() {
  try {
    return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Finds Chromium and a Chinese font; on Debian as root installs them, elsewhere fails with one line that says how. */
export function ensureBrowser() {
  const named = process.env['CHROMIUM'];
  if ((findBrowser() === undefined || (named === undefined && !existsSync(SHELL)) || !hasChineseFont()) && isDebianAsRoot()) {
    console.log('Installing Chromium and a Chinese font …');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['-qq', 'update'], quiet);
    run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', 'chromium', 'chromium-headless-shell', 'fonts-noto-cjk', 'fontconfig'], quiet);
  }
  const browser = findBrowser();
  if (browser === undefined) {
    console.error('The tests need Chromium: install it (Debian: `apt-get install chromium fonts-noto-cjk`) or name it in CHROMIUM.');
    process.exit(1);
  }
  if (!hasChineseFont()) {
    console.error('The tests need a Chinese font: install one (Debian: `apt-get install fonts-noto-cjk fontconfig`).');
    process.exit(1);
  }
  process.env['CHROMIUM'] = browser;
  process.env['CHROMIUM_SHELL'] ??= named ?? (existsSync(SHELL) ? SHELL : browser);
}

/** Whether the programs of a PostgreSQL server are here; Debian keeps them out of the search path. */
function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  return [...versions, ...(process.env['PATH'] ?? '').split(':')].some((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')));
}

/** Finds a PostgreSQL server, for the test with many connections at once; on Debian as root installs it, elsewhere fails with one line that says how. */
export function ensurePostgres() {
  if (!hasPostgres() && isDebianAsRoot()) {
    console.log('Installing PostgreSQL …');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['-qq', 'update'], quiet);
    run('apt-get', ['-qq', '-y', 'install', '--no-install-recommends', 'postgresql'], quiet);
  }
  if (hasPostgres()) return;
  console.error('The tests need a PostgreSQL server: install it (Debian: `apt-get install postgresql`).');
  process.exit(1);
}
