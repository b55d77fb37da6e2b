import { describe, expect, it } from 'vitest';
import type { Condition, Eligibility } from '@cobuild/core';
import { checkEligibility } from './check-eligibility.js';
import { factName } from './missing-facts.js';

const title = { 'zh-CN': '要求' };
const rule = (id: string, conditions: Condition): Eligibility['rules'][number] => ({ id, title, reason: title, conditions });
const eligibility: Eligibility = {
  conditions: { village: { fact: 'applicant', path: '$.level', operator: 'equal', value: 'village' } },
  rules: [
    rule('households', { fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.minHouseholds' } }),
    rule('level', { condition: 'village' }),
  ],
};
const complete = { households: 20, parameters: { minHouseholds: 20 }, applicant: { level: 'village' } };
const missing = (conditions: Condition, facts: Record<string, unknown>): readonly string[] | undefined => checkEligibility({ rules: [rule('r', conditions)] }, facts).requirements[0]?.missing;

describe('checkEligibility', () => {
  it.each([[19, 'ineligible'], [20, 'eligible'], [21, 'eligible'], [undefined, 'undetermined'], ['', 'undetermined'], ['20', 'undetermined']])('with %j households is %s', (households, result) => {
    expect(checkEligibility(eligibility, { ...complete, households }).result).toBe(result);
  });

  it('is ineligible as soon as one requirement is not met, whatever is still open', () => {
    expect(checkEligibility(eligibility, { ...complete, households: 19, applicant: {} }).result).toBe('ineligible');
  });

  it('is eligible without requirements', () => {
    expect(checkEligibility({ rules: [] }, {})).toEqual({ result: 'eligible', requirements: [] });
  });

  it('gives each requirement with place, trace and what it waits for', () => {
    const { requirements } = checkEligibility(eligibility, { parameters: {}, applicant: {} });
    expect(requirements).toMatchObject([
      { id: 'households', met: 'unknown', pointer: '/eligibility/rules/0', trace: { kind: 'comparison', pointer: '' }, missing: ['households', 'parameters.minHouseholds'] },
      { id: 'level', met: 'unknown', pointer: '/eligibility/rules/1', trace: { kind: 'reference', name: 'village' }, missing: ['applicant.level'] },
    ]);
  });
});

describe('missing facts', () => {
  const a: Condition = { fact: 'a', operator: 'equal', value: 1 };
  const b: Condition = { fact: 'b', operator: 'equal', value: 1 };

  it('are none where the requirement is settled without them', () => {
    expect(missing({ all: [a, b] }, { a: 2 })).toEqual([]);
    expect(missing({ any: [a, b] }, { a: 1 })).toEqual([]);
  });

  it('leave out parts that another part settles', () => {
    expect(missing({ all: [{ any: [a, b] }, { fact: 'c', operator: 'equal', value: 1 }] }, { a: 1 })).toEqual(['c']);
  });

  it('are named once each', () => {
    expect(missing({ all: [a, { not: a }, b] }, {})).toEqual(['a', 'b']);
  });

  it('include answers that cannot be compared and lists with gaps, but not what a broken rule asks', () => {
    expect(missing({ all: [{ fact: 'a', operator: 'lessThan', value: 1 }, { fact: 'b', operator: 'contains', value: 1 }] }, { a: 'x', b: [null] })).toEqual(['a', 'b']);
    expect(missing({ fact: 'a', operator: 'atLeast', value: 1 }, {})).toEqual([]);
  });
});

describe('factName', () => {
  it.each([[undefined, 'lines'], ['', 'lines'], ['$', 'lines'], ['$.a.b', 'lines.a.b'], ['a.b', 'lines.a.b'], ['$[*].n', 'lines[*].n'], ["$['a b']", "lines['a b']"]])('with path %j is %s', (path, name) => {
    expect(factName('lines', path)).toBe(name);
  });
});
