import { join, relative } from 'node:path';
import type { Calendar, LoadResult, Locale, Scheme, SchemeTest, SourcePlace } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import type { PinningProblem } from '../analysis/index.js';
import { checkScheme, pinningProblems } from '../analysis/index.js';
import type { EligibilityOptions } from '../eligibility/index.js';
import type { SchemeTestResult } from '../host/index.js';
import type { FailedTestWords } from '../scheme-tests/index.js';
import { explainFailedTest, runSchemeTests, unpinnedWords } from '../scheme-tests/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { ownOperators } from './load-scheme.js';
import { isError, printProblem } from './print-problems.js';
import type { CommandOptions } from './read-options.js';
import type { SchemePath } from './scheme-path.js';
import { schemePaths, withPath } from './scheme-path.js';

/**
 * `cobuild test PATH…`: the schemes' own tests, and the thresholds that none of them pins. A scheme with errors fails, since its tests cannot run; with
 * `--strict` so does one with an unpinned threshold. Thresholds are looked for where all tests pass: others notice what they should not.
 */
export function testCommand(options: CommandOptions, io: CommandIo): ExitCode {
  const { paths, json, locale, strict, own } = options;
  const settings = { calendar: chinaCalendar, locale, ...ownOperators(own) };
  const reports = schemePaths(paths).map((path) => {
    const checked = checkScheme(path.files, { entry: path.entry, ...settings });
    const { scheme, problems } = checked;
    const errors = problems.filter(isError).map((problem) => withPath(problem, path));
    const tests = scheme === undefined ? [] : runSchemeTests(scheme, settings).map((test, index) => placedTest(checked, scheme, test, index, path, settings));
    const unpinned: readonly PinningProblem[] = scheme !== undefined && tests.every(({ passed }) => passed)
      ? pinningProblems(checked, settings).map((problem) => withPath({ ...problem, ...unpinnedWords(scheme, problem.params, locale, ownOperators(own)) }, path)) : [];
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
  readonly pointer: string;
  /** Whether it comes from the scheme that this one extends. */
  readonly inherited: boolean;
  /** Where its case is written, or what else it is about (a batch, a grading, pay, a payment): often a file of its own. */
  readonly case: Pick<SourcePlace, 'document' | 'line' | 'pointer'>;
  /** Of a failed test: what was expected and found, and why that was found. */
  readonly words?: FailedTestWords;
}

type Settings = EligibilityOptions & { readonly calendar: Calendar; readonly locale: Locale };

function placedTest({ locate }: Pick<LoadResult, 'locate'>, scheme: Scheme, result: SchemeTestResult, index: number, { folder }: SchemePath, settings: Settings): PlacedTest {
  const here = ({ document, line, pointer }: SourcePlace): PlacedTest['case'] => ({ document: relative('.', join(folder, document)), line, pointer });
  const place = locate(`/tests/${index}`);
  const test = scheme.tests?.[index];
  return {
    ...result, ...here(place), inherited: place.document.startsWith('../'), case: here(locate(`/tests/${index}/${inputOf(test)}`)),
    ...(result.passed || test === undefined ? {} : { words: explainFailedTest(scheme, test, result, settings) }),
  };
}

function inputOf(test: SchemeTest | undefined): 'case' | 'batch' | 'grading' | 'pay' | 'payment' {
  return (['batch', 'grading', 'pay', 'payment'] as const).find((input) => test?.[input] !== undefined) ?? 'case';
}

function testLine({ passed, id, description, source, words, document, line, pointer, inherited, case: item }: PlacedTest, locale: Locale): string {
  const head = `${passed ? '✓' : '✗'} ${id}  ${description}${source === undefined ? '' : ` [${source}]`}\n`;
  if (words === undefined) return head;
  const [verdict = '', ...reasons] = words.explanation;
  const [why, testAt, caseAt] = locale === 'en' ? ['Why: ', 'Test: ', 'Case: '] : ['为什么：', '测试：', '案件：'];
  const places = [`${testAt}${document}:${line}${pointer === '' ? '' : ` ${pointer}`}`, `${caseAt}${item.document}:${item.line}${item.pointer === '' ? '' : ` ${item.pointer}`}`];
  const lines = [...words.differences, `${why}${verdict}`, ...reasons.map((reason) => `  ${reason}`), ...places, ...(inherited ? [inheritedHint(id, locale)] : [])];
  return head + lines.map((text) => `    ${text}\n`).join('');
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
