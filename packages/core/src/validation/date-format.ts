import type { Formats } from './site.js';

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the Gregorian calendar, `2024-02-29`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + Number(leap);
}

/** A format of texts says nothing of other values. */
export const onText = (fits: (text: string) => boolean) => (value: string | number): boolean => typeof value !== 'string' || fits(value);

/** Of all formats the one that every other form has. */
export const dateFormat: Formats = { date: onText(isDate) };
