import type { Ratio } from '../generated/types.js';
import { isMoney, parseYuan, toYuan } from '../money/money.js';

/** Whole fen; sums and products of it do not overflow. */
export type WholeFen = bigint;

/** A trillion yuan: no amount of a record is larger, so that sums of hundreds of them still have a number in documents. */
const LARGEST_AMOUNT = 100_000_000_000_000n;

/** An answer in yuan as fen; `undefined` where it is no money. */
export function fenOf(value: unknown): WholeFen | undefined {
  return isMoney(value) ? BigInt(parseYuan(value as number)) : undefined;
}

/** An answer in yuan of zero up to a trillion, as fen; `undefined` for anything else. */
export function amountOf(value: unknown): WholeFen | undefined {
  const fen = fenOf(value);
  return fen !== undefined && isAmount(fen) ? fen : undefined;
}

export function isAmount(fen: WholeFen): boolean {
  return fen >= 0n && fen <= LARGEST_AMOUNT;
}

/** @throws {RangeError} beyond ±90 trillion yuan; amounts are held against {@link isAmount} where they arise. */
export function yuanOf(fen: WholeFen): number {
  return toYuan(Number(fen));
}

/** A share of an amount of zero or more, rounded down to the fen: a cap of so much is the same with and without the part of a fen. */
export function shareOfFen(fen: WholeFen, { p, q }: Ratio): WholeFen {
  return (fen * BigInt(p)) / BigInt(q);
}

/** Down to a multiple of the unit. */
export function downToUnit(fen: WholeFen, unit: WholeFen): WholeFen {
  return fen - (fen % unit);
}

export const sumFen = (amounts: readonly WholeFen[]): WholeFen => amounts.reduce((sum, amount) => sum + amount, 0n);
