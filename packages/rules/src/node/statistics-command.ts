import type { Case, Scheme, Text } from '@cobuild/core';
import { chinaCalendar, isDate, nearestName, valueAt } from '@cobuild/core';
import { decide } from '../decision/index.js';
import { statisticsOf, sheetFromStatistics } from '../statistics/index.js';
import type { CountedCase, StatisticsAxis, StatisticsMeasure } from '../statistics/index.js';
import type { CommandIo, ExitCode } from './command-io.js';
import { UsageError } from './command-io.js';
import { loadSchemeOrPublished, ownOperators } from './load-scheme.js';
import { tellProblems } from './print-problems.js';
import { readCaseFile } from './read-case-file.js';
import type { CommandOptions } from './read-options.js';
import { onlyArgument } from './scheme-path.js';
import { inColumns } from './simulation-report.js';
import { isSpreadsheet, writeSpreadsheet } from './spreadsheet-file.js';
import { writeWhole } from './write-whole.js';

const GROUPS = ['town', 'unit', 'level', 'stage', 'outcome'] as const;
const PERIODS = ['month', 'quarter', 'halfYear', 'year'] as const;

/**
 * `cobuild statistics SCHEME --cases FILE [--by GROUP] [--across GROUP] [--sum QUESTION] [-o FILE]`: how many cases and how much money, by town, category, stage, outcome
 * or period. Stage and outcome are those to which the scheme decides each case. Cases that cannot be read are named and not counted; the exit code is then 1.
 */
export async function statisticsCommand(options: CommandOptions, io: CommandIo): Promise<ExitCode> {
  const { cases: file, locale, json, output, since, before, across } = options;
  if (file === undefined) throw new UsageError({ 'zh-CN': '请用 --cases 写明案件文件（--cases - 从标准输入读取）。', en: 'Name the cases with --cases FILE.jsonl, or --cases - for standard input.' });
  if (output !== undefined && !/\.(xlsx|csv|json)$/i.test(output)) throw new UsageError({ 'zh-CN': `-o 写 .xlsx、.csv 或 .json 文件，不能是“${output}”。`, en: `-o names a .xlsx, .csv or .json file, not "${output}".` });
  for (const [name, day] of [['since', since], ['before', before]] as const) {
    if (day !== undefined && !isDate(day)) throw new UsageError({ 'zh-CN': `--${name} 是日期，例如 2026-01-01，不能是“${day}”。`, en: `--${name} is a date such as 2026-01-01, not "${day}".` });
  }
  const scheme = loadSchemeOrPublished(onlyArgument(options.paths), options, io);
  if (scheme === undefined) return 1;
  const rows = axisOf(scheme, options.by ?? 'stage', 'by');
  const columns = across === undefined ? undefined : axisOf(scheme, across, 'across');
  const measures = measuresOf(scheme, options);
  const read = await readCaseFile(file, io, options, scheme);
  const problems = read.cases.flatMap((one) => ('problems' in one ? one.problems : []));
  const cases = read.cases.flatMap((one) => ('case' in one ? [one.case] : []));
  const asksDecision = [rows, columns].some((axis) => axis?.by === 'stage' || axis?.by === 'outcome');
  const counted = asksDecision ? cases.map((one) => decided(scheme, one, options)) : cases;
  const statistics = statisticsOf(scheme, counted, { rows, ...(columns === undefined ? {} : { columns }), ...(measures === undefined ? {} : { measures }), ...(since === undefined ? {} : { from: since }), ...(before === undefined ? {} : { below: before }) });
  // As data the problems stand beside the figures.
  if (!json) tellProblems(problems, false, locale, io);
  const sheet = sheetFromStatistics(statistics, locale);
  const data = `${JSON.stringify({ ...statistics, ...(problems.length === 0 ? {} : { problems }) })}\n`;
  if (output !== undefined) {
    if (isSpreadsheet(output)) await writeSpreadsheet(output, sheet, locale === 'en' ? 'statistics' : '统计');
    else writeWhole(output, data);
    io.out(json ? `${JSON.stringify({ file: output, counted: statistics.counted })}\n` : locale === 'en' ? `${output}: ${statistics.counted} cases counted.\n` : `${output}：已统计 ${statistics.counted} 个案件。\n`);
  } else io.out(json ? data : `${inColumns(sheet.map((row) => row.map((cell) => String(cell ?? '')))).join('\n')}\n`);
  return problems.length === 0 ? 0 : 1;
}

function decided(scheme: Scheme, one: Case, { own }: CommandOptions): CountedCase {
  const { stage, outcome } = decide(scheme, one, { calendar: chinaCalendar, ...ownOperators(own) });
  const isEnd = outcome === 'approved' || outcome === 'rejected' || outcome === 'notApproved' || outcome === 'withdrawn';
  return { ...one, stage, ...(isEnd ? { status: 'ended', end: outcome } : { status: 'open' }) };
}

function axisOf(scheme: Scheme, word: string, option: string): StatisticsAxis {
  const group = GROUPS.find((one) => one === word);
  if (group !== undefined) return { by: group };
  const every = PERIODS.find((one) => one === word);
  if (every !== undefined) return { by: 'period', every };
  return { by: 'answer', pointer: question(scheme, word, option, [...GROUPS, ...PERIODS]) };
}

function measuresOf(scheme: Scheme, { sum }: CommandOptions): readonly StatisticsMeasure[] | undefined {
  if (sum === undefined) return undefined;
  const pointer = question(scheme, sum, 'sum', []);
  const setting = scheme.forms.map(({ fields }) => fields?.[pointer]?.title).find((title) => title !== undefined);
  const schema = schemaAt(scheme, pointer);
  const title: Text = setting ?? { 'zh-CN': typeof schema?.['title'] === 'string' ? schema['title'] : pointer.replace(/^.*\//, '') };
  return [{ id: 'count', title: { 'zh-CN': '件数', en: 'Cases' } }, { id: 'sum', title, sum: pointer, ...(schema?.['format'] === 'money' ? { unit: 'yuan' as const } : {}) }];
}

/** A question of the form by its pointer; its first part has to be there, so that a slip of the pen does not count as 0. */
function question(scheme: Scheme, word: string, option: string, others: readonly string[]): string {
  const pointer = word.startsWith('/') ? word : `/${word}`;
  if (schemaAt(scheme, pointer) !== undefined) return pointer;
  const known = [...others, ...scheme.forms.flatMap(({ schema }) => Object.keys((schema as { readonly properties?: object }).properties ?? {}).map((name) => `/${name}`))];
  const nearest = nearestName(word, known);
  throw new UsageError({
    'zh-CN': `--${option} 不能是“${word}”：表单里没有这一题${others.length === 0 ? '' : `，也不是 ${others.join('、')}`}。${nearest === undefined ? '' : `是否想写 ${nearest}？`}`,
    en: `--${option} cannot be "${word}": no form has such a question${others.length === 0 ? '' : `, and it is none of ${others.join(', ')}`}.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
  });
}

function schemaAt({ forms }: Scheme, pointer: string): Readonly<Record<string, unknown>> | undefined {
  const place = pointer.split('/').slice(1).map((name) => `/properties/${name}`).join('');
  const found = forms.map(({ schema, fields }) => valueAt(schema, place) ?? (fields !== undefined && Object.prototype.hasOwnProperty.call(fields, pointer) ? {} : undefined)).find((each) => each !== undefined);
  return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>) : undefined;
}
