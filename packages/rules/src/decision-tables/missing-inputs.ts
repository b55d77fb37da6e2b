import type { Facts } from '@cobuild/core';
import { entryTruth } from './entry-truth.js';
import type { TablePlan } from './table-plan.js';

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
