import type { Decimal, DecimalInput, Rational } from '@cobuild/core';
import { decimalToText, parseDecimal, ratioOf, readDecimal } from '@cobuild/core';

/**
 * An exact number as text: a decimal (`88.33`), or where no decimal ends, a fraction in lowest terms (`265/3`). It suffices to recompute with,
 * and JSON carries it.
 */
export type ExactText = string;

const FRACTION = /^(-?\d{1,400})\/(\d{1,400})$/;

export const ZERO: Rational = { p: 0n, q: 1n };

export function fromDecimal(value: DecimalInput): Rational {
  const decimal = parseDecimal(value);
  return decimal.scale === 0 ? { p: decimal.digits, q: 1n } : ratioOf(decimal, 1);
}

export function addExact(a: Rational, b: Rational): Rational {
  return lowest(a.p * b.q + b.p * a.q, a.q * b.q);
}

export function subtractExact(a: Rational, b: Rational): Rational {
  return lowest(a.p * b.q - b.p * a.q, a.q * b.q);
}

export function multiplyExact(a: Rational, b: Rational): Rational {
  return lowest(a.p * b.p, a.q * b.q);
}

/** @throws {RangeError} when `b` is zero. */
export function divideExact(a: Rational, b: Rational): Rational {
  return lowest(a.p * b.q, a.q * b.p);
}

export function sumExact(values: readonly Rational[]): Rational {
  return values.reduce(addExact, ZERO);
}

/** The mean of at least one value. */
export function meanExact(values: readonly Rational[]): Rational {
  return divideExact(sumExact(values), { p: BigInt(values.length), q: 1n });
}

export function isZero(value: Rational): boolean {
  return value.p === 0n;
}

function lowest(p: bigint, q: bigint): Rational {
  return ratioOf({ digits: p, scale: 0 }, { digits: q, scale: 0 });
}

/** @example exactText({ p: 265n, q: 3n }) // '265/3' */
export function exactText(value: Rational): ExactText {
  const decimal = endingDecimal(value);
  return decimal === undefined ? `${value.p}/${value.q}` : decimalToText(decimal);
}

/** The fraction as a decimal where one ends: its denominator has no prime factor but 2 and 5. */
function endingDecimal({ p, q }: Rational): Decimal | undefined {
  let rest = q;
  let digits = p;
  let scale = 0;
  while (rest % 10n === 0n) [rest, scale] = [rest / 10n, scale + 1];
  for (const [factor, other] of [[2n, 5n], [5n, 2n]] as const) {
    while (rest % factor === 0n) [rest, digits, scale] = [rest / factor, digits * other, scale + 1];
  }
  return rest === 1n ? { digits, scale } : undefined;
}

/**
 * Reads a number, decimal text or fraction text; `undefined` for anything else.
 *
 * @example readExact('265/3') // { p: 265n, q: 3n }
 */
export function readExact(value: unknown): Rational | undefined {
  const decimal = readDecimal(value);
  if (decimal !== undefined) return fromDecimal(decimal);
  const match = typeof value === 'string' ? FRACTION.exec(value) : null;
  if (match === null) return undefined;
  const denominator = BigInt(match[2] ?? '0');
  return denominator === 0n ? undefined : lowest(BigInt(match[1] ?? '0'), denominator);
}

/** As {@link readExact}, for settings: decimals only. */
export function readNumber(value: unknown): Rational | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? fromDecimal(parseDecimal(value)) : undefined;
}
