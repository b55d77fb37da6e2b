import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDecimals, compareDecimals, decimalToNumber, decimalToText, multiplyDecimals, parseDecimal, readDecimal, subtractDecimals } from './decimal.js';
import { compareRationals, divideDecimals, ratioOf, roundDecimal } from './rational.js';
import type { RoundingMode } from './rational.js';

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => decimalToText({ digits, scale }));

describe('readDecimal', () => {
  it('reads a number by its decimal text', () => {
    expect(readDecimal(89.995)).toEqual({ digits: 89995n, scale: 3 });
    expect(readDecimal(0.1)).toEqual({ digits: 1n, scale: 1 });
    expect(readDecimal(-0)).toEqual({ digits: 0n, scale: 0 });
  });

  it('reads exponents, as JavaScript writes large and small numbers', () => {
    expect(readDecimal(1e21)).toEqual({ digits: 10n ** 21n, scale: 0 });
    expect(readDecimal(1e-7)).toEqual({ digits: 1n, scale: 7 });
    expect(readDecimal('1.50E+1')).toEqual({ digits: 15n, scale: 0 });
    expect(readDecimal(5e-324)).toEqual({ digits: 5n, scale: 324 });
  });

  it.each([NaN, Infinity, '', ' ', '1,000', '0x10', '.5', '5.', '+1', '1e9999', '1e401', '1'.repeat(401), null, undefined, true, [], {}])('reads no decimal in %j', (value) => {
    expect(readDecimal(value)).toBeUndefined();
  });

  it('reads back every text it writes', () => {
    fc.assert(fc.property(decimalText, (text) => decimalToText(text) === decimalToText(parseDecimal(decimalToText(text)))));
  });

  it('reads every finite double back as itself', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => decimalToNumber(value) === value));
  });
});

describe('decimal arithmetic', () => {
  it('adds one tenth and two tenths to three tenths', () => {
    expect(decimalToNumber(addDecimals(0.1, 0.2))).toBe(0.3);
  });

  it('multiplies 487655.55 by 0.3 exactly', () => {
    expect(decimalToText(multiplyDecimals(487655.55, 0.3))).toBe('146296.665');
  });

  it('undoes an addition by subtraction and does not depend on order', () => {
    fc.assert(
      fc.property(decimalText, decimalText, (a, b) => {
        expect(addDecimals(a, b)).toEqual(addDecimals(b, a));
        expect(compareDecimals(subtractDecimals(addDecimals(a, b), b), a)).toBe(0);
        expect(multiplyDecimals(a, b)).toEqual(multiplyDecimals(b, a));
      }),
    );
  });

  it('refuses what is no number', () => {
    expect(() => addDecimals('one', 1)).toThrow(RangeError);
    expect(() => addDecimals(NaN, 1)).toThrow(RangeError);
  });
});

describe('ratioOf and compareRationals', () => {
  it('gives a fraction in lowest terms with a positive denominator', () => {
    expect(ratioOf(60, 90)).toEqual({ p: 2n, q: 3n });
    expect(ratioOf(0.5, -1.5)).toEqual({ p: -1n, q: 3n });
    expect(ratioOf(0, -7)).toEqual({ p: 0n, q: 1n });
  });

  it('compares without rounding, just below, at and above one third', () => {
    const third = ratioOf(1, 3);
    expect(compareRationals(ratioOf('0.333333333333333333333', 1), third)).toBe(-1);
    expect(compareRationals(ratioOf(2, 6), third)).toBe(0);
    expect(compareRationals(ratioOf('0.333333333333333333334', 1), third)).toBe(1);
  });

  it('refuses to divide by zero', () => {
    expect(() => ratioOf(1, 0)).toThrow(RangeError);
  });
});

describe('rounding', () => {
  it('takes 89.995 to 90.00 half up', () => {
    expect(decimalToText(roundDecimal(89.995, 0.01, 'half-up'), 2)).toBe('90.00');
  });

  it('takes 1.005 and 2.675 up, where toFixed does not', () => {
    expect(decimalToText(roundDecimal(1.005, 0.01, 'half-up'), 2)).toBe('1.01');
    expect(decimalToText(roundDecimal(2.675, 0.01, 'half-up'), 2)).toBe('2.68');
  });

  it.each<[string, RoundingMode, string]>([
    ['2.5', 'half-up', '3'], ['2.5', 'half-even', '2'], ['3.5', 'half-even', '4'], ['2.5', 'down', '2'], ['2.1', 'up', '3'], ['2', 'up', '2'],
    ['2.49', 'half-up', '2'], ['2.51', 'half-even', '3'],
    ['-2.5', 'half-up', '-3'], ['-2.5', 'half-even', '-2'], ['-2.9', 'down', '-2'], ['-2.1', 'up', '-3'], ['-0.4', 'half-up', '0'],
  ])('takes %s by %s to %s', (value, mode, expected) => {
    expect(decimalToText(roundDecimal(value, 1, mode))).toBe(expected);
  });

  it('rounds to steps that are no power of ten', () => {
    expect(decimalToText(roundDecimal(1250, 500, 'half-up'))).toBe('1500');
    expect(decimalToText(roundDecimal('0.12', '0.05', 'half-up'))).toBe('0.1');
  });

  it('gives the trimmed means of five scores of seven, and of three of five, as 89.3 and 88.33', () => {
    const trimmed = [92, 88.5, 90, 85, 91].reduce((sum, score) => addDecimals(sum, score), parseDecimal(0));
    expect(decimalToText(divideDecimals(trimmed, 5, { step: 0.01, mode: 'half-up' }))).toBe('89.3');
    expect(decimalToText(divideDecimals(85 + 90 + 90, 3, { step: 0.01, mode: 'half-up' }))).toBe('88.33');
  });

  it('refuses a step of zero or below', () => {
    expect(() => roundDecimal(1, 0, 'down')).toThrow(RangeError);
    expect(() => roundDecimal(1, -1, 'down')).toThrow(RangeError);
  });

  it('stays within one step, mirrors at zero and is idempotent', () => {
    const modes = fc.constantFrom<RoundingMode>('half-up', 'half-even', 'down', 'up');
    fc.assert(
      fc.property(decimalText, fc.constantFrom('0.01', '1', '0.5', '100', '0.03'), modes, (value, step, mode) => {
        const rounded = roundDecimal(value, step, mode);
        const distance = subtractDecimals(rounded, value);
        expect(compareDecimals(distance, step)).toBe(-1);
        expect(compareDecimals(distance, multiplyDecimals(step, -1))).toBe(1);
        expect(roundDecimal(rounded, step, mode)).toEqual(rounded);
        expect(multiplyDecimals(roundDecimal(multiplyDecimals(value, -1), step, mode), -1)).toEqual(rounded);
      }),
    );
  });
});

describe('decimalToText', () => {
  it('pads with zeros and never drops digits', () => {
    expect(decimalToText('90', 2)).toBe('90.00');
    expect(decimalToText('-0.005', 2)).toBe('-0.005');
    expect(decimalToText(0)).toBe('0');
  });
});
