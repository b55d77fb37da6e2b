import type { Locale } from '../problems/problem.js';

const DAY = 86_400_000;

/**
 * Days since 1970-01-01 of a date `YYYY-MM-DD`. Dates are counted in UTC throughout, so the time zone of the machine never shifts a day.
 * @throws {RangeError} for text of another shape or a day that does not exist.
 */
export function toDayNumber(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : NaN;
  // Date.UTC turns 31 April into 1 May and the year 99 into 1999; writing the date again shows it.
  if (Number.isNaN(time) || fromDayNumber(time / DAY) !== date) throw new RangeError(`Not a date (YYYY-MM-DD): ${JSON.stringify(date)}`);
  return time / DAY;
}

export function fromDayNumber(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Day of the week of a day number, 0 = Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Whether a value is a date `YYYY-MM-DD` that exists. */
export function isDate(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    toDayNumber(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * The date on the wall at an instant: a submission at 23:30 in Beijing belongs to that day, although it is 15:30 in UTC.
 *
 * @param instant - ISO 8601 with its offset or `Z`.
 * @param zone - IANA name, default `Asia/Shanghai`.
 * @throws {RangeError} when the instant is malformed or lacks an offset (its day would depend on the machine), or the zone is unknown.
 * @example dateInZone('2026-03-05T16:30:00Z') // '2026-03-06'
 */
export function dateInZone(instant: string, zone = 'Asia/Shanghai'): string {
  const time = INSTANT.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(time)) throw new RangeError(`Not an instant with an offset (ISO 8601): ${JSON.stringify(instant)}`);
  const parts = formatOf(zone).formatToParts(time);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

let lastFormat: { readonly zone: string; readonly format: Intl.DateTimeFormat } | undefined;

/** Making a format takes a hundred times as long as using it, and a page or a run of cases stays in one zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  if (lastFormat?.zone !== zone) lastFormat = { zone, format: new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }) };
  return lastFormat.format;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS: Record<Locale, readonly string[]> = {
  'zh-CN': ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/**
 * A date for people. @throws {RangeError} for a date that does not exist.
 * @example formatDate('2026-03-05', 'zh-CN') // '2026年3月5日'; in 'en' '5 March 2026'
 */
export function formatDate(date: string, locale: Locale = 'zh-CN'): string {
  toDayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return locale === 'en' ? `${day} ${MONTHS[month - 1] ?? ''} ${year}` : `${year}年${month}月${day}日`;
}

/** The day of the week for people, `星期四` or `Thursday`. @throws {RangeError} for a date that does not exist. */
export function weekdayName(date: string, locale: Locale = 'zh-CN'): string {
  return WEEKDAYS[locale][weekdayOf(toDayNumber(date))] ?? '';
}
