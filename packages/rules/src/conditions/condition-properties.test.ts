import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Truth } from '@cobuild/core';
import { anyFacts, completeFacts, conditionsWithNames } from '../../test/condition-arbitraries.js';
import { resolveOperator } from '../operators/index.js';
import type { ConditionTrace } from '../results.js';
import { compileCondition } from './compile-condition.js';

/** Answers again from a trace that went through JSON, by what was found and wanted alone. */
function recompute(trace: ConditionTrace): Truth {
  const parts = (trace.children ?? []).map(recompute);
  if (trace.kind === 'comparison') {
    if (!('found' in trace) || !('wanted' in trace)) return 'unknown';
    return resolveOperator(trace.operator ?? '')?.compare(trace.found, trace.wanted) ?? 'unknown';
  }
  if (trace.kind === 'all') return parts.includes(false) ? false : !parts.includes('unknown') || 'unknown';
  if (trace.kind === 'any') return parts.includes(true) || parts.length === 0 || (parts.includes('unknown') && 'unknown');
  const part = parts[0] ?? 'unknown';
  return trace.kind === 'reference' || part === 'unknown' ? part : !part;
}

const cases = fc.record({ rules: conditionsWithNames, facts: anyFacts });

describe('conditions', () => {
  it('have a trace with the same answer, from which alone the answer follows', () => {
    const seen = new Set<Truth>();
    fc.assert(fc.property(cases, ({ rules: { conditions, named }, facts }) => {
      for (const condition of conditions) {
        const compiled = compileCondition(condition, { conditions: named });
        const answer = compiled.evaluate(facts);
        seen.add(answer);
        const trace = compiled.trace(facts);
        expect(trace.result).toBe(answer);
        expect(recompute(JSON.parse(JSON.stringify(trace)) as ConditionTrace)).toBe(answer);
        expect(compiled.defects).toEqual([]);
      }
    }), { numRuns: 1000 });
    expect([...seen].sort()).toEqual([false, true, 'unknown']);
  });

  it('do not depend on the order inside a group', () => {
    fc.assert(fc.property(cases, fc.constantFrom('all', 'any'), ({ rules: { conditions, named }, facts }, kind) => {
      const group = (items: readonly Condition[]): Condition => (kind === 'all' ? { all: [...items] } : { any: [...items] });
      const answer = (condition: Condition): Truth => compileCondition(condition, { conditions: named }).evaluate(facts);
      expect(answer(group([...conditions].reverse()))).toBe(answer(group(conditions)));
    }), { numRuns: 500 });
  });

  it('keep a definite answer when an open question is filled in', () => {
    fc.assert(fc.property(conditionsWithNames, completeFacts, fc.subarray(['n1', 'n2', 't1', 't2', 'b1', 'd1', 'd2', 'numbers', 'texts', 'o']), ({ conditions, named }, facts, missing) => {
      const partial = Object.fromEntries(Object.entries(facts).filter(([name]) => !missing.includes(name)));
      for (const condition of conditions) {
        const compiled = compileCondition(condition, { conditions: named });
        const before = compiled.evaluate(partial);
        if (before !== 'unknown') expect(compiled.evaluate(facts)).toBe(before);
        expect(compiled.evaluate(facts)).not.toBe('unknown');
      }
    }), { numRuns: 1000 });
  });
});
