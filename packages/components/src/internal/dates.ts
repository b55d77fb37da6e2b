import type { Locale } from '@cobuild/core';
import { dateInZone, formatDate } from '@cobuild/core';
import { warnOnce } from './warn-once.js';

/** The day on the wall of the district; `undefined`, with a word to the integrator, for what is no instant. */
function dateOf(instant: string): string | undefined {
  try {
    return dateInZone(instant);
  } catch {
    warnOnce('element/bad-instant', `${JSON.stringify(instant)} must be an instant, 2026-03-05T10:32:00+08:00`);
    return undefined;
  }
}

/** The day of an instant for people, 2026年3月5日; an instant that a host wrote in another way stays as it is. */
export function dayOf(instant: string, locale: Locale): string {
  const date = dateOf(instant);
  return date === undefined ? instant : formatDate(date, locale);
}

/** `10:32`, or `10:32:07` to the second, on the wall of the district; `''` for what is no instant. */
export function timeOf(instant: string, locale: Locale, to: 'minute' | 'second' = 'minute'): string {
  if (dateOf(instant) === undefined) return '';
  const seconds = to === 'second' ? ({ second: '2-digit' } as const) : {};
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', ...seconds, hourCycle: 'h23', timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}

/** Day and time: 2026年3月5日 10:32. */
export function instantText(instant: string, locale: Locale, to: 'minute' | 'second' = 'minute'): string {
  const time = timeOf(instant, locale, to);
  return time === '' ? instant : `${dayOf(instant, locale)} ${time}`;
}

/** The instant at which somebody acts on a day, for the rules: whatever was recorded on it lies before, and the day is the same. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`;
