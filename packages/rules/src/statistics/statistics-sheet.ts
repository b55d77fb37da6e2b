import type { Locale } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { Cell, Sheet } from '../tabular/index.js';
import type { Statistics, StatisticsFigure } from './statistics-types.js';

/** Statistics as a sheet for CSV or Excel: a column for each measure of each group, totals to the right and below. */
export function sheetFromStatistics({ rows, columns, measures, cells, rowTotals, columnTotals, totals, request }: Statistics, locale: Locale = 'zh-CN'): Sheet {
  const total = locale === 'en' ? 'Total' : '合计';
  const names = measures.map(({ title, unit }) => `${localize(title, locale)}${unit === 'yuan' ? (locale === 'en' ? ' (CNY)' : '（元）') : ''}`);
  const isSplit = request.columns !== undefined;
  const header: Cell[] = ['', ...(isSplit ? columns.flatMap(({ title }) => names.map((name) => `${localize(title, locale)} ${name}`)) : []), ...names.map((name) => (isSplit ? `${total} ${name}` : name))];
  const values = (figures: readonly StatisticsFigure[] | undefined): Cell[] => (figures ?? []).map(({ value }) => value);
  return [
    header,
    ...rows.map(({ title }, index): readonly Cell[] => [localize(title, locale), ...(isSplit ? (cells[index] ?? []).flatMap(values) : []), ...values(rowTotals[index])]),
    [total, ...(isSplit ? columnTotals.flatMap(values) : []), ...values(totals)],
  ];
}
