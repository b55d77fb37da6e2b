import { readFileSync, statSync } from 'node:fs';
import type { Scheme } from '@cobuild/core';
import { readPublished } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import type { CommandIo } from './command-io.js';
import { isError, tellProblems } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import { schemePath, withPath } from './scheme-path.js';

/** A scheme folder, its scheme.json, or a published file; errors go to standard error. @throws {UsageError} when nothing is there. */
export function loadSchemeOrPublished(path: string, { json, locale }: Pick<CommandOptions, 'json' | 'locale'>, io: CommandIo): Scheme | undefined {
  const published = publishedText(path);
  if (published !== undefined) {
    const read = readPublished(published, { document: path, locale });
    tellProblems(read.problems.filter(isError), json, locale, io);
    return read.published?.scheme;
  }
  const place = schemePath(path);
  const { scheme, problems } = checkScheme(place.files, { locale, entry: place.entry });
  if (scheme === undefined) tellProblems(problems.filter(isError).map((problem) => withPath(problem, place)), json, locale, io);
  return scheme;
}

/** The text of a published file; `undefined` for all else. */
export function publishedText(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    const text = readFileSync(path, 'utf8');
    const value = JSON.parse(text) as unknown;
    return value !== null && typeof value === 'object' && 'hash' in value && 'scheme' in value ? text : undefined;
  } catch {
    // Not there or no JSON: whoever reads it as a scheme says so.
    return undefined;
  }
}
