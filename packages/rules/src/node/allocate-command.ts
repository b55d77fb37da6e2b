import type { Case, Locale, Scheme } from '@cobuild/core';
import { chinaCalendar, isMoney, localize, readYuan } from '@cobuild/core';
import type { BatchAllocation } from '../allocation/index.js';
import { allocateBatch } from '../allocation/index.js';
import { decisionSummary, findCaseProblems } from '../decision/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { explainAllocation, explanationText } from '../explanation/index.js';
import { readBatchFile } from './batch-file.js';
import type { Batch } from './batch-file.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished, ownOperators } from './load-scheme.js';
import { withOwnFacts } from './own-facts.js';
import { isError, tellProblems } from './print-problems.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { settingsOrTold } from './read-settings.js';

/**
 * `cobuild allocate PATH --cases FILE.jsonl --pool AMOUNT [--context FILE.json]`: decides the cases of a batch and gives the money, in words; with `--json`
 * the decisions, the allocation and the ranking as data. Exit code 1 where an award is undecided or a case cannot be read.
 */
export async function allocateCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { paths, locale, cases: file, today, own } = options;
  if (file === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  const batch = batchOf(options);
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw new UsageError({ 'zh-CN': '请写明一个方案。', en: 'Name one scheme.' });
  const scheme = loadSchemeOrPublished(path, options, io);
  if (scheme === undefined) return 1;
  const parameters = settingsOrTold(scheme, options, io);
  if (parameters === undefined) return 1;

  const read = await readCaseFile(file, io, options, scheme);
  const problems = read.cases.flatMap((item) => ('problems' in item ? item.problems : []));
  tellProblems(problems, options.json, locale, io);
  // Money is not given while one case of the batch is not known.
  if (problems.length > 0) return 1;
  const { cases, problems: unknown } = await withOwnFacts(scheme, read, options);
  const settled = { ...ownOperators(own), parameters, ...(today === undefined ? {} : { today }) };
  const result = allocateBatch(scheme, cases, { ...batch, calendar: chinaCalendar, ...settled });
  // What the form would not have let through is told where money is given for it.
  const forbidden = result.decisions.flatMap(({ award }, index) => (award === null || award === 0 ? [] : findCaseProblems(scheme, cases[index] as Case, { ...settled, calendar: chinaCalendar, locale }).map((problem) => read.place(problem, index))));
  const told = [...unknown, ...forbidden];
  if (!options.json) tellProblems(told, false, locale, io);
  io.out(options.json ? `${JSON.stringify({ decisions: result.decisions.map(decisionSummary), allocation: result.allocation, ranking: result.ranking, settled: result.settled, ...(told.length === 0 ? {} : { problems: told }) })}\n` : `${inWords(scheme, cases, result, parameters, locale)}\n`);
  return result.allocation.outcome === 'allocated' && !told.some(isError) ? 0 : 1;
}

/** The batch's money and records; an amount on the command line counts before the file's. */
export function batchOf({ pool, context }: CommandOptions): Batch {
  const record = context === undefined ? {} : readBatchFile(context);
  const amount = pool === undefined ? record.pool : readYuan(pool);
  if (amount !== undefined && amount < 0) throw new UsageError({ 'zh-CN': `本批资金不能是负数（--pool ${pool ?? amount}），例如 --pool 500万。`, en: `The money of the batch cannot be negative (--pool ${pool ?? amount}); write --pool 5000000.` });
  if (amount === undefined || !isMoney(amount)) {
    throw pool === undefined
      ? new UsageError({ 'zh-CN': '请用 --pool 写明本批资金，例如 --pool 5000000，或者写在 --context 文件的 pool 里。', en: 'Say the money of the batch with --pool 5000000, or in "pool" of the --context file.' })
      : new UsageError({ 'zh-CN': `--pool 是金额（元，最多两位小数），“${pool}”读不出来。可以写 5000000、5,000,000 或 500万。`, en: `--pool is an amount in yuan with at most two decimals; "${pool}" cannot be read. Write 5000000, 5,000,000 or 500万.` });
  }
  return { ...record, pool: amount };
}

function inWords(scheme: Scheme, cases: readonly Case[], { allocation }: BatchAllocation, parameters: Readonly<Record<string, unknown>>, locale: Locale): string {
  const titles = new Map(cases.map(({ id, answers }) => [id, typeof answers['projectName'] === 'string' ? `${id} ${answers['projectName']}` : id]));
  const { allocation: terms } = resolvedScheme(scheme, parameters);
  return explanationText(explainAllocation(allocation, { locale, titles, groups: unitTitles(scheme, locale), ...(terms === undefined ? {} : { allocation: terms }) }));
}

function unitTitles({ organisation }: Scheme, locale: Locale): ReadonlyMap<string, string> {
  return new Map((organisation.units ?? []).map(({ id, title }) => [id, localize(title, locale)]));
}
