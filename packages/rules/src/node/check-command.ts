import { dirname } from 'node:path';
import type { Locale, Problem } from '@cobuild/core';
import { readPublished } from '@cobuild/core';
import { watchSchemeFolders } from '@cobuild/core/node';
import { checkScheme } from '../analysis/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { countProblems, isError, isHole, printProblem } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import { ownOperators } from './load-scheme.js';
import type { SchemePath } from './scheme-path.js';
import { publishedText, schemePath, schemePaths, withPath } from './scheme-path.js';

/** `cobuild check PATH…`: every problem of every scheme; `--watch` again after every save. */
export async function checkCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (!options.watch) return checkOnce(options, io);
  const folders = placesOf(options.paths).map((place) => ('published' in place ? dirname(place.path) : place.folder));
  // Watching begins before the first check: a file that is saved while it runs is checked again.
  const close = watchSchemeFolders(folders, () => checkAgain(options, io));
  checkAgain(options, io);
  io.error(options.locale === 'en' ? 'Watching for changes; end with Ctrl+C.\n' : '正在等待文件修改，按 Ctrl+C 结束。\n');
  await aborted(io.signal);
  close();
  return 0;
}

function checkOnce({ paths, json, locale, draft, own }: CommandOptions, io: CommandIo): ExitCode {
  const all: Problem[] = [];
  // All paths are looked up before the first is checked: a misspelt one ends the call.
  for (const scheme of placesOf(paths)) {
    if ('published' in scheme) {
      const { path, published } = scheme;
      const { problems } = readPublished(published, { document: path, locale });
      all.push(...problems);
      if (!json) io.out(`${problems.map((problem) => `${printProblem(problem, locale)}\n`).join('')}${publishedSummary(path, problems, locale)}`);
      continue;
    }
    const problems = checkScheme(scheme.files, { locale, entry: scheme.entry, ...ownOperators(own) }).problems.map((problem) => withPath(problem, scheme));
    all.push(...problems);
    if (!json) io.out(`${problems.map((problem) => `${printProblem(problem, locale)}\n`).join('')}${summary(scheme.path, problems, locale)}`);
  }
  if (json) io.out(`${JSON.stringify({ problems: all })}\n`);
  return all.some((problem) => isError(problem) || (isHole(problem) && !draft)) ? 1 : 0;
}

type CheckPlace = SchemePath | { readonly path: string; readonly published: string };

function placesOf(paths: readonly string[]): readonly CheckPlace[] {
  if (paths.length === 0) return schemePaths(paths);
  return paths.map((path): CheckPlace => {
    const published = publishedText(path);
    return published === undefined ? schemePath(path) : { path, published };
  });
}

/** A published file is no scheme to be edited: what counts is that it is what was published. */
function publishedSummary(path: string, problems: readonly Problem[], locale: Locale): string {
  if (problems.length === 0) return locale === 'en' ? `${path}: a published file; it is what its hash says.\n` : `${path}：这是已发布的文件，内容与校验值一致。\n`;
  return locale === 'en' ? `${path}: a published file that cannot be used.\n` : `${path}：这是已发布的文件，不能使用。\n`;
}

/** A scheme whose folder has gone, or whose file is just being replaced, is no reason to stop watching. */
function checkAgain(options: CommandOptions, io: CommandIo): void {
  try {
    checkOnce(options, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.error(`cobuild: ${error.in(options.locale)}\n`);
  }
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** What the problems come to, and every hole once more by its sentence: the list that goes to whoever has to decide. */
function summary(path: string, problems: readonly Problem[], locale: Locale): string {
  const holes = problems.filter(isHole);
  const errors = problems.filter(isError).length;
  const isClean = errors === 0 && holes.length === 0;
  const clean = locale === 'en' ? 'no error, nothing undecided' : '没有错误，也没有未定之处';
  const counted = countProblems(problems, locale);
  const counts = !isClean ? counted : problems.length === 0 ? clean : `${clean}${locale === 'en' ? '; ' : '；'}${counted}`;
  const list = holes.map(({ message }) => `  - ${message}\n`).join('');
  if (locale === 'en') {
    if (errors > 0) return `${path}: ${counts}. It can neither run nor be published.\n`;
    return holes.length === 0 ? `${path}: ${counts}.\n` : `${path}: ${counts}. It cannot be published before these ${holes.length} are decided:\n${list}`;
  }
  if (errors > 0) return `${path}：${counts}。不能使用，也不能发布。\n`;
  return holes.length === 0 ? `${path}：${counts}。\n` : `${path}：${counts}。以下 ${holes.length} 处没有决定，不能发布：\n${list}`;
}
