import type { Problem } from '@cobuild/core';
import type { EntryDraft, Ledger, LedgerEntry } from '@cobuild/rules';
import { emptyLedger, postEntries, readLedger } from '@cobuild/rules';
import type { Sql, SqlDatabase } from './sql-database.js';
import { isTaken } from './sql-database.js';

/** Posted; refused with the problems; or somebody else posted meanwhile: `ledger` is the newest, to be looked at before one tries again. */
export type Posted = { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly problems: readonly Problem[] } | { readonly ok: false; readonly conflict: true; readonly ledger: Ledger };

/** The money of a fund, entry by entry. What was acknowledged is never changed, and no entry is there that the ones before it do not allow. */
export interface LedgerStore {
  ledger(fund: string): Promise<Ledger>;
  /** Posts all entries or none. `expectedVersion` is the version that the decision to post was made on. */
  post(fund: string, drafts: readonly EntryDraft[], expectedVersion: number): Promise<Posted>;
}

/** The ledger of a fund as it stands for whoever reads here, within a transaction or without. */
export async function readFundLedger(sql: Sql, fund: string): Promise<Ledger> {
  const { rows } = await sql.query<{ body: string }>('select body from ledger_entries where fund = $1 order by sequence', [fund]);
  if (rows.length === 0) return emptyLedger();
  const read = readLedger(rows.map(({ body }) => JSON.parse(body) as LedgerEntry));
  if (!read.ok) throw new Error(`The ledger of ${fund} does not fit together: ${read.problems.map(({ message }) => message).join(' ')}`);
  return read.ledger;
}

/** Writes entries that the ledger allows down behind its last one; fails where somebody else has taken their place. */
export async function postDrafts(sql: Sql, fund: string, seen: Ledger, drafts: readonly EntryDraft[]): Promise<void> {
  for (const [index, draft] of drafts.entries()) {
    const entry: LedgerEntry = { ...draft, sequence: seen.version + index + 1 };
    await sql.query('insert into ledger_entries (fund, sequence, body) values ($1, $2, $3)', [fund, entry.sequence, JSON.stringify(entry)]);
  }
}

/** The ledger on PostgreSQL: the primary key of an entry is its place, so that of two writers who saw the same ledger one is turned away. */
export function createSqlLedger(database: SqlDatabase): LedgerStore {
  const ledger = (fund: string): Promise<Ledger> => readFundLedger(database, fund);
  return {
    ledger,
    async post(fund, drafts, expectedVersion) {
      const seen = await ledger(fund);
      if (seen.version !== expectedVersion) return { ok: false, conflict: true, ledger: seen };
      const posted = postEntries(seen, drafts, { expectedVersion });
      if (!posted.ok) return posted;
      try {
        await database.transaction((sql) => postDrafts(sql, fund, seen, drafts));
      } catch (error) {
        if (isTaken(error)) return { ok: false, conflict: true, ledger: await ledger(fund) };
        throw error;
      }
      return posted;
    },
  };
}
