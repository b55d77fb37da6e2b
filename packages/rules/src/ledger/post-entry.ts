import type { Problem } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import { applyEntry } from './apply-entry.js';
import type { EntryDraft, Ledger, LedgerEntry, PostOptions, PostResult } from './ledger-types.js';
import { copyState, emptyState, makeLedger, stateOf } from './ledger-state.js';

/** A ledger without entries, version 0. */
export function emptyLedger(): Ledger {
  return makeLedger([], emptyState());
}

/**
 * Adds an entry. Money never goes over: no more is reserved than is available, committed than reserved, paid than committed, returned than paid.
 *
 * @param options - `expectedVersion` is the version of the ledger that the caller decided on. Of two who decided on the same version the second is refused:
 * a store keeps the ledger's version with it and posts under a lock or a compare-and-set.
 * @returns The new ledger, or why nothing was posted; the old one is never changed.
 * @throws {TypeError} when the ledger comes from elsewhere, or `expectedVersion` is missing.
 * @example postEntry(emptyLedger(), { kind: 'pool', year: 2026, amount: 10000000, at: '2026-01-04', by: 'finance' }, { expectedVersion: 0 })
 */
export function postEntry(ledger: Ledger, draft: EntryDraft, options: PostOptions): PostResult {
  return postEntries(ledger, [draft], options);
}

/** Adds several entries, or none: the awards of a batch, the payments under one voucher. */
export function postEntries(ledger: Ledger, drafts: readonly EntryDraft[], { expectedVersion, requireVoucher = false }: PostOptions): PostResult {
  if (!Number.isInteger(expectedVersion)) throw new TypeError('postEntry: the option "expectedVersion" is to be the version of the ledger that was seen');
  const state = copyState(stateOf(ledger));
  if (expectedVersion !== ledger.version) return refused([ruleProblem('ledger/version-conflict', { document: 'ledger', pointer: '', params: { expected: expectedVersion, found: ledger.version } })]);
  const entries: LedgerEntry[] = [...ledger.entries];
  for (const [index, draft] of drafts.entries()) {
    const problem = applyEntry(state, draft, requireVoucher);
    if (problem !== undefined) return refused([{ ...problem, pointer: `/${index}` }]);
    entries.push({ ...draft, sequence: entries.length + 1 });
  }
  return { ok: true, ledger: makeLedger(entries, state) };
}

/**
 * A ledger from entries that were stored, each checked as if it were posted again.
 *
 * @param entries - Untrusted; from JSON.
 * @returns The ledger, or the first entry that does not fit; `pointer` is its place in the list.
 */
export function readLedger(entries: readonly LedgerEntry[]): PostResult {
  if (!isList(entries)) return refused([ruleProblem('ledger/malformed-entry', { document: 'ledger', pointer: '', params: { part: 'entries' } })]);
  const state = emptyState();
  for (const [index, entry] of entries.entries()) {
    const problem = applyEntry(state, entry, false) ?? wrongSequence(entry, index + 1);
    if (problem !== undefined) return refused([{ ...problem, pointer: `/${index}` }]);
  }
  return { ok: true, ledger: makeLedger([...entries], state) };
}

/** `Array.isArray` alone would make the items `any`. */
function isList(entries: readonly LedgerEntry[]): boolean {
  return Array.isArray(entries);
}

function wrongSequence({ sequence }: LedgerEntry, expected: number): Problem | undefined {
  return sequence === expected ? undefined : ruleProblem('ledger/wrong-sequence', { document: 'ledger', pointer: '', params: { found: sequence, expected } });
}

function refused(problems: readonly Problem[]): PostResult {
  return { ok: false, problems };
}
