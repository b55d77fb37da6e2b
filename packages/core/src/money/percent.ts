import type { DecimalInput } from './decimal.js';
import { decimalToNumber, decimalToText, multiplyDecimals, readDecimal } from './decimal.js';

/** What a share is written as: of one (a quarter is 0.25), or of a hundred (25). */
export type PercentBase = 1 | 100;

const HUNDRED: Readonly<Record<PercentBase, DecimalInput>> = { 1: 100, 100: 1 };

/**
 * What a share counts to: what is said, else one where nothing above it is allowed, else a hundred.
 *
 * @param said - Anything that a form's definition may say.
 */
export function percentBase(said: unknown, maximum: number | undefined): PercentBase {
  if (said === 1 || said === 100) return said;
  return maximum !== undefined && maximum <= 1 ? 1 : 100;
}

/**
 * A share for people, exact and with as many decimals as it has. @throws {RangeError} when it is no number.
 * @example formatPercent(0.125, 1) // '12.5%'
 * @example formatPercent(12.5, 100) // '12.5%'
 */
export function formatPercent(value: DecimalInput, base: PercentBase): string {
  return `${decimalToText(multiplyDecimals(value, HUNDRED[base]))}%`;
}

/**
 * Reads what people type: `12.5`, `12.5%`, `１２．５％`, always as hundredths. Undefined where the text is no number, or none that a
 * JSON number holds exactly.
 *
 * @example readPercent('12.5%', 1) // 0.125
 */
export function readPercent(text: string, base: PercentBase): number | undefined {
  const typed = readDecimal(text.normalize('NFKC').replace(/[\s,]/g, '').replace(/%$/, '').replace(/\.$/, ''));
  if (!typed) return undefined;
  const share = base === 1 ? multiplyDecimals(typed, '0.01') : typed;
  const number = decimalToNumber(share);
  const back = readDecimal(number);
  return back && decimalToText(back) === decimalToText(share) ? number : undefined;
}
