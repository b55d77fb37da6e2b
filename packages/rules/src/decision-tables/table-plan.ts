import type { DecisionInput, DecisionRow, DecisionTable, InputEntry } from '@cobuild/core';
import type { FactReader, FactReaders } from '../conditions/index.js';
import { factReader } from '../conditions/index.js';
import type { Entry } from './entry-truth.js';
import { readEntry } from './entry-truth.js';
import type { OutputValue } from './table-types.js';

/** A table sorted out once: columns with one entry per row, outputs, and who goes before whom. */
export interface TablePlan {
  readonly table: DecisionTable;
  readonly rows: readonly PlannedRow[];
  readonly columns: readonly PlannedColumn[];
}

export interface PlannedRow {
  readonly row: DecisionRow;
  /** Rows of a lower tier go before those of a higher; rows of one tier exclude one another (but for `collect`). */
  readonly tier: number;
  /** The scheme has not fixed its priority. */
  readonly openPriority: boolean;
  /** Absent where an output is not fixed. */
  readonly outputs?: Readonly<Record<string, OutputValue>>;
}

export interface PlannedColumn {
  readonly input: DecisionInput;
  readonly read: FactReader;
  /** One per row. */
  readonly entries: readonly Entry[];
  /** The entries as they are written. */
  readonly wanted: readonly (InputEntry | undefined)[];
}

const hasOwn = (value: object, key: string): boolean => Object.prototype.hasOwnProperty.call(value, key);

/** The rows; none where they are not decided yet. */
export function rowsOf(table: DecisionTable): readonly DecisionRow[] {
  return Array.isArray(table.rows) ? table.rows : [];
}

export function entryOf(row: DecisionRow, input: string): InputEntry | undefined {
  return hasOwn(row.inputs, input) ? row.inputs[input] : undefined;
}

export function planTable(table: DecisionTable, readers: FactReaders = factReader): TablePlan {
  const rows = rowsOf(table);
  const tiers = tiersOf(table.hitPolicy, rows);
  const columns = table.inputs.map((input): PlannedColumn => ({
    input,
    read: readers({ fact: input.fact, ...(input.path === undefined ? {} : { path: input.path }) }),
    entries: rows.map((row) => readEntry(entryOf(row, input.id))),
    wanted: rows.map((row) => entryOf(row, input.id)),
  }));
  return {
    table,
    rows: rows.map((row, index) => {
      const outputs = outputsOf(table, row);
      return { row, tier: tiers[index] ?? 0, openPriority: table.hitPolicy === 'priority' && row.priority !== undefined && typeof row.priority !== 'number', ...(outputs === undefined ? {} : { outputs }) };
    }),
    columns: [...columns.filter(({ entries }) => entries.some(({ kind }) => kind !== 'any')), ...strayColumn(table, rows)],
  };
}

/** Rows that name an input which the table does not have are not decided by it: left out, the name would make the row fit more than was meant. */
function strayColumn(table: DecisionTable, rows: readonly DecisionRow[]): PlannedColumn[] {
  const known = new Set(table.inputs.map(({ id }) => id));
  const stray = rows.map((row) => Object.keys(row.inputs).some((id) => !known.has(id)));
  if (!stray.includes(true)) return [];
  return [{ input: { id: '', title: { 'zh-CN': '' }, fact: '' }, read: () => undefined, entries: stray.map((is): Entry => ({ kind: is ? 'open' : 'any' })), wanted: stray.map((is) => (is ? 'UNDECIDED' as const : undefined)) }];
}

function tiersOf(hitPolicy: DecisionTable['hitPolicy'], rows: readonly DecisionRow[]): readonly number[] {
  if (hitPolicy === 'first') return rows.map((_, index) => index);
  if (hitPolicy !== 'priority') return rows.map(() => 0);
  // A row without a priority comes last.
  const priority = ({ priority: number }: DecisionRow): number => (typeof number === 'number' ? number : -Infinity);
  const sorted = [...new Set(rows.map(priority))].sort((a, b) => b - a);
  const place = new Map(sorted.map((number, index) => [number, index]));
  return rows.map((row) => place.get(priority(row)) ?? 0);
}

function outputsOf({ outputs }: DecisionTable, row: DecisionRow): Readonly<Record<string, OutputValue>> | undefined {
  const values = outputs.map(({ id }): [string, unknown] => [id, hasOwn(row.outputs, id) ? row.outputs[id] : undefined]);
  const fixed = (value: unknown): value is OutputValue => (typeof value === 'string' && value !== 'UNDECIDED') || typeof value === 'number' || typeof value === 'boolean';
  return values.every(([, value]) => fixed(value)) ? Object.fromEntries(values) as Record<string, OutputValue> : undefined;
}
