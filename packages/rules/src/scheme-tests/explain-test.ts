import type { Calendar, Locale, Scheme, SchemeTest } from '@cobuild/core';
import type { EligibilityOptions } from '../eligibility/index.js';
import { explainDecision, explanationSentences } from '../explanation/index.js';
import type { SchemeTestResult } from '../host/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { decisionValueWords, fieldWord } from './decision-words.js';
import { decideTest } from './run-scheme-tests.js';

/** A failed test for people: what was to come out and what did, and the sentences that led there. */
export interface FailedTestWords {
  /** One line for each expectation: 结果：应为 通过（approved），实为 不符合条件（ineligible）. */
  readonly differences: readonly string[];
  /** The verdict and what decided it, as `cobuild explain` says it. */
  readonly explanation: readonly string[];
}

/** Longer explanations are for `cobuild explain`. */
const MOST_SENTENCES = 6;

/** Says of a failed test what was expected, what was found, and why that was found. */
export function explainFailedTest(scheme: Scheme, test: SchemeTest, { differences }: Pick<SchemeTestResult, 'differences'>, { calendar, locale, operators }: EligibilityOptions & { readonly calendar: Calendar; readonly locale: Locale }): FailedTestWords {
  const decision = decideTest(scheme, test, calendar, operators);
  const explanation = explainDecision(resolvedScheme(scheme, test.set), decision, test.case, locale, operators === undefined ? {} : { operators });
  const sentences = explanationSentences(explanation);
  const words = (field: string, value: unknown): string => decisionValueWords(scheme, field, value, locale);
  return {
    differences: differences.map(({ field, expected, actual }) =>
      locale === 'en' ? `${fieldWord(field, locale)}: expected ${words(field, expected)}, found ${words(field, actual)}` : `${fieldWord(field, locale)}：应为 ${words(field, expected)}，实为 ${words(field, actual)}`),
    explanation: sentences.length > MOST_SENTENCES ? [...sentences.slice(0, MOST_SENTENCES), locale === 'en' ? '…' : '……'] : sentences,
  };
}
