import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateInZone, formatDate, fromDayNumber, isDate, toDayNumber, weekdayName } from './dates.js';

describe('isDate', () => {
  it.each(['2026-03-05', '2024-02-29', '1949-12-31'])('accepts %s', (date) => {
    expect(isDate(date)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0099-01-01T', '2026-03-05T00:00:00Z', '', null, undefined, 20260305, {}])('refuses %j', (date) => {
    expect(isDate(date)).toBe(false);
  });
});

describe('day numbers', () => {
  it('count on by one and come back as the same date', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => toDayNumber(fromDayNumber(day)) === day));
  });
});

describe('dateInZone', () => {
  it.each([['2026-03-05T15:59:59Z', '2026-03-05'], ['2026-03-05T16:00:00Z', '2026-03-06'], ['2026-03-05T23:30:00+08:00', '2026-03-05'], ['2026-12-31T16:00:00.000Z', '2027-01-01']])('puts %s on %s in Shanghai', (instant, date) => {
    expect(dateInZone(instant)).toBe(date);
  });

  it('takes another zone', () => {
    expect(dateInZone('2026-03-05T16:00:00Z', 'UTC')).toBe('2026-03-05');
    expect(dateInZone('2026-03-05T20:00:00Z', 'Asia/Urumqi')).toBe('2026-03-06');
  });

  it.each(['2026-03-05', '2026-03-05T10:00:00', '2026-03-05T25:00:00Z', 'now', ''])('refuses "%s": its day would depend on the machine, or there is none', (instant) => {
    expect(() => dateInZone(instant)).toThrow(RangeError);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => dateInZone('2026-03-05T10:00:00Z', 'Asia/Gaoming')).toThrow(RangeError);
  });
});

describe('formatDate', () => {
  it('writes Chinese and English', () => {
    expect(formatDate('2026-03-05', 'zh-CN')).toBe('2026年3月5日');
    expect(formatDate('2026-03-05', 'en')).toBe('5 March 2026');
  });

  it('refuses a day that does not exist', () => {
    expect(() => formatDate('2026-02-30')).toThrow(RangeError);
  });
});

describe('weekdayName', () => {
  it('names the day', () => {
    expect(weekdayName('2026-03-05', 'zh-CN')).toBe('星期四');
    expect(weekdayName('2026-03-08', 'en')).toBe('Sunday');
    expect(weekdayName('1949-10-01', 'en')).toBe('Saturday');
  });
});
