import { chinaCalendar } from '@cobuild/core';
import { checkScheme } from '../analysis/check-scheme.js';
import { describeDifferences, runSchemeTests } from '../scheme-tests/index.js';
import type { CommandIo, CommandOptions, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { printProblem } from './print-problems.js';
import { schemePath, withPath } from './scheme-path.js';

/** `cobuild test PATH…`: the schemes' own tests. */
export function testCommand({ paths, json, locale }: CommandOptions, io: CommandIo): ExitCode {
  if (paths.length === 0) throw new UsageError('cobuild test takes at least one scheme folder.');
  let failed = false;
  const reports = paths.map((path) => {
    const { folder, files } = schemePath(path);
    const { scheme, problems } = checkScheme(files, { locale });
    if (scheme === undefined) {
      failed = true;
      const errors = problems.filter(({ severity }) => severity === 'error').map((problem) => withPath(problem, folder));
      if (!json) for (const problem of errors) io.error(printProblem(problem, locale));
      return { path, problems: errors, tests: [] };
    }
    const tests = runSchemeTests(scheme, { calendar: chinaCalendar });
    failed ||= tests.some(({ passed }) => !passed);
    if (!json) {
      for (const test of tests) io.out(`${test.passed ? '✓' : '✗'} ${test.id}: ${test.description}${test.source === undefined ? '' : ` [${test.source}]`}\n${test.passed ? '' : `  ${describeDifferences(test, locale)}\n`}`);
      const passed = tests.filter((test) => test.passed).length;
      io.out(locale === 'en' ? `${path}: ${passed} of ${tests.length} tests passed\n` : `${path}：${tests.length} 个测试，通过 ${passed} 个\n`);
    }
    return { path, problems: [], tests };
  });
  if (json) io.out(`${JSON.stringify({ schemes: reports })}\n`);
  return failed ? 1 : 0;
}
