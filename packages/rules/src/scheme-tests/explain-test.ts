import type { Locale, Scheme, SchemeTest } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { Award, BatchAllocation } from '../allocation/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { ExplanationNode } from '../explanation/index.js';
import { explainAllocation, explainAward, explainDecision, explainGrade, explainGrading, explainPay, explainSmallCaps, explanationSentences } from '../explanation/index.js';
import type { SchemeTestResult } from '../host/index.js';
import { decisionValueWords, fieldWord } from './decision-words.js';
import { allocateTest } from './run-batch-test.js';
import { gradeTest, paymentTest, payTest } from './run-money-tests.js';
import { decideTest } from './run-scheme-tests.js';
import type { BatchTest, CaseTest, GradingTest, TestOptions } from './test-kinds.js';
import { isBatchTest, isCaseTest, isGradingTest, isPaymentTest, isPayTest } from './test-kinds.js';

/** A failed test for people: what was to come out and what did, and the sentences that led there. */
export interface FailedTestWords {
  /** One line for each expectation: 结果：应为 通过（approved），实为 不符合条件（ineligible）. */
  readonly differences: readonly string[];
  /** The verdict and what decided it, as `cobuild explain` and `cobuild allocate` say it; of a batch the awards that differ, with the limit that bound each. */
  readonly explanation: readonly string[];
}

/** Longer explanations are for `cobuild explain` and `cobuild allocate`. */
const MOST_SENTENCES = 6;

interface Telling extends TestOptions {
  readonly locale: Locale;
  /** Leaves out the words of the file behind those of people: for a page on which nobody writes the file. */
  readonly titlesOnly?: boolean | undefined;
}
type Differences = Pick<SchemeTestResult, 'differences'>;

/** Says of a failed test what was expected, what was found, and why that was found. */
export function explainFailedTest(scheme: Scheme, test: SchemeTest, failed: Differences, telling: Telling): FailedTestWords {
  const { locale, titlesOnly } = telling;
  const sentences = reasons(scheme, test, failed, telling);
  const words = (field: string, value: unknown): string => decisionValueWords(scheme, field, value, locale, titlesOnly);
  return {
    differences: failed.differences.map(({ field, expected, actual }) =>
      locale === 'en' ? `${fieldWord(field, locale)}: expected ${words(field, expected)}, found ${words(field, actual)}` : `${fieldWord(field, locale)}：应为 ${words(field, expected)}，实为 ${words(field, actual)}`),
    explanation: sentences.length > MOST_SENTENCES ? [...sentences.slice(0, MOST_SENTENCES), locale === 'en' ? '…' : '……'] : sentences,
  };
}

function reasons(scheme: Scheme, test: SchemeTest, failed: Differences, telling: Telling): readonly string[] {
  const { locale } = telling;
  if (isCaseTest(test)) return decisionReasons(scheme, test, telling);
  if (isBatchTest(test)) return batchReasons(scheme, test, failed, telling);
  if (isGradingTest(test)) return gradingReasons(scheme, test, failed, locale);
  const pay = isPayTest(test) ? payTest(scheme, test) : undefined;
  if (pay !== undefined) return told([explainPay(pay.result, pay.rule, locale)]);
  return isPaymentTest(test) ? told([explainSmallCaps(paymentTest(scheme, test, telling), scheme.smallCaps ?? [], locale)]) : [];
}

function decisionReasons(scheme: Scheme, test: CaseTest, { calendar, locale, operators }: Telling): readonly string[] {
  const decision = decideTest(scheme, test, calendar, operators);
  return explanationSentences(explainDecision(resolvedScheme(scheme, test.set), decision, test.case, locale, operators === undefined ? {} : { operators }));
}

/** The money as a whole, then each award that differs with the limit that bound; of a case that takes no part, what became of it. */
function batchReasons(scheme: Scheme, test: BatchTest, failed: Differences, telling: Telling): readonly string[] {
  const result = allocateTest(scheme, test, telling);
  if (result === undefined) return [];
  const { locale } = telling;
  const { allocation } = resolvedScheme(scheme, test.set);
  const groups = new Map((scheme.organisation.units ?? []).map(({ id, title }) => [id, localize(title, locale)]));
  const words = { locale, groups, ...(allocation === undefined ? {} : { allocation }) };
  const names = differing(failed, 'awards');
  const awards = result.allocation.awards.filter(({ id }) => names.includes(id)).map((award) => ({ text: explainAward(award, words).text, status: 'info' as const, children: openParts(award, explainAward(award, words)) }));
  return [explainAllocation(result.allocation, words).verdict, ...told(awards), ...withoutAward(scheme, test, result, names, telling)];
}

/** What an award that is open hangs on; of the others the sentence itself names what bound. */
function openParts({ status }: Award, { children = [] }: ExplanationNode): readonly ExplanationNode[] {
  return status === 'undecided' ? children.filter((child) => child.status === 'unknown') : [];
}

function withoutAward(scheme: Scheme, test: BatchTest, { decisions, allocation }: BatchAllocation, names: readonly string[], { locale, operators }: Telling): readonly string[] {
  const own = operators === undefined ? {} : { operators };
  return test.batch.cases.flatMap((caseData, index) => {
    const decision = decisions[index];
    if (decision === undefined || !names.includes(caseData.id) || allocation.awards.some(({ id }) => id === caseData.id)) return [];
    const { verdict } = explainDecision(resolvedScheme(scheme, test.set), decision, caseData, locale, own);
    return [locale === 'en' ? `${caseData.id}: ${verdict}` : `${caseData.id}：${verdict}`];
  });
}

function gradingReasons(scheme: Scheme, test: GradingTest, failed: Differences, locale: Locale): readonly string[] {
  const found = gradeTest(scheme, test);
  if (found === undefined) return [];
  const { rule, result } = found;
  const names = differing(failed, 'grades');
  const whole = explainGrading(result, rule, locale);
  const problems = (whole.children ?? []).filter(({ status }) => status === 'notMet').slice(0, result.problems.length);
  return told([{ text: whole.text, status: 'info' }, ...problems.map(({ text }) => ({ text, status: 'info' as const })), ...result.items.filter(({ id }) => names.includes(id)).map((item) => explainGrade(item, rule, locale))]);
}

/** The cases or projects whose expectation was not met. */
function differing({ differences }: Differences, field: string): readonly string[] {
  return differences.filter((each) => each.field === field).flatMap(({ actual }) => (typeof actual === 'object' && actual !== null ? Object.keys(actual) : []));
}

/** A sentence, then what it is made of. */
function told(nodes: readonly ExplanationNode[]): readonly string[] {
  return nodes.flatMap(({ text, children = [] }) => [text, ...told(children)]);
}
