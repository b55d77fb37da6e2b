import { describe, expect, it } from 'vitest';
import { changedPlace } from './changed-place.js';

describe('changedPlace', () => {
  const lines = [{ a: 1 }, { a: 2 }];
  it.each<[string, unknown, unknown, string]>([
    ['an answer', { a: 1, b: 2 }, { a: 1, b: 3 }, '/b'],
    ['an answer that came', { a: 1 }, { a: 1, 'b/c': 2 }, '/b~1c'],
    ['an answer in an item', { lines }, { lines: [lines[0], { a: 3 }] }, '/lines/1/a'],
    ['a list whose items came or went', { lines }, { lines: [lines[0]] }, '/lines'],
    ['a list whose items changed places', { lines }, { lines: [lines[1], lines[0]] }, '/lines'],
    ['several answers', { a: 1, b: 1 }, { a: 2, b: 2 }, ''],
    ['nothing', lines, lines, ''],
  ])('is that of %s', (_, before, after, pointer) => {
    expect(changedPlace(before, after)).toBe(pointer);
  });
});
