import type { Problem } from '@cobuild/core';

/**
 * What happens to money. `pool` puts it in, `adjusted` corrects what was put in (may be negative, needs a reason). `reserved` sets it aside for a project,
 * `committed` promises what was reserved by contract, `paid` pays what was committed, `released` gives reserved or committed money back to the account.
 * `returned` comes back from a project, `lapsed` leaves the fund unspent, `carriedOver` goes to another account. `closed` closes a year.
 */
export type EntryKind = 'pool' | 'adjusted' | 'reserved' | 'committed' | 'released' | 'paid' | 'returned' | 'lapsed' | 'carriedOver' | 'closed';

/** Money of a year, or of one batch of it; each is an account of its own. */
export interface LedgerAccount {
  readonly year: number;
  readonly batch?: string;
}

/** An entry as somebody asks for it. */
export interface EntryDraft extends LedgerAccount {
  readonly kind: EntryKind;
  /** Yuan, more than 0; `adjusted` may be negative; `closed` has none. */
  readonly amount?: number;
  readonly project?: string;
  /** Line of the project's budget that a payment or return belongs to. */
  readonly line?: string;
  readonly tranche?: string;
  /** Number of the voucher. */
  readonly voucher?: string;
  readonly payee?: string;
  /** `released`: what is given back. Default `reserved`. */
  readonly from?: 'reserved' | 'committed';
  /** Where carried-over money goes; for `returned` the account that gets it, where its own year is closed. */
  readonly to?: LedgerAccount;
  /** When, as date and time or date; the ledger has no clock. */
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
}

export interface LedgerEntry extends EntryDraft {
  /** 1, 2, 3, …, without a gap. */
  readonly sequence: number;
}

/** Entries that fit together; made by `emptyLedger`, `postEntry` and `readLedger` alone. Nothing in it ever changes. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** Sequence of the last entry; whoever posts says which one they saw. */
  readonly version: number;
}

export interface PostOptions {
  /** The version that the decision to post was made on. Where somebody else has posted since, nothing is posted. */
  readonly expectedVersion: number;
  /** Payments and returns need the number of a voucher: a dedicated account. Default false. */
  readonly requireVoucher?: boolean;
}

export type PostResult = { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Money of an account, project or selection, in yuan. Always
 * `pool + adjusted + carriedIn − carriedOut − lapsed = available + reserved + committed + paid − returned`, and none of them but `adjusted` is negative.
 */
export interface LedgerBalance {
  readonly pool: number;
  readonly adjusted: number;
  readonly carriedIn: number;
  readonly carriedOut: number;
  readonly lapsed: number;
  /** Set aside and not yet committed. */
  readonly reserved: number;
  /** Committed and not yet paid: tranches to come. */
  readonly committed: number;
  /** Paid in all, and what came back of it. */
  readonly paid: number;
  readonly returned: number;
  readonly available: number;
}
