import type { Case, Problem, Scheme } from '@cobuild/core';
import { createSimulation } from '../simulation/index.js';
import type { PolicyChange } from '../simulation/index.js';
import { batchOf } from './allocate-command.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished, ownOperators } from './load-scheme.js';
import { withOwnFacts } from './own-facts.js';
import { tellProblems } from './print-problems.js';
import { startProgress } from './progress.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { settingsOrTold } from './read-settings.js';
import { simulationReport } from './simulation-report.js';

const SHOWN = 50;

/** `cobuild simulate PATH --cases FILE --set parameters.KEY=VALUE`: which past cases would have come out differently, in both directions, and why. */
export async function simulateCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { paths: [path, ...others], cases: file, settings, with: otherPath, all, json, locale, today } = options;
  if (path === undefined || others.length > 0) throw new UsageError({ 'zh-CN': '请写明一个方案文件夹；要比较的另一个方案用 --with 写明。', en: 'Name one scheme folder; the one to compare it with goes after --with.' });
  if (file === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  if (otherPath === undefined && Object.keys(settings).length === 0) throw new UsageError({ 'zh-CN': '请用 --set parameters.参数=值 或 --with 另一方案 写明要改什么。', en: 'Say what to change with --set parameters.KEY=VALUE or --with OTHER_SCHEME.' });
  const before = loadSchemeOrPublished(path, options, io);
  const other = otherPath === undefined ? before : loadSchemeOrPublished(otherPath, options, io);
  if (before === undefined || other === undefined) return 1;
  const parameters = settingsOrTold(other, options, io);
  if (parameters === undefined) return 1;

  // With the money of the batch awards are divided before and after; without it the amounts asked for are counted.
  const isAwarded = options.pool !== undefined || options.context !== undefined;
  const change: PolicyChange = { parameters, ...(otherPath === undefined ? {} : { scheme: other }) };
  const { cases, unread } = await readCases(file, before, options, io);
  const simulation = createSimulation(before, { also: [other], locale, sliceMs: 100, ...ownOperators(options.own), ...(isAwarded ? { pools: { '*': batchOf(options) } } : {}), ...(today === undefined ? {} : { today }) });
  const progress = startProgress(locale === 'en' ? 'Reading cases' : '读入案件');
  const { problems } = await simulation.load(cases, { onProgress: (loaded) => progress.update(loaded, cases.length) });
  progress.end();
  if (!json) tellProblems(problems, json, locale, io);
  const result = await simulation.change(change, { flips: { limit: all || json ? cases.length : SHOWN } });
  simulation.close();
  if (result === undefined) return 1;
  io.out(json ? `${JSON.stringify({ ...result, problems: [...unread, ...problems] })}\n` : simulationReport(result, { before, after: other, isAwarded }, locale));
  return unread.length + problems.length === 0 ? 0 : 1;
}

/** Cases that cannot be read are named, and the others go on. */
async function readCases(file: string, scheme: Scheme, options: CommandOptions, io: CommandIo): Promise<{ readonly cases: readonly Case[]; readonly unread: readonly Problem[] }> {
  const { json, locale } = options;
  const read = await readCaseFile(file, io, options, scheme);
  const { cases, problems } = await withOwnFacts(scheme, read, options);
  const unread = [...read.cases.flatMap((one) => ('case' in one ? [] : one.problems)), ...problems];
  // With --json they are a part of the answer.
  if (!json) tellProblems(unread, json, locale, io);
  return { cases, unread };
}
