import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchItems } from './match-items.js';

/** `0→1` moved `*`, added `+1`, removed `-0`. */
const told = (before: readonly unknown[], after: readonly unknown[]): string =>
  matchItems(before, after).map(({ from, to, moved }) => (from === undefined ? `+${to}` : to === undefined ? `-${from}` : `${from}→${to}${moved ? '*' : ''}`)).join(' ');

const line = (subject: string, amount: number): unknown => ({ subject, amount });

describe('matchItems', () => {
  it.each([
    ['nothing', [], [], ''],
    ['the same items', [1, 2], [1, 2], '0→0 1→1'],
    ['an item added in the middle', [1, 3], [1, 2, 3], '0→0 +1 1→2'],
    ['an item removed at the beginning', [1, 2, 3], [2, 3], '-0 1→0 2→1'],
    ['an item removed at the end', [1, 2, 3], [1, 2], '0→0 1→1 -2'],
    ['the first item moved to the end', [1, 2, 3], [2, 3, 1], '1→0 2→1 0→2*'],
    ['the last item moved to the front', [1, 2, 3], [3, 1, 2], '2→0* 0→1 1→2'],
    ['equal items twice', [1, 1, 2], [1, 2, 1], '0→0 2→1 1→2*'],
    ['nothing in common', [1, 2], [3], '-0 -1 +0'],
  ])('finds %s', (_what, before, after, matches) => {
    expect(told(before, after)).toBe(matches);
  });

  it('takes an item that kept an answer for the same one, changed', () => {
    expect(told([line('桌椅', 10), line('书架', 5)], [line('桌椅', 12), line('书架', 5)])).toBe('0→0 1→1');
    expect(told([line('桌椅', 10)], [line('电脑', 12)])).toBe('-0 +0');
  });

  it('knows an item by its name where it was changed and moved, if no other has that name', () => {
    expect(told([line('桌椅', 10), line('书架', 5)], [line('书架', 5), line('桌椅', 12)])).toBe('1→0 0→1*');
    expect(told([line('桌椅', 10), line('桌椅', 11), line('书架', 5)], [line('书架', 5), line('桌椅', 12)])).toBe('-0 -1 2→0 +1');
  });

  it('takes an item of another name for the same one only between the same two that stayed', () => {
    expect(told([line('桌椅', 10), line('书架', 5)], [line('课桌', 10), line('书架', 5)])).toBe('0→0 1→1');
    expect(told([line('桌椅', 10), line('书架', 5)], [line('书架', 5), line('课桌', 10)])).toBe('-0 1→0 +1');
  });

  it('knows items by their id, wherever they stand and whatever they say', () => {
    const before = [{ id: 'a', n: 1 }, { id: 'b', n: 1 }, { id: 'c', n: 1 }];
    expect(told(before, [{ id: 'c', n: 9 }, { id: 'a', n: 1 }, { id: 'd', n: 1 }])).toBe('2→0 0→1* -1 +2');
  });

  it('does not trust ids that stand twice in a list', () => {
    expect(told([{ id: 'a', n: 1 }, { id: 'a', n: 2 }], [{ id: 'a', n: 2 }, { id: 'a', n: 1 }])).toBe('1→0 0→1*');
  });

  it('gives every item of both lists once, and as many moved ones as there have to be', () => {
    const items = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(items, items, (before, after) => {
        const matches = matchItems(before, after);
        expect(matches.flatMap(({ to }) => (to === undefined ? [] : [to]))).toEqual(after.map((_, index) => index));
        expect(matches.flatMap(({ from }) => (from === undefined ? [] : [from])).sort((a, b) => a - b)).toEqual(before.map((_, index) => index));
        expect(matches.every(({ from, to }) => from === undefined || to === undefined || before[from] === after[to])).toBe(true);
        const stayed = matches.flatMap(({ from, to, moved }) => (from !== undefined && to !== undefined && !moved ? [from] : []));
        expect(stayed).toEqual([...stayed].sort((a, b) => a - b));
      }),
    );
  });

  it('compares two thousand items with two thousand others', () => {
    const before = Array.from({ length: 2000 }, (_, index) => line(`甲${index}`, index));
    const after = before.map((_, index) => line(`乙${index}`, index + 1));
    expect(matchItems(before, after).length).toBeGreaterThanOrEqual(2000);
  });
});
