import type { DecimalInput } from './decimal.js';
import type { Rational } from './rational.js';
import { decimalToNumber, parseDecimal, subtractDecimals } from './decimal.js';
import { compareRationals, ratioOf, roundRational } from './rational.js';
import type { MoneyRounding } from './money.js';
import { decimalToYuan, moneyStep, parseYuan } from './money.js';

/** A part of the whole: a fraction of integers (`{ p: 1, q: 3 }`) or per cent (`30`, `'12.5'`). */
export type Share = { readonly p: number; readonly q: number } | number | string;

/** `step` and `mode` round every tranche but one; see {@link MoneyRounding} for defaults. */
export interface TrancheOptions extends MoneyRounding {
  /** Which tranche takes what rounding left, and so adds the parts up to the total; default `last`. */
  readonly remainder?: 'first' | 'last';
}

/** The amounts in yuan, or why nothing may be paid: the tranche that takes the remainder would be negative (`remainder`, in yuan). */
export type TrancheSplit =
  | { readonly ok: true; readonly amounts: readonly number[] }
  | { readonly ok: false; readonly reason: 'negative-remainder'; readonly remainder: number };

/**
 * Splits an amount into tranches that add up to it exactly.
 *
 * @param totalYuan - In yuan, not negative.
 * @param shares - One per tranche, together exactly one whole.
 * @throws {RangeError} when the total is no money or negative, a share is negative or malformed, or shares do not make one whole:
 * mistakes of the scheme, found when it is checked.
 * @example splitTranches(487655.55, [30, 40, 30]) // { ok: true, amounts: [146296.67, 195062.22, 146296.66] }
 * @example splitTranches(0.01, [50, 50, 0]) // { ok: false, reason: 'negative-remainder', remainder: -0.01 }
 */
export function splitTranches(totalYuan: number, shares: readonly Share[], options: TrancheOptions = {}): TrancheSplit {
  const { step = 0.01, mode = 'half-up', remainder = 'last' } = options;
  if (parseYuan(totalYuan) < 0) throw new RangeError('A negative amount has no tranches');
  const fractions = shares.map(toFraction);
  if (!makeOneWhole(fractions)) throw new RangeError('Shares of tranches add up to one whole');

  const taker = remainder === 'last' ? fractions.length - 1 : 0;
  const unit = moneyStep(step);
  const rounded = fractions.map((share) => roundRational(portion(totalYuan, share), unit, mode));
  const left = rounded.reduce((rest, part, index) => (index === taker ? rest : subtractDecimals(rest, part)), parseDecimal(totalYuan));
  if (left.digits < 0n) return { ok: false, reason: 'negative-remainder', remainder: decimalToNumber(left) };
  return { ok: true, amounts: rounded.map((part, index) => decimalToYuan(index === taker ? left : part)) };
}

function toFraction(share: Share): Rational {
  const fraction = typeof share === 'object' ? integerFraction(share.p, share.q) : ratioOf(share, 100);
  if (fraction.p < 0n) throw new RangeError('A share of a tranche is not negative');
  return fraction;
}

function integerFraction(p: number, q: number): Rational {
  if (!Number.isSafeInteger(p) || !Number.isSafeInteger(q) || q <= 0) throw new RangeError('A share is a fraction of integers, { p, q } with q > 0');
  return ratioOf(p, q);
}

function makeOneWhole(fractions: readonly Rational[]): boolean {
  const sum = fractions.reduce<Rational>((total, { p, q }) => ({ p: total.p * q + p * total.q, q: total.q * q }), { p: 0n, q: 1n });
  return compareRationals(sum, { p: 1n, q: 1n }) === 0;
}

function portion(total: DecimalInput, share: Rational): Rational {
  const { digits, scale } = parseDecimal(total);
  return { p: digits * share.p, q: 10n ** BigInt(scale) * share.q };
}
