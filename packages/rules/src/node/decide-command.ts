import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar, parameterProblems } from '@cobuild/core';
import { checkScheme } from '../analysis/index.js';
import { decide, decisionSummary } from '../decision/index.js';
import type { DecideOptions } from '../decision/index.js';
import { explainDecision, explanationText } from '../explanation/index.js';
import { decideWithJsonRulesEngine } from '../json-rules-engine/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { isError, printProblem } from './print-problems.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { onlyPath, withPath } from './scheme-path.js';

/** `cobuild decide PATH --cases FILE.jsonl`: one decision per line; cases that cannot be read are named on standard error. */
export async function decideCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.cases === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  const { engine } = options;
  return forEachCase(options, options.cases, io, async (scheme, caseData, settings) => {
    const decision = engine === 'cobuild' ? decide(scheme, caseData, settings) : await decideWithJsonRulesEngine(scheme, caseData, settings);
    return JSON.stringify(decisionSummary(decision));
  });
}

/** `cobuild explain PATH --case FILE.json`: the verdict and everything that led to it, in words (`--json`: with the trace). */
export async function explainCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.case === undefined) throw new UsageError({ 'zh-CN': '请用 --case 写明案件文件（--case - 从标准输入读取）。', en: 'Name the case with --case FILE.json, or --case - for standard input.' });
  return forEachCase(options, options.case, io, (scheme, caseData, settings) => {
    const decision = decide(scheme, caseData, settings);
    const explanation = explainDecision(scheme, decision, caseData, options.locale);
    return Promise.resolve(options.json ? JSON.stringify({ decision, explanation }) : explanationText(explanation));
  });
}

type Answer = (scheme: Scheme, caseData: Case, settings: DecideOptions) => Promise<string>;

async function forEachCase(options: CommandOptions, file: string, io: CommandIo, answer: Answer): Promise<ExitCode> {
  const { locale, settings, today } = options;
  const scheme = loadScheme(options, io);
  if (scheme === undefined) return 1;
  const decideOptions: DecideOptions = { calendar: chinaCalendar, parameters: settings, ...(today === undefined ? {} : { today }) };
  let exit: ExitCode = 0;
  for (const read of await readCaseFile(file, io, locale)) {
    const result = 'problems' in read ? read : await answerOrProblem(() => answer(scheme, read.case, decideOptions), file, read.line, locale);
    if (typeof result === 'string') io.out(`${result}\n`);
    else {
      exit = 1;
      io.error(result.problems.map((problem) => `${printProblem(problem, locale)}\n`).join(''));
    }
  }
  return exit;
}

/** json-rules-engine refuses some facts that our own conditions answer with unknown; the other cases go on. */
async function answerOrProblem(answer: () => Promise<string>, file: string, line: number, locale: Locale): Promise<string | { readonly problems: readonly Problem[] }> {
  try {
    return await answer();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = locale === 'en' ? `The case could not be decided: ${reason}` : `这个案件无法判断：${reason}`;
    return { problems: [{ code: 'case/not-decided', severity: 'error', document: file === '-' ? 'stdin' : file, pointer: '', line, params: { reason }, message }] };
  }
}

/** The scheme, or its errors on standard error. Holes do not hinder: a decision that meets one is `undecided`. */
function loadScheme({ paths, locale, settings }: CommandOptions, io: CommandIo): Scheme | undefined {
  const path = onlyPath(paths);
  const { scheme, problems } = checkScheme(path.files, { locale, entry: path.entry });
  const wrong = scheme === undefined ? problems.filter(isError).map((problem) => withPath(problem, path)) : parameterProblems(scheme, settings, locale).map((problem) => ({ ...problem, document: '--set' }));
  for (const problem of wrong) io.error(`${printProblem(problem, locale)}\n`);
  return wrong.length === 0 ? scheme : undefined;
}
