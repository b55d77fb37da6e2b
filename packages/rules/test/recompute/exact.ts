import type { Rational, RoundingMode } from '@cobuild/core';
import { compareRationals, decimalToNumber, ratioOf, roundRational } from '@cobuild/core';

/** Exact numbers of a result that came out of JSON: a number, decimal text (`88.33`) or fraction text (`265/3`). */
export function read(value: number | string): Rational {
  const [p = '', q = '1'] = String(value).split('/');
  return ratioOf(p, q);
}

export const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const over = (p: bigint, q: bigint): Rational => ratioOf({ digits: p, scale: 0 }, { digits: q, scale: 0 });
export const plus = (a: Rational, b: Rational): Rational => over(a.p * b.q + b.p * a.q, a.q * b.q);
export const minus = (a: Rational, b: Rational): Rational => plus(a, { p: -b.p, q: b.q });
export const times = (a: Rational, b: Rational): Rational => over(a.p * b.p, a.q * b.q);
export const through = (a: Rational, b: Rational): Rational => over(a.p * b.q, a.q * b.p);
export const sum = (values: readonly Rational[]): Rational => values.reduce(plus, read(0));
export const mean = (values: readonly Rational[]): Rational => through(sum(values), read(values.length));
export const same = (a: Rational, b: Rational): boolean => compareRationals(a, b) === 0;
export const atLeast = (a: Rational, b: Rational): boolean => compareRationals(a, b) >= 0;
export const rounded = (value: Rational, { step, mode }: { readonly step: number | string; readonly mode: RoundingMode }): Rational => ratioOf(roundRational(value, step, mode), 1);
export const number = (value: Rational): number => decimalToNumber(roundRational(value, '0.000000000001', 'half-up'));

/** Whether a value lies in a half-open interval whose ends are known. */
export function within({ from, below }: { readonly from?: unknown; readonly below?: unknown }, value: Rational): boolean {
  return (typeof from !== 'number' || atLeast(value, read(from))) && (typeof below !== 'number' || !atLeast(value, read(below)));
}
