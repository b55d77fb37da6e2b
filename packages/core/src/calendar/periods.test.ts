import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar, createCalendar } from './calendar.js';
import { CHINA_DAYS } from './cn-days.js';
import { addCalendarDays, addWorkingDays, periodEnd } from './periods.js';

/** 2018 to the middle of 2026, so that periods end in announced years. */
const day = fc.integer({ min: 17532, max: 20600 }).map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const length = fc.integer({ min: 0, max: 60 });

describe('row 75: addWorkingDays', () => {
  it.each([
    ['2024-02-02', '2024-02-06', '2024-02-08', '2024-02-18'],
    ['2025-01-20', '2025-01-23', '2025-01-26', '2025-02-05'],
    ['2025-09-26', '2025-09-30', '2025-10-10', '2025-10-13'],
    ['2026-02-12', '2026-02-24', '2026-02-26', '2026-02-28'],
    ['2026-04-29', '2026-05-07', '2026-05-09', '2026-05-12'],
    ['2026-09-17', '2026-09-21', '2026-09-23', '2026-09-28'],
    ['2026-09-28', '2026-10-08', '2026-10-10', '2026-10-13'],
  ])('counts 3, 5 and 7 working days from %s', (posted, three, five, seven) => {
    expect([3, 5, 7].map((n) => addWorkingDays(chinaCalendar, posted, n))).toEqual([three, five, seven].map((date) => ({ date, provisional: false })));
  });

  it('gives the day itself for zero days, worked or not', () => {
    expect(addWorkingDays(chinaCalendar, '2026-10-01', 0)).toEqual({ date: '2026-10-01', provisional: false });
  });

  it('is provisional where it reaches a year that is not announced, and counts Monday to Friday there', () => {
    expect(addWorkingDays(chinaCalendar, '2027-03-01', 5)).toEqual({ date: '2027-03-08', provisional: true });
    expect(addWorkingDays(chinaCalendar, '2017-03-01', 1).provisional).toBe(true);
  });

  it('is provisional from 28 December while the next list may still move those days', () => {
    expect(['2026-12-24', '2026-12-25'].map((from) => addWorkingDays(chinaCalendar, from, 1))).toEqual([
      { date: '2026-12-25', provisional: false },
      { date: '2026-12-28', provisional: true },
    ]);
    expect(addWorkingDays(chinaCalendar, '2025-12-30', 1).provisional).toBe(false);
  });

  it('is settled once a host supplies the list of the year', () => {
    const extended = createCalendar({ version: 'local.1', years: { ...CHINA_DAYS.years, 2027: { daysOff: '01-01 01-02 01-03', workedWeekends: '' } } });
    expect(addWorkingDays(extended, '2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: false });
  });

  it.each([-1, 1.5, NaN, 3661])('refuses %d days', (n) => {
    expect(() => addWorkingDays(chinaCalendar, '2026-01-05', n)).toThrow(RangeError);
  });

  it.each(['2026-02-30', '2026-2-3', '20260203', ''])('refuses to start from "%s"', (from) => {
    expect(() => addWorkingDays(chinaCalendar, from, 1)).toThrow(RangeError);
  });

  it('ends on a working day with exactly n of them after the start', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const { date } = addWorkingDays(chinaCalendar, from, n);
        let worked = 0;
        for (let next = from; next < date; ) {
          next = addCalendarDays(chinaCalendar, next, 1, { rollOver: false }).date;
          if (chinaCalendar.isWorkingDay(next)) worked += 1;
        }
        expect(worked).toBe(n);
        expect(n === 0 || chinaCalendar.isWorkingDay(date)).toBe(true);
      }),
    );
  });

  it('gives the same end in two steps as in one, and never an earlier end for more days', () => {
    fc.assert(
      fc.property(day, length, length, (from, a, b) => {
        const inOne = addWorkingDays(chinaCalendar, from, a + b).date;
        expect(addWorkingDays(chinaCalendar, addWorkingDays(chinaCalendar, from, a).date, b).date).toBe(inOne);
        expect(addWorkingDays(chinaCalendar, from, a).date <= inOne).toBe(true);
      }),
    );
  });
});

describe('addCalendarDays', () => {
  it.each([['2026-02-11', 7, '2026-02-24'], ['2025-09-25', 7, '2025-10-09'], ['2026-09-21', 10, '2026-10-08']])('rolls %s + %d over to %s', (from, n, date) => {
    expect(addCalendarDays(chinaCalendar, from, n)).toEqual({ date, provisional: false });
  });

  it('stays where it is without roll-over, and no list can move it', () => {
    expect(addCalendarDays(chinaCalendar, '2026-02-11', 7, { rollOver: false })).toEqual({ date: '2026-02-18', provisional: false });
    expect(addCalendarDays(chinaCalendar, '2027-02-11', 7, { rollOver: false }).provisional).toBe(false);
  });

  it('rolls over an ordinary weekend and stops at a worked one', () => {
    expect(addCalendarDays(chinaCalendar, '2026-03-06', 1).date).toBe('2026-03-09');
    expect(addCalendarDays(chinaCalendar, '2026-09-18', 2).date).toBe('2026-09-20');
  });

  it('is provisional where it ends in a year that is not announced', () => {
    expect(addCalendarDays(chinaCalendar, '2026-12-30', 7)).toEqual({ date: '2027-01-06', provisional: true });
  });

  it('ends on the first working day at or after the counted day', () => {
    fc.assert(
      fc.property(day, length, (from, n) => {
        const counted = addCalendarDays(chinaCalendar, from, n, { rollOver: false }).date;
        const { date } = addCalendarDays(chinaCalendar, from, n);
        expect(date).toBe(chinaCalendar.isWorkingDay(counted) ? counted : addWorkingDays(chinaCalendar, counted, 1).date);
      }),
    );
  });
});

describe('periodEnd', () => {
  it('counts either kind of day', () => {
    expect(periodEnd(chinaCalendar, '2026-09-21', { amount: 10, unit: 'calendarDay' }).date).toBe('2026-10-08');
    expect(periodEnd(chinaCalendar, '2026-09-21', { amount: 10, unit: 'calendarDay', rollOver: false }).date).toBe('2026-10-01');
    expect(periodEnd(chinaCalendar, '2026-09-17', { amount: 5, unit: 'workingDay' }).date).toBe('2026-09-23');
  });
});
