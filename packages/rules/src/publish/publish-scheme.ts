import type { Calendar, Locale, Problem, PublishedScheme, SchemeFiles } from '@cobuild/core';
import { buildPublished } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import { analysisWords } from '../analysis/messages.js';
import { describeDifferences, runSchemeTests } from '../scheme-tests/index.js';

export interface PublishOptions {
  readonly calendar: Calendar;
  readonly locale?: Locale;
  /** Version numbers of this scheme that were published before. */
  readonly usedVersions?: readonly string[];
}

/**
 * Makes the one self-contained document that a portal runs. Refused, with every reason at once, while there is an error, a
 * hole, a failing test or a version number that was used before.
 */
export function publishScheme(files: SchemeFiles, { calendar, locale = 'zh-CN', usedVersions = [] }: PublishOptions): { readonly published?: PublishedScheme; readonly problems: readonly Problem[] } {
  const { scheme, problems: found, locate } = checkScheme(files, { locale });
  const problems = [...found];
  const add = (code: 'scheme/test-failed' | 'scheme/version-used', pointer: string, params: Readonly<Record<string, unknown>>): void => {
    problems.push({ code, severity: 'error', ...locate(pointer), params, ...analysisWords(code, params, locale) });
  };
  if (scheme !== undefined) {
    for (const [index, result] of runSchemeTests(scheme, { calendar }).entries()) {
      if (!result.passed) add('scheme/test-failed', `/tests/${index}`, { test: result.id, differences: describeDifferences(result, locale) });
    }
    if (usedVersions.includes(scheme.version)) add('scheme/version-used', '/version', { version: scheme.version });
  }
  const refused = scheme === undefined || problems.some(({ severity }) => severity === 'error' || severity === 'undecided');
  return refused ? { problems } : { published: buildPublished(scheme, { calendarVersion: calendar.version }), problems };
}
