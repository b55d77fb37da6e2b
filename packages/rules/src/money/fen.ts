import { isMoney, parseYuan, toYuan } from '@cobuild/core';

/**
 * Amounts while they are computed: whole fen as bigint, so that sums of any length stay exact. Documents and results hold yuan.
 */
export type WholeFen = bigint;

/**
 * Ten billion yuan in fen. Up to here doubles lie so close that a number of yuan has two decimals exactly where its fen, divided by a hundred, are that number again, which spares
 * the detour over decimal text.
 */
const PLAIN_FEN = 1e12;

/** 2⁴⁶ yuan. Up to here every amount in fen is a JSON number in yuan that reads back the same. */
const LARGEST_EXACT_YUAN = 2 ** 46;

/** An amount in yuan as whole fen; `undefined` for what is no money, is negative, or larger than results can say exactly. */
export function readFen(value: unknown): WholeFen | undefined {
  const fen = plainFen(value);
  if (fen !== undefined) return fen < 0 ? undefined : BigInt(fen);
  return isMoney(value) && (value as number) >= 0 && (value as number) <= LARGEST_EXACT_YUAN ? BigInt(parseYuan(value as number)) : undefined;
}

/** The fen of an amount of at most ten billion yuan, or `undefined`: then the number is larger, or no money. */
export function plainFen(value: unknown): number | undefined {
  if (typeof value !== 'number') return undefined;
  const fen = Math.round(value * 100);
  return Math.abs(fen) <= PLAIN_FEN && fen / 100 === value ? fen : undefined;
}

/** Whole fen as yuan. A total beyond what JSON numbers say exactly comes as the nearest one: nothing is decided by it. */
export function inYuan(fen: WholeFen): number {
  const number = Number(fen);
  if (Math.abs(number) <= PLAIN_FEN) return number / 100;
  return Math.abs(number) <= LARGEST_EXACT_YUAN * 100 ? toYuan(number) : number / 100;
}

/** Down to a whole number of units. */
export function downTo(fen: WholeFen, unit: WholeFen): WholeFen {
  return fen - (fen % unit);
}

/** A share of an amount, rounded down to the fen. */
export function shareOf(fen: WholeFen, { p, q }: { readonly p: number; readonly q: number }): WholeFen {
  return (fen * BigInt(p)) / BigInt(q);
}

export function least(a: WholeFen, b: WholeFen): WholeFen {
  return a < b ? a : b;
}
