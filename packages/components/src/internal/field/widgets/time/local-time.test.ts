import { describe, expect, it } from 'vitest';
import { wallDateTime, wallTime } from './local-time.js';

describe('wallDateTime', () => {
  it.each([
    ['2026-03-05T09:30:00+08:00', '2026-03-05T09:30'],
    ['2026-03-05T01:30:00Z', '2026-03-05T09:30'],
    ['2026-03-05T20:30:15-05:00', '2026-03-06T09:30:15'],
    ['2026-03-05T09:30', '2026-03-05T09:30'],
    ['2026-13-05T09:30:00+08:00', ''],
    ['2026-03-05', ''],
    [undefined, ''],
    [12, ''],
  ])('shows %j at +08:00 as %j', (stored, shown) => {
    expect(wallDateTime(stored, '+08:00')).toBe(shown);
  });
});

describe('wallTime', () => {
  it.each([
    ['09:30:00+08:00', '09:30'],
    ['01:30:00Z', '09:30'],
    ['23:00:00Z', '07:00'],
    ['09:30', '09:30'],
    ['早上', ''],
    [null, ''],
  ])('shows %j at +08:00 as %j', (stored, shown) => {
    expect(wallTime(stored, '+08:00')).toBe(shown);
  });
});
