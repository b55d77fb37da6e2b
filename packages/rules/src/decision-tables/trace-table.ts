import type { Facts, Truth } from '@cobuild/core';
import { isEmpty } from '../operators/value-kind.js';
import type { DecideRows } from './decide-rows.js';
import { entryTruth } from './entry-truth.js';
import type { TablePlan } from './table-plan.js';
import { entryOf } from './table-plan.js';
import type { DecisionTableTrace, TableCellTrace, TableRowTrace } from './table-types.js';

/** The answer worked out row by row and cell by cell, without the shortcuts of the compiled table. */
export function traceTable(plan: TablePlan, decide: DecideRows, facts: Facts): DecisionTableTrace {
  const { table } = plan;
  const found = plan.columns.map(({ read }) => read(facts));
  const trace = plan.rows.map(({ row }, index): TableRowTrace => {
    const cells = plan.columns.map(({ input, entries }, column): TableCellTrace => {
      const value = found[column];
      const wanted = entryOf(row, input.id);
      const entry = entries[index];
      return { input: input.id, ...(isEmpty(value) ? {} : { found: value }), ...(wanted === undefined ? {} : { wanted }), result: entry === undefined ? false : entryTruth(entry, value) };
    });
    return { row: row.id, result: rowTruth(cells), cells };
  });
  const result = decide(trace.map((row) => row.result));
  return {
    ...result,
    ...(result.outcome === 'unknown' ? { missing: missingInputs(plan, result.rows, facts) } : {}),
    table: table.id, hitPolicy: table.hitPolicy, ...(table.aggregation === undefined ? {} : { aggregation: table.aggregation }), trace,
  };
}

/** One entry that fails excludes the row; then a hole in the scheme weighs more than a missing answer. */
function rowTruth(cells: readonly TableCellTrace[]): Truth | 'undecided' {
  const has = (result: TableCellTrace['result']): boolean => cells.some((cell) => cell.result === result);
  return has(false) ? false : has('undecided') ? 'undecided' : has('unknown') ? 'unknown' : true;
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
