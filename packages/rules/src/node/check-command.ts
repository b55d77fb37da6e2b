import type { Locale, Problem } from '@cobuild/core';
import { watchSchemeFolders } from '@cobuild/core/node';
import { checkScheme } from '../analysis/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { countProblems, isError, isHole, printProblem } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import { schemePaths, withPath } from './scheme-path.js';

/** `cobuild check PATH…`: every problem of every scheme; `--watch` again after every save. */
export async function checkCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const folders = schemePaths(options.paths).map(({ folder }) => folder);
  if (!options.watch) return checkOnce(options, io);
  // Watching begins before the first check: a file that is saved while it runs is checked again.
  const close = watchSchemeFolders(folders, () => checkAgain(options, io));
  checkAgain(options, io);
  io.error(options.locale === 'en' ? 'Watching for changes; end with Ctrl+C.\n' : '正在等待文件修改，按 Ctrl+C 结束。\n');
  await aborted(io.signal);
  close();
  return 0;
}

function checkOnce({ paths, json, locale, draft }: CommandOptions, io: CommandIo): ExitCode {
  const all: Problem[] = [];
  for (const scheme of schemePaths(paths)) {
    const problems = checkScheme(scheme.files, { locale, entry: scheme.entry }).problems.map((problem) => withPath(problem, scheme));
    all.push(...problems);
    if (!json) io.out(`${problems.map((problem) => `${printProblem(problem, locale)}\n`).join('')}${summary(scheme.path, problems, locale)}`);
  }
  if (json) io.out(`${JSON.stringify({ problems: all })}\n`);
  return all.some((problem) => isError(problem) || (isHole(problem) && !draft)) ? 1 : 0;
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
  const counts = `${isClean ? (locale === 'en' ? 'no error, nothing undecided; ' : '没有错误，也没有未定之处；') : ''}${countProblems(problems, locale)}`;
  const list = holes.map(({ message }) => `  - ${message}\n`).join('');
  if (locale === 'en') {
    if (errors > 0) return `${path}: ${counts}. It can neither run nor be published.\n`;
    return holes.length === 0 ? `${path}: ${counts}.\n` : `${path}: ${counts}. It cannot be published before these ${holes.length} are decided:\n${list}`;
  }
  if (errors > 0) return `${path}：${counts}。不能使用，也不能发布。\n`;
  return holes.length === 0 ? `${path}：${counts}。\n` : `${path}：${counts}。以下 ${holes.length} 处没有决定，不能发布：\n${list}`;
}
