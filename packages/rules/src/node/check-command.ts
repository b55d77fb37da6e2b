import type { Problem } from '@cobuild/core';
import { watchSchemeFolders } from '@cobuild/core/node';
import { byPlace, checkScheme } from '../analysis/check-scheme.js';
import type { CommandIo, CommandOptions, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { printProblem, summarizeProblems } from './print-problems.js';
import { schemePath, withPath } from './scheme-path.js';

/** `cobuild check PATH…`: every problem of every scheme; `--watch` again after every save. */
export async function checkCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.paths.length === 0) throw new UsageError('cobuild check takes at least one scheme folder.');
  const first = checkOnce(options, io);
  if (!options.watch) return first;
  io.error(options.locale === 'en' ? 'Watching for changes; end with Ctrl+C.\n' : '正在等待文件修改，按 Ctrl+C 结束。\n');
  const watcher = watchSchemeFolders(options.paths.map((path) => schemePath(path).folder), () => {
    checkOnce(options, io);
  });
  await new Promise<void>((resolve) => {
    if (io.signal === undefined) return;
    if (io.signal.aborted) resolve();
    io.signal.addEventListener('abort', () => { resolve(); });
  });
  watcher.close();
  return 0;
}

function checkOnce({ paths, json, locale, draft }: CommandOptions, io: CommandIo): ExitCode {
  const all: Problem[] = [];
  for (const path of paths) {
    const { folder, files } = schemePath(path);
    const problems = checkScheme(files, { locale }).problems.map((problem) => withPath(problem, folder)).sort(byPlace);
    all.push(...problems);
    if (json) continue;
    for (const problem of problems) io.out(printProblem(problem, locale));
    io.out(`${path}: ${summarizeProblems(problems, locale)}${publishable(problems, locale)}\n`);
  }
  if (json) io.out(`${JSON.stringify({ problems: all })}\n`);
  return all.some(({ severity }) => severity === 'error' || (severity === 'undecided' && !draft)) ? 1 : 0;
}

function publishable(problems: readonly Problem[], locale: 'zh-CN' | 'en'): string {
  const holes = problems.filter(({ severity }) => severity === 'undecided').length;
  const errors = problems.some(({ severity }) => severity === 'error');
  if (errors) return locale === 'en' ? ' – cannot be used or published' : '。不能使用，也不能发布。';
  if (holes > 0) return locale === 'en' ? ` – cannot be published while ${holes} settings are undecided` : `。还有 ${holes} 处未定，不能发布。`;
  return '';
}
