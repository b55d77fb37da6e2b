import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate, kindOf } from './value-kind.js';

describe('kindOf', () => {
  it('takes nothing, null and the empty text as empty, and 0, false and [] as answers', () => {
    expect([undefined, null, ''].map(kindOf)).toEqual(['empty', 'empty', 'empty']);
    expect([0, false, [], {}, ' '].map(kindOf)).toEqual(['number', 'boolean', 'list', 'object', 'text']);
  });
});

describe('isCalendarDate', () => {
  it('agrees with the calendar of the language', () => {
    const digits = (length: number, max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map((value) => String(value).padStart(length, '0'));
    fc.assert(fc.property(digits(4, 9999), digits(2, 13), digits(2, 32), (year, month, day) => {
      const text = `${year}-${month}-${day}`;
      const date = new Date(`${text}T00:00:00Z`);
      expect(isCalendarDate(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text));
    }), { numRuns: 2000 });
  });

  it.each([null, 20260501, '2026-5-1', '2026-05-01T00:00:00Z', ' 2026-05-01', ''])('refuses %j', (value) => {
    expect(isCalendarDate(value)).toBe(false);
  });
});
