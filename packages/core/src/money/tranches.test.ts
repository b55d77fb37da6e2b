import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumYuan } from './money.js';
import { splitTranches } from './tranches.js';

describe('splitTranches', () => {
  it('splits 487,655.55 by 30/40/30, and the last takes the remainder', () => {
    expect(splitTranches(487655.55, [30, 40, 30])).toEqual({ ok: true, amounts: [146296.67, 195062.22, 146296.66] });
  });

  it('reads fractions, per cent and per cent as text alike', () => {
    const fractions = splitTranches(100, [{ p: 1, q: 4 }, { p: 3, q: 4 }]);
    expect(splitTranches(100, [25, 75])).toEqual(fractions);
    expect(splitTranches(100, ['25.0', '75'])).toEqual(fractions);
  });

  it('splits by thirds', () => {
    const third = { p: 1, q: 3 };
    expect(splitTranches(100, [third, third, third])).toEqual({ ok: true, amounts: [33.33, 33.33, 33.34] });
  });

  it('rounds down to whole hundreds when told, and gives the rest to the first when told', () => {
    expect(splitTranches(10050, [50, 50], { step: 100, mode: 'down' })).toEqual({ ok: true, amounts: [5000, 5050] });
    expect(splitTranches(10050, [50, 50], { step: 100, mode: 'down', remainder: 'first' })).toEqual({ ok: true, amounts: [5050, 5000] });
  });

  it('refuses a split whose last tranche would be negative', () => {
    expect(splitTranches(0.01, [50, 50, 0])).toEqual({ ok: false, reason: 'negative-remainder', remainder: -0.01 });
  });

  it('pays nothing in every tranche of nothing', () => {
    expect(splitTranches(0, [30, 70])).toEqual({ ok: true, amounts: [0, 0] });
  });

  it.each([[[30, 40, 29]], [[30, 40, 31]], [[]], [[-10, 110]], [[{ p: 1, q: 0 }]], [[{ p: 0.5, q: 0.5 }]], [['half', 50]]])('refuses the shares %j', (shares) => {
    expect(() => splitTranches(100, shares)).toThrow(RangeError);
  });

  it('refuses a negative total and a third decimal', () => {
    expect(() => splitTranches(-1, [100])).toThrow(RangeError);
    expect(() => splitTranches(1.005, [100])).toThrow(RangeError);
  });

  it('adds up to the total', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 6 }).filter((parts) => parts.some((part) => part > 0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), shares, fc.constantFrom(0.01, 1, 100), (fen, parts, step) => {
        const q = parts.reduce((sum, part) => sum + part, 0);
        const split = splitTranches(fen / 100, parts.map((p) => ({ p, q })), { step });
        if (split.ok) expect(sumYuan(split.amounts)).toBe(fen / 100);
        else expect(split.remainder).toBeLessThan(0);
      }),
    );
  });
});
