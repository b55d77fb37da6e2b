import { join, relative } from 'node:path';
import type { Locale, SourcePlace } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { PinningProblem } from '../analysis/index.js';
import { checkScheme, pinningProblems } from '../analysis/index.js';
import type { SchemeTestResult } from '../host/index.js';
import { describeDifferences, runSchemeTests } from '../scheme-tests/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { isError, printProblem } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import type { SchemePath } from './scheme-path.js';
import { schemePaths, withPath } from './scheme-path.js';

/**
 * `cobuild test PATH…`: the schemes' own tests, and the thresholds that none of them pins. A scheme with errors fails, since its tests cannot run; with
 * `--strict` so does one with an unpinned threshold. Thresholds are looked for where all tests pass: others notice what they should not.
 */
export function testCommand({ paths, json, locale, strict }: CommandOptions, io: CommandIo): ExitCode {
  const reports = schemePaths(paths).map((path) => {
    const checked = checkScheme(path.files, { locale, entry: path.entry });
    const { scheme, problems } = checked;
    const errors = problems.filter(isError).map((problem) => withPath(problem, path));
    const tests = scheme === undefined ? [] : runSchemeTests(scheme, { calendar: chinaCalendar }).map((test, index) => ({ ...test, ...testPlace(checked.locate(`/tests/${index}`), path) }));
    const unpinned: readonly PinningProblem[] = tests.every(({ passed }) => passed) ? pinningProblems(checked, { calendar: chinaCalendar, locale }).map((problem) => withPath(problem, path)) : [];
    if (!json) for (const problem of errors) io.error(`${printProblem(problem, locale)}\n`);
    if (!json) io.out(`${tests.map((test) => testLine(test, locale)).join('')}${unpinned.map((problem) => printProblem(problem, locale)).join('')}${summary(path.path, scheme === undefined, tests, locale)}${pinningLine(unpinned.length, locale)}`);
    return { path: path.path, problems: errors, tests, unpinned };
  });
  if (json) io.out(`${JSON.stringify({ schemes: reports })}\n`);
  return reports.every(({ problems, tests, unpinned }) => problems.length === 0 && tests.every(({ passed }) => passed) && !(strict && unpinned.length > 0)) ? 0 : 1;
}

/** A test and where it is written. */
interface PlacedTest extends SchemeTestResult {
  readonly document: string;
  readonly line: number;
  /** Whether it comes from the scheme that this one extends. */
  readonly inherited: boolean;
}

function testPlace({ document, line }: SourcePlace, { folder }: SchemePath): Pick<PlacedTest, 'document' | 'line' | 'inherited'> {
  return { document: relative('.', join(folder, document)), line, inherited: document.startsWith('../') };
}

function testLine(test: PlacedTest, locale: Locale): string {
  const { passed, id, description, source } = test;
  const head = `${passed ? '✓' : '✗'} ${id}  ${description}${source === undefined ? '' : ` [${source}]`}\n`;
  return passed ? head : `${head}    ${describeDifferences(test, locale)}\n    ${test.document}:${test.line}\n${test.inherited ? `    ${inheritedHint(id, locale)}\n` : ''}`;
}

function inheritedHint(id: string, locale: Locale): string {
  return locale === 'en'
    ? `The test comes from the base scheme. Where this scheme decides otherwise on purpose, list it in scheme.json: "replacesTests": ["${id}"].`
    : `这个测试来自基础方案。本方案有意另作规定的，请在 scheme.json 里写上 "replacesTests": ["${id}"]。`;
}

function summary(path: string, isBroken: boolean, tests: readonly SchemeTestResult[], locale: Locale): string {
  const passed = tests.filter((test) => test.passed).length;
  if (isBroken) return locale === 'en' ? `${path}: the scheme has errors, its tests did not run.\n` : `${path}：方案有错误，测试没有运行。\n`;
  if (tests.length === 0) return locale === 'en' ? `${path}: the scheme has no tests.\n` : `${path}：方案没有自带测试。\n`;
  return locale === 'en' ? `${path}: ${passed} of ${tests.length} tests passed.\n` : `${path}：${tests.length} 个测试，通过 ${passed} 个。\n`;
}

function pinningLine(count: number, locale: Locale): string {
  if (count === 0) return '';
  return locale === 'en' ? `  ${count} ${count === 1 ? 'threshold is' : 'thresholds are'} pinned by no test (--strict makes this fail).\n` : `  有 ${count} 处界限没有测试守住（加 --strict 则算不通过）。\n`;
}
