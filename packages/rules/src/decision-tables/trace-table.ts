import type { Facts, InputEntry } from '@cobuild/core';
import { isEmpty } from '../operators/value-kind.js';
import type { DecideRows } from './decide-rows.js';
import type { Entry } from './entry-truth.js';
import { entryTruth } from './entry-truth.js';
import type { PlannedRow, TablePlan } from './table-plan.js';
import type { DecisionTableTrace, TableCellTrace, TableRowTrace } from './table-types.js';

/** The answer worked out row by row and cell by cell, without the shortcuts of the compiled table. */
export function traceTable(plan: TablePlan, decide: DecideRows, facts: Facts): DecisionTableTrace {
  const { table } = plan;
  const found = plan.columns.map(({ read }) => read(facts));
  const trace: TableRowTrace[] = [];
  for (let index = 0; index < plan.rows.length; index += 1) trace.push(traceRow(plan, index, found));
  const result = decide(trace.map((row) => row.result));
  return {
    ...result,
    ...(result.outcome === 'unknown' ? { missing: missingInputs(plan, result.rows, facts) } : {}),
    table: table.id, hitPolicy: table.hitPolicy, ...(table.aggregation === undefined ? {} : { aggregation: table.aggregation, aggregates: table.outputs.map(({ id }) => id) }), trace,
  };
}

/** One entry that fails excludes the row; then a hole in the scheme weighs more than a missing answer. */
function traceRow({ columns, rows }: TablePlan, index: number, found: readonly unknown[]): TableRowTrace {
  const cells: TableCellTrace[] = [];
  let result: TableRowTrace['result'] = true;
  for (let column = 0; column < columns.length; column += 1) {
    const { input, entries, wanted } = columns[column] as TablePlan['columns'][number];
    const cell = cellTrace(input.id, entries[index], wanted[index], found[column]);
    cells.push(cell);
    if (cell.result === false || (cell.result === 'undecided' && result !== false) || result === true) result = cell.result;
  }
  return rowTrace(rows[index] as PlannedRow, result, cells);
}

/** Written out instead of put together: a table has a cell for each input of each row. */
function cellTrace(input: string, entry: Entry | undefined, wanted: InputEntry | undefined, found: unknown): TableCellTrace {
  const result = entry === undefined ? false : entryTruth(entry, found);
  if (isEmpty(found)) return wanted === undefined ? { input, result } : { input, wanted, result };
  return wanted === undefined ? { input, found, result } : { input, found, wanted, result };
}

function rowTrace({ row: { id: row }, tier, openPriority, outputs }: PlannedRow, result: TableRowTrace['result'], cells: readonly TableCellTrace[]): TableRowTrace {
  if (!openPriority && outputs !== undefined) return { row, result, tier, outputs, cells };
  return { row, result, tier, ...(openPriority ? { openPriority } : {}), ...(outputs === undefined ? {} : { outputs }), cells };
}

/** Inputs that keep the named rows open. */
export function missingInputs(plan: TablePlan, rows: readonly string[], facts: Facts): string[] {
  const named = new Set(rows);
  return plan.columns.flatMap(({ input, read, entries }) => {
    const value = read(facts);
    const open = plan.rows.some(({ row }, index) => {
      const entry = entries[index];
      return named.has(row.id) && entry !== undefined && entryTruth(entry, value) === 'unknown';
    });
    return open ? [input.id] : [];
  });
}
