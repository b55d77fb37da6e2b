import { NO_MONEY, balanceInYuan, changed } from './balance.js';
import type { FenBalance } from './balance.js';
import { balanceAt, projectKey, stateOf } from './ledger-state.js';
import type { Ledger, LedgerAccount, LedgerBalance } from './ledger-types.js';

/** Which money is asked about: everything, a year with all its batches, one batch. */
export interface LedgerSelection {
  readonly year?: number;
  readonly batch?: string;
}

/** Balance of all accounts that fit, in yuan. */
export function ledgerBalance(ledger: Ledger, { year, batch }: LedgerSelection = {}): LedgerBalance {
  const { accounts } = stateOf(ledger);
  const fitting = Array.from(accounts).filter(([key]) => {
    const [ofYear, ofBatch] = JSON.parse(key) as readonly [number, string?];
    return (year === undefined || year === ofYear) && (batch === undefined || batch === ofBatch);
  });
  return balanceInYuan(fitting.reduce<FenBalance>((sum, [, balance]) => changed(sum, balance), NO_MONEY));
}

/** What a project holds of an account: `reserved`, `committed`, `paid`, `returned`, in yuan. The other amounts belong to accounts. */
export function projectBalance(ledger: Ledger, account: LedgerAccount, project: string): Pick<LedgerBalance, 'reserved' | 'committed' | 'paid' | 'returned'> {
  const { reserved, committed, paid, returned } = balanceInYuan(balanceAt(stateOf(ledger).projects, projectKey(account, project)));
  return { reserved, committed, paid, returned };
}

/** One row per account, by year and batch: the summary that a meeting or a page shows. */
export function ledgerAccounts(ledger: Ledger): readonly (LedgerAccount & { readonly balance: LedgerBalance; readonly closed: boolean })[] {
  const { accounts, closedYears } = stateOf(ledger);
  const rows = Array.from(accounts, ([key, balance]) => {
    const [year, batch] = JSON.parse(key) as readonly [number, string?];
    return { year, ...(batch === undefined ? {} : { batch }), balance: balanceInYuan(balance), closed: closedYears.has(year) };
  });
  return rows.sort((a, b) => a.year - b.year || ((a.batch ?? '') < (b.batch ?? '') ? -1 : 1));
}
