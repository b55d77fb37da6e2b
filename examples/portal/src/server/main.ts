import { serve } from '@hono/node-server';
import type { CommitteeMember } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { Identity } from '@cobuild/rules';
import { createMemoryIdentities, createMemoryRegistry } from '@cobuild/rules';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { CaseService } from './case-service.js';
import { DataFolderInUseError, takeDataFolder } from './data-folder.js';
import { openDatabase } from './database.js';
import { createPublishedSchemes } from './published-schemes.js';
import { SchemeWorkspace } from './scheme-workspace.js';
import { createSqlCaseStore, createSqlFiles, createSqlMessages } from './stores.js';
import { demonstrationScan, Uploads } from './uploads.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const examples = join(repository, 'examples/schemes');
/** The scheme that a new portal starts with. */
const firstScheme = 'gaoming-demo';

const port = Number(process.env['PORT'] ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env['PORT'] ?? ''}".`);
  process.exit(2);
}
const dataPath = process.env['DATA_DIR'] ?? join(repository, '.data/portal');

let folder: ReturnType<typeof takeDataFolder>;
try {
  folder = takeDataFolder(dataPath);
} catch (error) {
  console.error(error instanceof DataFolderInUseError ? error.message : error);
  process.exit(1);
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(examples, firstScheme, path), 'utf8'));
const committee = readJson('committee.json') as { readonly threshold: string; readonly members: readonly CommitteeMember[] };
const now = (): Date => new Date();
const database = await openDatabase(folder.path);
const schemes = createPublishedSchemes(database);
const workspace = new SchemeWorkspace(SchemeWorkspace.prepare(folder.path, examples), schemes, chinaCalendar, now);
if ((await schemes.current()) === undefined) {
  const result = await workspace.publish(firstScheme, 'zh-CN');
  if (result?.published === undefined) console.error(`The scheme ${firstScheme} cannot be published; see the administrator's page.`);
}
const store = createSqlCaseStore(database);
const uploads = new Uploads({ database, files: createSqlFiles(database), now, scan: demonstrationScan });
await uploads.sweep();
const app = createApp({
  cases: new CaseService({ store, schemes, calendar: chinaCalendar, now, uploads }),
  uploads,
  store,
  schemes,
  workspace,
  identities: createMemoryIdentities((readJson('identities.json') as { identities: Identity[] }).identities),
  registry: createMemoryRegistry({ [committee.threshold]: committee.members }),
  messages: createSqlMessages(database),
  assets: {
    components: relative(process.cwd(), join(repository, 'packages/components/dist')),
    client: relative(process.cwd(), fileURLToPath(new URL('../client/', import.meta.url))),
    styles: relative(process.cwd(), fileURLToPath(new URL('../../assets/portal.css', import.meta.url))),
  },
  now,
});

const server = serve({ fetch: app.fetch, port, hostname: process.env['HOST'] ?? '127.0.0.1' }, ({ port: actual }) => {
  console.log(`Portal: http://localhost:${actual}/  (data: ${folder.path})`);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Set PORT to another one.` : error);
  void stop(1);
});

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  workspace.close();
  server.close();
  await database.close();
  folder.release();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
