import type { DecisionInput, DecisionTable, Facts, LocalizedText } from '@cobuild/core';
import { toPointer } from '@cobuild/core';
import type { FactShape, FactShapes } from '../analysis/fact-shapes.js';
import { followFact } from '../analysis/follow-fact.js';
import type { CounterExample, SchemeFinding } from '../findings.js';
import { checkRows } from './check-rows.js';
import type { ColumnCells } from './column-cells.js';
import { columnCells } from './column-cells.js';
import { compileDecisionTable } from './compile-decision-table.js';
import type { Box } from './table-geometry.js';
import { Budget, freeBoxOf, gapsOf, overlapOf } from './table-geometry.js';
import type { PlannedColumn, TablePlan } from './table-plan.js';
import { planTable } from './table-plan.js';
import { factsOf, regionSide } from './table-region.js';

/** Combinations looked at before a table counts as too large to be checked whole. */
const MOST_STEPS = 400_000;
/** More findings of one kind help nobody. */
const MOST_NAMED = 20;

/** How people call a value of an input of a table; `undefined` where it has no title. */
export type ValueTitles = (input: DecisionInput, value: string | number | boolean) => LocalizedText | undefined;

type Report = (finding: SchemeFinding) => void;

/**
 * Finds what is wrong with a decision table: names, kinds and empty entries; rows that exclude one another and both fit; what no row answers; rows that
 * never come to bear. Columns are divided at their limits and all combinations looked at, so nothing is left to chance, and every gap and overlap
 * comes with facts for which it happens.
 *
 * What the scheme has not fixed is never held against it: a row with an `UNDECIDED` limit may still close a gap, and overlaps with nothing. A table
 * that collects has no gaps: no row is an answer there.
 *
 * @param table - With parameters resolved. Pointers start at the table.
 * @param shapes - What is known of the facts (types, options); without it types are taken from the rows and texts may be any.
 * @param titleOf - How people call a value of an input; without it sentences name it as it is written.
 */
export function checkDecisionTable(table: DecisionTable, shapes?: FactShapes, titleOf?: ValueTitles): SchemeFinding[] {
  const findings: SchemeFinding[] = [];
  const report: Report = (finding) => { findings.push(finding); };
  const byInput = inputShapes(table, shapes, report);
  checkRows(table, (input) => byInput.get(input), report);
  const plan = planTable(table);
  if (plan.rows.length === 0) return findings;
  const columns = plan.columns.filter(({ input }) => table.inputs.includes(input));
  const size = columns.reduce((cells, { entries }) => cells + entries.length * entries.length * 4, 0);
  if (size > MOST_STEPS * 20) report({ code: 'scheme/table-too-large', severity: 'warning', pointer: '/rows', params: { rows: plan.rows.length } });
  else checkLie(plan, columns.map((column) => columnCells(column, byInput.get(column.input.id)?.options ?? booleans(byInput.get(column.input.id), column))), report, titleOf);
  return findings;
}

function booleans(shape: FactShape | undefined, { entries }: PlannedColumn): readonly boolean[] | undefined {
  const onlyBooleans = entries.every((entry) => entry.kind === 'any' || entry.kind === 'open' || (entry.kind === 'list' && entry.values.every((value) => typeof value === 'boolean')));
  return shape?.type === 'boolean' || (shape === undefined && onlyBooleans && entries.some(({ kind }) => kind === 'list')) ? [true, false] : undefined;
}

function inputShapes(table: DecisionTable, shapes: FactShapes | undefined, report: Report): Map<string, FactShape> {
  const found = new Map<string, FactShape>();
  if (shapes === undefined) return found;
  for (const [index, { id, fact, path }] of table.inputs.entries()) {
    const shape = followFact({ fact, ...(path === undefined ? {} : { path }), pointer: `/inputs/${index}` }, shapes);
    if ('code' in shape) report(shape);
    else if (shape.type === 'list') report({ code: 'scheme/table-input-list', pointer: `/inputs/${index}`, params: { fact } });
    else found.set(id, shape);
  }
  return found;
}

/** How the rows lie to one another. */
function checkLie(plan: TablePlan, columns: readonly ColumnCells[], report: Report, titleOf?: ValueTitles): void {
  const budget = new Budget(MOST_STEPS);
  const verify = verifier(plan.table, columns);
  const tooLarge = (): void => report({ code: 'scheme/table-too-large', severity: 'warning', pointer: '/rows', params: { rows: plan.rows.length } });
  const never = checkReach(plan, columns, budget, verify, report);
  if (plan.table.hitPolicy !== 'collect') {
    checkOverlaps(plan, columns, budget, verify, report, titleOf);
    checkGaps(plan, columns, budget, verify, report, never, titleOf);
  }
  if (budget.spent) tooLarge();
}

/** Facts in a box, with what the table really gives for them. */
type Verify = (box: Box) => { readonly facts: Facts; readonly outcome: string; readonly rows: readonly string[] } | undefined;

function verifier(table: DecisionTable, columns: readonly ColumnCells[]): Verify {
  const { evaluate } = compileDecisionTable(table);
  return (box) => {
    const facts = factsOf(columns.map(({ input, cells }, index) => ({ input, value: (box[index]?.[0] ?? cells[0])?.value })));
    if (facts === undefined) return undefined;
    const { outcome, rows } = evaluate(facts);
    return { facts, outcome, rows };
  };
}

function regionOf(columns: readonly ColumnCells[], box: Box, titleOf?: ValueTitles): readonly object[] {
  return columns.flatMap(({ input, cells }, index) => {
    const chosen = box[index] ?? [];
    // All of a column is no limit.
    if (chosen.length === 0 || chosen.length === cells.length) return [];
    const side = regionSide(input, chosen);
    const titles = titleOf === undefined ? undefined : side.in?.map((value) => titleOf(input, value) ?? value);
    return [{ ...side, title: input.title, ...(titles === undefined ? {} : { titles }) }];
  });
}

const example = ({ facts, outcome, rows }: NonNullable<ReturnType<Verify>>): CounterExample => ({ facts, gives: { outcome, rows } });

function checkGaps({ rows }: TablePlan, columns: readonly ColumnCells[], budget: Budget, verify: Verify, report: Report, never: ReadonlySet<number>, titleOf?: ValueTitles): void {
  if (never.size === rows.length) return;
  for (const box of gapsOf(columns, (1n << BigInt(rows.length)) - 1n, budget, MOST_NAMED)) {
    const seen = verify(box);
    if (seen?.outcome === 'noMatch') report({ code: 'scheme/table-gap', pointer: '/rows', params: { region: regionOf(columns, box, titleOf) }, counterExample: example(seen) });
  }
}

function checkOverlaps({ rows }: TablePlan, columns: readonly ColumnCells[], budget: Budget, verify: Verify, report: Report, titleOf?: ValueTitles): void {
  let named = 0;
  for (const [second, later] of rows.entries()) {
    for (let first = 0; first < second; first += 1) {
      const earlier = rows[first];
      if (earlier === undefined || earlier.tier !== later.tier || earlier.openPriority || later.openPriority) continue;
      if (!budget.take(columns.length) || named >= MOST_NAMED) return;
      const box = overlapOf(columns, first, second);
      const seen = box && verify(box);
      if (box === undefined || seen?.outcome !== 'ambiguous' || ![earlier, later].every(({ row }) => seen.rows.includes(row.id))) continue;
      named += 1;
      report({ code: 'scheme/table-overlap', pointer: toPointer('rows', second), params: { rows: [earlier.row.id, later.row.id], numbers: [first + 1, second + 1], region: regionOf(columns, box, titleOf) }, counterExample: example(seen) });
    }
  }
}

/** Rows that never come to bear: outside what the input can be, or behind rows that go first. Returns the former. */
function checkReach(plan: TablePlan, columns: readonly ColumnCells[], budget: Budget, verify: Verify, report: Report): Set<number> {
  const { table, rows } = plan;
  const never = new Set<number>();
  const ordered = table.hitPolicy === 'first' || table.hitPolicy === 'priority';
  for (const [index, { row, tier, openPriority }] of rows.entries()) {
    const before = ordered && !openPriority ? rows.reduce((mask, other, place) => (other.tier < tier && !other.openPriority ? mask | (1n << BigInt(place)) : mask), 0n) : 0n;
    const box = freeBoxOf(columns, index, before, budget);
    if (box === 'never') {
      never.add(index);
      if (!hasEmptyEntry(plan, index)) report({ code: 'scheme/table-row-never-fits', pointer: toPointer('rows', index), params: { row: row.id, number: index + 1 } });
    }
    if (box !== 'covered') continue;
    const own = columns.map(({ cells }) => cells.filter(({ may }) => (may & (1n << BigInt(index))) !== 0n).slice(0, 1));
    const seen = verify(own);
    if (seen !== undefined && !seen.rows.includes(row.id)) report({ code: 'scheme/table-row-unreachable', pointer: toPointer('rows', index), params: { row: row.id, number: index + 1, before: seen.rows }, counterExample: example(seen) });
  }
  return never;
}

/** An empty interval or list has been told already. */
function hasEmptyEntry({ columns }: TablePlan, index: number): boolean {
  return columns.some(({ entries }) => {
    const entry = entries[index];
    return (entry?.kind === 'list' && entry.values.length === 0 && !entry.except) || (entry?.kind === 'interval' && entry.from !== undefined && entry.below !== undefined && entry.from >= entry.below);
  });
}
