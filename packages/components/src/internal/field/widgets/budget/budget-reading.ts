import type { BudgetSettings, BudgetValue } from '@cobuild/core';
import { localize, reckonBudget } from '@cobuild/core';
import type { RecordReading, RecordTable } from '../../record/record-tables.js';
import { shownText } from '../control.js';
import { displayNumber } from '../number/number-text.js';
import { columnsFor, contributionsOf, linesOf, payersOf } from './budget-lines.js';
import { budgetWords } from './words.js';

/** The lines, subjects with what of them counts (where a cap takes something away), and who pays. */
export function budgetTables(value: BudgetValue | undefined, settings: BudgetSettings, { locale }: RecordReading): readonly RecordTable[] {
  const words = budgetWords[locale];
  const { lines, subjects, total } = reckonBudget(value, settings, { locale });
  const money = (amount: unknown): string => displayNumber({ widget: 'money', value: amount }, locale);
  const columns = columnsFor(value, settings, false);
  const cellsOf = (line: ReturnType<typeof linesOf>[number], index: number): readonly string[] => columns.map((column) => {
    if (column === 'amount') return money(lines[index]?.amount);
    if (column === 'unitPrice') return money(line.unitPrice);
    if (column === 'quantity') return displayNumber({ widget: 'number', value: line.quantity }, locale);
    return column === 'subject' ? localize(settings.subjects?.find(({ id }) => id === line.subject)?.title, locale) || shownText(line.subject) : shownText(line[column]);
  });
  const yuan = (head: string): string => (locale === 'en' ? `${head} (${words.yuan})` : `${head}（${words.yuan}）`);
  const detail: RecordTable = {
    id: 'lines',
    hasTotal: true,
    caption: words.lines,
    columns: columns.map((column) => ({ head: column === 'unitPrice' || column === 'amount' ? yuan(words.columns[column]) : words.columns[column], ...(column === 'quantity' || column === 'unitPrice' || column === 'amount' ? { number: true } : {}) })),
    rows: [...linesOf(value).map(cellsOf), columns.map((column, index) => (index === 0 ? words.total : column === 'amount' ? money(total) : ''))],
  };
  const cut = subjects.some(({ bound }) => bound !== undefined);
  const bySubject: RecordTable = { id: 'subjects', caption: words.eligible, columns: [{ head: words.subject }, { head: yuan(words.amount), number: true }, { head: yuan(words.counts), number: true }], rows: subjects.map((subject) => [subject.title, money(subject.total), money(subject.eligible)]) };
  const payers = payersOf(value, settings).map(({ id, title }) => [localize(title, locale) || id, contributionsOf(value).find(({ source }) => source === id)?.amount] as const);
  const paid: readonly (readonly [string, unknown])[] = [[words.own, value?.own], [words.raised, value?.raised], ...payers, [words.requested, value?.requested]];
  const funds: RecordTable = { id: 'funds', caption: words.funds, columns: [{ head: words.funds }, { head: yuan(words.amount), number: true }], rows: paid.filter(([, amount]) => amount !== undefined).map(([name, amount]) => [name, money(amount)]) };
  return [detail, ...(cut ? [bySubject] : []), ...(funds.rows.length === 0 ? [] : [funds])];
}
