import type { Problem, Scheme } from '@cobuild/core';
import { dateInZone, resolveParameters } from '@cobuild/core';
import type { EntryDraft, FeedHead, FundPosition, FundedProject, Ledger, LedgerAccount, LedgerEntry, ProjectEvent, ProjectOpening } from '@cobuild/rules';
import { fundFeed, fundPosition, ledgerAccounts, openProject, postEntries } from '@cobuild/rules';
import { postDrafts, readFundLedger } from './ledger-store.js';
import { givesMoney } from './project-opening.js';
import { createSqlProjectStore } from './project-store.js';
import type { Sql, SqlDatabase } from './sql-database.js';
import { isTaken } from './sql-database.js';

/** Written down with its entries; refused, with nothing written down; or somebody else was first. */
export type Booked = { readonly kind: 'done' } | { readonly kind: 'conflict' } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Undoes a transaction without an error reaching the caller. */
class Undone extends Error {
  constructor(readonly booked: Booked) { super(); }
}

/** Why a transaction of `write` or `feed` was undone; `undefined` for any other error. */
export const bookedOf = (error: unknown): Booked | undefined => (error instanceof Undone ? error.booked : undefined);

/** Writers whose entry was taken look again; more than so often nobody is that unlucky. */
const ATTEMPTS = 20;

/**
 * The dedicated ledger of a fund, kept by the logs of its projects: an event and the entries that follow from it stand in one transaction, both or neither. The year is that of the
 * approval; where nobody has put money in for it, the fund's yearly amount is, or, where the scheme names none, what was approved.
 */
export class FundBook {
  constructor(private readonly database: SqlDatabase) {}

  /** Writes the beginning of a project down, with what the fund sets aside for it. Where the fund has no more, it is set aside with the contract, or that is refused. */
  async open(scheme: Scheme, opening: ProjectOpening, head: FeedHead): Promise<ProjectOpening> {
    const begin = async (sql: Sql): Promise<ProjectOpening> => createSqlProjectStore(sql).open(opening);
    if (!isKept(scheme, opening)) return begin(this.database);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.transaction(async (sql) => {
          const stands = await begin(sql);
          const ledger = await readFundLedger(sql, scheme.id);
          // Somebody else has begun it, and may have gone on.
          if (accountOf(ledger, stands.id) !== undefined) return stands;
          const drafted = draftsFor(scheme, ledger, openProject(stands), head);
          if ('drafts' in drafted) await postDrafts(sql, scheme.id, drafted.ledger, drafted.drafts);
          return stands;
        });
      } catch (error) {
        if (!isTaken(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** Appends an event to the log of a project, with what it means for the fund. */
  async append(scheme: Scheme, before: FundedProject, event: ProjectEvent, after: FundedProject): Promise<Booked> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.database.transaction((sql) => this.write(sql, scheme, before, event, after));
        return { kind: 'done' };
      } catch (error) {
        const booked = bookedOf(error);
        if (booked !== undefined) return booked;
        if (!isTaken(error) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** The same in a transaction of the caller, which is undone where this throws; `bookedOf` says why. */
  async write(sql: Sql, scheme: Scheme, before: FundedProject, event: ProjectEvent, after: FundedProject): Promise<void> {
    if (!(await createSqlProjectStore(sql).append(before.id, event))) throw new Undone({ kind: 'conflict' });
    await this.feed(sql, scheme, after, { at: event.at, by: event.actor.id }, { event, before });
  }

  /** Brings the ledger to where the log of a project stands, in a transaction of the caller. */
  async feed(sql: Sql, scheme: Scheme, project: FundedProject, head: FeedHead, change?: { readonly event: ProjectEvent; readonly before: FundedProject }): Promise<void> {
    if (!isKept(scheme, project)) return;
    const drafted = draftsFor(scheme, await readFundLedger(sql, scheme.id), project, head, change);
    if (!('drafts' in drafted)) throw new Undone({ kind: 'refused', problems: drafted.problems });
    await postDrafts(sql, scheme.id, drafted.ledger, drafted.drafts);
  }

  /** What the ledger holds of a project, and where its log says that it stands. They differ only where somebody posted by hand. */
  async ofProject(scheme: Scheme, project: FundedProject): Promise<{ readonly entries: readonly LedgerEntry[]; readonly position: FundPosition; readonly agrees: boolean } | undefined> {
    if (!isKept(scheme, project)) return undefined;
    const ledger = await readFundLedger(this.database, scheme.id);
    const account = accountOf(ledger, project.id);
    const position = fundPosition(project);
    const agrees = account !== undefined && fundFeed(ledger, account, project, { at: '', by: '' }).length === 0;
    return { entries: ledger.entries.filter((entry) => entry.project === project.id), position, agrees };
  }
}

const isKept = (scheme: Scheme, { agreement }: Pick<ProjectOpening, 'agreement'>): boolean => givesMoney(scheme) && agreement.tranches.length > 0;

type Drafted = { readonly ledger: Ledger; readonly drafts: readonly EntryDraft[] } | { readonly problems: readonly Problem[] };

function draftsFor(scheme: Scheme, ledger: Ledger, project: FundedProject, head: FeedHead, change?: { readonly event: ProjectEvent; readonly before: FundedProject }): Drafted {
  const account = accountOf(ledger, project.id) ?? { year: Number(dateInZone(head.at).slice(0, 4)) };
  const entries = fundFeed(ledger, account, project, head, change);
  const drafts = [...poolFor(scheme, ledger, account, entries, head), ...entries];
  const posted = postEntries(ledger, drafts, { expectedVersion: ledger.version });
  return posted.ok ? { ledger, drafts } : { problems: posted.problems };
}

/** The account that a project stands in stays the one that it began in. */
function accountOf(ledger: Ledger, project: string): LedgerAccount | undefined {
  const first = ledger.entries.find((entry) => entry.project === project);
  return first === undefined ? undefined : { year: first.year, ...(first.batch === undefined ? {} : { batch: first.batch }) };
}

/** What a year still has to give, yuan; `undefined` where nobody has said how much there is. */
export function availableIn(scheme: Scheme, ledger: Ledger, year: number): number | undefined {
  const accounts = ledgerAccounts(ledger).filter((account) => account.year === year);
  if (accounts.length > 0) return accounts.reduce((sum, { balance }) => sum + Math.round(balance.available * 100), 0) / 100;
  const yearly = resolveParameters(scheme).allocation?.fundPerYear?.minimum;
  return typeof yearly === 'number' ? yearly : undefined;
}

/** Money that the fund gets for a year, when the first of it is set aside. */
function poolFor(scheme: Scheme, ledger: Ledger, account: LedgerAccount, entries: readonly EntryDraft[], head: FeedHead): readonly EntryDraft[] {
  const needed = entries.filter(({ kind }) => kind === 'reserved').reduce((sum, { amount = 0 }) => sum + Math.round(amount * 100), 0) / 100;
  if (needed === 0) return [];
  const yearly = resolveParameters(scheme).allocation?.fundPerYear?.minimum;
  const found = ledgerAccounts(ledger).find(({ year, batch }) => year === account.year && batch === account.batch);
  if (typeof yearly === 'number') return found === undefined ? [{ ...account, kind: 'pool', amount: yearly, ...head, reason: '年度专项资金' }] : [];
  const short = Math.round(needed * 100) - Math.round((found?.balance.available ?? 0) * 100);
  return short <= 0 ? [] : [{ ...account, kind: 'pool', amount: short / 100, ...head, reason: '按批准的金额拨入' }];
}
