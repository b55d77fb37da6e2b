import type { Decimal, DecimalInput } from './decimal.js';
import { align, magnitudeOf, normalize, parseDecimal, sign } from './decimal.js';

/** An exact fraction in lowest terms with a positive denominator: one third is `{ p: 1n, q: 3n }`. */
export interface Rational {
  readonly p: bigint;
  readonly q: bigint;
}

/**
 * Where a value between two steps goes. All four mirror at zero, so a refund rounds like the payment it undoes:
 * `half-up` sends the exact middle away from zero (四舍五入, −0.5 → −1), `half-even` to the even neighbour,
 * `down` is always towards zero, `up` always away from it.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/**
 * The exact quotient of two decimals, for comparing without rounding: 60 / 90 is `{ p: 2n, q: 3n }`.
 * @throws {RangeError} when `b` is zero.
 */
export function ratioOf(a: DecimalInput, b: DecimalInput): Rational {
  const { left, right } = align(a, b);
  if (right === 0n) throw new RangeError('Division by zero');
  const divisor = greatestCommonDivisor(magnitudeOf(left), magnitudeOf(right)) * (right < 0n ? -1n : 1n);
  return { p: left / divisor, q: right / divisor };
}

/** −1, 0 or 1, as `a` is below, at or above `b`; multiplies crosswise, so nothing is rounded. */
export function compareRationals(a: Rational, b: Rational): -1 | 0 | 1 {
  return sign(a.q === b.q ? a.p - b.p : a.p * b.q - b.p * a.q);
}

/**
 * Rounds a fraction to a multiple of `step`.
 *
 * @param step - Positive; `0.01` for two decimals, `100` for whole hundreds.
 * @throws {RangeError} when `step` is not positive.
 * @example decimalToText(roundRational({ p: 530n, q: 6n }, 0.01, 'half-up')) // '88.33'
 */
export function roundRational(value: Rational, step: DecimalInput, mode: RoundingMode): Decimal {
  const unit = parseDecimal(step);
  if (unit.digits <= 0n) throw new RangeError('A rounding step is greater than zero');
  const steps = roundToWhole(value.p * 10n ** BigInt(unit.scale), value.q * unit.digits, mode);
  return normalize(steps * unit.digits, unit.scale);
}

/** `numerator / denominator` as a whole number; the denominator is positive. */
function roundToWhole(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const whole = numerator / denominator; // towards zero
  const rest = magnitudeOf(numerator % denominator);
  const twice = rest * 2n;
  const awayFromZero: Record<RoundingMode, boolean> = {
    'half-up': twice >= denominator,
    'half-even': twice > denominator || (twice === denominator && whole % 2n !== 0n),
    down: false,
    up: rest > 0n,
  };
  if (!awayFromZero[mode]) return whole;
  return numerator < 0n ? whole - 1n : whole + 1n;
}

/**
 * Rounds a decimal to a multiple of `step`. @throws {RangeError} when `step` is not positive.
 * @example decimalToText(roundDecimal(89.995, 0.01, 'half-up')) // '90'
 */
export function roundDecimal(value: DecimalInput, step: DecimalInput, mode: RoundingMode): Decimal {
  const decimal = parseDecimal(value);
  return roundRational({ p: decimal.digits, q: 10n ** BigInt(decimal.scale) }, step, mode);
}

/**
 * Divides and rounds once, at the declared step. @throws {RangeError} when `b` is zero or `step` is not positive.
 * @example decimalToText(divideDecimals(625, 7, { step: 0.01, mode: 'half-up' })) // '89.29'
 */
export function divideDecimals(a: DecimalInput, b: DecimalInput, rounding: { readonly step: DecimalInput; readonly mode: RoundingMode }): Decimal {
  return roundRational(ratioOf(a, b), rounding.step, rounding.mode);
}
