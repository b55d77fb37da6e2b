import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operators, resolveOperator } from '../operators/index.js';
import { plainOperator } from './plain-operator.js';

describe('plainOperator', () => {
  // Texts are left out: `swap:in` looks a text up inside the answer, which only in words is the same as "contains".
  it('says the same as the operator it rewrites', () => {
    const decorators = fc.array(fc.constantFrom('not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'), { maxLength: 4 });
    const scalar = fc.constantFrom(1, 2, 3, true, null);
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }));
    fc.assert(fc.property(decorators, fc.constantFrom(...operators), value, value, (words, { name }, found, wanted) => {
      const original = resolveOperator([...words, name].join(':'));
      const plain = plainOperator([...words, name].join(':'), false);
      const rewritten = resolveOperator([...(plain?.quantifiers ?? []), plain?.operator].join(':'));
      // An empty value is treated as found on one side only, so exchanging the sides may differ there.
      fc.pre(!JSON.stringify([found, wanted]).includes('null') || !words.includes('swap'));
      expect(rewritten?.compare(found, wanted)).toEqual(original?.compare(found, wanted));
    }), { numRuns: 2000 });
  });

  it('does not know an unknown operator', () => {
    expect(plainOperator('atLeast', false)).toBeUndefined();
  });
});
