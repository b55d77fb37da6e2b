import { CHINA_DAYS } from './cn-days.js';
import { toDayNumber, weekdayOf } from './dates.js';

/** Which days are worked. Hosts may supply their own, for a new year's list or a district's extra days. */
export interface Calendar {
  /** Names the data, so that a stored date can be computed again when the list changes. */
  readonly version: string;
  /** @throws {RangeError} for text that is no date `YYYY-MM-DD`. */
  isWorkingDay(date: string): boolean;
  /** Whether the list of the year is known. Where it is not, Monday to Friday count as worked and results are provisional. */
  isAnnounced(year: number): boolean;
}

/** One year's list: month and day (`MM-DD`), separated by spaces, as far as they differ from an ordinary week or fall in a holiday. */
export interface CalendarYear {
  /** Statutory days off with the weekends and exchanged days around them. */
  readonly daysOff: string;
  /** Saturdays and Sundays that are worked in exchange (调休). */
  readonly workedWeekends: string;
}

export interface CalendarData {
  readonly version: string;
  /** By year of the day, not of the notice: 2022-12-31 belongs to 2022 although the notice for 2023 set it. */
  readonly years: Readonly<Record<number, CalendarYear>>;
}

/**
 * Makes a calendar from lists.
 *
 * @throws {RangeError} for a day that does not exist, or one that is both worked and off.
 * @example createCalendar({ version: 'cn-2027.1', years: { ...CHINA_DAYS.years, 2027: { daysOff: '01-01 …', workedWeekends: '…' } } })
 */
export function createCalendar(data: CalendarData): Calendar {
  const announced = new Set(Object.keys(data.years).map(Number));
  const daysOff = new Set<number>();
  const workedWeekends = new Set<number>();
  for (const [year, list] of Object.entries(data.years)) {
    for (const day of daysOfList(year, list.daysOff)) daysOff.add(day);
    for (const day of daysOfList(year, list.workedWeekends)) workedWeekends.add(day);
  }
  if ([...workedWeekends].some((day) => daysOff.has(day))) throw new RangeError('A day is both worked and off');

  return {
    version: data.version,
    isWorkingDay(date) {
      const day = toDayNumber(date);
      return workedWeekends.has(day) || (!daysOff.has(day) && weekdayOf(day) % 6 !== 0);
    },
    isAnnounced: (year) => announced.has(year),
  };
}

function daysOfList(year: string, list: string): number[] {
  return list.split(/\s+/).filter(Boolean).map((monthAndDay) => toDayNumber(`${year}-${monthAndDay}`));
}

/** Mainland China, 2018 to 2026. */
export const chinaCalendar: Calendar = createCalendar(CHINA_DAYS);
