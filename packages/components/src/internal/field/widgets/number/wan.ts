import { decimalToNumber, decimalToText, multiplyDecimals, readDecimal, readYuan } from '@cobuild/core';

/**
 * The amount in yuan of what somebody typed into a field that counts in 万元: `1.2` and `1.2万` are 12,000, and who writes 元 behind it
 * means yuan. What is no number, or none that can be held exactly, comes back as it is.
 */
export function readWan(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (/^[¥-]|万|元$/.test(plain) && !/^-?[\d.]+$/.test(plain)) return readYuan(plain) ?? text;
  const typed = readDecimal(plain.replace(/\.$/, ''));
  if (!typed) return text;
  const yuan = multiplyDecimals(typed, 10000);
  const number = decimalToNumber(yuan);
  const back = readDecimal(number);
  return back && decimalToText(back) === decimalToText(yuan) ? number : text;
}

/** An amount in yuan as text in 万元, with as many decimals as it has. */
export const wanText = (yuan: number): string => decimalToText(multiplyDecimals(yuan, '0.0001'));
