import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { dateInZone, formatDate, fromDayNumber, toDayNumber } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { CaseState } from '../results.js';
import { stageDeadline } from './stage-deadline.js';

/** The days between the one on which a time begins, which is not counted, and its last one, which is. Dates as `2026-03-05`. */
export interface CountedDays {
  readonly working: readonly string[];
  /** Saturdays and Sundays that are no working days. */
  readonly weekends: readonly string[];
  /** Days from Monday to Friday that are off. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays on which people work instead; they are in `working`, too. */
  readonly swapped: readonly string[];
  /** Years whose days off nobody has announced yet: their days are counted by weekends alone. */
  readonly provisionalYears: readonly number[];
}

/** More days than any time limit has. */
const MOST_DAYS = 3700;

/**
 * How a time was counted in a calendar, day by day.
 *
 * @example countDays(chinaCalendar, '2026-04-03', '2026-04-08').holidays // ['2026-04-06'], Qingming; 4 and 5 April are a weekend
 */
export function countDays(calendar: Calendar, from: string, to: string): CountedDays {
  const first = toDayNumber(from) + 1;
  const dates = Array.from({ length: Math.min(Math.max(toDayNumber(to) - first + 1, 0), MOST_DAYS) }, (_, index) => fromDayNumber(first + index));
  const works = (date: string): boolean => calendar.isWorkingDay(date);
  // Day 0 of day numbers, 1 January 1970, was a Thursday.
  const isWeekend = (date: string): boolean => [2, 3].includes(((toDayNumber(date) % 7) + 7) % 7);
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
  return {
    working: dates.filter(works), weekends: dates.filter((date) => isWeekend(date) && !works(date)), holidays: dates.filter((date) => !isWeekend(date) && !works(date)),
    swapped: dates.filter((date) => isWeekend(date) && works(date)), provisionalYears: years.filter((year) => !calendar.isAnnounced(year)),
  };
}

/**
 * Says how the deadline of the stage where a case waits was counted: from which day, which days count, which are left out and why. Empty where there is none.
 *
 * @example explainCount(scheme, state, chinaCalendar, 'zh-CN')[0] // '2026年3月5日到这个环节，当天不计。'
 */
export function explainCount(scheme: Scheme, state: CaseState, calendar: Calendar, locale: Locale): readonly string[] {
  const due = stageDeadline(scheme, state, calendar);
  if (due === undefined) return [];
  const from = dateInZone(due.since);
  const { working, weekends, holidays, swapped, provisionalYears } = countDays(calendar, from, due.date);
  const listed = (dates: readonly string[]): readonly string[] => spans(dates).map(([first, last]) => (first === last ? formatDate(first, locale) : ruleMessage('explain/count-span', { first, last }, locale)));
  const say = (code: Parameters<typeof ruleMessage>[0], dates: readonly string[]): readonly string[] => (dates.length === 0 ? [] : [ruleMessage(code, { count: dates.length, dates: listed(dates) }, locale)]);
  const isHours = due.limit.unit === 'workingHour';
  const counted = due.limit.unit === 'calendarDay'
    ? [ruleMessage('explain/count-calendar-days', { amount: due.limit.amount, date: due.date }, locale)]
    : [...(isHours ? [ruleMessage('explain/count-hours', {}, locale)] : say('explain/count-working', working)), ...say('explain/count-weekends', weekends), ...say('explain/count-holidays', holidays), ...say('explain/count-swapped', swapped)];
  return [
    ruleMessage(isHours ? 'explain/count-from-hour' : 'explain/count-from', { date: from }, locale), ...counted,
    ...(provisionalYears.length === 0 ? [] : [ruleMessage('explain/count-provisional', { years: provisionalYears.map(String) }, locale)]),
  ];
}

/** Days that follow each other, as first and last. */
function spans(dates: readonly string[]): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  for (const date of dates) {
    const last = found[found.length - 1];
    if (last !== undefined && toDayNumber(date) === toDayNumber(last[1]) + 1) last[1] = date;
    else found.push([date, date]);
  }
  return found;
}
