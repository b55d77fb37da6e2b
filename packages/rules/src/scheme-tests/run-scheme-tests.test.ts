import type { Case, SchemeTest } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicant, scheme } from '../../test/case-scheme.js';
import { runSchemeTests } from './run-scheme-tests.js';

const own: Case = { id: 'c', submittedAt: '2026-03-02T09:00:00+08:00', applicant, answers: { projectName: '站', households: 20 } };
const test: SchemeTest = {
  id: 'twenty', description: '二十户，等待初审', case: own,
  expect: { outcome: 'pending', stage: 'preliminary', eligibility: 'eligible', vote: 'notHeld', reasons: [] },
};
const run = (change: Partial<SchemeTest>): ReturnType<typeof runSchemeTests>[number] | undefined => runSchemeTests({ ...scheme, tests: [{ ...test, ...change }] }, { calendar: chinaCalendar })[0];

describe('runSchemeTests', () => {
  it('passes a test whose expectations all come out', () => {
    expect(run({})).toEqual({ id: 'twenty', description: '二十户，等待初审', passed: true, differences: [] });
  });

  it('compares only what is named', () => {
    expect(run({ expect: {} })?.passed).toBe(true);
  });

  it('names every expectation that did not come out, with what did', () => {
    const failed = run({ expect: { outcome: 'approved', stage: 'publicity', eligibility: 'ineligible', vote: 'passed', reasons: ['enoughHouseholds'] } });
    expect(failed?.passed).toBe(false);
    expect(failed?.differences).toEqual([
      { field: 'outcome', expected: 'approved', actual: 'pending' }, { field: 'stage', expected: 'publicity', actual: 'preliminary' }, { field: 'eligibility', expected: 'ineligible', actual: 'eligible' },
      { field: 'vote', expected: 'passed', actual: 'notHeld' }, { field: 'reasons', expected: ['enoughHouseholds'], actual: [] },
    ]);
  });

  it.each([[19, { minHouseholds: 20 }, false], [19, { minHouseholds: 19 }, true]])('with %i households and the setting %j comes out %s', (households, set, passed) => {
    expect(run({ set, case: { ...own, answers: { ...own.answers, households } } })?.passed).toBe(passed);
  });

  it('takes reasons in any order and counts none twice', () => {
    const expected = { outcome: 'ineligible' as const, reasons: ['enoughHouseholds'] };
    const few = { ...own, answers: { households: 1 } };
    expect(run({ case: few, expect: expected })?.passed).toBe(true);
    expect(run({ case: few, expect: { reasons: ['enoughHouseholds', 'enoughHouseholds'] } })?.passed).toBe(false);
  });

  it('runs nothing where the scheme has no tests', () => {
    expect(runSchemeTests({ ...scheme, tests: [] }, { calendar: chinaCalendar })).toEqual([]);
  });
});
