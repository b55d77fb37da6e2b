import type { Calendar } from './calendar.js';
import { fromDayNumber, toDayNumber } from './dates.js';

/** The last day of a period, `YYYY-MM-DD`; it belongs to the period until midnight of the calendar's zone. */
export interface PeriodEnd {
  readonly date: string;
  /** True where a list not yet announced (or older than the data) may still move the date: show it as such and compute it again. */
  readonly provisional: boolean;
}

/** A length such as a notice period: `{ amount: 7, unit: 'workingDay' }`. */
export interface Period {
  readonly amount: number;
  readonly unit: 'workingDay' | 'calendarDay';
  /** Calendar days only: an end on a day off moves to the next working day; default true. */
  readonly rollOver?: boolean;
}

/** Ten years. A longer period is a slip of the pen, and would be counted day by day. */
const LONGEST_PERIOD = 3660;
/** From here on, the notice for the next year has set days of December: 2018-12-29 was a worked Saturday. */
const LAST_DAYS_OF_YEAR = '12-28';

/**
 * The `n`-th working day after a day; the day of posting is never counted. With `n` 0 it is the day itself.
 *
 * @param from - `YYYY-MM-DD`, worked or not.
 * @throws {RangeError} when `from` is no date, or `n` is not a whole number from 0 to 3660.
 * @example addWorkingDays(chinaCalendar, '2026-02-12', 5) // { date: '2026-02-26', provisional: false }
 */
export function addWorkingDays(calendar: Calendar, from: string, n: number): PeriodEnd {
  const start = toDayNumber(from);
  let day = start;
  for (let left = checkedAmount(n); left > 0; ) {
    day += 1;
    if (calendar.isWorkingDay(fromDayNumber(day))) left -= 1;
  }
  return { date: fromDayNumber(day), provisional: anyUnsettled(calendar, start + 1, day) };
}

/**
 * The `n`-th day after a day, moved on to the next working day where it falls on a day off: ordinary weekends and statutory days off
 * are days off, worked weekends are not. The day of posting is never counted.
 *
 * @param options.rollOver - Default true; false leaves the end on a day off.
 * @throws {RangeError} when `from` is no date, or `n` is not a whole number from 0 to 3660.
 * @example addCalendarDays(chinaCalendar, '2026-02-11', 7) // { date: '2026-02-24', provisional: false }
 */
export function addCalendarDays(calendar: Calendar, from: string, n: number, { rollOver = true }: { readonly rollOver?: boolean } = {}): PeriodEnd {
  const counted = toDayNumber(from) + checkedAmount(n);
  if (!rollOver) return { date: fromDayNumber(counted), provisional: false }; // no list has a say in it
  let day = counted;
  while (!calendar.isWorkingDay(fromDayNumber(day))) day += 1;
  return { date: fromDayNumber(day), provisional: anyUnsettled(calendar, counted, day) };
}

/**
 * The end of a period of either kind that begins after `from`.
 * @throws {RangeError} as {@link addWorkingDays} and {@link addCalendarDays}.
 * @example periodEnd(chinaCalendar, '2026-09-17', { amount: 5, unit: 'workingDay' }).date // '2026-09-23'
 */
export function periodEnd(calendar: Calendar, from: string, { amount, unit, rollOver = true }: Period): PeriodEnd {
  return unit === 'workingDay' ? addWorkingDays(calendar, from, amount) : addCalendarDays(calendar, from, amount, { rollOver });
}

function checkedAmount(n: number): number {
  if (!Number.isInteger(n) || n < 0 || n > LONGEST_PERIOD) throw new RangeError(`A period has 0 to ${LONGEST_PERIOD} days, not ${n}`);
  return n;
}

/** Whether a list that is not announced yet may change any of the days. */
export function anyUnsettled(calendar: Calendar, first: number, last: number): boolean {
  for (let day = first; day <= last; day += 1) if (!isSettled(calendar, fromDayNumber(day))) return true;
  return false;
}

function isSettled(calendar: Calendar, date: string): boolean {
  const year = Number(date.slice(0, 4));
  return calendar.isAnnounced(year) && (date.slice(5) < LAST_DAYS_OF_YEAR || calendar.isAnnounced(year + 1));
}
