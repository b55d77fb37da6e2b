import type { Case, Locale, Scheme, SchemeTest } from '@cobuild/core';
import { explainDecision } from '../explanation/index.js';
import { decideTest } from './run-scheme-tests.js';
import type { CaseTest, TestOptions } from './test-kinds.js';

/**
 * A test of a scheme made from a case: what comes out of it now is what the test expects, for a person to confirm or to correct.
 *
 * @param caseData - As it is kept; it becomes part of the scheme's files, so names and numbers of real people belong masked or replaced before.
 * @param options.locale - Language of the description. Default `zh-CN`.
 * @returns A test with an id that no other test of the scheme has; its description says what came out: `a-7：待镇街初审`.
 */
export function makeCaseTest(scheme: Scheme, caseData: Case, { locale = 'zh-CN', ...options }: TestOptions & { readonly locale?: Locale }): SchemeTest {
  const draft: CaseTest = { id: newId(scheme, caseData.id), description: caseData.id, case: caseData, expect: {} };
  const decision = decideTest(scheme, draft, options.calendar, options.operators);
  const { outcome, stage, eligibility, vote, reasons, score, grade } = decision;
  const { verdict } = explainDecision(scheme, decision, caseData, locale, options);
  return {
    ...draft,
    description: `${caseData.id}${locale === 'en' ? ': ' : '：'}${verdict}`,
    expect: { outcome, stage, eligibility, ...(vote === null ? {} : { vote }), ...(reasons.length === 0 ? {} : { reasons: [...reasons] }), ...(score === null ? {} : { score }), ...(grade === null ? {} : { grade }) },
  };
}

/** Ids begin with a letter and have letters, digits and hyphens. */
function newId({ tests = [] }: Scheme, caseId: string): string {
  const stem = `case-${caseId.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase()}`.replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!tests.some((test) => test.id === id)) return id;
  }
}
