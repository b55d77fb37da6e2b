import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Eligibility } from '@cobuild/core';
import { completeFacts, conditionsWithNames } from '../../test/condition-arbitraries.js';
import { checkEligibility } from '../eligibility/index.js';
import { checkEligibilityWithJsonRulesEngine } from './check-eligibility.js';

const title = { 'zh-CN': '要求' };
const x = (operator: string, value: string | number | string[]): Condition => ({ fact: 'x', operator, value });
const eligibility: Eligibility = {
  conditions: { village: { fact: 'applicant', path: '$.level', operator: 'equal', value: 'village' } },
  rules: [
    { id: 'households', title, reason: title, conditions: { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } } },
    { id: 'level', title, reason: title, conditions: { condition: 'village' }, priority: 5, event: { type: 'error' } },
  ],
};

describe('checkEligibilityWithJsonRulesEngine', () => {
  it.each([[19, ['households']], [20, []], [21, []]])('with %i households names as not met: %j', async (households, unmet) => {
    const facts = { households, parameters: { minHouseholds: 20 }, applicant: { level: 'village' } };
    expect(await checkEligibilityWithJsonRulesEngine(eligibility, facts)).toEqual({ result: unmet.length === 0 ? 'eligible' : 'ineligible', unmet });
  });

  it('takes what is missing for not met, which is why it is for complete facts', async () => {
    expect(await checkEligibilityWithJsonRulesEngine(eligibility, {})).toEqual({ result: 'ineligible', unmet: ['households', 'level'] });
    expect(checkEligibility(eligibility, {}).result).toBe('undetermined');
  });

  // The everyday case of a form that is being filled in: json-rules-engine says yes or no, we say that we do not know.
  it.each<[Record<string, unknown>, Condition, 'eligible' | 'ineligible']>([
    [{}, x('lessThan', 10), 'ineligible'], [{}, { not: x('greaterThanInclusive', 10) }, 'eligible'], [{}, x('notEqual', 5), 'eligible'], [{}, x('notIn', ['a']), 'eligible'],
    [{}, x('contains', 'a'), 'ineligible'], [{}, x('doesNotContain', 'a'), 'ineligible'],
    [{ x: null }, x('lessThan', 10), 'ineligible'], [{ x: null }, { not: x('greaterThanInclusive', 10) }, 'eligible'], [{ x: '' }, x('lessThan', 10), 'ineligible'],
    [{ x: '12' }, x('greaterThanInclusive', 10), 'eligible'],
  ])('decides about %j by %j as %s, where checkEligibility is undetermined', async (facts, condition, theirs) => {
    const rules = { rules: [{ id: 'x', title, reason: title, conditions: condition }] };
    expect((await checkEligibilityWithJsonRulesEngine(rules, facts)).result).toBe(theirs);
    expect(checkEligibility(rules, facts).result).toBe('undetermined');
  });

  it('leaves the scheme as it was, calls no function and stumbles over no name', async () => {
    const priority: Eligibility = { rules: [{ id: 'toString', title, reason: title, conditions: { all: [{ fact: '__proto__', operator: 'equal', value: 1, priority: 2.7 }] } }] };
    const facts = JSON.parse('{"__proto__":1,"":2}') as Record<string, unknown>;
    facts['called'] = (): never => { throw new Error('called'); };
    expect(await checkEligibilityWithJsonRulesEngine(priority, facts)).toEqual({ result: 'eligible', unmet: [] });
    expect(JSON.stringify(priority)).toContain('2.7');
  });

  it('never runs a filter or script in a path', async () => {
    const filter: Eligibility = { rules: [{ id: 'filter', title, reason: title, conditions: { all: [{ fact: 'o', path: '$[?(@.n == 1)]', operator: 'notEqual', value: 0 }] } }] };
    const result = checkEligibility(filter, { o: [{ n: 1 }] });
    expect(result.requirements[0]?.trace.children?.[0]).not.toHaveProperty('found');
    expect(await checkEligibilityWithJsonRulesEngine(filter, { o: [{ n: 1 }] })).toEqual({ result: 'eligible', unmet: [] });
  });

  it('rejects an operator that json-rules-engine does not know', async () => {
    const unknown: Eligibility = { rules: [{ id: 'x', title, reason: title, conditions: { all: [{ fact: 'x', operator: 'atLeast', value: 0 }] } }] };
    await expect(checkEligibilityWithJsonRulesEngine(unknown, { x: 1 })).rejects.toThrow('Unknown operator: atLeast');
  });

  it('agrees with checkEligibility on complete facts', async () => {
    const answers = { eligible: 0, ineligible: 0 };
    await fc.assert(fc.asyncProperty(conditionsWithNames, completeFacts, async ({ named, conditions }, facts) => {
      const rules = conditions.map((condition, index) => ({ id: `r${index}`, title, reason: title, conditions: condition }));
      const ours = checkEligibility({ conditions: named, rules }, facts);
      const unmet = ours.requirements.filter(({ met }) => met === false).map(({ id }) => id);
      const theirs = await checkEligibilityWithJsonRulesEngine({ conditions: named, rules }, facts);
      expect({ result: ours.result, unmet }).toEqual(theirs);
      answers[theirs.result] += 1;
    }), { numRuns: 6000 });
    // Were nearly all answers the same, agreement would say little.
    expect(Math.min(answers.eligible, answers.ineligible)).toBeGreaterThan(600);
  }, 60_000);
});
