import type { Calendar } from './calendar.js';
import { dateInZone, fromDayNumber, toDayNumber } from './dates.js';
import { anyUnsettled, periodEnd } from './periods.js';

/** How long something may take: days, the first not counted, or working hours. */
export interface LimitLength { readonly amount: number; readonly unit: 'workingDay' | 'calendarDay' | 'workingHour' }

/** Hours of a working day that count, in order and without overlap: `['08:30-12:00', '14:00-17:30']`. */
export type OfficeHours = readonly string[];

/** Where a time limit ends. Half-open: at `at` it is over, the instant before it still runs. */
export interface LimitEnd {
  /** Last day that belongs to it, `YYYY-MM-DD`. */
  readonly date: string;
  /** First instant after it, `2026-03-11T00:00:00+08:00`. */
  readonly at: string;
  /** True where a list of days off not yet announced may still move it. */
  readonly provisional: boolean;
}

/** China has kept one offset all the year round since 1992. */
const ZONE = '+08:00';
const ZONE_SECONDS = 8 * 3600;
const DAY_SECONDS = 86_400;
/** Ten years, as for periods of days. */
const MOST_DAYS = 3660;

/**
 * Where a time limit that begins at an instant ends. Days end at midnight in China; working hours are counted second by second within the office hours of working days, so
 * that what comes in at night begins with the next office hour.
 *
 * @param from - ISO 8601 with offset.
 * @param hours - Needed for working hours only.
 * @throws {RangeError} for a malformed instant, an amount that is no whole number from 0 to 3660, hours that are none, or working hours without office hours.
 * @example limitEnd(chinaCalendar, '2026-03-05T16:30:00+08:00', { amount: 8, unit: 'workingHour' }, ['09:00-12:00', '13:00-18:00']).at // '2026-03-06T16:30:00+08:00'
 */
export function limitEnd(calendar: Calendar, from: string, limit: LimitLength, hours?: OfficeHours): LimitEnd {
  if (limit.unit === 'workingHour') return hoursLater(calendar, from, limit.amount, hours);
  return endOfDay(periodEnd(calendar, dateInZone(from), { amount: limit.amount, unit: limit.unit }));
}

/** Where a further time limit ends that begins when another one is over: two working days after the last day, four working hours after the end. */
export function limitAfter(calendar: Calendar, end: LimitEnd, limit: LimitLength, hours?: OfficeHours): LimitEnd {
  const next = limit.unit === 'workingHour' ? hoursLater(calendar, end.at, limit.amount, hours) : endOfDay(periodEnd(calendar, end.date, { amount: limit.amount, unit: limit.unit }));
  return { ...next, provisional: end.provisional || next.provisional };
}

/**
 * The instant so long before the end of a time limit, for reminders: the beginning of the day so many days before the last one, or so many working hours before the end.
 *
 * @throws {RangeError} as {@link limitEnd}.
 * @example limitBefore(chinaCalendar, { date: '2026-03-10', at: '2026-03-11T00:00:00+08:00', provisional: false }, { amount: 1, unit: 'workingDay' }) // '2026-03-09T00:00:00+08:00'
 */
export function limitBefore(calendar: Calendar, end: LimitEnd, { amount, unit }: LimitLength, hours?: OfficeHours): string {
  checkAmount(amount);
  if (unit === 'workingHour') return hoursEarlier(calendar, end.at, amount, hours);
  let day = toDayNumber(end.date);
  if (unit === 'calendarDay') return instantOf(day - amount, 0);
  for (let left = amount; left > 0; ) {
    day -= 1;
    if (calendar.isWorkingDay(fromDayNumber(day))) left -= 1;
  }
  return instantOf(day, 0);
}

function endOfDay({ date, provisional }: { readonly date: string; readonly provisional: boolean }): LimitEnd {
  return { date, at: instantOf(toDayNumber(date) + 1, 0), provisional };
}

function hoursLater(calendar: Calendar, from: string, amount: number, hours: OfficeHours | undefined): LimitEnd {
  const spans = readHours(hours);
  let left = checkAmount(amount) * 3600;
  const start = wallClock(from);
  if (left === 0) return { date: fromDayNumber(start.day), at: instantOf(start.day, start.second), provisional: false };
  for (let day = start.day; day <= start.day + MOST_DAYS; day += 1) {
    if (!calendar.isWorkingDay(fromDayNumber(day))) continue;
    for (const [opens, closes] of spans) {
      const begins = day === start.day ? Math.max(opens, start.second) : opens;
      if (closes - begins >= left) return { date: fromDayNumber(day), at: instantOf(day, begins + left), provisional: anyUnsettled(calendar, start.day, day) };
      left -= Math.max(0, closes - begins);
    }
  }
  throw new RangeError(`More than ${MOST_DAYS} days: ${amount} working hours`);
}

function hoursEarlier(calendar: Calendar, at: string, amount: number, hours: OfficeHours | undefined): string {
  const spans = [...readHours(hours)].reverse();
  let left = amount * 3600;
  const start = wallClock(at);
  if (left === 0) return instantOf(start.day, start.second);
  for (let day = start.day; day >= start.day - MOST_DAYS; day -= 1) {
    if (!calendar.isWorkingDay(fromDayNumber(day))) continue;
    for (const [opens, closes] of spans) {
      const ends = day === start.day ? Math.min(closes, start.second) : closes;
      if (ends - opens >= left) return instantOf(day, ends - left);
      left -= Math.max(0, ends - opens);
    }
  }
  throw new RangeError(`More than ${MOST_DAYS} days: ${amount} working hours`);
}

/** Seconds from midnight of each span. @throws {RangeError} for text of another shape, hours the wrong way round, overlapping ones, or none. */
function readHours(hours: OfficeHours | undefined): readonly (readonly [opens: number, closes: number])[] {
  if (hours === undefined || hours.length === 0) throw new RangeError('Working hours need office hours');
  return hours.map((text, index): readonly [number, number] => {
    const span = readSpan(text);
    const before = index === 0 ? undefined : readSpan(hours[index - 1] ?? '');
    if (span === undefined || (before !== undefined && before[1] > span[0])) throw new RangeError(`No office hours (08:30-12:00, in order): ${JSON.stringify(text)}`);
    return span;
  });
}

/** Seconds from midnight; `undefined` for what is no span or ends before it begins. */
function readSpan(text: string): readonly [opens: number, closes: number] | undefined {
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [fromHour = 24, fromMinute = 60, toHour = 24, toMinute = 60] = match.slice(1).map(Number);
  const [opens, closes] = [fromHour * 3600 + fromMinute * 60, toHour * 3600 + toMinute * 60];
  return fromHour < 24 && toHour < 24 && fromMinute < 60 && toMinute < 60 && opens < closes ? [opens, closes] : undefined;
}

/** Whether texts are office hours: each a span of one day, in order, without overlap. */
export function areOfficeHours(hours: readonly unknown[]): boolean {
  try {
    return readHours(hours.map(String)).length > 0;
  } catch {
    return false;
  }
}

function checkAmount(amount: number): number {
  if (!Number.isInteger(amount) || amount < 0 || amount > MOST_DAYS) throw new RangeError(`A time limit has 0 to ${MOST_DAYS} days or hours, not ${amount}`);
  return amount;
}

/** Day number and second of the day in China; parts of a second do not count. */
function wallClock(instant: string): { readonly day: number; readonly second: number } {
  dateInZone(instant); // refuses what is no instant with an offset
  const seconds = Math.floor(Date.parse(instant) / 1000) + ZONE_SECONDS;
  const day = Math.floor(seconds / DAY_SECONDS);
  return { day, second: seconds - day * DAY_SECONDS };
}

function instantOf(day: number, second: number): string {
  return new Date((day * DAY_SECONDS + second) * 1000).toISOString().slice(0, 19) + ZONE;
}
