import type { DecisionTable, Facts, InputEntry } from '@cobuild/core';
import { isEmpty } from '../operators/value-kind.js';
import type { DecideRows } from './decide-rows.js';
import { entryTruth } from './entry-truth.js';
import { missingInputs } from './missing-inputs.js';
import type { PlannedRow, TablePlan } from './table-plan.js';
import type { DecisionTableResult, DecisionTableTrace, TableCellTrace, TableRowTrace } from './table-types.js';

/** The answer worked out row by row and cell by cell, without the shortcuts of the compiled table. */
export function traceTable(plan: TablePlan, decide: DecideRows, facts: Facts): DecisionTableTrace {
  const { table } = plan;
  const found = plan.columns.map(({ read }) => read(facts));
  const trace: TableRowTrace[] = [];
  for (let index = 0; index < plan.rows.length; index += 1) trace.push(traceRow(plan, index, found));
  const result = decide(trace.map((row) => row.result));
  return { ...result, ...(result.outcome === 'unknown' ? { missing: missingInputs(plan, result.rows, facts) } : {}), ...tableHead(table), trace };
}

/** What a trace says of the table itself. */
export function tableHead({ id, hitPolicy, aggregation, outputs, rows }: DecisionTable): Omit<DecisionTableTrace, keyof DecisionTableResult | 'trace'> {
  if (!Array.isArray(rows)) return { table: id, hitPolicy, ...(aggregation === undefined ? {} : { aggregation }), rowsOpen: true };
  return { table: id, hitPolicy, ...(aggregation === undefined ? {} : { aggregation, aggregates: outputs.map((output) => output.id) }) };
}

/** One entry that fails excludes the row; then a hole in the scheme weighs more than a missing answer. */
function traceRow({ columns, rows }: TablePlan, index: number, found: readonly unknown[]): TableRowTrace {
  const cells: TableCellTrace[] = [];
  let result: TableRowTrace['result'] = true;
  for (let column = 0; column < columns.length; column += 1) {
    const { input, entries, wanted } = columns[column] as TablePlan['columns'][number];
    const entry = entries[index];
    const value = found[column];
    const cell = cellTrace(input.id, entry === undefined ? false : entryTruth(entry, value), wanted[index], value);
    cells.push(cell);
    if (cell.result === false || (cell.result === 'undecided' && result !== false) || result === true) result = cell.result;
  }
  return rowTrace(rows[index] as PlannedRow, result, cells);
}

/** Written out instead of put together: a table has a cell for each input of each row. */
export function cellTrace(input: string, result: TableCellTrace['result'], wanted: InputEntry | undefined, found: unknown): TableCellTrace {
  if (isEmpty(found)) return wanted === undefined ? { input, result } : { input, wanted, result };
  return wanted === undefined ? { input, found, result } : { input, found, wanted, result };
}

export function rowTrace({ row: { id: row }, tier, openPriority, outputs }: PlannedRow, result: TableRowTrace['result'], cells: readonly TableCellTrace[]): TableRowTrace {
  if (!openPriority && outputs !== undefined) return { row, result, tier, outputs, cells };
  return { row, result, tier, ...(openPriority ? { openPriority } : {}), ...(outputs === undefined ? {} : { outputs }), cells };
}
