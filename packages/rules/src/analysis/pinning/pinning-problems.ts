import type { Calendar, LoadResult, Locale, Problem, SchemeTest } from '@cobuild/core';
import type { EligibilityOptions } from '../../eligibility/index.js';
import type { CaseTest } from '../../scheme-tests/index.js';
import { isCaseTest } from '../../scheme-tests/index.js';
import { analysisSentences } from '../sentences.js';
import { findUnpinned } from './find-unpinned.js';

export interface PinningOptions extends EligibilityOptions {
  readonly calendar: Calendar;
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale;
}

/** A threshold that no test pins, in words and with its place. */
export interface PinningProblem extends Problem {
  /** A test that would pin it, ready to be put into `tests`; see `findUnpinned`. */
  readonly suggestion?: SchemeTest;
}

/**
 * The thresholds that no test of a scheme pins, as warnings. None where the scheme has errors, or no tests at all: that is told by itself.
 *
 * @param loaded - What `checkScheme` gave.
 */
export function pinningProblems({ scheme, locate }: Pick<LoadResult, 'scheme' | 'locate'>, { calendar, locale = 'zh-CN', operators }: PinningOptions): readonly PinningProblem[] {
  if (scheme === undefined || (scheme.tests ?? []).length === 0) return [];
  return findUnpinned(scheme, { calendar, ...(operators === undefined ? {} : { operators }) }).map(({ pointer, value, unnoticed, input, suggestion }) => {
    const params = { threshold: pointer, value, unnoticed, ...(input === undefined ? {} : { input }), ...(suggestion === undefined ? {} : { expect: suggestion.expect, ...about(scheme.tests ?? [], suggestion) }) };
    return { code: 'scheme/unpinned-threshold', severity: 'warning', ...locate(pointer), params, ...analysisSentences('scheme/unpinned-threshold', params, locale), ...(suggestion === undefined ? {} : { suggestion }) };
  });
}

/** What a suggested test has to be about: the test that only has to say more, or what of its case or facts is not as in some test already. */
function about(tests: readonly SchemeTest[], suggestion: SchemeTest): Readonly<Record<string, unknown>> {
  if (isCaseTest(suggestion)) return { at: changed(tests.filter(isCaseTest), suggestion) };
  const known = tests.find(({ id }) => id === suggestion.id);
  return known === undefined ? { at: { ...suggestion.pay?.facts } } : { test: known.id };
}

/** What of a suggested case is not as in some test already: what it has to be about. */
function changed(tests: readonly CaseTest[], { case: { answers, applicant, meeting, scores }, today }: CaseTest): Readonly<Record<string, unknown>> {
  if (meeting !== undefined) {
    const count = (choice: string): number => (meeting.ballots ?? []).filter((ballot) => ballot.choice === choice).length;
    return { appointed: meeting.members.length, ...(meeting.recused === undefined ? {} : { recused: meeting.recused.length }), present: meeting.present.length, yes: count('yes'), no: count('no'), abstain: count('abstain'), void: count('void') };
  }
  const [sheet] = scores ?? [];
  if (sheet !== undefined) return Object.fromEntries(sheet.marks.map(({ criterion, mark }) => [criterion, mark ?? '—']));
  const alike = tests.map((test) => [...Object.entries(answers).filter(([name, value]) => JSON.stringify(test.case.answers[name]) !== JSON.stringify(value)), ...(test.case.applicant.level === applicant.level ? [] : [['applicant.level', applicant.level] as const])]);
  const least = alike.reduce<readonly (readonly [string, unknown])[] | undefined>((best, each) => (best === undefined || each.length < best.length ? each : best), undefined) ?? [];
  return { ...Object.fromEntries(least), ...(today === undefined ? {} : { today }) };
}
