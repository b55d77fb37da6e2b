import { serve } from '@hono/node-server';
import { chinaCalendar } from '@cobuild/core';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { isDemonstration, tellStory } from './demonstration-story.js';
import { DataFolderInUseError, takeDataFolder } from './data-folder.js';
import { openDatabase } from './database.js';
import { DeadlineClock } from './deadline-clock.js';
import { demonstrationAdapters } from './demonstration-people.js';
import { FolderThread } from './folder-thread.js';
import { createPublishedSchemes } from './published-schemes.js';
import { SchemeWorkspace } from './scheme-workspace.js';
import { createServices } from './services.js';
import { createSqlCaseStore, createSqlFiles, createSqlMessages } from './stores.js';
import { demonstrationScan, Uploads } from './uploads.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const examples = join(repository, 'examples/schemes');
/** Folders that are published when they never were: those named by SCHEMES, or every demonstration. The pages of the first are shown where no other is chosen. */
const demonstrated = process.env['SCHEMES']?.split(',').filter((name) => name !== '') ?? demonstrations();
const [firstScheme = 'gaoming-demo'] = demonstrated;

/** Times are counted in days and hours; a few minutes make no difference to anybody. */
const DEADLINES_EVERY_MS = 5 * 60_000;

const port = Number(process.env['PORT'] ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env['PORT'] ?? ''}".`);
  process.exit(2);
}
const dataPath = process.env['DATA_DIR'] ?? join(repository, '.data/portal');

const unknown = demonstrated.filter((name) => !/^[\w-]+$/.test(name) || !existsSync(join(examples, name, 'scheme.json')));
if (unknown.length > 0) {
  console.error(`SCHEMES must name folders of examples/schemes, not "${unknown.join(', ')}".`);
  process.exit(2);
}

let folder: ReturnType<typeof takeDataFolder>;
try {
  folder = takeDataFolder(dataPath);
} catch (error) {
  console.error(error instanceof DataFolderInUseError ? error.message : error);
  process.exit(1);
}

let stopping = false;
const now = (): Date => new Date();
const database = await openDatabase(folder.path);
const schemes = createPublishedSchemes(database);
const checks = new FolderThread();
const workspace = new SchemeWorkspace(SchemeWorkspace.prepare(folder.path, examples), schemes, checks, now);
if ((await schemes.current()) === undefined) {
  const result = await workspace.publish(firstScheme, 'zh-CN');
  if (result?.published === undefined) console.error(`The scheme ${firstScheme} cannot be published; see the administrator's page.`);
}
const store = createSqlCaseStore(database);
const uploads = new Uploads({ database, files: createSqlFiles(database), now, scan: demonstrationScan });
await uploads.sweep();
const people = demonstrationAdapters(schemes, examples);
const messages = createSqlMessages(database);
const deadlines = new DeadlineClock({ store, schemes, calendar: chinaCalendar, messages, now });
const app = createApp({
  isDemonstration: (id) => isDemonstration(database, id),
  ...createServices({ database, store, schemes, uploads, calendar: chinaCalendar, now }),
  uploads,
  store,
  schemes,
  workspace,
  ...people,
  messages,
  assets: {
    components: relative(process.cwd(), join(repository, 'packages/components/dist')),
    client: relative(process.cwd(), fileURLToPath(new URL('../client/', import.meta.url))),
    simulationWorker: relative(process.cwd(), fileURLToPath(new URL('cobuild-simulation-worker.js', import.meta.resolve('@cobuild/rules')))),
    styles: relative(process.cwd(), fileURLToPath(new URL('../../assets/portal.css', import.meta.url))),
  },
  now,
});

const server = serve({ fetch: app.fetch, port, hostname: process.env['HOST'] ?? '127.0.0.1' }, ({ port: actual }) => {
  console.log(`Portal: http://localhost:${actual}/  (data: ${folder.path})`);
  void publishDemonstrations();
  deadlines.start(DEADLINES_EVERY_MS);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Set PORT to another one.` : error);
  void stop(1);
});

/** With `DEMONSTRATION=off` pages begin empty. */
const tellsStories = process.env['DEMONSTRATION'] !== 'off';

/** The other schemes follow one by one, while the first one is served already. */
async function publishDemonstrations(): Promise<void> {
  await story(firstScheme);
  for (const name of demonstrated.filter((each) => each !== firstScheme)) {
    if (stopping) return;
    await new Promise(setImmediate);
    await workspace.publishFirst(name, 'zh-CN');
    await story(name);
  }
}

/** A story that cannot be told leaves its pages empty, and the portal running. */
async function story(name: string): Promise<void> {
  const running = (await schemes.running()).find(({ scheme }) => scheme.id === name);
  if (!tellsStories || stopping || running === undefined) return;
  try {
    const refused = await tellStory({ database, store, schemes, uploads, calendar: chinaCalendar, now, identities: people.identities, registry: people.registry, examples }, running);
    if (refused.length > 0) console.error(refused.join('\n'));
  } catch (error) {
    if (!stopping) console.error(error);
  }
}

function demonstrations(): readonly string[] {
  const names = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  // A folder without holes runs as it is; one with holes has its demonstration beside it.
  const runs = names.filter((name) => existsSync(join(examples, name, 'scheme.json')) && !names.includes(`${name}-demo`));
  return ['gaoming-demo', ...runs.filter((name) => name !== 'gaoming-demo')];
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  workspace.close();
  await checks.close();
  server.close();
  await deadlines.stop();
  await database.close();
  folder.release();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
