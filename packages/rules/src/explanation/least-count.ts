import type { Locale } from '@cobuild/core';

/** `p` of `q`: `{ p: 2, q: 3 }` is two thirds. */
export interface Share { readonly p: number; readonly q: number }

/**
 * The smallest whole number that is more than a share of a base, or that reaches it. In integers throughout.
 *
 * @example leastCount(24, '>', { p: 1, q: 2 }) // 13
 * @example leastCount(23, '>=', { p: 2, q: 3 }) // 16
 */
export function leastCount(base: number, op: '>' | '>=', { p, q }: Share): number {
  const rest = (base * p) % q;
  const whole = (base * p - rest) / q;
  return op === '>' || rest > 0 ? whole + 1 : whole;
}

/** The share of a base where it is a whole number: half of 24 is 12, half of 23 is none. */
export function wholeShare(base: number, { p, q }: Share): number | undefined {
  return (base * p) % q === 0 ? (base * p) / q : undefined;
}

const DIGITS = '零一二三四五六七八九';
const ENGLISH: Readonly<Record<string, string>> = { '1/2': 'half', '1/3': 'one third', '2/3': 'two thirds', '1/4': 'one quarter', '3/4': 'three quarters', '1/1': 'all' };
const CHINESE: Readonly<Record<string, string>> = { '1/2': '半数', '1/1': '全部' };

/** A share as people say it: 半数, 三分之二, 百分之六十; half, two thirds, 60%. */
export function shareWords({ p, q }: Share, locale: Locale): string {
  const written = `${p}/${q}`;
  if (locale === 'en') return ENGLISH[written] ?? (q === 100 ? `${p}%` : written);
  return CHINESE[written] ?? `${chineseNumber(q)}分之${chineseNumber(p)}`;
}

/** Whole numbers up to a hundred in Chinese; others stay digits. */
function chineseNumber(value: number): string {
  if (value === 100) return '百';
  if (!Number.isInteger(value) || value < 0 || value > 100) return String(value);
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}
