import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastCount, shareWords, wholeShare } from './least-count.js';

const half = { p: 1, q: 2 };
const twoThirds = { p: 2, q: 3 };

describe('leastCount', () => {
  it.each([
    [22, '>', half, 12], [23, '>', half, 12], [24, '>', half, 13], [23, '>=', half, 12], [24, '>=', half, 12],
    [23, '>=', twoThirds, 16], [24, '>=', twoThirds, 16], [25, '>=', twoThirds, 17], [24, '>', twoThirds, 17], [0, '>=', half, 0], [0, '>', half, 1],
  ] as const)('of %d, %s %o, is %d', (base, op, ratio, least) => {
    expect(leastCount(base, op, ratio)).toBe(least);
  });

  it('is enough, and one less is not', () => {
    const ratio = fc.integer({ min: 1, max: 100 }).chain((q) => fc.integer({ min: 0, max: q }).map((p) => ({ p, q })));
    fc.assert(fc.property(fc.nat(5000), fc.constantFrom('>' as const, '>=' as const), ratio, (base, op, { p, q }) => {
      const passes = (count: number): boolean => (op === '>' ? count * q > base * p : count * q >= base * p);
      const least = leastCount(base, op, { p, q });
      expect([passes(least), passes(least - 1)]).toEqual([true, false]);
    }));
  });
});

describe('wholeShare', () => {
  it('is the limit where people can count to it', () => {
    expect([wholeShare(24, half), wholeShare(23, half), wholeShare(24, twoThirds), wholeShare(0, half)]).toEqual([12, undefined, 16, 0]);
  });
});

describe('shareWords', () => {
  it.each([
    [half, '半数', 'half'], [twoThirds, '三分之二', 'two thirds'], [{ p: 60, q: 100 }, '百分之六十', '60%'], [{ p: 11, q: 20 }, '二十分之十一', '11/20'],
    [{ p: 1, q: 1 }, '全部', 'all'], [{ p: 7, q: 120 }, '120分之七', '7/120'],
  ])('says %o as %s and %s', (ratio, chinese, english) => {
    expect([shareWords(ratio, 'zh-CN'), shareWords(ratio, 'en')]).toEqual([chinese, english]);
  });
});
