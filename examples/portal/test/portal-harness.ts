import type { CaseEvent, PublishedScheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { readSchemeFolder } from '@cobuild/core/node';
import type { CaseAction } from '@cobuild/rules';
import { createMemoryMessages, publishScheme } from '@cobuild/rules';
import type { Hono } from 'hono';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../src/server/app.js';
import type { CaseView } from '../src/server/case-service.js';
import { folderWork } from '../src/server/check-folder.js';
import type { DeadlineRun } from '../src/server/deadline-clock.js';
import { DeadlineClock } from '../src/server/deadline-clock.js';
import { readDemonstration } from '../src/server/demonstration.js';
import { openDatabase } from '../src/server/database.js';
import { demonstrationAdapters } from '../src/server/demonstration-people.js';
import { isDemonstration, tellStory } from '../src/server/demonstration-story.js';
import { createPublishedSchemes } from '../src/server/published-schemes.js';
import { SchemeWorkspace } from '../src/server/scheme-workspace.js';
import { createServices } from '../src/server/services.js';
import { createSqlCaseStore, createSqlFiles } from '../src/server/stores.js';
import { demonstrationScan, Uploads } from '../src/server/uploads.js';
import { databaseFolder } from './data-template.js';

export const examples = fileURLToPath(new URL('../../schemes/', import.meta.url));

/** What the pages load; the static server wants paths from the working directory. */
const built = (path: string): string => relative(process.cwd(), fileURLToPath(new URL(`../../../${path}`, import.meta.url)));

interface Reply<T> { readonly status: number; readonly body: T }
export interface Refusal { readonly problems: readonly { readonly code: string; readonly message: string; readonly pointer: string }[] }

/** A whole portal without a listening socket: the real database, schemes, services and routes. The clock is set by the test. */
export interface Portal {
  readonly app: Hono;
  readonly folder: string;
  readonly uploads: Uploads;
  clock: Date;
  readonly members: readonly { readonly id: string }[];
  call<T>(as: string | undefined, method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Reply<T>>;
  act(as: string, caseId: string, action: CaseAction): Promise<Reply<CaseView & Refusal>>;
  /** Lets the portal's clock run once at the time that is set: reminders, escalations, outcomes of deadlines. */
  passTime(): Promise<DeadlineRun>;
  /** The log of a case, whole. */
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Changes a stored event as somebody with access to the database could. */
  tamper(caseId: string, sequence: number, from: string, to: string): Promise<void>;
  /** Writes below the services, as somebody with access to the database could. */
  sql(text: string, params?: readonly unknown[]): Promise<void>;
  /** Gives every entry of a register marks from 62 up, as towns and villages would in the course of a year. */
  markAll(scheme: string, inputs: readonly string[]): Promise<void>;
  tamperProject(id: string, sequence: number, from: string, to: string): Promise<void>;
  /** Tells the story of a scheme; returns what was refused of it. `from`: another folder of examples, such as one with a part of the story. */
  tell(scheme: string, from?: string): Promise<readonly string[]>;
  /** Ends it and leaves its data where they are, for a portal that is started on them. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

/** What publishing a folder gives. It is checked and its tests are run, which takes seconds; once is enough for all portals of a process. */
const publications = new Map<string, PublishedScheme>();
export function published(name: string): PublishedScheme {
  const known = publications.get(name);
  if (known !== undefined) return known;
  const { published: made, problems } = publishScheme(readSchemeFolder(join(examples, name)), { calendar: chinaCalendar, locale: 'zh-CN' });
  if (made === undefined) throw new Error(`${name} cannot be published: ${JSON.stringify(problems)}`);
  publications.set(name, made);
  return made;
}

/** @param given - Folders of example schemes, or schemes that were made of them; the first one is the one whose pages need no name. */
export async function openPortal(...given: readonly (string | PublishedScheme)[]): Promise<Portal> {
  const running = (given.length === 0 ? ['gaoming-demo'] : given).map((one) => (typeof one === 'string' ? published(one) : one));
  const firstScheme = running[0]?.scheme.id ?? '';
  const folder = await databaseFolder('portal');
  const database = await openDatabase(folder);
  const schemes = createPublishedSchemes(database);
  const demonstration = readDemonstration(join(examples, firstScheme));
  const portal = { clock: new Date('2026-03-05T09:00:00+08:00') };
  const now = (): Date => portal.clock;
  const workspace = new SchemeWorkspace(SchemeWorkspace.prepare(folder, examples), schemes, folderWork(chinaCalendar), now);
  for (const one of running) await schemes.add(one, now().toISOString());
  const store = createSqlCaseStore(database);
  const uploads = new Uploads({ database, files: createSqlFiles(database), now, scan: demonstrationScan });
  const people = demonstrationAdapters(schemes, examples);
  const messages = createMemoryMessages();
  const app = createApp({
    ...createServices({ database, store, schemes, uploads, calendar: chinaCalendar, now }), uploads, store, schemes, workspace, now,
    ...people,
    messages, isDemonstration: (id) => isDemonstration(database, id),
    assets: { components: built('packages/components/dist'), client: built('examples/portal/dist/client'), styles: built('examples/portal/assets/portal.css'), simulationWorker: built('packages/rules/dist/cobuild-simulation-worker.js') },
  });
  const call = async <T>(as: string | undefined, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply<T>> => {
    const response = await app.request(`http://portal.test${path}`, {
      method,
      headers: { host: 'portal.test', ...(as === undefined ? {} : { cookie: `identity=${as}` }), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text.startsWith('{') && !path.endsWith('jsonl') ? JSON.parse(text) : text) as T };
  };
  return Object.assign(portal, {
    app, folder, uploads, call, events: (caseId: string) => store.events(caseId), members: demonstration.members,
    act: (as: string, caseId: string, action: CaseAction) => call<CaseView & Refusal>(as, 'POST', `/api/cases/${caseId}/actions`, { action }),
    passTime: () => new DeadlineClock({ store, schemes, calendar: chinaCalendar, messages, now }).run(),
    async tamper(caseId: string, sequence: number, from: string, to: string) {
      await database.query('update events set body = replace(body, $3, $4) where case_id = $1 and sequence = $2', [caseId, sequence, from, to]);
    },
    async sql(text: string, params: readonly unknown[] = []) {
      await database.query(text, [...params]);
    },
    async markAll(scheme: string, inputs: readonly string[]) {
      await database.query('insert into register_marks (scheme, entry, input, mark, by, at) select e.scheme, e.id, i.input, 62 + (row_number() over (order by e.id)) % 37, $3, $3 from register_entries e, unnest($2::text[]) as i(input) where e.scheme = $1 on conflict do nothing', [scheme, inputs, 'test']);
    },
    async tamperProject(id: string, sequence: number, from: string, to: string) {
      await database.query('update project_events set body = replace(body, $3, $4) where project_id = $1 and sequence = $2', [id, sequence, from, to]);
    },
    async tell(scheme: string, from = examples) {
      const { identities, registry } = people;
      const running = await schemes.current(scheme);
      return running === undefined ? ['unknown scheme'] : tellStory({ database, store, schemes, uploads, calendar: chinaCalendar, now, identities, registry, examples: from }, running);
    },
    async leave() {
      workspace.close();
      await database.close();
    },
    async close() {
      workspace.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  });
}

/** The service station of the Gaoming cases, as an applicant sends it. */
export function serviceStation(): Record<string, unknown> {
  const line = readFileSync(join(examples, 'gaoming/cases.jsonl'), 'utf8').split('\n')[0] ?? '';
  return (JSON.parse(line) as { answers: Record<string, unknown> }).answers;
}
