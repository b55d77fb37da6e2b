import type { Locale } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import type { SchemeTestResult } from '../host/index.js';
import { describeDifferences, runSchemeTests } from '../scheme-tests/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { isError, printProblem } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import { schemePaths, withPath } from './scheme-path.js';

/** `cobuild test PATH…`: the schemes' own tests. A scheme with errors fails, since its tests cannot run. */
export function testCommand({ paths, json, locale }: CommandOptions, io: CommandIo): ExitCode {
  const reports = schemePaths(paths).map((path) => {
    const { scheme, problems } = checkScheme(path.files, { locale, entry: path.entry });
    const errors = problems.filter(isError).map((problem) => withPath(problem, path));
    const tests = scheme === undefined ? [] : runSchemeTests(scheme, { calendar: chinaCalendar });
    if (!json) for (const problem of errors) io.error(`${printProblem(problem, locale)}\n`);
    if (!json) io.out(`${tests.map((test) => testLine(test, locale)).join('')}${summary(path.path, scheme === undefined, tests, locale)}`);
    return { path: path.path, problems: errors, tests };
  });
  if (json) io.out(`${JSON.stringify({ schemes: reports })}\n`);
  return reports.every(({ problems, tests }) => problems.length === 0 && tests.every(({ passed }) => passed)) ? 0 : 1;
}

function testLine(test: SchemeTestResult, locale: Locale): string {
  const { passed, id, description, source } = test;
  return `${passed ? '✓' : '✗'} ${id}  ${description}${source === undefined ? '' : ` [${source}]`}\n${passed ? '' : `    ${describeDifferences(test, locale)}\n`}`;
}

function summary(path: string, isBroken: boolean, tests: readonly SchemeTestResult[], locale: Locale): string {
  const passed = tests.filter((test) => test.passed).length;
  if (isBroken) return locale === 'en' ? `${path}: the scheme has errors, its tests did not run.\n` : `${path}：方案有错误，测试没有运行。\n`;
  if (tests.length === 0) return locale === 'en' ? `${path}: the scheme has no tests.\n` : `${path}：方案没有自带测试。\n`;
  return locale === 'en' ? `${path}: ${passed} of ${tests.length} tests passed.\n` : `${path}：${tests.length} 个测试，通过 ${passed} 个。\n`;
}
