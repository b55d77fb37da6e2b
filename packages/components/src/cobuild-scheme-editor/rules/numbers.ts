import { fromDayNumber, isDate, toDayNumber } from '@cobuild/core';

/** Fullwidth figures and signs as the usual ones. */
const halfWidth = (text: string): string => text.replace(/[０-９．－，＋]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/**
 * A number as people write it: `1,200.50`, `１２`, `5 万元`, `-3`. Figures are grouped by three or not at all.
 *
 * @returns `undefined` where it is none; `inexact` where it has more figures than a JSON number keeps.
 */
export function readNumber(text: string): number | 'inexact' | undefined {
  const found = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(万|亿)?\s*(?:元|yuan)?$/.exec(halfWidth(text.trim()));
  if (found === null) return undefined;
  const [, sign = '', whole = '', fraction = '', scale] = found;
  const shifted = shift(`${whole.replace(/,/g, '')}${fraction}`, scale === '万' ? 4 : scale === '亿' ? 8 : 0);
  const value = Number(`${sign === '-' ? '-' : ''}${shifted}`);
  return plain(value).replace('-', '') === shifted ? value || 0 : 'inexact';
}

/** Moves the point to the right; no zero stands in front or behind that means nothing. */
function shift(figures: string, places: number): string {
  const [whole = '', fraction = ''] = figures.split('.');
  const digits = fraction.padEnd(places, '0');
  const after = digits.slice(places).replace(/0+$/, '');
  const before = `${whole}${digits.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  return after === '' ? before : `${before}.${after}`;
}

/** Without an exponent: `1e-7` is `0.0000001`. */
function plain(value: number): string {
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value));
  if (found === null) return String(value);
  const [, sign = '', first = '', rest = '', exponent = ''] = found;
  const by = Number(exponent);
  return by < 0 ? `${sign}0.${'0'.repeat(-by - 1)}${first}${rest}` : `${sign}${first}${rest.padEnd(by, '0')}`;
}

/** A number with its figures grouped, every figure kept: `1,200.5`. */
export function writtenNumber(value: number): string {
  const [whole = '', fraction] = plain(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `2026-03-05`, `2026/3/5`, `2026年3月5日` as a calendar day; `undefined` where there is no such day. */
export function readDate(text: string): string | undefined {
  const found = /^(\d{4})\s*[-/年.]\s*(\d{1,2})\s*[-/月.]\s*(\d{1,2})\s*日?$/.exec(halfWidth(text.trim()));
  if (found === null) return undefined;
  const day = `${found[1] ?? ''}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}`;
  return isDate(day) ? day : undefined;
}

/** The least value above one, where there is such a thing: the next whole number, the next fen, the next day. */
export function followingValue(value: unknown, perUnit: 1 | 100 | undefined): unknown {
  if (typeof value === 'string' && isDate(value)) return fromDayNumber(toDayNumber(value) + 1);
  if (typeof value !== 'number' || perUnit === undefined) return undefined;
  const units = Math.round(value * perUnit);
  // What lies between two steps has no next one that means the same to everybody.
  return Number.isSafeInteger(units + 1) && units / perUnit === value ? (units + 1) / perUnit : undefined;
}
