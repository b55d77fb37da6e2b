import { describe, expect, it } from 'vitest';
import { chinaCalendar } from './calendar.js';
import { areOfficeHours, limitAfter, limitBefore, limitEnd } from './time-limits.js';
import type { LimitLength } from './time-limits.js';

/** Eight hours. */
const office = ['08:30-12:00', '13:30-18:00'];
const hours = (amount: number): LimitLength => ({ amount, unit: 'workingHour' });
const end = (from: string, limit: LimitLength): string => limitEnd(chinaCalendar, from, limit, office).at;

describe('limitEnd', () => {
  it('lets days end at midnight in China, the first not counted', () => {
    expect(limitEnd(chinaCalendar, '2026-03-05T23:30:00+08:00', { amount: 3, unit: 'workingDay' })).toEqual({ date: '2026-03-10', at: '2026-03-11T00:00:00+08:00', provisional: false });
    expect(end('2026-03-05T16:30:00Z', { amount: 3, unit: 'workingDay' })).toBe('2026-03-12T00:00:00+08:00'); // already 6 March in China
    expect(end('2026-02-11T09:00:00+08:00', { amount: 7, unit: 'calendarDay' })).toBe('2026-02-25T00:00:00+08:00');
  });

  it.each([
    ['in the morning', '2026-03-05T09:00:00+08:00', 8, '2026-03-06T09:00:00+08:00'],
    ['a second before the office closes', '2026-03-05T17:59:59+08:00', 1, '2026-03-06T09:29:59+08:00'],
    ['when it closes', '2026-03-05T18:00:00+08:00', 1, '2026-03-06T09:30:00+08:00'],
    ['at night', '2026-03-05T23:00:00+08:00', 1, '2026-03-06T09:30:00+08:00'],
    ['before it opens', '2026-03-05T07:00:00+08:00', 8, '2026-03-05T18:00:00+08:00'],
    ['over noon', '2026-03-05T11:30:00+08:00', 1, '2026-03-05T14:00:00+08:00'],
    ['24 hours are three days of eight', '2026-03-02T08:30:00+08:00', 24, '2026-03-04T18:00:00+08:00'],
    ['on a Friday evening', '2026-03-06T17:00:00+08:00', 2, '2026-03-09T09:30:00+08:00'],
    ['over the Spring Festival, on whose last day work was moved to Saturday', '2026-02-13T17:00:00+08:00', 9, '2026-02-14T18:00:00+08:00'],
    ['no hour at all', '2026-03-05T23:00:00+08:00', 0, '2026-03-05T23:00:00+08:00'],
  ])('counts working hours %s', (_, from, amount, at) => {
    expect(end(from, hours(amount))).toBe(at);
  });

  it('is provisional where the days off are not announced', () => {
    expect([limitEnd(chinaCalendar, '2026-12-25T10:00:00+08:00', hours(8), office).provisional, limitEnd(chinaCalendar, '2026-12-30T17:00:00+08:00', hours(8), office).provisional]).toEqual([true, true]);
    expect(limitEnd(chinaCalendar, '2026-12-22T10:00:00+08:00', hours(8), office).provisional).toBe(false);
  });

  it.each<[string, () => unknown]>([
    ['working hours without office hours', () => limitEnd(chinaCalendar, '2026-03-05T09:00:00+08:00', hours(1))],
    ['no instant', () => end('2026-03-05', hours(1))],
    ['half an hour', () => end('2026-03-05T09:00:00+08:00', hours(0.5))],
    ['more than 3660', () => end('2026-03-05T09:00:00+08:00', hours(3661))],
  ])('refuses %s', (_, run) => {
    expect(run).toThrow(RangeError);
  });
});

describe('limitAfter and limitBefore', () => {
  const days = limitEnd(chinaCalendar, '2026-03-05T10:00:00+08:00', { amount: 3, unit: 'workingDay' });
  const eight = limitEnd(chinaCalendar, '2026-03-05T10:00:00+08:00', hours(8), office);

  it('go on from the last day, or from the end', () => {
    expect(limitAfter(chinaCalendar, days, { amount: 2, unit: 'workingDay' }).date).toBe('2026-03-12');
    expect(limitAfter(chinaCalendar, days, hours(2), office).at).toBe('2026-03-11T10:30:00+08:00');
    expect(limitAfter(chinaCalendar, eight, { amount: 1, unit: 'workingDay' }).at).toBe('2026-03-10T00:00:00+08:00');
  });

  it('go back to the beginning of a day, or by office hours', () => {
    expect(limitBefore(chinaCalendar, days, { amount: 2, unit: 'workingDay' })).toBe('2026-03-06T00:00:00+08:00');
    expect(limitBefore(chinaCalendar, days, { amount: 2, unit: 'calendarDay' })).toBe('2026-03-08T00:00:00+08:00');
    expect(limitBefore(chinaCalendar, days, { amount: 0, unit: 'workingDay' })).toBe('2026-03-10T00:00:00+08:00');
    expect([eight.at, limitBefore(chinaCalendar, eight, hours(2), office)]).toEqual(['2026-03-06T10:00:00+08:00', '2026-03-05T17:30:00+08:00']);
    expect(limitBefore(chinaCalendar, days, hours(2), office)).toBe('2026-03-10T16:00:00+08:00');
  });

  it('a limit and the time before its end take up each other, whatever the hour', () => {
    for (const from of ['2026-02-13T08:30:00+08:00', '2026-03-06T16:45:10+08:00', '2026-09-30T11:59:59+08:00']) {
      for (const amount of [1, 3, 8, 9, 24, 60]) {
        const over = limitEnd(chinaCalendar, from, hours(amount), office);
        expect(limitBefore(chinaCalendar, over, hours(amount), office)).toBe(from);
      }
    }
  });
});

describe('areOfficeHours', () => {
  it.each<[readonly string[], boolean]>([
    [office, true], [['00:00-23:59'], true], [['08:30-12:00', '12:00-17:30'], true], [['08:30-12:00', '11:59-17:30'], false], [['13:30-18:00', '08:30-12:00'], false],
    [['12:00-12:00'], false], [['8:30-12:00'], false], [['08:60-12:00'], false], [['08:30-24:00'], false], [[], false],
  ])('%j: %s', (given, expected) => {
    expect(areOfficeHours(given)).toBe(expected);
  });
});
