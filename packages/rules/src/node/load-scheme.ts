import type { Scheme } from '@cobuild/core';
import { readPublished } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import type { CommandIo } from './command-io.js';
import { isError, tellProblems } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import { publishedText, schemePath, withPath } from './scheme-path.js';

/** A scheme folder, its scheme.json, or a published file; errors go to standard error. @throws {UsageError} when nothing is there. */
export function loadSchemeOrPublished(path: string, { json, locale, own }: Pick<CommandOptions, 'json' | 'locale' | 'own'>, io: CommandIo): Scheme | undefined {
  const published = publishedText(path);
  if (published !== undefined) {
    const read = readPublished(published, { document: path, locale });
    tellProblems(read.problems.filter(isError), json, locale, io);
    return read.published?.scheme;
  }
  const place = schemePath(path);
  const { scheme, problems } = checkScheme(place.files, { locale, entry: place.entry, ...ownOperators(own) });
  if (scheme === undefined) tellProblems(problems.filter(isError).map((problem) => withPath(problem, place)), json, locale, io);
  return scheme;
}

/** Operators of the administrator's own, for whatever evaluates conditions; absent where none were named. */
export function ownOperators(own: CommandOptions['own']): EligibilityOptions {
  return own === undefined ? {} : { operators: own.operators };
}
