import type { Case, Problem, Scheme } from '@cobuild/core';
import { nearestName } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { ScoredCase } from '../tabular/index.js';
import { scoresFromSheet, sheetFromCases, sheetFromScores, sheetFromTable, tableFromSheet } from '../tabular/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished } from './load-scheme.js';
import { tellProblems } from './print-problems.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument } from './scheme-path.js';
import { isSpreadsheet, outputSheet, readSpreadsheet } from './spreadsheet-file.js';
import { writeWhole } from './write-whole.js';

/**
 * `cobuild convert PATH`: cases, decision tables and score sheets between JSON and spreadsheets (Excel, CSV), by the files' names. Nothing is written while a
 * problem stands.
 */
export async function convertCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { cases, table, scores } = options;
  if ([cases, table, scores].filter((what) => what !== undefined).length !== 1) {
    throw new UsageError({ 'zh-CN': '请写明一样：--cases 文件、--table 决策表代号 或 --scores 文件。', en: 'Name one of --cases FILE, --table ID, --scores FILE.' });
  }
  const scheme = loadSchemeOrPublished(onlyArgument(options.paths), options, io);
  if (scheme === undefined) return 1;
  if (cases !== undefined) return convertCases(scheme, cases, options, io);
  return table === undefined ? convertScores(scheme, scores ?? '', options, io) : convertTable(scheme, table, options, io);
}

async function convertCases(scheme: Scheme, file: string, options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { output, locale } = options;
  const { cases: read } = await readCaseFile(file, io, options, scheme);
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return refuse(problems, options, io);
  const cases = read.flatMap((one) => ('case' in one ? [one.case] : []));
  // From a spreadsheet to JSON unless a spreadsheet was asked for, and the other way round.
  if (output === undefined ? isSpreadsheet(file) : !isSpreadsheet(output)) await outputLines(cases, output, io);
  else await outputSheet(sheetFromCases(scheme, cases, { locale }), output, 'cases', io);
  return done(cases.length, options, io);
}

async function convertTable(scheme: Scheme, id: string, options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { output, rows, locale } = options;
  const table = scheme.decisionTables?.find((other) => other.id === id);
  if (table === undefined) throw unknownTable(id, (scheme.decisionTables ?? []).map((other) => other.id));
  if (rows === undefined) {
    await outputSheet(sheetFromTable(table), output, id, io);
    return done(table.rows === 'UNDECIDED' ? 0 : table.rows.length, options, io);
  }
  const read = tableFromSheet(table, await readSpreadsheet(rows, options.sheet), { document: rows, locale, scheme });
  if (read.table === undefined) return refuse(read.problems, options, io);
  // What does not hinder is told beside the table, never among its text.
  tellProblems(read.problems, false, locale, io);
  const text = `${JSON.stringify(read.table, null, 2)}\n`;
  if (output === undefined) io.out(text);
  else writeWhole(output, text);
  return done(read.table.rows === 'UNDECIDED' ? 0 : read.table.rows.length, options, io);
}

async function convertScores(scheme: Scheme, file: string, options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { output, locale } = options;
  const { scoring } = resolvedScheme(scheme);
  if (scoring === undefined) throw new UsageError({ 'zh-CN': '方案没有评分。', en: 'The scheme has no scoring.' });
  if (isSpreadsheet(file)) {
    const { cases, problems } = scoresFromSheet(scoring, await readSpreadsheet(file, options.sheet), { document: file, locale });
    if (problems.length > 0) return refuse(problems, options, io);
    await outputLines(cases, output, io);
    return done(cases.length, options, io);
  }
  const { cases: read } = await readCaseFile(file, io, options, scheme);
  const problems = read.flatMap((one) => ('problems' in one ? one.problems : []));
  if (problems.length > 0) return refuse(problems, options, io);
  const scored = read.flatMap((one): ScoredCase[] => ('case' in one ? [{ id: one.case.id, scores: one.case.scores ?? [] }] : []));
  await outputSheet(sheetFromScores(scoring, scored), output, 'scores', io);
  return done(scored.length, options, io);
}

function outputLines(items: readonly (Case | ScoredCase)[], output: string | undefined, io: CommandIo): Promise<void> {
  const text = items.map((item) => `${JSON.stringify(item)}\n`).join('');
  if (output === undefined) io.out(text);
  else writeWhole(output, text);
  return Promise.resolve();
}

function refuse(problems: readonly Problem[], { json, locale }: CommandOptions, io: CommandIo): ExitCode {
  tellProblems(problems, json, locale, io);
  return 1;
}

/** What was written, for programs; people see the file. */
function done(count: number, { json, output }: CommandOptions, io: CommandIo): ExitCode {
  if (json && output !== undefined) io.out(`${JSON.stringify({ file: output, count })}\n`);
  return 0;
}

function unknownTable(id: string, known: readonly string[]): UsageError {
  const nearest = nearestName(id, known);
  if (known.length === 0) return new UsageError({ 'zh-CN': '方案没有决策表。', en: 'The scheme has no decision table.' });
  return new UsageError({
    'zh-CN': `没有决策表“${id}”。${nearest === undefined ? `有：${known.join('、')}。` : `是否想写 ${nearest}？`}`,
    en: `There is no decision table "${id}". ${nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean ${nearest}?`}`,
  });
}
