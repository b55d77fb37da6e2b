import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetValue, Case, Condition, DiscussionsValue, FormDefinition, Requirement, Scheme } from '@cobuild/core';
import { chinaCalendar, valueAt, withComputedAnswers, withValueAt } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { decide } from '../decision/index.js';
import { explainNearestChange, explanationText } from '../explanation/index.js';
import { applicationForm } from '../publicity/index.js';
import { isCaseTest } from '../scheme-tests/index.js';
import type { AnswerChange } from './nearest-change.js';
import { nearestChange } from './nearest-change.js';

const { scheme } = loadSchemeFolder('examples/schemes/gaoming-demo');
if (scheme === undefined) throw new Error('the example scheme does not load');
const demo: Scheme = scheme;
const complete = demo.tests?.find(({ id }) => id === 'waiting-for-town')?.case;
if (complete === undefined) throw new Error('the example case is gone');
const eligible: Case = complete;
const edited = (answers: Readonly<Record<string, unknown>>): Case => ({ ...eligible, answers: { ...eligible.answers, ...answers } });
const apply = (application: Case, changes: readonly AnswerChange[]): Case => ({ ...application, answers: changes.reduce<unknown>((answers, { pointer, after }) => withValueAt(answers, pointer, after), application.answers) as Case['answers'] });

describe('nearestChange', () => {
  it('has nothing to say of an eligible application', () => {
    expect(nearestChange(demo, eligible)).toEqual({ kind: 'eligible' });
  });

  it('names the one answer that stands in the way, with the nearest value that would do', () => {
    expect(nearestChange(demo, edited({ category: 'other' }))).toEqual({ kind: 'found', changes: [{ pointer: '/category', before: 'other', after: 'propertyService' }] });
    expect(nearestChange(demo, edited({ negativeUses: ['wages'] }))).toMatchObject({ kind: 'found', changes: [{ pointer: '/negativeUses', before: ['wages'] }] });
    expect(nearestChange(demo, edited({ otherLiveApplication: undefined }))).toEqual({ kind: 'found', changes: [{ pointer: '/otherLiveApplication', after: false }] });
  });

  it('mends what is calculated by the answers that it is calculated from, and keeps the other requirements', () => {
    const budget = eligible.answers['budget'] as BudgetValue;
    const broken = recalculated(edited({ budget: { ...budget, own: (budget.own ?? 0) + 1 } }));
    const found = nearestChange(demo, broken);
    expect(found.kind).toBe('found');
    if (found.kind !== 'found') return;
    expect(found.changes).toHaveLength(1);
    expect(['/budget/own', '/budget/raised', '/budget/requested']).toContain(found.changes[0]?.pointer);
  });

  it('says whether more or less would do as well', () => {
    const few: Scheme = schemeOf([{ all: [{ fact: 'a', operator: 'greaterThanInclusive', value: 4 }, { fact: 'b', operator: 'lessThan', value: 6 }, { fact: 'kind', operator: 'equal', value: 'x' }] }]);
    const change = nearestChange(few, { id: '1', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'v' }, answers: { a: 3, b: 6, kind: 'y' } });
    expect(change).toEqual({ kind: 'found', changes: [{ pointer: '/a', before: 3, after: 4, bound: 'atLeast' }, { pointer: '/b', before: 6, after: 5, bound: 'atMost' }, { pointer: '/kind', before: 'y', after: 'x' }] });
    expect(explainNearestChange(few, change, 'zh-CN')?.children?.map(({ text }) => text)).toEqual(['a：现为3，须不少于4', 'b：现为6，须不超过5', 'kind：现为y，须为x']);
    expect(explainNearestChange(few, change, 'en')?.children?.[0]?.text).toBe('a: now 3, would have to be at least 4');
  });

  it('says which requirements no answer can mend', () => {
    expect(nearestChange(demo, { ...eligible, applicant: { ...eligible.applicant, level: 'town' } })).toEqual({ kind: 'impossible', requirements: ['applicant-organisation'] });
  });

  it('does not call a requirement hopeless that another item of a list would meet', () => {
    const steps = (eligible.answers['discussions'] as DiscussionsValue).steps.filter(({ step }) => step !== 'consult');
    expect(nearestChange(demo, edited({ discussions: { steps } }))).toEqual({ kind: 'notFound' });
    expect(nearestChange(demo, recalculated(edited({ opinions: { heldOn: '2026-02-06', counts: [] }, opinionTotal: 0 })))).toEqual({ kind: 'notFound' });
  });

  it('reads in words that a resident understands', () => {
    const application = edited({ category: 'other' });
    const node = explainNearestChange(demo, nearestChange(demo, application), 'zh-CN');
    expect(explanationText({ locale: 'zh-CN', verdict: '', lines: node === undefined ? [] : [node] })).toMatchInlineSnapshot(`
      "
        · 其他内容不变，只要这一项如下，就符合全部申报条件（须与实际相符）：
          · 项目类别：现为其他，须为党建+物业服务"
    `);
    const abroad = explainNearestChange(demo, nearestChange(demo, { ...eligible, applicant: { ...eligible.applicant, level: 'town' } }), 'en');
    expect(abroad?.text).toBe('No change of answers can meet: The applicant is a party organisation of a village or community');
  });

  it('really makes every ineligible example application eligible', () => {
    let found = 0;
    for (const { case: application } of (demo.tests ?? []).filter(isCaseTest)) {
      const change = nearestChange(demo, application);
      if (change.kind !== 'found') continue;
      found += 1;
      const mended = decide(demo, recalculated(apply(application, change.changes)), { calendar: chinaCalendar });
      expect(mended.eligibility).toBe('eligible');
    }
    expect(found).toBeGreaterThan(3);
  });
});

/** The application with the sums of its form. */
function recalculated(application: Case): Case {
  return { ...application, answers: withComputedAnswers(applicationForm(demo) as FormDefinition, application.answers) };
}

const form: FormDefinition = {
  id: 'application', title: { 'zh-CN': '申报表' },
  schema: { type: 'object', properties: { a: { type: 'integer', minimum: 0, maximum: 9 }, b: { type: 'integer', minimum: 0, maximum: 9 }, kind: { enum: ['x', 'y', 'z'] }, yes: { type: 'boolean' } } },
};
const schemeOf = (rules: readonly Condition[]): Scheme => ({
  ...demo, forms: [form], parameters: {}, tests: [], stages: [{ ...demo.stages[0], form: 'application' } as Scheme['stages'][number]],
  eligibility: { rules: rules.map((conditions, index): Requirement => ({ id: `r${index}`, title: { 'zh-CN': 'r' }, reason: { 'zh-CN': 'r' }, conditions })) },
});
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom('a', 'b'), operator: fc.constantFrom('lessThan', 'greaterThan', 'greaterThanInclusive', 'lessThanInclusive', 'equal', 'notEqual', 'not:lessThan'), value: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ fact: fc.constant('a'), operator: fc.constantFrom('lessThan', 'greaterThanInclusive', 'equal'), value: fc.constant({ fact: 'b' }) }),
  fc.record({ fact: fc.constant('kind'), operator: fc.constantFrom('equal', 'notEqual'), value: fc.constantFrom('x', 'y', 'z') }),
  fc.record({ fact: fc.constant('kind'), operator: fc.constantFrom('in', 'notIn'), value: fc.subarray(['x', 'y', 'z'], { minLength: 1 }) }),
  fc.record({ fact: fc.constant('yes'), operator: fc.constant('equal'), value: fc.boolean() }),
);
const rule: fc.Arbitrary<Condition> = fc.oneof(leaf, fc.array(leaf, { minLength: 1, maxLength: 3 }).map((all) => ({ all })), fc.array(leaf, { minLength: 1, maxLength: 3 }).map((any) => ({ any })), leaf.map((not) => ({ not })));
const answersOf = fc.record({ a: fc.integer({ min: 0, max: 9 }), b: fc.integer({ min: 0, max: 9 }), kind: fc.constantFrom('x', 'y', 'z'), yes: fc.boolean() });

describe('nearestChange on random requirements', () => {
  it('is right, and no single other answer would do where it names several', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(fc.array(rule, { minLength: 1, maxLength: 3 }), answersOf, (rules, answers) => {
      const small = schemeOf(rules);
      const application: Case = { id: '1', submittedAt: '2026-03-05T09:30:00+08:00', applicant: { id: 'v' }, answers };
      const isEligible = (changed: Readonly<Record<string, unknown>>): boolean => decide(small, { ...application, answers: changed }, { calendar: chinaCalendar }).eligibility === 'eligible';
      const change = nearestChange(small, application);
      seen.add(change.kind);
      expect(change.kind === 'eligible').toBe(isEligible(answers));
      const domains: Readonly<Record<string, readonly unknown[]>> = { a: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], b: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], kind: ['x', 'y', 'z'], yes: [true, false] };
      const single = Object.entries(domains).some(([name, values]) => values.some((value) => isEligible({ ...answers, [name]: value })));
      if (change.kind === 'found') {
        const mended = apply(application, change.changes);
        expect(isEligible(mended.answers)).toBe(true);
        for (const { pointer, after } of change.changes) expect(valueAt(mended.answers, pointer)).toEqual(after);
        if (change.changes.length > 1) expect(single).toBe(false);
      } else if (change.kind !== 'eligible') expect(single).toBe(false);
    }), { numRuns: 600 });
    expect(seen.has('found') && seen.has('eligible')).toBe(true);
  });
});
