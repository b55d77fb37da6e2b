import type { FenBalance } from './balance.js';
import { NO_MONEY, changed } from './balance.js';
import type { Ledger, LedgerAccount } from './ledger-types.js';

/** What the entries of a ledger add up to: per account, and per project within its account. */
export interface LedgerState {
  readonly accounts: Map<string, FenBalance>;
  readonly projects: Map<string, FenBalance>;
  readonly closedYears: Set<number>;
}

const states = new WeakMap<Ledger, LedgerState>();

export function accountKey({ year, batch }: LedgerAccount): string {
  return JSON.stringify(batch === undefined ? [year] : [year, batch]);
}

export function projectKey(account: LedgerAccount, project: string): string {
  return JSON.stringify([account.year, account.batch ?? null, project]);
}

/** The ledger's own state; only `readLedger` and `postEntry` make ledgers, so each has one. */
export function stateOf(ledger: Ledger): LedgerState {
  const state = states.get(ledger);
  if (state === undefined) throw new TypeError('The ledger is to come from emptyLedger, readLedger or postEntry');
  return state;
}

export function makeLedger(entries: Ledger['entries'], state: LedgerState): Ledger {
  const ledger: Ledger = { entries, version: entries.length };
  states.set(ledger, state);
  return ledger;
}

export function copyState({ accounts, projects, closedYears }: LedgerState): LedgerState {
  return { accounts: new Map(accounts), projects: new Map(projects), closedYears: new Set(closedYears) };
}

export function emptyState(): LedgerState {
  return { accounts: new Map(), projects: new Map(), closedYears: new Set() };
}

export function balanceAt(map: ReadonlyMap<string, FenBalance>, key: string): FenBalance {
  return map.get(key) ?? NO_MONEY;
}

export function add(map: Map<string, FenBalance>, key: string, change: Partial<FenBalance>): void {
  map.set(key, changed(balanceAt(map, key), change));
}
