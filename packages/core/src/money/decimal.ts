/**
 * An exact decimal number, `digits / 10 ** scale`, with `scale` ≥ 0 and no trailing zeros: 89.995 is `{ digits: 89995n, scale: 3 }`.
 */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** What arithmetic accepts: a JSON number (read by its decimal text), decimal text, or a decimal. */
export type DecimalInput = number | string | Decimal;

const DECIMAL_TEXT = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;
const LONGEST_TEXT = 400;
/** The smallest double is 5e-324 with up to 17 digits; a larger exponent is not a number anybody meant and would cost memory. */
const LARGEST_EXPONENT = 400;

/** Without trailing zeros behind the point. */
export function normalize(digits: bigint, scale: number): Decimal {
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

function parseText(text: string): Decimal | undefined {
  const match = text.length > LONGEST_TEXT ? null : DECIMAL_TEXT.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  const magnitude = BigInt(whole + fraction);
  const digits = sign === '-' ? -magnitude : magnitude;
  const scale = fraction.length - exponent;
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : normalize(digits, scale);
}

/**
 * Reads a number or decimal text, and gives `undefined` for anything else (empty text, NaN, infinities, separators, `0x10`).
 * A number is read by its shortest decimal text, so 0.1 is one tenth and not the double next to it; exponents count (`1.5e3`).
 *
 * @example readDecimal('89.995') // { digits: 89995n, scale: 3 }
 */
export function readDecimal(value: unknown): Decimal | undefined {
  // Most numbers of a scheme are whole, and read without a detour over their text.
  if (Number.isSafeInteger(value)) return { digits: BigInt(value as number), scale: 0 };
  if (typeof value === 'number' || typeof value === 'string') return parseText(String(value));
  return isDecimal(value) ? value : undefined;
}

/** As {@link readDecimal}, for values that have to be decimals. @throws {RangeError} when the value is none: a caller's mistake. */
export function parseDecimal(value: DecimalInput): Decimal {
  const decimal = readDecimal(value);
  if (!decimal) throw new RangeError(`Not a decimal number: ${JSON.stringify(value)}`);
  return decimal;
}

function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'object' && value !== null && typeof (value as Decimal).digits === 'bigint' && typeof (value as Decimal).scale === 'number';
}

/** Both values as whole numbers of the finer of the two scales. */
export function align(a: DecimalInput, b: DecimalInput): { left: bigint; right: bigint; scale: number } {
  const x = parseDecimal(a);
  const y = parseDecimal(b);
  const scale = Math.max(x.scale, y.scale);
  return { left: x.digits * 10n ** BigInt(scale - x.scale), right: y.digits * 10n ** BigInt(scale - y.scale), scale };
}

export function addDecimals(a: DecimalInput, b: DecimalInput): Decimal {
  const { left, right, scale } = align(a, b);
  return normalize(left + right, scale);
}

export function subtractDecimals(a: DecimalInput, b: DecimalInput): Decimal {
  const { left, right, scale } = align(a, b);
  return normalize(left - right, scale);
}

export function multiplyDecimals(a: DecimalInput, b: DecimalInput): Decimal {
  const x = parseDecimal(a);
  const y = parseDecimal(b);
  return normalize(x.digits * y.digits, x.scale + y.scale);
}

/** −1, 0 or 1, as `a` is below, at or above `b`. */
export function compareDecimals(a: DecimalInput, b: DecimalInput): -1 | 0 | 1 {
  const { left, right } = align(a, b);
  return sign(left - right);
}

export function sign(value: bigint): -1 | 0 | 1 {
  return value < 0n ? -1 : value > 0n ? 1 : 0;
}

export const magnitudeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * Plain decimal text without exponent. @param places - Zeros are added up to so many decimals; digits are never dropped.
 * @example decimalToText(parseDecimal('90'), 2) // '90.00'
 */
export function decimalToText(value: DecimalInput, places = 0): string {
  const { digits, scale } = parseDecimal(value);
  const width = Math.max(scale, places);
  const text = (magnitudeOf(digits) * 10n ** BigInt(width - scale)).toString().padStart(width + 1, '0');
  const cut = text.length - width;
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${width > 0 ? `.${text.slice(cut)}` : ''}`;
}

/** The JSON number nearest to the value; exact up to 15 significant digits. Meant for output, never for a further decision. */
export function decimalToNumber(value: DecimalInput): number {
  return Number(decimalToText(value));
}
