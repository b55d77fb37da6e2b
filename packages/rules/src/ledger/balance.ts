import type { LedgerBalance } from './ledger-types.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan } from '../money/fen.js';

/** A balance while it is computed, in fen. `available` is what the others leave. */
export type FenBalance = { readonly [Item in Exclude<keyof LedgerBalance, 'available'>]: WholeFen };

export const NO_MONEY: FenBalance = { pool: 0n, adjusted: 0n, carriedIn: 0n, carriedOut: 0n, lapsed: 0n, reserved: 0n, committed: 0n, paid: 0n, returned: 0n };

const ITEMS = Object.keys(NO_MONEY) as readonly (keyof FenBalance)[];

/** A balance with amounts added to it. */
export function changed(balance: FenBalance, change: Partial<FenBalance>): FenBalance {
  const entries = ITEMS.map((item): [keyof FenBalance, WholeFen] => [item, balance[item] + (change[item] ?? 0n)]);
  return Object.fromEntries(entries) as unknown as FenBalance;
}

export function availableOf({ pool, adjusted, carriedIn, carriedOut, lapsed, reserved, committed, paid, returned }: FenBalance): WholeFen {
  return pool + adjusted + carriedIn - carriedOut - lapsed - reserved - committed - paid + returned;
}

export function balanceInYuan(balance: FenBalance): LedgerBalance {
  const entries = ITEMS.map((item): [keyof FenBalance, number] => [item, inYuan(balance[item])]);
  return { ...(Object.fromEntries(entries) as unknown as Omit<LedgerBalance, 'available'>), available: inYuan(availableOf(balance)) };
}
