import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayText } from './day-number.js';
import type { Domain } from './domain.js';
import { ANY_BOOLEAN, ANY_TEXT, both, contains, either, isEmptyDomain, listed, numbers, outside } from './domain.js';
import type { Interval } from './intervals.js';
import { above, below, complement, holds, intersect, onGrid, point, unite } from './intervals.js';

const interval: fc.Arbitrary<Interval> = fc.oneof(
  fc.integer({ min: -3, max: 6 }).map(point), fc.tuple(fc.integer({ min: -3, max: 6 }), fc.boolean()).map(([value, inclusive]) => above(value, inclusive)),
  fc.tuple(fc.integer({ min: -3, max: 6 }), fc.boolean()).map(([value, inclusive]) => below(value, inclusive)),
);
const intervals = fc.array(interval, { maxLength: 4 }).map((list) => list.reduce<readonly Interval[]>((all, each) => unite(all, [each]), []));
const value = fc.integer({ min: -10, max: 14 }).map((half) => half / 2);

describe('sets of numbers', () => {
  it('hold a value as their parts do', () => {
    fc.assert(fc.property(intervals, intervals, value, (a, b, each) => {
      expect(holds(intersect(a, b), each)).toBe(holds(a, each) && holds(b, each));
      expect(holds(unite(a, b), each)).toBe(holds(a, each) || holds(b, each));
      expect(holds(complement(a), each)).toBe(!holds(a, each));
      expect(complement(complement(a))).toEqual(a);
    }));
  });

  it('keep exactly the whole numbers on a grid of one', () => {
    fc.assert(fc.property(intervals, value, (a, each) => {
      expect(Number.isInteger(each) && holds(onGrid(a, 1), each)).toBe(Number.isInteger(each) && holds(a, each));
      for (const { low, high } of onGrid(a, 1)) expect([low, high].every((end) => !Number.isFinite(end) || Number.isInteger(end))).toBe(true);
    }));
  });

  it.each([[0.28, 0.29, 0.29], [0.57, 0.58, 0.58], [1.13, 1.15, 1.14]])('between %d and %d, the first not included, money begins at %d', (low, high, first) => {
    expect(onGrid([{ low, high, lowOpen: true, highOpen: false }], 100)[0]?.low).toBe(first);
  });
});

describe('sets of texts and booleans', () => {
  const some = fc.subarray(['a', 'b', 'c', 'd']);
  const set: fc.Arbitrary<Domain> = fc.tuple(some, fc.boolean()).map(([values, only]) => ({ kind: 'value', only, values }));

  it('hold a text as their parts do', () => {
    fc.assert(fc.property(set, set, fc.constantFrom('a', 'b', 'c', 'd', 'e'), (a, b, each) => {
      expect(contains(both(a, b), each)).toBe(contains(a, each) && contains(b, each));
      expect(contains(either(a, b), each)).toBe(contains(a, each) || contains(b, each));
      expect(contains(outside(a), each)).toBe(!contains(a, each));
    }));
  });

  it('are empty only where everything is excluded', () => {
    expect(isEmptyDomain(both(ANY_BOOLEAN, outside(listed([true], 'value'))))).toBe(false);
    expect(isEmptyDomain(both(ANY_BOOLEAN, outside(listed([true, false], 'value'))))).toBe(true);
    expect(isEmptyDomain(both(ANY_TEXT, outside(listed(['a'], 'value'))))).toBe(false);
    expect(isEmptyDomain(both(numbers([above(0, true)], 1), numbers([below(0, false)])))).toBe(true);
  });
});

describe('days as numbers', () => {
  it.each([['1970-01-01', 0], ['1970-01-02', 1], ['1969-12-31', -1], ['2024-02-29', 19782], ['0099-12-31', -683004]])('%s is %d', (day, number) => {
    expect([dayNumber(day), dayText(number)]).toEqual([number, day]);
  });

  it('end with the years that can be written', () => {
    expect([dayText(2_932_896), dayText(2_932_897), dayText(-800_000)]).toEqual(['9999-12-31', undefined, undefined]);
  });
});
