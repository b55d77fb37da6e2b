import type { Calendar, Locale, Problem, PublishedScheme, SchemeFiles } from '@cobuild/core';
import { buildPublished } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import { analysisSentences } from '../analysis/sentences.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import { explainFailedTest, runSchemeTests } from '../scheme-tests/index.js';

export interface PublishOptions extends EligibilityOptions {
  /** Working days that the tests are run with; its version is written into the file. */
  readonly calendar: Calendar;
  /** Language of the problems. Default `zh-CN`. */
  readonly locale?: Locale;
  /** Sentences call things by their titles alone, for whoever works in an editor. Default: they also name what stands in the files. */
  readonly titlesOnly?: boolean | undefined;
  /** File to start from. Default `scheme.json`. */
  readonly entry?: string;
  /** Version numbers that were published before: of this scheme, or asked for by its id. */
  readonly usedVersions?: readonly string[] | ((schemeId: string) => readonly string[]);
  /** Instant of publishing, ISO 8601 with zone; no part of the hash. */
  readonly publishedAt?: string;
}

/**
 * Makes the one self-contained document that a portal runs. Refused, with every reason at once, while there is an error, a
 * hole, a failing test or a version number that was used before. The hash depends on what the scheme says, not on how its files are written.
 *
 * @returns `published` where nothing stands against it; the problems always, also those that only warn or inform.
 * @example publishScheme(readSchemeFolder('schemes/gaoming-demo'), { calendar: chinaCalendar }).published?.hash
 */
export function publishScheme(files: SchemeFiles, options: PublishOptions): { readonly published?: PublishedScheme; readonly problems: readonly Problem[] } {
  const { calendar, locale = 'zh-CN', titlesOnly = false, entry, usedVersions = [], publishedAt, operators } = options;
  const own = operators === undefined ? {} : { operators };
  const checked = checkScheme(files, { locale, titlesOnly, ...own, ...(entry === undefined ? {} : { entry }) });
  const { scheme } = checked;
  if (scheme === undefined) return { problems: checked.problems };
  const problems = [...checked.problems];
  const refuse = (code: 'scheme/test-failed' | 'scheme/version-used', pointer: string, params: Readonly<Record<string, unknown>>, said = params): void => {
    problems.push({ code, severity: 'error', ...checked.locate(pointer), params, ...analysisSentences(code, said, locale) });
  };
  for (const [index, result] of runSchemeTests(scheme, { calendar, ...own }).entries()) {
    const test = scheme.tests?.[index];
    if (result.passed || test === undefined) continue;
    const params = { test: result.id, ...explainFailedTest(scheme, test, result, { calendar, locale, titlesOnly, ...own }) };
    refuse('scheme/test-failed', `/tests/${index}`, params, titlesOnly ? { ...params, test: test.description } : params);
  }
  const used = typeof usedVersions === 'function' ? usedVersions(scheme.id) : usedVersions;
  if (used.includes(scheme.version)) refuse('scheme/version-used', '/version', { version: scheme.version });
  if (problems.some(({ severity }) => severity === 'error' || severity === 'undecided')) return { problems };
  return { published: buildPublished(scheme, { calendarVersion: calendar.version, ...(publishedAt === undefined ? {} : { publishedAt }) }), problems };
}
