import type { Case, Locale, Scheme } from '@cobuild/core';
import { chinaCalendar, isMoney, localize, parameterProblems, readYuan } from '@cobuild/core';
import type { BatchAllocation } from '../allocation/index.js';
import { allocateBatch } from '../allocation/index.js';
import { decisionSummary } from '../decision/index.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import { explainAllocation, explanationText } from '../explanation/index.js';
import { readBatchFile } from './batch-file.js';
import type { Batch } from './batch-file.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished } from './load-scheme.js';
import { tellProblems } from './print-problems.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';

/**
 * `cobuild allocate PATH --cases FILE.jsonl --pool AMOUNT [--context FILE.json]`: decides the cases of a batch and gives the money, in words; with `--json`
 * the decisions, the allocation and the ranking as data. Exit code 1 where an award is undecided or a case cannot be read.
 */
export async function allocateCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { paths, locale, cases: file, settings, today } = options;
  if (file === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  const batch = batchOf(options);
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) throw new UsageError({ 'zh-CN': '请写明一个方案。', en: 'Name one scheme.' });
  const scheme = loadSchemeOrPublished(path, options, io);
  if (scheme === undefined) return 1;
  const wrong = parameterProblems(scheme, settings, locale).map((problem) => ({ ...problem, document: '--set' }));
  tellProblems(wrong, options.json, locale, io);
  if (wrong.length > 0) return 1;

  const read = await readCaseFile(file, io, locale, scheme);
  const problems = read.flatMap((item) => ('problems' in item ? item.problems : []));
  tellProblems(problems, options.json, locale, io);
  // Money is not given while one case of the batch is not known.
  if (problems.length > 0) return 1;
  const cases = read.flatMap((item) => ('problems' in item ? [] : [item.case]));
  const result = allocateBatch(scheme, cases, { ...batch, calendar: chinaCalendar, parameters: settings, ...(today === undefined ? {} : { today }) });
  io.out(options.json ? `${JSON.stringify({ decisions: result.decisions.map(decisionSummary), allocation: result.allocation, ranking: result.ranking, settled: result.settled })}\n` : `${inWords(scheme, cases, result, options)}\n`);
  return result.allocation.outcome === 'allocated' ? 0 : 1;
}

/** The batch's money and records; an amount on the command line counts before the file's. */
export function batchOf({ pool, context }: CommandOptions): Batch {
  const record = context === undefined ? {} : readBatchFile(context);
  const amount = pool === undefined ? record.pool : readYuan(pool);
  if (amount === undefined || !isMoney(amount) || amount < 0) {
    throw pool === undefined
      ? new UsageError({ 'zh-CN': '请用 --pool 写明本批资金，例如 --pool 5000000，或者写在 --context 文件的 pool 里。', en: 'Say the money of the batch with --pool 5000000, or in "pool" of the --context file.' })
      : new UsageError({ 'zh-CN': `--pool 是金额，例如 5000000 或 500万，不能是“${pool}”。`, en: `--pool is an amount such as 5000000, not "${pool}".` });
  }
  return { ...record, pool: amount };
}

function inWords(scheme: Scheme, cases: readonly Case[], { allocation }: BatchAllocation, { locale, settings }: CommandOptions): string {
  const titles = new Map(cases.map(({ id, answers }) => [id, typeof answers['projectName'] === 'string' ? `${id} ${answers['projectName']}` : id]));
  const { allocation: terms } = resolvedScheme(scheme, settings);
  return explanationText(explainAllocation(allocation, { locale, titles, groups: unitTitles(scheme, locale), ...(terms === undefined ? {} : { allocation: terms }) }));
}

function unitTitles({ organisation }: Scheme, locale: Locale): ReadonlyMap<string, string> {
  return new Map((organisation.units ?? []).map(({ id, title }) => [id, localize(title, locale)]));
}
