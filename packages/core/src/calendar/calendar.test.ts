import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chinaCalendar, createCalendar } from './calendar.js';
import { CHINA_DAYS } from './cn-days.js';
import { fromDayNumber, toDayNumber } from './dates.js';

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

// chinese-days builds its lists in the machine's zone when it is loaded, and is a day off west of Greenwich; ours does not look at the zone.
let isWorkday: (date: string) => boolean;
beforeAll(async () => {
  vi.stubEnv('TZ', 'Asia/Shanghai');
  ({ isWorkday } = (await import('chinese-days')).default);
});
afterAll(() => vi.unstubAllEnvs());

describe('chinaCalendar', () => {
  it.each(YEARS)('agrees with chinese-days on every day of %d', (year) => {
    const days = Array.from({ length: toDayNumber(`${year + 1}-01-01`) - toDayNumber(`${year}-01-01`) }, (_, index) => fromDayNumber(toDayNumber(`${year}-01-01`) + index));
    const differing = days.filter((day) => chinaCalendar.isWorkingDay(day) !== isWorkday(day));
    expect(differing).toEqual([]);
  });

  it('knows the years 2018 to 2026 and not the ones around them', () => {
    expect([2017, ...YEARS, 2027].filter((year) => chinaCalendar.isAnnounced(year))).toEqual(YEARS);
  });

  it('names its data', () => {
    expect(chinaCalendar.version).toBe(CHINA_DAYS.version);
    expect(chinaCalendar.version).toMatch(/^cn-\d{4}\.\d+$/);
  });

  it('refuses what is no date', () => {
    expect(() => chinaCalendar.isWorkingDay('2026-02-29')).toThrow(RangeError);
    expect(() => chinaCalendar.isWorkingDay('today')).toThrow(RangeError);
  });
});

describe('createCalendar', () => {
  it('works in exchange on the weekends of the list', () => {
    const calendar = createCalendar({ version: 'test.1', years: { 2030: { daysOff: '01-01', workedWeekends: '01-05' } } });
    expect(['2030-01-01', '2030-01-02', '2030-01-05', '2030-01-06'].map((date) => calendar.isWorkingDay(date))).toEqual([false, true, true, false]);
  });

  it('refuses a day that is both worked and off, and one that does not exist', () => {
    expect(() => createCalendar({ version: 'x', years: { 2030: { daysOff: '01-05', workedWeekends: '01-05' } } })).toThrow(RangeError);
    expect(() => createCalendar({ version: 'x', years: { 2030: { daysOff: '02-30', workedWeekends: '' } } })).toThrow(RangeError);
  });
});
