import type { PGlite } from '@electric-sql/pglite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { describeCaseStore, describeFiles, describeMessages } from '../../../packages/rules/test/host-contract.js';
import { openDatabase } from '../src/server/database.js';
import { createSqlCaseStore, createSqlFiles, createSqlMessages } from '../src/server/stores.js';

const folder = mkdtempSync(join(tmpdir(), 'cobuild-stores-'));
let database: PGlite;

beforeAll(async () => {
  database = await openDatabase(folder);
}, 60_000);
beforeEach(async () => {
  await database.exec('truncate events, cases, submissions, drafts, messages, files');
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describeCaseStore('embedded PostgreSQL', () => Promise.resolve({ store: createSqlCaseStore(database), close: () => Promise.resolve() }));
describeFiles('embedded PostgreSQL', () => Promise.resolve(createSqlFiles(database)));
describeMessages('embedded PostgreSQL', () => Promise.resolve(createSqlMessages(database)));
