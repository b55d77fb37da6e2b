import { PGlite } from '@electric-sql/pglite';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A text column holds JSON as written: a binary one would reorder keys and numbers, and events are hashed. */
export const tables = `
  create table events (
    case_id text not null, sequence integer not null, id text not null unique, at text not null, type text not null, body text not null,
    primary key (case_id, sequence)
  );
  create table cases (position serial primary key, id text not null unique);
  create table submissions (idempotency_key text primary key, case_id text not null);
  create table drafts (id text primary key, owner text not null, answers text not null, saved_at text not null, revision integer not null default 1, details text not null default '{}');
  create index drafts_by_owner on drafts (owner);
  create table published_schemes (hash text primary key, scheme_id text not null, version text not null, published_at text not null, document text not null, unique (scheme_id, version));
  create table batches (id text primary key, scheme_hash text not null references published_schemes (hash), opened_at text not null);
  create table messages (position serial primary key, addressee text not null, body text not null);
  create table files (id text primary key, media_type text not null, content bytea not null);
`;

/** What a database of an earlier portal lacks. */
export const additions = `
  alter table drafts add column if not exists revision integer not null default 1;
  alter table published_schemes add column if not exists published_by text;
  alter table drafts add column if not exists details text not null default '{}';
  create table if not exists uploads (id text primary key, owner text not null, name text not null, size integer not null, begun_at text not null, hash text, scan text, uploaded_at text);
  create table if not exists ledger_entries (fund text not null, sequence integer not null, body text not null, primary key (fund, sequence));
  create index if not exists uploads_by_owner on uploads (owner);
  create table if not exists upload_pieces (upload_id text not null references uploads (id) on delete cascade, start integer not null, content bytea not null, primary key (upload_id, start));
  create table if not exists projects (id text primary key, body text not null);
  create table if not exists project_events (project_id text not null references projects (id), sequence integer not null, body text not null, primary key (project_id, sequence));
  create table if not exists project_seals (project_id text primary key references projects (id), hash text not null, at text not null);
  create table if not exists ballot_boxes (vote text primary key, secret text);
  create table if not exists ballots (position serial, vote text not null references ballot_boxes (vote), voter text not null, number integer not null, body text not null, primary key (vote, voter, number));
  create table if not exists jury_marks (vote text not null, juror text not null, body text not null, primary key (vote, juror));
  create table if not exists register_entries (scheme text not null, id text not null, town text not null, unit text not null, body text not null, primary key (scheme, id));
  create index if not exists register_entries_by_unit on register_entries (scheme, unit, id);
  create table if not exists register_marks (scheme text not null, entry text not null, input text not null, mark double precision not null, by text not null, at text not null, primary key (scheme, entry, input));
  create table if not exists register_rewards (scheme text not null, year integer not null, entry text not null, place integer, grade text, score text, reward double precision, paid_at text, primary key (scheme, year, entry));
  create table if not exists intakes (case_id text primary key, body text not null);
  create table if not exists demonstrations (scheme text primary key, made_at text not null);
`;

/**
 * Opens the embedded database below the data folder. The first time it is made in a temporary folder and renamed when it is
 * complete, so that a start that was killed half-way leaves nothing half-made behind. The caller holds the folder's lock.
 */
export async function openDatabase(dataFolder: string): Promise<PGlite> {
  const path = join(dataFolder, 'database');
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith('database.new-')) rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
  if (!existsSync(path)) {
    const fresh = join(dataFolder, `database.new-${process.pid}`);
    const database = await PGlite.create(fresh);
    await database.exec(tables);
    await database.close();
    renameSync(fresh, path);
  }
  const database = await PGlite.create(path);
  await database.exec(additions);
  return database;
}
