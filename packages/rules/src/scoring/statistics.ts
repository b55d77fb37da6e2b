import type { Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { addExact, divideExact, meanExact, multiplyExact, subtractExact } from './exact.js';

/** Middle of the sorted values; of an even number the mean of the two in the middle. At least one value. */
export function medianExact(values: readonly Rational[]): Rational {
  const sorted = [...values].sort(compareRationals);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as Rational;
  return sorted.length % 2 === 1 ? upper : divideExact(addExact(sorted[middle - 1] as Rational, upper), { p: 2n, q: 1n });
}

/** Mean of the squared distances from the mean, over all values (divided by their number). */
export function varianceExact(values: readonly Rational[]): Rational {
  const mean = meanExact(values);
  return meanExact(values.map((value) => {
    const distance = subtractExact(value, mean);
    return multiplyExact(distance, distance);
  }));
}

const DIGITS = 20n;

/** Square root, cut off behind twenty decimals; exact where the root is a fraction that ends before. */
export function squareRoot({ p, q }: Rational): Rational {
  const scale = 10n ** DIGITS;
  // √(p/q) = √(p·q)/q
  return divideExact({ p: wholeRoot(p * q * scale * scale), q: scale }, { p: q, q: 1n });
}

/** Largest whole number whose square is not more than the value (Newton). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function magnitudeExact(value: Rational): Rational {
  return value.p < 0n ? { p: -value.p, q: value.q } : value;
}
