import type { Supervision } from '@cobuild/core';
import { readRatio } from '../allocation/open-setting.js';
import type { BudgetReport } from '../ledger/index.js';
import { compareBudget } from '../ledger/budget-actual.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { AccountEntry, FundSource, FundedProject } from './project-types.js';

/** The dedicated account of a project, in yuan. Always `received.fund + received.own + received.raised − spent − returned = balance`. */
export interface AccountBalance {
  readonly received: Readonly<Record<FundSource, number>>;
  readonly receivedTotal: number;
  readonly spent: number;
  /** Paid back to the fund. */
  readonly returned: number;
  readonly balance: number;
}

/** Entries that count: neither taken back, nor the taking back itself. */
export function standingEntries(account: readonly AccountEntry[]): readonly Exclude<AccountEntry, { kind: 'reversed' }>[] {
  const taken = new Set(account.flatMap((entry) => (entry.kind === 'reversed' ? [entry.reverses] : [])));
  return account.filter((entry): entry is Exclude<AccountEntry, { kind: 'reversed' }> => entry.kind !== 'reversed' && !taken.has(entry.sequence));
}

/** What came in by source, what was spent, and what is left. */
export function accountBalance(account: readonly AccountEntry[]): AccountBalance {
  const standing = standingEntries(account);
  const sum = (counts: (entry: (typeof standing)[number]) => boolean): WholeFen => standing.reduce((total, entry) => (counts(entry) ? total + (readFen(entry.amount) ?? 0n) : total), 0n);
  const from = (source: FundSource): WholeFen => sum((entry) => entry.kind === 'received' && entry.source === source);
  const received = { fund: from('fund'), own: from('own'), raised: from('raised') };
  const receivedTotal = received.fund + received.own + received.raised;
  const spent = sum(({ kind }) => kind === 'spent');
  const returned = sum(({ kind }) => kind === 'returned');
  return { received: { fund: inYuan(received.fund), own: inYuan(received.own), raised: inYuan(received.raised) }, receivedTotal: inYuan(receivedTotal), spent: inYuan(spent), returned: inYuan(returned), balance: inYuan(receivedTotal - spent - returned) };
}

/** Budget and spending of a project line by line, with a warning for each line that spent more than its budget and the tolerance of the scheme. */
export function projectBudget({ id, account, agreement }: FundedProject, supervision: Supervision | undefined): BudgetReport {
  const spending = standingEntries(account).flatMap((entry) => (entry.kind === 'spent' ? [{ kind: 'paid' as const, line: entry.line, amount: entry.amount }] : []));
  return compareBudget(spending, id, agreement.budget ?? [], readRatio(supervision?.budget?.lineTolerance) ?? { p: 0, q: 1 });
}

/** What was paid of a tranche and what came back of it, for `trancheStatus`. */
export function tranchePayments(account: readonly AccountEntry[]): readonly { readonly kind: 'paid' | 'returned'; readonly tranche: string; readonly amount: number }[] {
  return standingEntries(account).flatMap((entry) => {
    if (entry.kind === 'spent' || entry.tranche === undefined) return [];
    return [{ kind: entry.kind === 'received' ? ('paid' as const) : ('returned' as const), tranche: entry.tranche, amount: entry.amount }];
  });
}
