import type { Locale } from '../problems/problem.js';
import type { Decimal } from './decimal.js';
import { decimalToNumber, decimalToText, multiplyDecimals, parseDecimal } from './decimal.js';
import { isMoney, parseYuan, toYuan } from './money.js';

export interface YuanFormat {
  /**
   * `yuan` (default) always shows two decimals; `wan` counts in ten thousands and shows as many decimals as the amount has, since
   * a shortened amount is another amount. English has no word for 万, so there `wan` reads as yuan.
   */
  readonly unit?: 'yuan' | 'wan';
}

/**
 * An amount for people. Own grouping instead of `Intl`, whose output changes between browser versions and would change notices with it.
 *
 * @param value - In yuan. @throws {RangeError} when it is no money.
 * @example formatYuan(12000, 'zh-CN') // '12,000.00 元'
 * @example formatYuan(12000, 'zh-CN', { unit: 'wan' }) // '1.2 万元'
 * @example formatYuan(12000, 'en') // 'CNY 12,000.00'
 */
export function formatYuan(value: number, locale: Locale = 'zh-CN', { unit = 'yuan' }: YuanFormat = {}): string {
  const fen = parseYuan(value);
  if (locale === 'en') return `CNY ${group(decimalToText(toYuan(fen), 2))}`;
  if (unit === 'wan') return `${group(decimalToText(multiplyDecimals(value, TEN_THOUSANDTH)))} 万元`;
  return `${group(decimalToText(toYuan(fen), 2))} 元`;
}

const TEN_THOUSANDTH: Decimal = { digits: 1n, scale: 4 };

function group(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * Reads what people type or paste into an amount field: separators, full-width digits, `¥`, `CNY`, `元`, `万元`. It reads back whatever
 * {@link formatYuan} writes. Undefined where the text is no amount, has fractions of a fen or is out of range; nothing is rounded.
 *
 * @example readYuan('１２，０００．５ 元') // 12000.5
 * @example readYuan('1.2万') // 12000
 */
export function readYuan(text: string): number | undefined {
  const match = /^(?:CNY|RMB|¥|人民币)?(-?)(\d{1,3}(?:,\d{3})+|\d{1,20})(\.\d{1,20})?(万)?元?$/i.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', wan] = match;
  const written = parseDecimal(sign + whole.replace(/,/g, '') + fraction);
  const value = decimalToNumber(wan === undefined ? written : multiplyDecimals(written, 10000));
  return written.scale <= (wan === undefined ? 2 : 6) && isMoney(value) ? value : undefined;
}
