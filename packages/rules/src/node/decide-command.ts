import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar, parameterProblems } from '@cobuild/core';
import { decide, decisionSummary } from '../decision/index.js';
import type { DecideOptions } from '../decision/index.js';
import type { Explanation } from '../explanation/index.js';
import { explainDecision, explainNearestChange, explanationText } from '../explanation/index.js';
import { decideWithJsonRulesEngine } from '../json-rules-engine/index.js';
import { nearestChange } from '../nearest-change/index.js';
import type { Decision } from '../results.js';
import { sheetFromDecisions } from '../tabular/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished } from './load-scheme.js';
import { tellProblems } from './print-problems.js';
import { startProgress } from './progress.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument } from './scheme-path.js';
import { isSpreadsheet, writeSpreadsheet } from './spreadsheet-file.js';
import { writeWhole } from './write-whole.js';

/** `cobuild decide PATH --cases FILE.jsonl`: one decision per line; cases that cannot be read are named on standard error. */
export async function decideCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.cases === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  const { engine, output, locale } = options;
  if (output !== undefined && !/\.(xlsx|csv|json|jsonl|ndjson)$/i.test(output)) {
    throw new UsageError({ 'zh-CN': `-o 写 .jsonl、.json、.csv 或 .xlsx 文件，不能是“${output}”。`, en: `-o names a .jsonl, .json, .csv or .xlsx file, not "${output}".` });
  }
  const decided: Decision[] = [];
  let decidedBy: Scheme | undefined;
  const lines: string[] = [];
  const exit = await forEachCase(options, options.cases, output === undefined ? io : { ...io, out: (text) => lines.push(text) }, async (scheme, caseData, settings) => {
    const decision = engine === 'cobuild' ? decide(scheme, caseData, settings) : await decideWithJsonRulesEngine(scheme, caseData, settings);
    decidedBy = scheme;
    if (output !== undefined) decided.push(decision);
    return JSON.stringify(decisionSummary(decision));
  });
  if (output === undefined || decidedBy === undefined) return exit;
  if (isSpreadsheet(output)) await writeSpreadsheet(output, sheetFromDecisions(decidedBy, decided, locale), 'decisions');
  else writeWhole(output, lines.join(''));
  return exit;
}

/** `cobuild explain PATH --case FILE.json`: the verdict and everything that led to it, in words (`--json`: with the trace). */
export async function explainCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.case === undefined) throw new UsageError({ 'zh-CN': '请用 --case 写明案件文件（--case - 从标准输入读取）。', en: 'Name the case with --case FILE.json, or --case - for standard input.' });
  return forEachCase(options, options.case, io, (scheme, caseData, settings, isOneOfSeveral) => {
    const decision = decide(scheme, caseData, settings);
    const explanation = withNearestChange(explainDecision(scheme, decision, caseData, options.locale), scheme, caseData, settings);
    return Promise.resolve(options.json ? JSON.stringify({ decision, explanation }) : `${isOneOfSeveral ? caseHeading(caseData.id, options.locale) : ''}${explanationText(explanation)}`);
  });
}

function caseHeading(id: string, locale: Locale): string {
  return locale === 'en' ? `== Case ${id} ==\n` : `== 案件 ${id} ==\n`;
}

/** Below a refusal, what it would take: which answers, from what to what. */
function withNearestChange(explanation: Explanation, scheme: Scheme, caseData: Case, { today, parameters }: DecideOptions): Explanation {
  const change = nearestChange(scheme, caseData, { ...(today === undefined ? {} : { today }), ...(parameters === undefined ? {} : { parameters }) });
  const node = explainNearestChange(scheme, change, explanation.locale);
  return node === undefined ? explanation : { ...explanation, lines: [...explanation.lines, node] };
}

type Answer = (scheme: Scheme, caseData: Case, settings: DecideOptions, isOneOfSeveral: boolean) => Promise<string>;

async function forEachCase(options: CommandOptions, file: string, io: CommandIo, answer: Answer): Promise<ExitCode> {
  const { locale, settings, today } = options;
  const scheme = loadScheme(options, io);
  if (scheme === undefined) return 1;
  const decideOptions: DecideOptions = { calendar: chinaCalendar, parameters: settings, ...(today === undefined ? {} : { today }) };
  let exit: ExitCode = 0;
  const all = await readCaseFile(file, io, locale, scheme);
  const progress = startProgress(locale === 'en' ? 'Deciding' : '判断案件');
  for (const [index, read] of all.entries()) {
    progress.update(index, all.length);
    const result = 'problems' in read ? read : await answerOrProblem(() => answer(scheme, read.case, decideOptions, all.length > 1), file, read.line, locale);
    if (typeof result === 'string') io.out(`${result}\n`);
    else {
      exit = 1;
      // A line of its own among the decisions, in the order of the cases.
      tellProblems(result.problems, options.json, locale, io);
    }
  }
  progress.end();
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
function loadScheme(options: CommandOptions, io: CommandIo): Scheme | undefined {
  const { paths, json, locale, settings } = options;
  const scheme = loadSchemeOrPublished(onlyArgument(paths), options, io);
  if (scheme === undefined) return undefined;
  const wrong = parameterProblems(scheme, settings, locale).map((problem) => ({ ...problem, document: '--set' }));
  tellProblems(wrong, json, locale, io);
  return wrong.length === 0 ? scheme : undefined;
}
