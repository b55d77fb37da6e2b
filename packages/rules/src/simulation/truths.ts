import type { Truth } from '@cobuild/core';
import type { Bits } from './bits.js';
import { allBits, hasBit, noBits } from './bits.js';

/**
 * The answers of a condition for all cases: true and false as bits, unknown where neither is set. Kept as true and false rather than true and unknown, so that
 * `not` exchanges the two and computes nothing.
 */
export interface Truths { readonly yes: Bits; readonly no: Bits }

export function constantTruths(rows: number, truth: Truth): Truths {
  const none = noBits(rows);
  if (truth === 'unknown') return { yes: none, no: none };
  return truth ? { yes: allBits(rows), no: none } : { yes: none, no: allBits(rows) };
}

export function negated({ yes, no }: Truths): Truths {
  return { yes: no, no: yes };
}

/** True where all are, false where one is. */
export function allTruths(parts: readonly Truths[]): Truths {
  return { yes: everyBit(parts.map((part) => part.yes)), no: someBit(parts.map((part) => part.no)) };
}

/** True where one is, false where all are. */
export function anyTruths(parts: readonly Truths[]): Truths {
  return { yes: someBit(parts.map((part) => part.yes)), no: everyBit(parts.map((part) => part.no)) };
}

/** Answers about different cases put together. */
export function joined(first: Truths, second: Truths): Truths {
  return { yes: someBit([first.yes, second.yes]), no: someBit([first.no, second.no]) };
}

/** @param parts - At least one. */
export function everyBit([first = new Uint32Array(0), ...rest]: readonly Bits[]): Bits {
  const result = first.slice();
  for (const part of rest) for (let index = 0; index < result.length; index += 1) result[index] = (result[index] ?? 0) & (part[index] ?? 0);
  return result;
}

/** @param parts - At least one. */
export function someBit([first = new Uint32Array(0), ...rest]: readonly Bits[]): Bits {
  const result = first.slice();
  for (const part of rest) for (let index = 0; index < result.length; index += 1) result[index] = (result[index] ?? 0) | (part[index] ?? 0);
  return result;
}

export function truthAt({ yes, no }: Truths, row: number): Truth {
  return hasBit(yes, row) ? true : hasBit(no, row) ? false : 'unknown';
}
