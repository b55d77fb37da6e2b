import type { PGlite } from '@electric-sql/pglite';
import type { CaseEvent } from '@cobuild/core';
import type { Sql, SqlDatabase } from './sql-database.js';
import { isTaken } from './sql-database.js';
import type { CaseStore, Draft, FileAdapter, Message, MessageAdapter } from '@cobuild/rules';

/** Ends a transaction without an error reaching the caller. */
class Refused extends Error {}

/** The case store on PostgreSQL; primary keys decide between simultaneous writers. */
export function createSqlCaseStore(database: SqlDatabase): CaseStore {
  return {
    async append(caseId, events, idempotencyKey) {
      let duplicate: string | undefined;
      try {
        await database.transaction(async (sql) => {
          duplicate = idempotencyKey === undefined ? undefined : await caseOfKey(sql, idempotencyKey);
          if (duplicate !== undefined) throw new Refused();
          const last = await sql.query<{ last: number | null }>('select max(sequence) as last from events where case_id = $1', [caseId]);
          const stored = last.rows[0]?.last ?? 0;
          if (events.some((event, index) => event.sequence !== stored + index + 1)) throw new Refused();
          if (stored === 0) await sql.query('insert into cases (id) values ($1)', [caseId]);
          for (const event of events) {
            await sql.query('insert into events (case_id, sequence, id, at, type, body) values ($1, $2, $3, $4, $5, $6)', [caseId, event.sequence, event.id, event.at, event.type, JSON.stringify(event)]);
          }
          if (idempotencyKey !== undefined) await sql.query('insert into submissions (idempotency_key, case_id) values ($1, $2)', [idempotencyKey, caseId]);
        });
      } catch (error) {
        if (duplicate !== undefined) return { ok: false, reason: 'duplicate', caseId: duplicate };
        // Another writer took this sequence or key between our look and our insert: where it was the key, that is the case to name.
        const known = isTaken(error) && idempotencyKey !== undefined ? await caseOfKey(database, idempotencyKey) : undefined;
        if (known !== undefined) return { ok: false, reason: 'duplicate', caseId: known };
        if (error instanceof Refused || isTaken(error)) return { ok: false, reason: 'conflict' };
        throw error;
      }
      return { ok: true };
    },
    async events(caseId) {
      const { rows } = await database.query<{ body: string }>('select body from events where case_id = $1 order by sequence', [caseId]);
      return rows.map(({ body }) => JSON.parse(body) as CaseEvent);
    },
    async caseIds() {
      const { rows } = await database.query<{ id: string }>('select id from cases order by position');
      return rows.map(({ id }) => id);
    },
    async saveDraft(draft, expected) {
      const { rows } = await database.query<{ revision: number }>(saveStatement(expected), [...columnsOf(draft), ...(expected === undefined || expected === 0 ? [] : [expected])]);
      if (rows[0] !== undefined) return { ok: true, revision: rows[0].revision };
      const stored = await database.query<DraftRow>('select * from drafts where id = $1', [draft.id]);
      if (stored.rows[0] !== undefined) return { ok: false, reason: 'conflict', draft: readDraft(stored.rows[0]) };
      // Removed meanwhile: made again, and its count goes on. Of two who do so at once the second meets the draft of the first.
      const made = await database.query('insert into drafts (id, owner, answers, saved_at, details, revision) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing returning revision', [...columnsOf(draft), (expected ?? 0) + 1]);
      if (made.rows.length === 0) return this.saveDraft(draft, expected);
      return { ok: true, revision: (expected ?? 0) + 1 };
    },
    async draft(id) {
      const { rows } = await database.query<DraftRow>('select * from drafts where id = $1', [id]);
      return rows[0] === undefined ? undefined : readDraft(rows[0]);
    },
    async drafts(owner) {
      const { rows } = await database.query<DraftRow>('select * from drafts where owner = $1 order by saved_at desc', [owner]);
      return rows.map(readDraft);
    },
    async deleteDraft(id) {
      await database.query('delete from drafts where id = $1', [id]);
    },
  };
}

interface DraftRow { readonly id: string; readonly owner: string; readonly answers: string; readonly saved_at: string; readonly revision: number; readonly details: string }

function readDraft({ id, owner, answers, saved_at: savedAt, revision, details }: DraftRow): Draft {
  return { ...(JSON.parse(details) as Partial<Draft>), id, owner, answers: JSON.parse(answers) as Draft['answers'], savedAt, revision };
}

function columnsOf({ id, owner, answers, savedAt, revision: _, ...details }: Draft): readonly string[] {
  return [id, owner, JSON.stringify(answers), savedAt, JSON.stringify(details)];
}

/** One statement each, so that of two simultaneous saves one finds what it expects. */
function saveStatement(expected: number | undefined): string {
  const insert = 'insert into drafts (id, owner, answers, saved_at, details) values ($1, $2, $3, $4, $5) on conflict (id)';
  if (expected === 0) return `${insert} do nothing returning revision`;
  const columns = 'owner = $2, answers = $3, saved_at = $4, details = $5, revision = drafts.revision + 1';
  return expected === undefined ? `${insert} do update set ${columns} returning revision` : `update drafts set ${columns} where id = $1 and revision = $6 returning revision`;
}

async function caseOfKey(sql: Sql, key: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ case_id: string }>('select case_id from submissions where idempotency_key = $1', [key]);
  return rows[0]?.case_id;
}

export function createSqlMessages(database: PGlite): MessageAdapter {
  return {
    async send(message) {
      await database.query('insert into messages (addressee, body) values ($1, $2)', [message.to, JSON.stringify(message)]);
    },
    async inbox(to) {
      const { rows } = await database.query<{ body: string }>('select body from messages where addressee = $1 order by position desc', [to]);
      return rows.map(({ body }) => JSON.parse(body) as Message);
    },
  };
}

export function createSqlFiles(database: PGlite): FileAdapter {
  return {
    async put(id, content, mediaType) {
      await database.query('insert into files values ($1, $2, $3) on conflict (id) do update set media_type = $2, content = $3', [id, mediaType, content]);
    },
    async get(id) {
      const { rows } = await database.query<{ media_type: string; content: Uint8Array }>('select media_type, content from files where id = $1', [id]);
      return rows[0] === undefined ? undefined : { content: rows[0].content, mediaType: rows[0].media_type };
    },
    async remove(id) {
      await database.query('delete from files where id = $1', [id]);
    },
  };
}
