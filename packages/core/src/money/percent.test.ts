import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercent, percentBase, readPercent } from './percent.js';

describe('readPercent', () => {
  it.each([
    ['12.5', 1, 0.125],
    ['12.5%', 1, 0.125],
    ['１２．５％', 1, 0.125],
    ['7', 1, 0.07],
    ['0.1', 1, 0.001],
    ['12.5', 100, 12.5],
    ['100%', 100, 100],
    ['1,000', 100, 1000],
    ['12.', 100, 12],
    ['-5', 100, -5],
    ['', 100, undefined],
    ['三成', 1, undefined],
    ['0.12345678901234567890', 1, undefined],
  ] as const)('reads %j of %s as %s', (text, base, value) => {
    expect(readPercent(text, base)).toBe(value);
  });

  it('reads back what is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(1 as const, 100 as const), (hundredths, base) => {
        const value = base === 1 ? Number(`${hundredths}e-4`) : Number(`${hundredths}e-2`);
        expect(readPercent(formatPercent(value, base), base)).toBe(value);
      }),
    );
  });
});

describe('percentBase', () => {
  it.each([
    [1, undefined, 1],
    [100, 1, 100],
    [undefined, 1, 1],
    [undefined, 0.5, 1],
    [undefined, 1.01, 100],
    [undefined, undefined, 100],
    ['1', undefined, 100],
  ])('of %j with nothing above %s is %s', (said, maximum, base) => {
    expect(percentBase(said, maximum)).toBe(base);
  });
});
