import type { Case, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar, parameterProblems } from '@cobuild/core';
import { checkScheme } from '../analysis/check-scheme.js';
import { decide, decisionSummary } from '../decision/index.js';
import { explainDecision, explanationText } from '../explanation/index.js';
import type { CommandIo, CommandOptions, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { decideWithJsonRulesEngine } from './json-rules-engine-decision.js';
import { printProblem } from './print-problems.js';
import { readCases } from './read-cases.js';
import { onlyPath, withPath } from './scheme-path.js';

/** `cobuild decide PATH --cases FILE.jsonl`: one decision per line; lines that cannot be read are named on standard error. */
export async function decideCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.cases === undefined) throw new UsageError('cobuild decide takes --cases FILE.jsonl, or --cases - for standard input.');
  const scheme = loadScheme(options, io, 'decide');
  if (scheme === undefined) return 1;
  let exit: ExitCode = 0;
  for (const line of await readCases(options.cases, io, options.locale)) {
    if ('problems' in line) {
      exit = 1;
      for (const problem of line.problems) io.error(printProblem(problem, options.locale));
      continue;
    }
    const settings = decisionOptions(options);
    const decision = decide(scheme, line.case, settings);
    const summary = decisionSummary(options.engine === 'cobuild' ? decision : await decideWithJsonRulesEngine(scheme, line.case, settings));
    io.out(`${JSON.stringify(summary)}\n`);
  }
  return exit;
}

/** `cobuild explain PATH --case FILE.json`: the verdict and everything that led to it, in words (`--json`: with the trace). */
export async function explainCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.case === undefined) throw new UsageError('cobuild explain takes --case FILE.json, or --case - for standard input.');
  const scheme = loadScheme(options, io, 'explain');
  if (scheme === undefined) return 1;
  let exit: ExitCode = 0;
  for (const line of await readCases(options.case, io, options.locale)) {
    if ('problems' in line) {
      exit = 1;
      for (const problem of line.problems) io.error(printProblem(problem, options.locale));
      continue;
    }
    const decision = decide(scheme, line.case, decisionOptions(options));
    const explanation = explainDecision(scheme, decision, line.case, options.locale);
    io.out(options.json ? `${JSON.stringify({ decision, explanation })}\n` : `${explanationText(explanation)}\n`);
  }
  return exit;
}

function decisionOptions({ settings, today }: CommandOptions): Parameters<typeof decide>[2] {
  return { calendar: chinaCalendar, parameters: settings, ...(today === undefined ? {} : { today }) };
}

/** The scheme, or its errors on standard error. Holes do not hinder: a decision that meets one is `undecided`. */
function loadScheme({ paths, locale, settings }: CommandOptions, io: CommandIo, command: string): Scheme | undefined {
  const { folder, files } = onlyPath(paths, command);
  const { scheme, problems } = checkScheme(files, { locale });
  const wrong: readonly Problem[] = scheme === undefined ? problems.filter(({ severity }) => severity === 'error').map((problem) => withPath(problem, folder)) : parameterProblems(scheme, settings, locale);
  for (const problem of wrong) io.error(printProblem(problem, locale));
  return wrong.length === 0 ? scheme : undefined;
}

export type { Case };
