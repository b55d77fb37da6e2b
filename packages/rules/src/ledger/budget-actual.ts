import type { Problem, Ratio } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen, shareOf } from '../money/fen.js';
import type { Ledger, LedgerEntry } from './ledger-types.js';

/** A line of a project's budget. */
export interface BudgetLine { readonly id: string; readonly title?: string; readonly amount: number }

/** Budget and actual of a line, in yuan. */
export interface BudgetRow {
  readonly line: string;
  readonly title?: string;
  readonly budget: number;
  readonly paid: number;
  readonly returned: number;
  /** Paid less returned. */
  readonly actual: number;
  /** Budget less actual; negative where more was spent. */
  readonly left: number;
  /** Actual is more than the budget and the tolerance. */
  readonly overspent: boolean;
}

export interface BudgetReport {
  readonly rows: readonly BudgetRow[];
  readonly total: Omit<BudgetRow, 'line' | 'title'>;
  /** A warning per overspent line, and for payments on no line of the budget. */
  readonly problems: readonly Problem[];
}

/**
 * Compares what was paid for a project with its budget, line by line.
 *
 * @param tolerance - Share of a line's budget that may be spent above it; default none. Exactly as much is not overspent.
 * @throws {RangeError} when a budget amount is no money or negative: budgets are checked before.
 */
export function budgetVersusActual(ledger: Ledger, project: string, budget: readonly BudgetLine[], tolerance: Ratio = { p: 0, q: 1 }): BudgetReport {
  return compareBudget(ledger.entries.filter((entry) => entry.project === project), project, budget, tolerance);
}

/** The same for payments from anywhere; other kinds of entries are left out. */
export function compareBudget(entries: readonly Pick<LedgerEntry, 'kind' | 'amount' | 'line'>[], project: string, budget: readonly BudgetLine[], tolerance: Ratio): BudgetReport {
  const spent = new Map<string, { paid: WholeFen; returned: WholeFen }>();
  for (const entry of entries) {
    if (entry.kind !== 'paid' && entry.kind !== 'returned') continue;
    const line = spent.get(entry.line ?? '') ?? { paid: 0n, returned: 0n };
    line[entry.kind] += readFen(entry.amount) ?? 0n;
    spent.set(entry.line ?? '', line);
  }
  const planned = budget.map((line) => ({ ...line, fen: budgetFen(line) }));
  const known = new Set(planned.map(({ id }) => id));
  const elsewhere = Array.from(spent.keys()).filter((line) => !known.has(line)).map((id) => ({ id, amount: 0, fen: 0n, title: undefined }));
  const sums = [...planned, ...elsewhere].map(({ id, title, fen }) => ({ line: id, ...(title === undefined ? {} : { title }), fen, ...(spent.get(id) ?? { paid: 0n, returned: 0n }) }));
  const rows = sums.map(({ line, title, ...sum }): BudgetRow => ({ line, ...(title === undefined ? {} : { title }), ...compared(sum, tolerance) }));
  const total = sums.reduce((all, { fen, paid, returned }) => ({ fen: all.fen + fen, paid: all.paid + paid, returned: all.returned + returned }), { fen: 0n, paid: 0n, returned: 0n });
  return { rows, total: compared(total, tolerance), problems: rows.flatMap((row) => alert(project, row, known.has(row.line))) };
}

function budgetFen({ id, amount }: BudgetLine): WholeFen {
  const fen = readFen(amount);
  if (fen === undefined) throw new RangeError(`The budget of line "${id}" is to be money in yuan, not negative`);
  return fen;
}

function compared({ fen, paid, returned }: { readonly fen: WholeFen; readonly paid: WholeFen; readonly returned: WholeFen }, tolerance: Ratio): Omit<BudgetRow, 'line' | 'title'> {
  const actual = paid - returned;
  return { budget: inYuan(fen), paid: inYuan(paid), returned: inYuan(returned), actual: inYuan(actual), left: inYuan(fen - actual), overspent: actual > fen + shareOf(fen, tolerance) };
}

function alert(project: string, { line, title, budget, actual, overspent }: BudgetRow, known: boolean): Problem[] {
  const place = { document: 'ledger', pointer: '', severity: 'warning' as const };
  if (!known) return [ruleProblem('ledger/no-such-line', { ...place, params: { project, line, actual } })];
  return overspent ? [ruleProblem('ledger/line-overspent', { ...place, params: { project, line: title ?? line, budget, actual } })] : [];
}
