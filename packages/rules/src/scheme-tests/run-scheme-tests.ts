import type { Calendar, Scheme, SchemeTest } from '@cobuild/core';
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
    const differences = compare(test, decide(scheme, test.case, { calendar, ...(test.today === undefined ? {} : { today: test.today }), ...(test.set === undefined ? {} : { parameters: test.set }) }));
    return { id: test.id, description: test.description, ...(test.source === undefined ? {} : { source: test.source }), passed: differences.length === 0, differences };
  });
}

function compare({ expect }: SchemeTest, decision: Decision): SchemeTestResult['differences'] {
  const differences: { field: string; expected: unknown; actual: unknown }[] = [];
  for (const field of ['outcome', 'stage', 'eligibility'] as const) {
    const expected = expect[field];
    if (expected !== undefined && expected !== decision[field]) differences.push({ field, expected, actual: decision[field] });
  }
  if (expect.vote !== undefined && expect.vote !== (decision.vote ?? 'notHeld')) differences.push({ field: 'vote', expected: expect.vote, actual: decision.vote ?? 'notHeld' });
  if (expect.reasons !== undefined && !sameSet(expect.reasons, decision.reasons)) differences.push({ field: 'reasons', expected: expect.reasons, actual: decision.reasons });
  return differences;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().every((item, index) => item === [...b].sort()[index]);
}

/** The differences of a failed test in one line: `outcome: expected "approved", got "pending"`. */
export function describeDifferences({ differences }: SchemeTestResult, locale: 'zh-CN' | 'en'): string {
  return differences
    .map(({ field, expected, actual }) => (locale === 'en' ? `${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}` : `${field} 应为 ${JSON.stringify(expected)}，实为 ${JSON.stringify(actual)}`))
    .join(locale === 'en' ? '; ' : '；');
}
