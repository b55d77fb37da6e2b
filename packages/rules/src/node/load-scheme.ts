import { readFileSync, statSync } from 'node:fs';
import type { Locale, Problem, Scheme } from '@cobuild/core';
import { readPublished } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import type { CommandIo } from './command-io.js';
import { isError, printProblem } from './print-problems.js';
import { schemePath, withPath } from './scheme-path.js';

/** A scheme folder, its scheme.json, or a published file; errors go to standard error. @throws {UsageError} when nothing is there. */
export function loadSchemeOrPublished(path: string, locale: Locale, io: CommandIo): Scheme | undefined {
  const published = publishedText(path);
  if (published !== undefined) {
    const read = readPublished(published, { document: path, locale });
    printErrors(read.problems, locale, io);
    return read.published?.scheme;
  }
  const place = schemePath(path);
  const { scheme, problems } = checkScheme(place.files, { locale, entry: place.entry });
  if (scheme === undefined) printErrors(problems.map((problem) => withPath(problem, place)), locale, io);
  return scheme;
}

function printErrors(problems: readonly Problem[], locale: Locale, io: CommandIo): void {
  for (const problem of problems.filter(isError)) io.error(`${printProblem(problem, locale)}\n`);
}

/** The text of a published file; `undefined` for all else. */
function publishedText(path: string): string | undefined {
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
