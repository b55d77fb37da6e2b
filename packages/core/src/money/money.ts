import type { DecimalInput } from './decimal.js';
import type { RoundingMode } from './rational.js';
import { multiplyDecimals, parseDecimal, readDecimal } from './decimal.js';
import { roundDecimal } from './rational.js';

declare const fen: unique symbol;

/** An amount in whole fen (hundredths of a yuan): a safe integer within ±9 × 10¹⁵. Only arithmetic uses it; documents hold yuan. */
export type Fen = number & { readonly [fen]: true };

/** ±90 trillion yuan: the largest round limit whose fen are still safe integers. */
export const LARGEST_YUAN = 90_000_000_000_000;
const LARGEST_FEN = BigInt(LARGEST_YUAN) * 100n;

/** How a product or share becomes an amount; `step` is in yuan. */
export interface MoneyRounding {
  /** Result is a multiple of this many yuan; default 0.01, one fen. */
  readonly step?: DecimalInput;
  /** Default `half-up`. Awards use `down`, so that their sum never exceeds the pool. */
  readonly mode?: RoundingMode;
}

function inRange(amount: bigint): boolean {
  return amount >= -LARGEST_FEN && amount <= LARGEST_FEN;
}

/** Undefined where the text is no decimal, has a third decimal or leaves the range. */
function readFen(value: unknown): Fen | undefined {
  const decimal = readDecimal(value);
  if (!decimal || decimal.scale > 2) return undefined;
  const amount = decimal.digits * 10n ** BigInt(2 - decimal.scale);
  return inRange(amount) ? (Number(amount) as Fen) : undefined;
}

function toFen(amount: bigint): Fen {
  if (!inRange(amount)) throw new RangeError('Amount beyond 90 trillion yuan');
  return Number(amount) as Fen;
}

/**
 * Whether a value is an amount of money as documents hold it: a JSON number in yuan, at most two decimals by its decimal text
 * (`1e3` and `1.5e-1` count as 1000 and 0.15), within ±90 trillion. Text is not money, not even `"12.00"`.
 *
 * @example isMoney(487655.55) // true; isMoney(1.005), isMoney('12'), isMoney(NaN) are false
 */
export function isMoney(value: unknown): boolean {
  return typeof value === 'number' && readFen(value) !== undefined;
}

/**
 * Yuan to whole fen, by decimal text: 1.1 is 110 fen although `1.1 * 100` is not.
 *
 * @param value - A JSON number or decimal text in yuan (`'12000.5'`, no separators; see `readYuan` for what people type).
 * @throws {RangeError} when it is no number, has more than two decimals, or is beyond ±90 trillion. Documents are checked with `isMoney` before.
 */
export function parseYuan(value: number | string): Fen {
  const amount = readFen(value);
  if (amount === undefined) throw new RangeError(`Not an amount of money: ${JSON.stringify(value)}`);
  return amount;
}

/**
 * Fen to the JSON number in yuan that reads back as the same fen.
 *
 * @throws {RangeError} when `fen` is not a whole number within the range, or no JSON number says it: above 2⁴⁶ yuan (70 trillion)
 * doubles lie more than one fen apart, and an amount that would come back different is refused rather than changed.
 */
export function toYuan(fen: Fen | number): number {
  const yuan = fen / 100; // one correctly rounded division: the double nearest to the exact amount
  if (!Number.isSafeInteger(fen) || readFen(yuan) !== fen) throw new RangeError(`Not an amount in fen: ${fen}`);
  return yuan;
}

/**
 * Adds amounts in yuan exactly; the order does not matter, and only the total has to lie in the range.
 *
 * @throws {RangeError} for a value that is no money, or a total beyond ±90 trillion yuan.
 * @example sumYuan([0.1, 0.2]) // 0.3
 */
export function sumYuan(values: readonly number[]): number {
  let total = 0n;
  for (const value of values) total += BigInt(parseYuan(value));
  return toYuan(toFen(total));
}

/** −1, 0 or 1, as `a` is below, at or above `b` (both in yuan). @throws {RangeError} for a value that is no money. */
export function compareYuan(a: number, b: number): -1 | 0 | 1 {
  const difference = parseYuan(a) - parseYuan(b);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/**
 * Multiplies an amount in yuan by an exact decimal and rounds once.
 *
 * @param factor - `0.3` and `'0.3'` are both three tenths.
 * @throws {RangeError} for a value that is no money, a step that is not a whole number of fen, or a result beyond the range.
 * @example multiplyYuan(487655.55, 0.3) // 146296.67; with `{ step: 100, mode: 'down' }` 146200
 */
export function multiplyYuan(amount: number, factor: DecimalInput, rounding: MoneyRounding = {}): number {
  parseYuan(amount);
  const { step = 0.01, mode = 'half-up' } = rounding;
  return decimalToYuan(roundDecimal(multiplyDecimals(amount, factor), moneyStep(step), mode));
}

/**
 * Takes an amount down to a whole number of units, towards zero: what stays below the unit is not awarded.
 *
 * @param unit - In yuan: 1, 100, 1000.
 * @throws {RangeError} for a value that is no money, or a unit that is not a positive number of fen.
 * @example roundDownTo(146296.67, 100) // 146200
 */
export function roundDownTo(amount: number, unit: number): number {
  return multiplyYuan(amount, 1, { step: unit, mode: 'down' });
}

/** The step as given, refused where multiples of it would not be whole fen. */
export function moneyStep(step: DecimalInput): DecimalInput {
  const { digits, scale } = parseDecimal(step);
  if (digits <= 0n || scale > 2) throw new RangeError('A step of money is a positive whole number of fen');
  return step;
}

/** A decimal that is known to have whole fen, as yuan. */
export function decimalToYuan(value: DecimalInput): number {
  const { digits, scale } = parseDecimal(value);
  if (scale > 2) throw new RangeError('More than two decimals');
  return toYuan(toFen(digits * 10n ** BigInt(2 - scale)));
}
