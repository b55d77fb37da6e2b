import type { Case, Locale, Problem, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { decide, decisionSummary, findCaseProblems } from '../decision/index.js';
import type { DecideOptions } from '../decision/index.js';
import type { Explanation } from '../explanation/index.js';
import { explainDecision, explainNearestChange, explanationText } from '../explanation/index.js';
import { decideWithJsonRulesEngine } from '../json-rules-engine/index.js';
import { nearestChange } from '../nearest-change/index.js';
import type { Decision } from '../results.js';
import { sheetFromDecisions } from '../tabular/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished, ownOperators } from './load-scheme.js';
import { prepared } from './own-facts.js';
import { isError, tellProblems } from './print-problems.js';
import { startProgress } from './progress.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { settingsOrTold } from './read-settings.js';
import { onlyArgument } from './scheme-path.js';
import { isSpreadsheet, writeSpreadsheet } from './spreadsheet-file.js';
import { writeWhole } from './write-whole.js';

/**
 * `cobuild decide PATH --cases FILE.jsonl`: one decision per line. A case that the form would not have let through is decided all the same, and what is wrong with it
 * is told: on standard error, with `--json` as `problems` of its line, in a spreadsheet in a column of its own. Cases that cannot be read are named and left out.
 */
export async function decideCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.cases === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  const { engine, output, locale, json } = options;
  if (output !== undefined && !/\.(xlsx|csv|json|jsonl|ndjson)$/i.test(output)) {
    throw new UsageError({ 'zh-CN': `-o 写 .jsonl、.json、.csv 或 .xlsx 文件，不能是“${output}”。`, en: `-o names a .jsonl, .json, .csv or .xlsx file, not "${output}".` });
  }
  const decided: { readonly decision: Decision; readonly problems: readonly Problem[] }[] = [];
  let decidedBy: Scheme | undefined;
  const counts = { count: 0, withProblems: 0 };
  const lines: string[] = [];
  // What a spreadsheet has no row for is told to whoever called.
  const isSheet = output !== undefined && isSpreadsheet(output);
  const exit = await forEachCase(options, options.cases, output === undefined || isSheet ? io : { out: (text) => lines.push(text), error: (text) => io.error(text), readStandardInput: () => io.readStandardInput() }, async (scheme, caseData, settings, { problems }) => {
    const decision = engine === 'cobuild' ? decide(scheme, caseData, settings) : await decideWithJsonRulesEngine(scheme, caseData, settings);
    decidedBy = scheme;
    counts.count += 1;
    if (problems.length > 0) counts.withProblems += 1;
    if (isSheet) {
      decided.push({ decision, problems });
      return undefined;
    }
    return JSON.stringify({ ...decisionSummary(decision), ...(json && problems.length > 0 ? { problems } : {}) });
  });
  if (output === undefined || decidedBy === undefined) return exit;
  if (isSheet) await writeSpreadsheet(output, sheetFromDecisions(decidedBy, decided.map(({ decision }) => decision), locale, decided.map(({ problems }) => problems)), 'decisions');
  else writeWhole(output, lines.join(''));
  io.out(json ? `${JSON.stringify({ file: output, ...counts })}\n` : writtenLine(output, counts, locale));
  return exit;
}

function writtenLine(output: string, { count, withProblems }: { readonly count: number; readonly withProblems: number }, locale: Locale): string {
  if (locale === 'en') return `${output}: ${count} ${count === 1 ? 'case' : 'cases'} decided${withProblems === 0 ? '' : `, ${withProblems} with problems`}.\n`;
  return `${output}：已写入 ${count} 个案件的结论${withProblems === 0 ? '' : `，其中 ${withProblems} 个有填报问题`}。\n`;
}

/** `cobuild explain PATH --case FILE.json`: the verdict and everything that led to it, in words (`--json`: with the trace). */
export async function explainCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  if (options.case === undefined) throw new UsageError({ 'zh-CN': '请用 --case 写明案件文件（--case - 从标准输入读取）。', en: 'Name the case with --case FILE.json, or --case - for standard input.' });
  return forEachCase(options, options.case, io, (scheme, caseData, settings, { isOneOfSeveral, problems }) => {
    const decision = decide(scheme, caseData, settings);
    const explanation = withNearestChange(explainDecision(scheme, decision, caseData, options.locale, ownOperators(options.own)), scheme, caseData, settings);
    return Promise.resolve(options.json ? JSON.stringify({ decision, explanation, ...(problems.length === 0 ? {} : { problems }) }) : `${isOneOfSeveral ? caseHeading(caseData.id, options.locale) : ''}${explanationText(explanation)}`);
  });
}

function caseHeading(id: string, locale: Locale): string {
  return locale === 'en' ? `== Case ${id} ==\n` : `== 案件 ${id} ==\n`;
}

/** Below a refusal, what it would take: which answers, from what to what. */
function withNearestChange(explanation: Explanation, scheme: Scheme, caseData: Case, { today, parameters, operators }: DecideOptions): Explanation {
  const change = nearestChange(scheme, caseData, { ...(today === undefined ? {} : { today }), ...(parameters === undefined ? {} : { parameters }), ...(operators === undefined ? {} : { operators }) });
  const node = explainNearestChange(scheme, change, explanation.locale);
  return node === undefined ? explanation : { ...explanation, lines: [...explanation.lines, node] };
}

/** What is known of a case beside itself. */
interface Beside { readonly isOneOfSeveral: boolean; readonly problems: readonly Problem[] }
/** The line of a case; nothing where it goes elsewhere. */
type Answer = (scheme: Scheme, caseData: Case, settings: DecideOptions, beside: Beside) => Promise<string | undefined>;

async function forEachCase(options: CommandOptions, file: string, io: CommandIo, answer: Answer): Promise<ExitCode> {
  const { locale, today, json } = options;
  const scheme = loadSchemeOrPublished(onlyArgument(options.paths), options, io);
  const parameters = scheme === undefined ? undefined : settingsOrTold(scheme, options, io);
  if (scheme === undefined || parameters === undefined) return 1;
  const settings: DecideOptions = { calendar: chinaCalendar, parameters, ...ownOperators(options.own), ...(today === undefined ? {} : { today }) };
  let exit: ExitCode = 0;
  const { cases, place } = await readCaseFile(file, io, options, scheme);
  const progress = startProgress(locale === 'en' ? 'Deciding' : '判断案件');
  for (const [index, read] of cases.entries()) {
    progress.update(index, cases.length);
    const result: Answered = 'problems' in read ? { problems: read.problems } : await answerWithProblems(scheme, read, (problem) => place(problem, index), { options, settings, isOneOfSeveral: cases.length > 1, file, answer });
    if (result.problems.some(isError)) exit = 1;
    // A line of its own among the decisions, in the order of the cases; with --json a line that decides has its problems with it.
    if (!json || result.line === undefined) tellProblems(result.problems, json, locale, io);
    if (result.line !== undefined) io.out(`${result.line}\n`);
  }
  progress.end();
  return exit;
}

/** The line of a case where there is one, and what is wrong with it. */
interface Answered { readonly line?: string; readonly problems: readonly Problem[] }
interface Asked { readonly options: CommandOptions; readonly settings: DecideOptions; readonly isOneOfSeveral: boolean; readonly file: string; readonly answer: Answer }

/** The case with its host facts looked up, held against the forms, and decided as it is. */
async function answerWithProblems(
  scheme: Scheme, read: { readonly case: Case; readonly line: number }, placed: (problem: Problem) => Problem, { options, settings, isOneOfSeveral, file, answer }: Asked,
): Promise<Answered> {
  const { case: caseData, problems: unknown } = await prepared(scheme, read.case, options);
  const problems = [...findCaseProblems(scheme, caseData, { ...settings, locale: options.locale }), ...unknown].map(placed);
  const answered = await answerOrProblem(() => answer(scheme, caseData, settings, { isOneOfSeveral, problems }), file, read.line, options.locale);
  return { ...answered, problems: [...problems, ...answered.problems] };
}

/** json-rules-engine refuses some facts that our own conditions answer with unknown; the other cases go on. */
async function answerOrProblem(answer: () => Promise<string | undefined>, file: string, line: number, locale: Locale): Promise<Answered> {
  try {
    const answered = await answer();
    return { ...(answered === undefined ? {} : { line: answered }), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = locale === 'en' ? `The case could not be decided: ${reason}` : `这个案件无法判断：${reason}`;
    return { problems: [{ code: 'case/not-decided', severity: 'error', document: file === '-' ? 'stdin' : file, pointer: '', line, params: { reason }, message }] };
  }
}
