import type { Calendar, Locale, Scheme, SchemeTest } from '@cobuild/core';
import { decide } from '../decision/index.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import type { SchemeTestResult } from '../host/index.js';
import type { Decision } from '../results.js';
import { differingTables } from './table-answers.js';

/**
 * Runs the scheme's own tests: each case is decided as the portal would decide it, and what the test names is compared.
 *
 * @param options.calendar - Working days; the same as in the portal.
 * @param options.operators - Own operators of the scheme's conditions; the same as in the portal.
 * @returns One result per test, in the order of the file. Never throws on a scheme that loaded.
 */
export function runSchemeTests(scheme: Scheme, { calendar, operators }: EligibilityOptions & { readonly calendar: Calendar }): readonly SchemeTestResult[] {
  return (scheme.tests ?? []).map((test) => {
    const { id, description, source } = test;
    const differences = compareDecision(test, decideTest(scheme, test, calendar, operators));
    return { id, description, ...(source === undefined ? {} : { source }), passed: differences.length === 0, differences };
  });
}

/** The decision on the case of a test, with what the test sets. */
export function decideTest(scheme: Scheme, { case: caseData, today, set }: SchemeTest, calendar: Calendar, operators?: EligibilityOptions['operators']): Decision {
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

const fields: Readonly<Record<string, string>> = { outcome: '结果', stage: '环节', eligibility: '申报条件', vote: '表决', reasons: '理由', score: '得分', grade: '等次', tables: '决策表' };

/** The differences of a failed test in one line: `outcome: expected "approved", got "pending"`. */
export function describeDifferences({ differences }: Pick<SchemeTestResult, 'differences'>, locale: Locale): string {
  const lines = differences.map(({ field, expected, actual }) => {
    const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)];
    return locale === 'en' ? `${field}: expected ${wanted}, got ${found}` : `${fields[field] ?? field}（${field}）应为 ${wanted}，实为 ${found}`;
  });
  return lines.join(locale === 'en' ? '; ' : '；');
}
