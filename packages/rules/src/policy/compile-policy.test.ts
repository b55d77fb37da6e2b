import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Eligibility, Facts } from '@cobuild/core';
import { anyFacts } from '../../test/condition-arbitraries.js';
import { policies } from '../../test/policy-arbitraries.js';
import type { TableRowTrace } from '../decision-tables/index.js';
import { evaluateDecisionTable, traceDecisionTable } from '../decision-tables/index.js';
import { checkEligibility } from '../eligibility/index.js';
import type { CriterionScore } from '../scoring/index.js';
import { scoreByFacts } from '../scoring/index.js';
import type { ConditionTrace, RequirementResult } from '../results.js';
import type { RequirementView } from './index.js';
import { compilePolicy, tracePolicy } from './index.js';

const title = { 'zh-CN': '要求' };
const requirements = (...conditions: readonly Condition[]): Eligibility => ({ rules: conditions.map((condition, index) => ({ id: `r${index}`, title, reason: title, conditions: condition })) });
const idsOf = (result: ReturnType<typeof checkEligibility>, met: unknown): string[] => result.requirements.filter((requirement) => requirement.met === met).map(({ id }) => id);

/** Member by member, because a view has what it shows behind getters. */
function expectSame(view: RequirementView, plain: RequirementResult | undefined): void {
  expect({ id: view.id, met: view.met, pointer: view.pointer, missing: view.missing, trace: 0 }).toEqual({ ...plain, trace: 0 });
  if (plain !== undefined) expect(unfolded(view.trace)).toEqual(unfolded(plain.trace));
}

function unfolded({ kind, result, pointer, name, fact, path, params, operator, found, wanted, wantedFrom, failure, children }: ConditionTrace): unknown {
  return { kind, result, pointer, name, fact, path, params, operator, found, wanted, wantedFrom, failure, children: children?.map(unfolded) };
}

function criterionOf({ criterion, kind, source, state, mark, maximum, weight, points, found, band, bands, otherwise, comment }: CriterionScore): unknown {
  return { criterion, kind, source, state, mark, maximum, weight, points, found, band, bands, otherwise, comment };
}

function rowOf({ row, result, tier, openPriority, outputs, cells }: TableRowTrace): unknown {
  return { row, result, tier, openPriority, outputs, cells: cells.map(({ input, found, wanted, result: truth }) => ({ input, found, wanted, truth })) };
}

/** What `JSON.stringify` would write, without what JSON itself changes. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  const { toJSON } = value as { toJSON?: () => unknown };
  return toJSON === undefined ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) : toJSON.call(value);
}

describe('compilePolicy', () => {
  it('answers as the parts do one by one, with and without trace, for complete, missing and mistyped facts', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(policies, fc.array(anyFacts, { minLength: 1, maxLength: 4 }), (parts, cases) => {
      const policy = compilePolicy(parts);
      for (const facts of cases) {
        const eligibility = checkEligibility(parts.eligibility, facts);
        const { problems: _, criteria, ...score } = scoreByFacts(parts.scoring, facts);
        const verdict = policy.evaluate(facts);
        expect(verdict).toEqual({
          eligibility: eligibility.result, unmet: idsOf(eligibility, false), open: idsOf(eligibility, 'unknown'),
          score, tables: parts.decisionTables.map((table) => evaluateDecisionTable(table, facts)),
        });
        const trace = tracePolicy(policy, facts);
        const tables = parts.decisionTables.map((table) => traceDecisionTable(table, facts));
        trace.requirements.forEach((view, index) => { expectSame(view, eligibility.requirements[index]); });
        expect(trace.score?.criteria.map(criterionOf)).toEqual(criteria.map(criterionOf));
        expect(trace.tables.map(({ trace: rows }) => rows.map(rowOf))).toEqual(tables.map(({ trace: rows }) => rows.map(rowOf)));
        expect(plain(trace)).toEqual({ ...verdict, requirements: eligibility.requirements, score: { ...score, criteria }, tables });
        seen.add(verdict.eligibility).add(score.outcome);
        for (const { outcome } of verdict.tables) seen.add(outcome);
      }
    }), { numRuns: 1500 });
    expect([...seen].sort()).toEqual(['ambiguous', 'eligible', 'incomplete', 'ineligible', 'invalid', 'matched', 'noMatch', 'scored', 'undecided', 'undetermined', 'unknown']);
  });

  it('answers a policy with more comparisons than fit in a word of bits', () => {
    const conditions = Array.from({ length: 100 }, (_, index): Condition => ({ any: [{ fact: 'n', operator: 'lessThan', value: index }, { not: { fact: 'm', operator: 'greaterThan', value: index } }] }));
    const eligibility = requirements(...conditions);
    const policy = compilePolicy({ eligibility });
    for (const facts of [{ n: 50, m: 70 }, { n: 0, m: 0 }, { n: 99.5, m: 200 }, { n: 1 }, {}, { n: '1', m: 3 }] as Facts[]) {
      const expected = checkEligibility(eligibility, facts);
      expect(policy.evaluate(facts)).toMatchObject({ eligibility: expected.result, unmet: idsOf(expected, false), open: idsOf(expected, 'unknown') });
    }
  });

  it('answers a requirement that would need too many clauses', () => {
    const pair = (index: number): Condition => ({ all: [{ fact: `a${index}`, operator: 'equal', value: true }, { fact: `b${index}`, operator: 'equal', value: true }] });
    const eligibility = requirements({ any: Array.from({ length: 12 }, (_, index) => pair(index)) });
    const policy = compilePolicy({ eligibility });
    expect(policy.evaluate({ a11: true, b11: true }).eligibility).toBe('eligible');
    expect(policy.evaluate({ a11: true }).eligibility).toBe('undetermined');
    expect(policy.evaluate(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`a${index}`, false]))).eligibility).toBe('ineligible');
  });

  it('asks neighbouring days, days at the cuts and texts that are no days each for itself', () => {
    const eligibility = requirements(
      { fact: 'd', operator: 'greaterThan', value: '2026-02-28' }, { fact: 'd', operator: 'lessThan', value: '2026-03-01' }, { fact: 'd', operator: 'equal', value: 'later' },
    );
    const policy = compilePolicy({ eligibility });
    for (const d of ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '0000-01-01', '9999-12-31', 'later', 'sooner', '2026-02-30', 5, null]) {
      const expected = checkEligibility(eligibility, { d });
      expect([d, policy.evaluate({ d }).unmet, policy.evaluate({ d }).open]).toEqual([d, idsOf(expected, false), idsOf(expected, 'unknown')]);
    }
  });

  it('builds in parameters that it is given, and still tells where the value came from', () => {
    const eligibility = requirements({ fact: 'households', operator: 'greaterThanInclusive', value: { fact: 'parameters', path: '$.min' } });
    const policy = compilePolicy({ eligibility, parameters: { min: 20 } });
    expect([19, 20, 21].map((households) => policy.evaluate({ households, parameters: { min: 1 } }).eligibility)).toEqual(['ineligible', 'eligible', 'eligible']);
    expect(tracePolicy(policy, { households: 19 }).requirements[0]?.trace.toJSON()).toEqual({
      kind: 'comparison', result: false, pointer: '', fact: 'households', operator: 'greaterThanInclusive', found: 19, wanted: 20, wantedFrom: { fact: 'parameters', path: '$.min' },
    });
    expect(compilePolicy({ eligibility, parameters: {} }).evaluate({ households: 19 }).eligibility).toBe('undetermined');
  });

  it('reads each fact once, and is not disturbed by a fact whose reading evaluates the policy again', () => {
    const policy = compilePolicy({ eligibility: requirements(
      { fact: 'a', operator: 'equal', value: 1 }, { fact: 'a', operator: 'lessThan', value: 3 }, { fact: 'b', operator: 'equal', value: 1 }, { fact: 'c', operator: 'equal', value: 1 }, { fact: 'd', operator: 'equal', value: 1 },
    ) });
    let reads = 0;
    const inner: string[][] = [];
    const facts = { a: 1, get b() { reads += 1; inner.push([...policy.evaluate({ a: 9, b: 9, c: 1, d: 9 }).unmet]); return 1; }, c: 2, d: 1 };
    expect(policy.evaluate(facts).unmet).toEqual(['r3']);
    expect([reads, inner]).toEqual([1, [['r0', 'r1', 'r2', 'r4']]]);
  });

  it('recovers from a fact whose reading fails', () => {
    const policy = compilePolicy({ eligibility: requirements({ fact: 'a', operator: 'equal', value: 1 }) });
    expect(() => policy.evaluate({ get a(): number { throw new Error('gone'); } })).toThrow('gone');
    expect(policy.evaluate({ a: 1 }).eligibility).toBe('eligible');
  });

  it('names the requirement in which something is wrong, and refuses what is no case', () => {
    const policy = compilePolicy({ eligibility: requirements({ all: [] }, { all: [{ fact: 'a', operator: 'atLeast', value: 1 }] }) });
    expect(policy.defects).toEqual([{ rule: 1, code: 'unknownOperator', pointer: '/all/0/operator', params: { operator: 'atLeast' } }]);
    for (const nothing of [null, undefined, 'x']) expect(() => policy.evaluate(nothing as unknown as Facts)).toThrow(TypeError);
  });
});
