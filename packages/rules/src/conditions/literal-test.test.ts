import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operators, resolveOperator } from '../operators/index.js';
import { literalTest } from './literal-test.js';

const scalar = fc.oneof(fc.constantFrom('a', 'b', '', '10', '2026-01-01', '2026-02-30', '2025-12-31'), fc.integer({ min: -1, max: 2 }), fc.constantFrom(0.1, -0, 1e21), fc.boolean());
const value = fc.oneof(scalar, fc.constantFrom(null, undefined, NaN, Infinity, {}), fc.array(fc.oneof(scalar, fc.constantFrom(null, {})), { maxLength: 4 }));

describe('literalTest', () => {
  it('answers as the operator itself', () => {
    const covered = new Set<string>();
    fc.assert(fc.property(fc.constantFrom(...operators), value, value, ({ name }, wanted, found) => {
      const test = literalTest(name, 0, wanted);
      if (test === undefined) return;
      covered.add(name);
      expect(test([found])).toBe(resolveOperator(name)?.compare(found, wanted));
    }), { numRuns: 20_000 });
    expect(covered.size).toBe(operators.length);
  });
});
