import type { CaseEvent, Locale, Scheme } from '@cobuild/core';
import { buildPublished, chinaCalendar, isDate, localize, readPublished } from '@cobuild/core';
import { exportCase, readCaseRecord, stateAt } from '../case-record/index.js';
import type { CaseRecord, RecordedProject } from '../case-record/index.js';
import type { CaseState } from '../results.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { jsonPlace } from './json-place.js';
import { loadSchemeOrPublished, ownOperators } from './load-scheme.js';
import { tellProblems } from './print-problems.js';
import { readText } from './read-bytes.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument, publishedText } from './scheme-path.js';
import { writeWhole } from './write-whole.js';

/** `cobuild export SCHEME --events FILE [--project FILE] -o FILE.json`: the log of a case, as a store gives it, in one file. */
export function exportCommand(options: CommandOptions, io: CommandIo): ExitCode {
  const { events: file, project: projectFile, output, locale, json } = options;
  if (file === undefined) throw new UsageError({ 'zh-CN': '请用 --events 写明案件的记录（JSON 或每行一条）。', en: 'Name the log of the case with --events FILE (JSON, or an event a line).' });
  if (output === undefined) throw new UsageError({ 'zh-CN': '请用 -o 写明要写入的文件。', en: 'Name the file to write with -o FILE.' });
  const published = publishedScheme(options, io);
  if (published === undefined) return 1;
  const events = listIn(file) as readonly CaseEvent[];
  const project = projectFile === undefined ? {} : { project: parsed(projectFile, readText(projectFile)) as RecordedProject };
  const text = exported({ ...published, events, ...project }, file);
  // Nothing is archived that could not be brought in again.
  const { record, problems } = readCaseRecord(text, { published, calendar: chinaCalendar, document: file, locale, ...ownOperators(options.own) });
  tellProblems(problems, json, locale, io);
  if (record === undefined) return 1;
  writeWhole(output, text);
  io.out(json ? `${JSON.stringify({ file: output, ...figures(record) })}\n` : locale === 'en' ? `${output}: ${countOf(record, locale)}\n${record.hash}\n` : `${output}：${countOf(record, locale)}\n${record.hash}\n`);
  return 0;
}

/** `cobuild verify SCHEME --case FILE.json [--at DATE] [-o FILE]`: whether a record is whole, and where the case stands or stood. */
export function verifyCommand(options: CommandOptions, io: CommandIo): ExitCode {
  const { case: file, at, output, locale, json } = options;
  if (file === undefined) throw new UsageError({ 'zh-CN': '请用 --case 写明案卷文件。', en: 'Name the case file with --case FILE.json.' });
  if (at !== undefined && !isDate(at) && !/T.*(?:Z|[+-]\d\d:\d\d)$/.test(at)) throw new UsageError({ 'zh-CN': `--at 是日期（2026-03-05）或带时区的时间，不能是“${at}”。`, en: `--at is a date such as 2026-03-05, or an instant with its offset, not "${at}".` });
  const published = publishedScheme(options, io);
  if (published === undefined) return 1;
  const text = readText(file);
  const own = ownOperators(options.own);
  const { record, state, problems } = readCaseRecord(text, { published, calendar: chinaCalendar, document: file, locale, ...own });
  tellProblems(problems.map((problem) => (problem.pointer === '' ? problem : { ...problem, ...jsonPlace(text, problem.pointer.slice(1).split('/')) })), json, locale, io);
  if (record === undefined || state === undefined) return 1;
  const seen = at === undefined ? state : stateAt(published.scheme, record.events, at, own).state;
  if (output !== undefined) writeWhole(output, exported({ ...published, events: record.events, ...(record.project === undefined ? {} : { project: record.project }) }, file));
  if (json) io.out(`${JSON.stringify({ ...figures(record), ...(at === undefined ? {} : { at }), state: seen ?? null })}\n`);
  else io.out(`${file}${locale === 'en' ? ': whole. ' : '：完整，没有被改动。'}${countOf(record, locale)}\n${standing(published.scheme, seen, at, locale)}\n${record.hash}\n`);
  return 0;
}

/** A folder counts as what it would be published as today. */
export function publishedScheme(options: CommandOptions, io: CommandIo): { readonly hash: string; readonly scheme: Scheme } | undefined {
  const path = onlyArgument(options.paths);
  const scheme = loadSchemeOrPublished(path, options, io);
  if (scheme === undefined) return undefined;
  const text = publishedText(path);
  const hash = text === undefined ? undefined : readPublished(text).published?.hash;
  return { scheme, hash: hash ?? buildPublished(scheme, { calendarVersion: chinaCalendar.version }).hash };
}

function exported(parts: Parameters<typeof exportCase>[0], file: string): string {
  try {
    return exportCase(parts);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError({ 'zh-CN': `“${file}”里应当是同一个案件的记录，而且按这个方案的同一版本办理。`, en: `"${file}" has to hold the events of one case, made under this version of the scheme.` });
  }
}

/** A list as one document, or an event a line. */
function listIn(path: string): readonly unknown[] {
  const text = readText(path).replace(/^\ufeff/, '').trim();
  const whole = valueOf(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => parsed(path, line));
}

function parsed(path: string, text: string): unknown {
  const value = valueOf(text);
  if (value === undefined) throw new UsageError({ 'zh-CN': `“${path}”不是有效的 JSON 记录。`, en: `"${path}" holds no events as JSON.` });
  return value;
}

function valueOf(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const figures = ({ caseId, scheme, events, project, files, hash }: CaseRecord): Readonly<Record<string, unknown>> => ({ caseId, scheme, events: events.length, projectEvents: project?.events.length ?? 0, files: files.length, hash });

function countOf({ caseId, scheme, events, project, files }: CaseRecord, locale: Locale): string {
  if (locale === 'en') return `Case ${caseId}, ${scheme.id} ${scheme.version}: ${events.length} events, ${project?.events.length ?? 0} of the project, ${files.length} files.`;
  return `案件 ${caseId}，方案 ${scheme.id} ${scheme.version}：记录 ${events.length} 条，立项后的记录 ${project?.events.length ?? 0} 条，附件 ${files.length} 个。`;
}

const ends: Readonly<Record<NonNullable<CaseState['end']>, Readonly<Record<Locale, string>>>> = {
  approved: { 'zh-CN': '通过', en: 'approved' }, notApproved: { 'zh-CN': '未通过', en: 'not approved' }, rejected: { 'zh-CN': '不予受理', en: 'rejected' }, withdrawn: { 'zh-CN': '撤回', en: 'withdrawn' },
};

function standing({ stages }: Scheme, state: CaseState | undefined, at: string | undefined, locale: Locale): string {
  const when = at === undefined ? '' : `${at}${locale === 'en' ? ': ' : '：'}`;
  if (state === undefined) return `${when}${locale === 'en' ? 'not submitted yet.' : '还没有提交。'}`;
  const stage = localize(stages.find(({ id }) => id === state.stage)?.title, locale);
  if (state.end !== undefined) return `${when}${locale === 'en' ? `ended, ${ends[state.end].en}.` : `已办结，${ends[state.end]['zh-CN']}。`}`;
  return `${when}${locale === 'en' ? `at "${stage}", ${state.sequence} events.` : `办到“${stage}”，共 ${state.sequence} 条记录。`}`;
}
