import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import { amountOf, sameAccount } from './entry-shape.js';
import type { LedgerSelection } from './ledger-balance.js';
import { ledgerBalance } from './ledger-balance.js';
import type { Ledger, LedgerAccount, LedgerEntry } from './ledger-types.js';

/** A line of the book, in yuan. `income` and `expense` move the money in the account; what is reserved or committed stands beside it. */
export interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly kind: LedgerEntry['kind'];
  readonly year: number;
  readonly batch?: string;
  readonly project?: string;
  readonly line?: string;
  readonly tranche?: string;
  readonly voucher?: string;
  readonly payee?: string;
  readonly amount?: number;
  readonly income: number;
  readonly expense: number;
  /** Money in the account after the entry. */
  readonly balance: number;
  readonly by: string;
  readonly reason?: string;
}

export interface AuditExport {
  readonly rows: readonly AuditRow[];
  readonly income: number;
  readonly expense: number;
  /** Money in the account at the end: income less expense. */
  readonly closing: number;
  /** The closing money again, from the other side: available, reserved and committed. */
  readonly held: number;
  /** Whether both sides agree. */
  readonly balanced: boolean;
  /** Payments and returns without the number of a voucher. */
  readonly withoutVoucher: readonly number[];
}

/**
 * The book of an account for an auditor: every entry with income, expense and running balance. A dedicated account shows the same figures as its bank statement.
 *
 * @param selection - A year, a batch of it, or everything; what moves between accounts inside the selection is neither income nor expense.
 */
export function auditRows(ledger: Ledger, selection: LedgerSelection = {}): AuditExport {
  const inside = ({ year, batch }: LedgerAccount): boolean => (selection.year ?? year) === year && (selection.batch === undefined || selection.batch === batch);
  let [income, expense] = [0n, 0n];
  const rows: AuditRow[] = [];
  for (const entry of ledger.entries) {
    const target = entry.to !== undefined && !sameAccount(entry, entry.to) && inside(entry.to);
    if (!inside(entry) && !target) continue;
    const moved = cashOf(entry, inside(entry), target);
    income += moved.income;
    expense += moved.expense;
    rows.push(rowOf(entry, moved, income - expense));
  }
  const { available, reserved, committed } = ledgerBalance(ledger, selection);
  const held = sum([available, reserved, committed]);
  return {
    rows, income: inYuan(income), expense: inYuan(expense), closing: inYuan(income - expense), held: inYuan(held), balanced: held === income - expense,
    withoutVoucher: rows.filter(({ kind, voucher }) => (kind === 'paid' || kind === 'returned') && voucher === undefined).map(({ sequence }) => sequence),
  };
}

interface Cash { readonly income: WholeFen; readonly expense: WholeFen }

function cashOf(entry: LedgerEntry, own: boolean, target: boolean): Cash {
  const amount = amountOf(entry) ?? 0n;
  const into = (fen: WholeFen): Cash => (fen < 0n ? { income: 0n, expense: -fen } : { income: fen, expense: 0n });
  switch (entry.kind) {
    case 'pool': case 'adjusted': return into(amount);
    case 'paid': case 'lapsed': return into(-amount);
    // Comes back into the selection, wherever it was paid from.
    case 'returned': return entry.to === undefined || target || (own && sameAccount(entry, entry.to)) ? into(amount) : into(0n);
    case 'carriedOver': return into((target ? amount : 0n) - (own ? amount : 0n));
    default: return into(0n);
  }
}

function rowOf({ sequence, at, kind, year, batch, project, line, tranche, voucher, payee, amount, by, reason }: LedgerEntry, { income, expense }: Cash, balance: WholeFen): AuditRow {
  const optional = Object.entries({ batch, project, line, tranche, voucher, payee, amount, reason }).filter(([, value]) => value !== undefined);
  return { sequence, at, kind, year, ...Object.fromEntries(optional), income: inYuan(income), expense: inYuan(expense), balance: inYuan(balance), by };
}

function sum(values: readonly number[]): WholeFen {
  return values.reduce((total, value) => total + (readFen(value) ?? 0n), 0n);
}
