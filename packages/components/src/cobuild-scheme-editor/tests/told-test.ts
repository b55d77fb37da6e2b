import type { Calendar, Locale, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { FailedTestWords, SchemeTestResult } from '@cobuild/rules';
import { explainFailedTest } from '@cobuild/rules';

/** What came out of a test, and of one that failed what differs and what led there, in sentences. */
export interface ToldTest extends FailedTestWords {
  readonly result: SchemeTestResult;
}

const told = new WeakMap<SchemeTestResult, ToldTest>();

/** Tells each result once: the drawer draws all of them again and again, and the checks make new ones in the language of the page. */
export function toldTest(scheme: Scheme | undefined, result: SchemeTestResult, index: number, { locale, calendar = chinaCalendar }: { readonly locale: Locale; readonly calendar?: Calendar | undefined }): ToldTest {
  const test = scheme?.tests?.[index];
  if (result.passed || scheme === undefined || test === undefined) return { result, differences: [], explanation: [] };
  const known = told.get(result) ?? { result, ...explainFailedTest(scheme, test, result, { calendar, locale, titlesOnly: true }) };
  told.set(result, known);
  return known;
}

/** What a test says of itself; its id where it says nothing. */
export function testTitle({ description, id }: Pick<SchemeTestResult, 'description' | 'id'>): string {
  return description === '' ? id : description;
}
