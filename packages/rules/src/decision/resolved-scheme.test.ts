import { describe, expect, it } from 'vitest';
import { scheme } from '../../test/case-scheme.js';
import { resolvedScheme } from './resolved-scheme.js';

describe('resolvedScheme', () => {
  it('resolves once per scheme, and once per set of values', () => {
    expect(resolvedScheme(scheme)).toBe(resolvedScheme(scheme));
    expect(resolvedScheme(scheme, { minHouseholds: 19 })).toBe(resolvedScheme(scheme, { minHouseholds: 19 }));
    expect(resolvedScheme(scheme, {})).toBe(resolvedScheme(scheme));
  });

  it('tells values apart, and sees an object of values that was changed', () => {
    const values = { minHouseholds: 19 };
    const before = resolvedScheme(scheme, values);
    values.minHouseholds = 21;
    expect([before, resolvedScheme(scheme, values)].map(({ parameters }) => parameters['minHouseholds']?.value)).toEqual([19, 21]);
    expect(resolvedScheme(scheme, { minHouseholds: '19' })).not.toBe(before);
  });

  it.each([[NaN], [-0], [undefined], [10n]])('keeps nothing for values that text cannot tell apart: %s', (value) => {
    expect(resolvedScheme(scheme, { minHouseholds: value }).parameters['minHouseholds']?.value).toBe(value);
    expect(resolvedScheme(scheme, { minHouseholds: value })).not.toBe(resolvedScheme(scheme, { minHouseholds: value }));
  });

  it('keeps a handful of sets and forgets the oldest', () => {
    const first = resolvedScheme(scheme, { minHouseholds: 1000 });
    for (let value = 0; value < 20; value += 1) resolvedScheme(scheme, { minHouseholds: value });
    expect(resolvedScheme(scheme, { minHouseholds: 1000 })).not.toBe(first);
    expect(resolvedScheme(scheme, { minHouseholds: 19 })).toBe(resolvedScheme(scheme, { minHouseholds: 19 }));
  });
});
