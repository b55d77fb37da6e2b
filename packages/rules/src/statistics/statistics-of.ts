import type { Decimal, FormDefinition, Scheme } from '@cobuild/core';
import { addDecimals, decimalToNumber, isDate, parseDecimal, readDecimal, valueAt } from '@cobuild/core';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { ReadAxis } from './statistics-axis.js';
import { dayOf, readAxis } from './statistics-axis.js';
import type { CountedCase, Statistics, StatisticsFigure, StatisticsGroup, StatisticsMeasure, StatisticsRequest } from './statistics-types.js';

/** Sums of one cell, exact while they are being made. */
interface Sum { total: Decimal; unread: number }

const HOW_MANY: StatisticsMeasure = { id: 'count', title: { 'zh-CN': '件数', en: 'Cases' } };

/**
 * Counts and sums cases by two axes: by level, town, category, stage, outcome or period. Money is added up exactly. A case whose number is missing is counted as such and
 * never taken for 0.
 *
 * @param cases - Cases, states of a log, or reports with answers.
 * @throws {RangeError} when `from` or `below` is no date.
 * @example statisticsOf(nanhai, matters, { rows: { by: 'answer', pointer: '/category' }, columns: { by: 'period', every: 'halfYear' } }).totals
 */
export function statisticsOf(scheme: Scheme, cases: readonly CountedCase[], request: StatisticsRequest): Statistics {
  for (const day of [request.from, request.below]) if (day !== undefined && !isDate(day)) throw new RangeError(`Not a date (YYYY-MM-DD): ${JSON.stringify(day)}`);
  const resolved = resolvedScheme(scheme);
  const measures = request.measures ?? usualMeasures(resolved);
  const rowAxis = readAxis(resolved, resolved.forms, request.rows);
  const columnAxis = request.columns === undefined ? undefined : readAxis(resolved, resolved.forms, request.columns);
  const counted = cases.filter(({ submittedAt }) => isWithin(dayOf(submittedAt), request));
  const rows = groupsOf(rowAxis, counted);
  const columns = columnAxis === undefined ? [{ key: '', title: { 'zh-CN': '合计', en: 'Total' } }] : groupsOf(columnAxis, counted);
  const [rowAt, columnAt] = [places(rows), places(columns)];
  const blank = (): Sum[] => measures.map(() => ({ total: parseDecimal(0), unread: 0 }));
  const cells = rows.map(() => columns.map(blank));
  const rowTotals = rows.map(blank);
  const columnTotals = columns.map(blank);
  const totals = blank();
  for (const each of counted) {
    const row = rowAt.get(rowAxis.keyOf(each)) ?? 0;
    const column = columnAt.get(columnAxis?.keyOf(each) ?? '') ?? 0;
    measures.forEach((measure, index) => {
      const number = numberOf(each, measure);
      for (const sums of [cells[row]?.[column], rowTotals[row], columnTotals[column], totals]) add(sums?.[index], number);
    });
  }
  return {
    request, measures, rows, columns, counted: counted.length, cells: cells.map((row) => row.map((cell) => cell.map(figure))),
    rowTotals: rowTotals.map((sums) => sums.map(figure)), columnTotals: columnTotals.map((sums) => sums.map(figure)), totals: totals.map(figure),
  };
}

function isWithin(day: string, { from, below }: StatisticsRequest): boolean {
  return (from === undefined || (day !== '' && day >= from)) && (below === undefined || (day !== '' && day < below));
}

/** Groups of the scheme in its order, then what else there is; groups of the organisation only where cases are in them. */
function groupsOf({ keyOf, known, titleOf }: ReadAxis, cases: readonly CountedCase[]): readonly StatisticsGroup[] {
  const found = new Set(cases.map(keyOf));
  const ordered = known.map(({ key }) => key).filter((key) => found.has(key));
  const others = [...found].filter((key) => !ordered.includes(key) && key !== '').sort();
  return [...ordered, ...others, ...(found.has('') ? [''] : [])].map((key) => ({ key, title: titleOf(key) }));
}

const places = (groups: readonly StatisticsGroup[]): ReadonlyMap<string, number> => new Map(groups.map(({ key }, index) => [key, index]));

function numberOf({ answers }: CountedCase, { sum }: StatisticsMeasure): Decimal | undefined {
  return sum === undefined ? parseDecimal(1) : readDecimal(valueAt(answers, sum));
}

function add(sum: Sum | undefined, number: Decimal | undefined): void {
  if (sum === undefined) return;
  if (number === undefined) sum.unread += 1;
  else sum.total = addDecimals(sum.total, number);
}

const figure = ({ total, unread }: Sum): StatisticsFigure => ({ value: decimalToNumber(total), unread });

function usualMeasures(scheme: Scheme): readonly StatisticsMeasure[] {
  const form = scheme.forms.find(({ id }) => id === scheme.stages[0]?.form);
  const pointer = scheme.allocation?.reads?.requested ?? moneyOf(form);
  const title = pointer === undefined ? undefined : form?.fields?.[pointer]?.title;
  return pointer === undefined ? [HOW_MANY] : [HOW_MANY, { id: 'amount', title: title ?? { 'zh-CN': '金额', en: 'Amount' }, sum: pointer, unit: 'yuan' }];
}

/** The first question of the form that asks for money. */
function moneyOf(form: FormDefinition | undefined): string | undefined {
  const found = Object.entries((form?.schema['properties'] ?? {}) as Readonly<Record<string, { readonly format?: unknown }>>).find(([, { format }]) => format === 'money');
  return found === undefined ? undefined : `/${found[0]}`;
}
