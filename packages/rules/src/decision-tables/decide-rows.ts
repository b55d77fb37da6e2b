import type { Truth } from '@cobuild/core';
import { addDecimals, compareDecimals, decimalToNumber } from '@cobuild/core';
import type { PlannedRow, TablePlan } from './table-plan.js';
import type { DecisionTableResult, OutputValue, TableOutcome } from './table-types.js';

/** The answer of a table from what its rows found; the rows in the order written. */
export type DecideRows = (truths: readonly (Truth | 'undecided')[]) => DecisionTableResult;

/** @param plan - Whose policy decides; `missing` is added by who knows the inputs. */
export function rowDecider(plan: TablePlan): DecideRows {
  const single = plan.table.hitPolicy !== 'collect';
  return (truths) => {
    const candidates = plan.rows.map((row, index) => ({ row, truth: truths[index] ?? false })).filter(({ truth }) => truth !== false);
    return single ? decideSingle(candidates) : collect(plan, candidates);
  };
}

interface Candidate { readonly row: PlannedRow; readonly truth: Truth | 'undecided' }

const idsOf = (candidates: readonly Candidate[]): string[] => candidates.map(({ row }) => row.row.id);

/** The tier that goes first among the rows that may fit decides; later tiers are not looked at. */
function decideSingle(candidates: readonly Candidate[]): DecisionTableResult {
  if (candidates.length === 0) return { outcome: 'noMatch', rows: [] };
  if (candidates.length > 1 && candidates.some(({ row }) => row.openPriority)) return { outcome: 'undecided', rows: idsOf(candidates) };
  const tier = candidates.reduce((least, { row }) => Math.min(least, row.tier), Infinity);
  const deciding = candidates.filter(({ row }) => row.tier === tier);
  const sure = deciding.filter(({ truth }) => truth === true);
  if (sure.length > 1) return { outcome: 'ambiguous', rows: idsOf(sure) };
  const open = openOutcome(deciding);
  if (open !== undefined) return { outcome: open, rows: idsOf(inQuestion(candidates)) };
  const [hit] = sure;
  const outputs = hit?.row.outputs;
  return outputs === undefined ? { outcome: 'undecided', rows: idsOf(sure) } : { outcome: 'matched', rows: idsOf(sure), outputs };
}

/** Rows that may still decide: down to the first tier in which a row surely fits. */
function inQuestion(candidates: readonly Candidate[]): readonly Candidate[] {
  const last = candidates.reduce((least, { row, truth }) => (truth === true ? Math.min(least, row.tier) : least), Infinity);
  return candidates.filter(({ row }) => row.tier <= last);
}

function openOutcome(candidates: readonly Candidate[]): TableOutcome | undefined {
  if (candidates.some(({ truth }) => truth === 'undecided')) return 'undecided';
  return candidates.some(({ truth }) => truth === 'unknown') ? 'unknown' : undefined;
}

function collect({ table, rows: planned }: TablePlan, candidates: readonly Candidate[]): DecisionTableResult {
  const rows = idsOf(candidates);
  const open = openOutcome(candidates) ?? (candidates.some(({ row }) => row.outputs === undefined) && table.aggregation !== 'count' ? 'undecided' : undefined);
  if (open !== undefined) return { outcome: open, rows };
  const outcome = rows.length === 0 ? 'noMatch' : 'matched';
  const list = candidates.flatMap(({ row }) => (row.outputs === undefined ? [] : [row.outputs]));
  if (table.aggregation === undefined) return { outcome, rows, list };
  if (planned.length === 0) return { outcome, rows, aggregated: {} };
  const entries = table.outputs.map(({ id }): [string, number | undefined] => [id, table.aggregation === 'count' ? rows.length : aggregate(list.map((outputs) => outputs[id]), table.aggregation)]);
  return { outcome, rows, aggregated: Object.fromEntries(entries.filter((entry): entry is [string, number] => entry[1] !== undefined)) };
}

/** In exact decimals; texts take no part (the check of the table refuses them). */
function aggregate(values: readonly (OutputValue | undefined)[], how: 'sum' | 'min' | 'max' | undefined): number | undefined {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (how === 'sum') return decimalToNumber(numbers.reduce((sum, value) => addDecimals(sum, value), addDecimals(0, 0)));
  const wanted = how === 'min' ? -1 : 1;
  return numbers.length === 0 ? undefined : numbers.reduce((best, value) => (compareDecimals(value, best) === wanted ? value : best));
}
