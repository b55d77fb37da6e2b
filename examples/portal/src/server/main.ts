import { serve } from '@hono/node-server';
import { chinaCalendar } from '@cobuild/core';
import { createMemoryIdentities, createMemoryRegistry } from '@cobuild/rules';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { CaseService } from './case-service.js';
import { demonstrationRegisters } from './demonstration-registers.js';
import { readDemonstration } from './demonstration.js';
import { DataFolderInUseError, takeDataFolder } from './data-folder.js';
import { openDatabase } from './database.js';
import { createPublishedSchemes } from './published-schemes.js';
import { SchemeWorkspace } from './scheme-workspace.js';
import { createSqlCaseStore, createSqlFiles, createSqlMessages } from './stores.js';
import { demonstrationScan, Uploads } from './uploads.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const examples = join(repository, 'examples/schemes');
/** The scheme that a new portal starts with, and whose people it knows: a folder of `examples/schemes`. */
const firstScheme = process.env['SCHEME'] ?? 'gaoming-demo';

const port = Number(process.env['PORT'] ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env['PORT'] ?? ''}".`);
  process.exit(2);
}
const dataPath = process.env['DATA_DIR'] ?? join(repository, '.data/portal');

if (!/^[\w-]+$/.test(firstScheme) || !existsSync(join(examples, firstScheme, 'identities.json'))) {
  console.error(`SCHEME must be a folder of examples/schemes that has an identities.json, not "${firstScheme}".`);
  process.exit(2);
}

let folder: ReturnType<typeof takeDataFolder>;
try {
  folder = takeDataFolder(dataPath);
} catch (error) {
  console.error(error instanceof DataFolderInUseError ? error.message : error);
  process.exit(1);
}

const demonstration = readDemonstration(join(examples, firstScheme));
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
  identities: createMemoryIdentities(demonstration.identities),
  registry: createMemoryRegistry(demonstration.committees),
  registers: (scheme, locale) => demonstrationRegisters(scheme, demonstration, locale),
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
