import type { Calendar, Scheme, SchemeTest } from '@cobuild/core';
import { decide } from '../decision/index.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import type { SchemeTestResult } from '../host/index.js';
import type { Decision } from '../results.js';
import { allocateTest, compareAwards } from './run-batch-test.js';
import { compareGrades, comparePay, comparePayment, gradeTest, paymentTest, payTest } from './run-money-tests.js';
import { differingTables } from './table-answers.js';
import type { CaseTest, TestOptions } from './test-kinds.js';
import { isBatchTest, isCaseTest, isGradingTest, isPaymentTest, isPayTest } from './test-kinds.js';

/**
 * Runs the scheme's own tests: each case is decided as the portal would decide it, each batch gets its money as `allocateBatch` gives it, gradings, pay and
 * small payments are computed as elsewhere; what the test names is compared.
 *
 * @param options.calendar - Working days; the same as in the portal.
 * @param options.operators - Own operators of the scheme's conditions; the same as in the portal.
 * @returns One result per test, in the order of the file. Never throws on a scheme that loaded.
 */
export function runSchemeTests(scheme: Scheme, options: TestOptions): readonly SchemeTestResult[] {
  return (scheme.tests ?? []).map((test) => {
    const { id, description, source } = test;
    const differences = testDifferences(scheme, test, options);
    return { id, description, ...(source === undefined ? {} : { source }), passed: differences.length === 0, differences };
  });
}

/** Where what comes out of a test is not what it expects. */
export function testDifferences(scheme: Scheme, test: SchemeTest, options: TestOptions): SchemeTestResult['differences'] {
  if (isCaseTest(test)) return compareDecision(test, decideTest(scheme, test, options.calendar, options.operators));
  if (isBatchTest(test)) return compareAwards(test, allocateTest(scheme, test, options));
  if (isGradingTest(test)) return compareGrades(test, gradeTest(scheme, test)?.result);
  if (isPayTest(test)) return comparePay(test, payTest(scheme, test)?.result);
  return isPaymentTest(test) ? comparePayment(test, paymentTest(scheme, test, options)) : [];
}

/** The decision on the case of a test, with what the test sets. */
export function decideTest(scheme: Scheme, { case: caseData, today, set }: CaseTest, calendar: Calendar, operators?: EligibilityOptions['operators']): Decision {
  return decide(scheme, caseData, { calendar, ...(operators === undefined ? {} : { operators }), ...(today === undefined ? {} : { today }), ...(set === undefined ? {} : { parameters: set }) });
}

/** Where a decision is not what a test expects. A case without a vote has `notHeld` for one. */
export function compareDecision({ expect }: SchemeTest, { outcome, stage, eligibility, vote, reasons, score, grade, trace }: Decision): SchemeTestResult['differences'] {
  const actual = { outcome, stage, eligibility, vote: vote ?? 'notHeld', reasons, score, grade };
  const tables = expect.tables === undefined ? undefined : differingTables(expect.tables, trace);
  const found = (['outcome', 'stage', 'eligibility', 'vote', 'reasons', 'score', 'grade'] as const).flatMap((field) => {
    const expected = expect[field];
    return expected === undefined || isSame(expected, actual[field]) ? [] : [{ field, expected, actual: actual[field] }];
  });
  return tables === undefined ? found : [...found, { field: 'tables', ...tables }];
}

/** Reasons are compared in any order. */
function isSame(expected: unknown, actual: unknown): boolean {
  const sorted = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...(value as readonly unknown[])].sort() : value);
  return sorted(expected) === sorted(actual);
}
