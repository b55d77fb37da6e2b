import type { Calendar, Locale, Problem, SchemeTexts } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import type { SchemeTestResult } from '../host/scheme-report.js';
import { runSchemeTests } from '../scheme-tests/index.js';

/** The files of a scheme, as an editor holds them. */
export interface SchemeToCheck {
  readonly texts: SchemeTexts;
  /** Files of the schemes that it extends, by their path from the folder: `../gaoming/scheme.json`. */
  readonly base?: SchemeTexts | undefined;
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale | undefined;
  /** Sentences call things by their titles alone, for whoever works in an editor. Default: they also name what stands in the files. */
  readonly titlesOnly?: boolean | undefined;
}

/** What is wrong with a scheme, and what its own tests say where nothing is. */
export interface SchemeVerdict {
  readonly problems: readonly Problem[];
  readonly tests: readonly SchemeTestResult[];
  /** No problem is an error: the tests were run. */
  readonly isSound: boolean;
}

/**
 * Checks a scheme and runs its tests.
 *
 * @param calendar - Working days for the tests; that of China by default.
 * @example checkSchemeTexts({ texts: { 'scheme.json': '{ … }' } }).isSound
 */
export function checkSchemeTexts({ texts, base = {}, locale = 'zh-CN', titlesOnly }: SchemeToCheck, calendar: Calendar = chinaCalendar): SchemeVerdict {
  const { problems, scheme } = checkScheme({ read: (path) => (path.startsWith('../') ? base[path] : texts[path]), list: () => Object.keys(texts) }, { locale, titlesOnly });
  return { problems, tests: scheme === undefined ? [] : runSchemeTests(scheme, { calendar }), isSound: scheme !== undefined };
}
