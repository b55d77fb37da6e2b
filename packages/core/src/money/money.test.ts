import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST_YUAN, compareYuan, isMoney, multiplyYuan, parseYuan, roundDownTo, sumYuan, toYuan } from './money.js';

/** Fen up to a trillion yuan: sums of some stay in the range, and every amount has its own double. */
const yuan = fc.integer({ min: -(10 ** 14), max: 10 ** 14 }).map((fen) => toYuan(fen));

describe('isMoney', () => {
  it.each([0, -0, 1, -1, 0.1, 0.01, 487655.55, 1e3, 1.5e-1, 1e13, LARGEST_YUAN, -LARGEST_YUAN, 12345678901234.56])('accepts %d', (value) => {
    expect(isMoney(value)).toBe(true);
  });

  it.each([0.001, 1.005, 1e-3, 1e-7, 0.1 + 0.2, LARGEST_YUAN + 1, -LARGEST_YUAN - 1, 1e21, Number.MAX_VALUE, NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(isMoney(value)).toBe(false);
  });

  it.each([null, undefined, '', '12', '12.00', true, [], [1], {}, 1n, new Number(1)])('refuses a value of another type: %s', (value) => {
    expect(isMoney(value)).toBe(false);
  });

  it('accepts every amount of up to two decimals and none of three', () => {
    fc.assert(fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 1, max: 9 }), (fen, thousandth) => {
      const text = `${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, '0')}`;
      expect(isMoney(Number(text))).toBe(true);
      expect(isMoney(Number(text + thousandth))).toBe(false);
    }));
  });
});

describe('parseYuan and toYuan', () => {
  it('reads yuan as whole fen where multiplying would not', () => {
    expect(parseYuan(1.1)).toBe(110);
    expect(parseYuan(8.2)).toBe(820);
    expect(parseYuan('12000.5')).toBe(1200050);
  });

  it.each([1.005, '1.005', 'twelve', '1,000', '', NaN, LARGEST_YUAN + 0.5])('refuses %j', (value) => {
    expect(() => parseYuan(value)).toThrow(RangeError);
  });

  it.each([0.5, NaN, 9e15 + 2])('refuses %d fen', (fen) => {
    expect(() => toYuan(fen)).toThrow(RangeError);
  });

  it('refuses fen that no JSON number holds rather than changing them', () => {
    expect(toYuan(9e15)).toBe(LARGEST_YUAN);
    expect(() => toYuan(8_999_999_999_999_999)).toThrow(RangeError);
  });

  it('gives every fen up to 70 trillion yuan back', () => {
    fc.assert(fc.property(fc.integer({ min: -7_036_874_417_766_399, max: 7_036_874_417_766_399 }), (fen) => parseYuan(toYuan(fen)) === fen));
  });
});

describe('sumYuan', () => {
  it('adds 0.1 and 0.2 to 0.3', () => {
    expect(sumYuan([0.1, 0.2])).toBe(0.3);
  });

  it('adds nothing to zero', () => {
    expect(sumYuan([])).toBe(0);
  });

  it('gives the yearly pay of 2,000 a month and 15,456 once', () => {
    expect(sumYuan([...Array.from({ length: 12 }, () => 2000), 15456])).toBe(39456);
    expect(multiplyYuan(3288, 12)).toBe(39456);
    expect(multiplyYuan(3129, 12)).toBe(37548);
  });

  it('does not depend on order', () => {
    fc.assert(fc.property(fc.array(yuan, { maxLength: 30 }), (amounts) => sumYuan(amounts) === sumYuan([...amounts].reverse()) && sumYuan(amounts) === sumYuan([...amounts].sort())));
  });

  it('refuses a total beyond the range and minds only the total', () => {
    expect(() => sumYuan([LARGEST_YUAN, 0.5])).toThrow(RangeError);
    expect(sumYuan([LARGEST_YUAN, LARGEST_YUAN, -LARGEST_YUAN])).toBe(LARGEST_YUAN);
  });

  it('refuses what is no money', () => {
    expect(() => sumYuan([1, 1.005])).toThrow(RangeError);
  });
});

describe('compareYuan', () => {
  it('gives -1, 0 and 1 one fen below, at and above', () => {
    expect([2.99, 3, 3.01].map((amount) => compareYuan(amount, 3))).toEqual([-1, 0, 1]);
  });
});

describe('multiplyYuan', () => {
  it('takes 30 % of 487,655.55 half up to the fen', () => {
    expect(multiplyYuan(487655.55, 0.3)).toBe(146296.67);
  });

  it('takes other steps and modes', () => {
    expect(multiplyYuan(487655.55, '0.3', { step: 100, mode: 'down' })).toBe(146200);
    expect(multiplyYuan(487655.55, 0.3, { mode: 'down' })).toBe(146296.66);
  });

  it('refuses a step below one fen, and a result beyond the range', () => {
    expect(() => multiplyYuan(1, 1, { step: 0.001 })).toThrow(RangeError);
    expect(() => multiplyYuan(1, 1, { step: 0 })).toThrow(RangeError);
    expect(() => multiplyYuan(LARGEST_YUAN, 2)).toThrow(RangeError);
  });
});

describe('roundDownTo', () => {
  it('leaves what is below the unit', () => {
    expect([999.99, 1000, 1000.01].map((amount) => roundDownTo(amount, 1000))).toEqual([0, 1000, 1000]);
  });

  it('never exceeds the amount and loses less than one unit', () => {
    fc.assert(fc.property(yuan.map(Math.abs), fc.constantFrom(1, 100, 1000), (amount, unit) => {
      const lost = sumYuan([amount, -roundDownTo(amount, unit)]);
      expect(compareYuan(lost, 0)).not.toBe(-1);
      expect(compareYuan(lost, unit)).toBe(-1);
    }));
  });
});
