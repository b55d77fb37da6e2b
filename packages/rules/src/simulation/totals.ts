import { toYuan } from '@cobuild/core';
import type { CaseTable } from './case-table.js';
import type { Column } from './column.js';
import { valueOf } from './column.js';
import type { PolicyColumns } from './policy-columns.js';
import { OUTCOMES } from './policy-columns.js';
import type { Steps } from './steps.js';
import { BLOCK } from './steps.js';
import type { BreakdownRow, FlipDirection, PolicyTotals } from './simulation-result.js';

export const APPROVED = OUTCOMES.indexOf('approved');

/** Sums over all cases. */
export interface Sums { readonly outcomes: Int32Array; money: number }

/** Sums over the groups of one breakdown; places are those of its groups. */
export interface GroupSums { readonly cases: Int32Array; readonly approved: Int32Array; readonly money: Float64Array }

/** The groups of a breakdown: the group of each case, and the value that each group stands for. */
export interface Groups { readonly codes: Int32Array; readonly values: readonly BreakdownRow['value'][] }

/** Money of a case in fen: its award where money is divided, otherwise what an approved case asked for. */
export function fenAt({ amounts }: CaseTable, { outcomes, awards }: Pick<PolicyColumns, 'outcomes' | 'awards'>, row: number): number {
  if (awards !== undefined) return awards.fen[row] as number;
  const amount = amounts[row] as number;
  return outcomes[row] === APPROVED && amount === amount ? amount : 0;
}

export function* sumUp(table: CaseTable, policy: PolicyColumns): Steps<Sums> {
  const sums = { outcomes: new Int32Array(OUTCOMES.length), money: 0 };
  for (let row = 0; row < table.rows; row += 1) {
    if (row % BLOCK === 0) yield;
    (sums.outcomes[policy.outcomes[row] as number] as number) += 1;
    sums.money += fenAt(table, policy, row);
  }
  return sums;
}

export function* groupsOf(column: Column): Steps<Groups> {
  const places = new Map<unknown, number>();
  const values: BreakdownRow['value'][] = [];
  const codes = new Int32Array(column.rows);
  for (let row = 0; row < column.rows; row += 1) {
    if (row % BLOCK === 0) yield;
    const value = valueOf(column, row);
    let place = places.get(value);
    if (place === undefined) {
      place = values.push(groupValue(value)) - 1;
      places.set(value, place);
    }
    codes[row] = place;
  }
  return { codes, values };
}

function groupValue(value: unknown): BreakdownRow['value'] {
  if (value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
}

export function* sumGroups(table: CaseTable, policy: PolicyColumns, { codes, values }: Groups): Steps<GroupSums> {
  const sums = { cases: new Int32Array(values.length), approved: new Int32Array(values.length), money: new Float64Array(values.length) };
  for (let row = 0; row < table.rows; row += 1) {
    if (row % BLOCK === 0) yield;
    const group = codes[row] as number;
    (sums.cases[group] as number) += 1;
    if (policy.outcomes[row] === APPROVED) (sums.approved[group] as number) += 1;
    (sums.money[group] as number) += fenAt(table, policy, row);
  }
  return sums;
}

export function totalsOf({ outcomes, money }: Sums): PolicyTotals {
  return { outcomes: Object.fromEntries(OUTCOMES.map((outcome, code) => [outcome, outcomes[code]])) as unknown as PolicyTotals['outcomes'], money: toYuan(money) };
}

/** One row a group, largest first, those without a value last. */
export function breakdownRows({ values }: Groups, before: GroupSums, after: GroupSums, flips: Readonly<Record<FlipDirection, Int32Array>>): BreakdownRow[] {
  const rows = values.map((value, group): BreakdownRow => ({
    value, cases: before.cases[group] ?? 0,
    approved: { before: before.approved[group] ?? 0, after: after.approved[group] ?? 0 },
    money: { before: toYuan(before.money[group] ?? 0), after: toYuan(after.money[group] ?? 0) },
    better: flips.better[group] ?? 0, worse: flips.worse[group] ?? 0, other: flips.other[group] ?? 0,
  }));
  return rows.sort((a, b) => Number(a.value === null) - Number(b.value === null) || b.cases - a.cases || (String(a.value) < String(b.value) ? -1 : 1));
}
