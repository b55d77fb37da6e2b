import type { BudgetColumn, BudgetLine, BudgetSettings, BudgetValue, LocalizedText } from '@cobuild/core';
import { itemsOf, withItem, withMember, withoutItem } from '../../record/with-member.js';

/** A line as it stands, finished or not. */
export type DraftLine = Partial<Record<keyof BudgetLine, unknown>>;

/** Columns that are typed; the amount is calculated. */
export type TypedColumn = Exclude<BudgetColumn, 'amount'>;

export const linesOf = (value: BudgetValue | undefined): readonly DraftLine[] => itemsOf<DraftLine>(value?.lines);

/** The columns to show: without subjects where the settings have none, without notes unless they ask for them; what a line has is shown in any case. */
export function columnsFor(value: BudgetValue | undefined, { subjects = [] }: BudgetSettings, showNotes: boolean): readonly BudgetColumn[] {
  const has = (column: 'subject' | 'note'): boolean => linesOf(value).some((line) => line[column] !== undefined);
  const notes = showNotes || has('note');
  return [...(subjects.length > 0 || has('subject') ? (['subject'] as const) : []), 'item', 'unit', 'quantity', 'unitPrice', 'amount', ...(notes ? (['note'] as const) : [])];
}

/** The record with other lines; one of which nothing is left is no answer. */
export function withLines(value: BudgetValue | undefined, lines: readonly DraftLine[]): BudgetValue | undefined {
  const { lines: _, ...funds } = value ?? { lines: [] };
  return lines.length === 0 && Object.keys(funds).length === 0 ? undefined : { ...funds, lines: lines as BudgetLine[] };
}

/** The record with one cell changed. The cell of a line that is not there yet makes it. */
export function withCell(value: BudgetValue | undefined, row: number, column: TypedColumn, cell: unknown): BudgetValue | undefined {
  const lines = linesOf(value);
  // An amount that a sheet brought along would contradict the new numbers.
  const { amount: _, ...line } = lines[row] ?? {};
  const changed = withMember(line, column, cell);
  if (row < lines.length) return withLines(value, withItem(lines, row, changed));
  return Object.keys(changed).length === 0 ? value : withLines(value, [...lines, changed]);
}

export function withLineInserted(value: BudgetValue | undefined, row: number, lines: readonly DraftLine[] = [{}]): BudgetValue | undefined {
  const before = linesOf(value);
  return withLines(value, [...before.slice(0, row), ...lines, ...before.slice(row)]);
}

export function withLineRemoved(value: BudgetValue | undefined, row: number): BudgetValue | undefined {
  return withLines(value, withoutItem(linesOf(value), row));
}

export function withLineMoved(value: BudgetValue | undefined, from: number, to: number): BudgetValue | undefined {
  const lines = linesOf(value);
  const line = lines[from];
  if (line === undefined || to < 0 || to >= lines.length) return value;
  const rest = withoutItem(lines, from);
  return withLines(value, [...rest.slice(0, to), line, ...rest.slice(to)]);
}

/** One of those who pay besides the applicant and this fund; one that the rule does not know has no title. */
export interface Payer { readonly id: string; readonly title: LocalizedText | undefined }

/** Who pays: sources of the co-funding rule, by their parts where they have some, without this fund; then whoever else stands in the record. */
export function payersOf(value: BudgetValue | undefined, { coFunding = {} }: BudgetSettings): readonly Payer[] {
  const named = (coFunding.sources ?? []).flatMap((source) => (source.parts !== undefined && source.parts.length > 0 ? source.parts : [source])).filter(({ id }) => id !== coFunding.fund);
  const there = contributionsOf(value).map(({ source }) => (typeof source === 'string' ? source : ''));
  const others = there.filter((id, index) => !named.some((each) => each.id === id) && there.indexOf(id) === index);
  return [...named.map(({ id, title }) => ({ id, title })), ...others.map((id) => ({ id, title: undefined }))];
}

type Contribution = Partial<Record<'source' | 'amount', unknown>>;

export const contributionsOf = (value: BudgetValue | undefined): readonly Contribution[] => itemsOf<Contribution>(value?.contributions);

/** The record with what a source pays; `undefined` takes the source out. */
export function withContribution(value: BudgetValue | undefined, source: string, amount: unknown): BudgetValue | undefined {
  const list = contributionsOf(value);
  const index = list.findIndex((each) => each.source === source);
  const next = amount === undefined ? list.filter((_, at) => at !== index) : index < 0 ? [...list, { source, amount }] : withItem(list, index, { source, amount });
  return withFund(value, 'contributions', next.length === 0 ? undefined : next);
}

/** The record with one of the funds changed. */
export function withFund(value: BudgetValue | undefined, key: 'own' | 'raised' | 'requested' | 'contributions', amount: unknown): BudgetValue | undefined {
  const next = withMember<object>(value ?? { lines: [] }, key, amount) as BudgetValue;
  return withLines(next, linesOf(next));
}
