import type { Calendar, Locale, Scheme, SchemeTest } from '@cobuild/core';
import { decide } from '../decision/index.js';
import type { SchemeTestResult } from '../host/index.js';
import type { Decision } from '../results.js';

/**
 * Runs the scheme's own tests: each case is decided as the portal would decide it, and what the test names is compared.
 *
 * @param options.calendar - Working days; the same as in the portal.
 * @returns One result per test, in the order of the file. Never throws on a scheme that loaded.
 */
export function runSchemeTests(scheme: Scheme, { calendar }: { readonly calendar: Calendar }): readonly SchemeTestResult[] {
  return (scheme.tests ?? []).map((test) => {
    const { id, description, source, today, set } = test;
    const decision = decide(scheme, test.case, { calendar, ...(today === undefined ? {} : { today }), ...(set === undefined ? {} : { parameters: set }) });
    const differences = compare(test, decision);
    return { id, description, ...(source === undefined ? {} : { source }), passed: differences.length === 0, differences };
  });
}

/** What a test can name, and what a case without a vote has for one. */
function compare({ expect }: SchemeTest, { outcome, stage, eligibility, vote, reasons }: Decision): SchemeTestResult['differences'] {
  const actual = { outcome, stage, eligibility, vote: vote ?? 'notHeld', reasons };
  return (['outcome', 'stage', 'eligibility', 'vote', 'reasons'] as const).flatMap((field) => {
    const expected = expect[field];
    return expected === undefined || isSame(expected, actual[field]) ? [] : [{ field, expected, actual: actual[field] }];
  });
}

/** Reasons are compared in any order. */
function isSame(expected: string | readonly string[], actual: string | readonly string[]): boolean {
  const sorted = (value: string | readonly string[]): string => JSON.stringify(typeof value === 'string' ? value : [...value].sort());
  return sorted(expected) === sorted(actual);
}

const fields: Readonly<Record<string, string>> = { outcome: '结果', stage: '环节', eligibility: '申报条件', vote: '表决', reasons: '理由' };

/** The differences of a failed test in one line: `outcome: expected "approved", got "pending"`. */
export function describeDifferences({ differences }: Pick<SchemeTestResult, 'differences'>, locale: Locale): string {
  const lines = differences.map(({ field, expected, actual }) => {
    const [wanted, found] = [JSON.stringify(expected), JSON.stringify(actual)];
    return locale === 'en' ? `${field}: expected ${wanted}, got ${found}` : `${fields[field] ?? field}（${field}）应为 ${wanted}，实为 ${found}`;
  });
  return lines.join(locale === 'en' ? '; ' : '；');
}
