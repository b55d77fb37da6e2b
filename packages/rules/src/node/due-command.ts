import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Problem, Scheme, Text } from '@cobuild/core';
import { chinaCalendar, dateInZone, formatDate, localize } from '@cobuild/core';
import { readCaseRecord, stateAt } from '../case-record/index.js';
import type { DueItem, DueSource } from '../due/index.js';
import { dueItems, schemeCadence } from '../due/index.js';
import { ruleMessage } from '../locales/rule-message.js';
import { foldProject, roleTitle } from '../project/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { ownOperators } from './load-scheme.js';
import { tellProblems } from './print-problems.js';
import { readText } from './read-bytes.js';
import type { CommandOptions } from './read-options.js';
import { publishedScheme } from './record-commands.js';
import { inColumns } from './simulation-report.js';

/**
 * `cobuild due SCHEME --cases FOLDER [--today DATE] [--all]`: what is due on a day over the case files (`cobuild export`) of a folder, each as it stood when that day ended,
 * and how the cadence of the year is kept. A file that cannot be read is named and not counted; the exit code is then 1.
 */
export function dueCommand(options: CommandOptions, io: CommandIo): ExitCode {
  const { cases: folder, json, locale, all } = options;
  if (folder === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案卷文件夹（cobuild export 写出的 .json）。', en: 'Name the folder of case files (.json, as cobuild export writes them) with --cases FOLDER.' });
  const files = caseFiles(folder);
  const published = publishedScheme(options, io);
  if (published === undefined) return 1;
  const { scheme } = published;
  const day = options.today ?? dateInZone(new Date().toISOString());
  const problems: Problem[] = [];
  const sources = files.flatMap((file): readonly DueSource[] => {
    const read = readCaseRecord(readText(file), { published, document: file, locale, ...ownOperators(options.own) });
    problems.push(...read.problems);
    const { record } = read;
    const { state } = record === undefined ? {} : stateAt(scheme, record.events, day, ownOperators(options.own));
    if (record === undefined || state === undefined) return [];
    const { project: log } = record;
    return [log === undefined ? { state } : { state, project: foldProject(scheme, log.opening, log.events.filter(({ at }) => dateInZone(at) <= day)).project }];
  });
  const items = dueItems(scheme, sources, day, chinaCalendar).filter((item) => all || item.state !== 'later');
  const year = day.slice(0, 4);
  const cadence = schemeCadence(scheme, sources.flatMap(({ project }) => project ?? []), day, chinaCalendar, `${year}-01-01`, `${year}-12-31`);
  if (json) io.out(`${JSON.stringify({ day, cases: sources.length, items, cadence, ...(problems.length === 0 ? {} : { problems }) })}\n`);
  else {
    tellProblems(problems, false, locale, io);
    io.out(asText(scheme, items, locale, day));
    if (cadence.total.due + cadence.total.toCome > 0) io.out(`${ruleMessage('explain/due-cadence', { year, ...cadence.total }, locale)}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}

function caseFiles(folder: string): readonly string[] {
  const kind = statSync(folder, { throwIfNoEntry: false });
  if (kind?.isDirectory() !== true) throw new UsageError({ 'zh-CN': `--cases 是文件夹，“${folder}”不是。`, en: `--cases names a folder; "${folder}" is none.` });
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => join(folder, name));
}

function asText(scheme: Scheme, items: readonly DueItem[], locale: Locale, day: string): string {
  const date = formatDate(day, locale);
  if (items.length === 0) return `${ruleMessage('explain/due-none', { date }, locale)}\n`;
  const words = (text: Text): string => localize(text, locale);
  const rows = items.map((item) => [
    formatDate(item.dueOn, locale), ruleMessage(`explain/due-${item.state}`, { days: item.workingDays }, locale), item.applicant, `${ruleMessage(`explain/due-kind-${item.kind}`, {}, locale)}${words(item.title)}`,
    item.period?.replace('/', '~') ?? '', item.role === undefined ? '' : roleTitle(scheme, item.role, locale), item.caseId,
  ]);
  return `${ruleMessage('explain/due-head', { date, count: items.length }, locale)}\n${inColumns(rows).join('\n')}\n`;
}
