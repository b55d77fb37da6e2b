import { describe, expect, it } from 'vitest';
import { rowWindow } from './row-window.js';

describe('rowWindow', () => {
  it.each([
    [50000, 0, { start: 0, end: 20, before: 0, after: 49980 * 40 }],
    [50000, 25000 * 40, { start: 24988, end: 25020, before: 24988 * 40, after: 24980 * 40 }],
    [50000, 50000 * 40 - 320, { start: 49980, end: 50000, before: 49980 * 40, after: 0 }],
    [5, 0, { start: 0, end: 5, before: 0, after: 0 }],
    [5, 100000, { start: 4, end: 5, before: 160, after: 0 }],
    [0, 0, { start: 0, end: 0, before: 0, after: 0 }],
  ])('of %s rows scrolled by %s', (count, top, rows) => {
    expect(rowWindow(count, 40, top, 320)).toEqual(rows);
  });

  it('gives all rows together the same height wherever it stands', () => {
    for (let top = 0; top < 200 * 40; top += 37) {
      const { start, end, before, after } = rowWindow(200, 40, top, 320);
      expect(before + (end - start) * 40 + after).toBe(200 * 40);
    }
  });
});
