import type { ColumnCell, ColumnCells } from './column-cells.js';

/** Some cells of every column: a box. A column that does not matter has no cells. */
export type Box = readonly (readonly ColumnCell[])[];

/** Counts the work, so that a table with too many combinations is told as such and never hangs. */
export class Budget {
  constructor(private left: number) {}
  get spent(): boolean { return this.left <= 0; }
  /** `false` when there is nothing left. */
  take(amount = 1): boolean {
    this.left -= amount;
    return this.left > 0;
  }
}

/**
 * Boxes that no row covers. Goes through the columns one by one with the rows that are still in play; where none is left, all that the columns
 * behind can be is a gap. The same rows in play at the same column are looked at once.
 *
 * @param most - Stops after so many.
 */
export function gapsOf(columns: readonly ColumnCells[], rows: bigint, budget: Budget, most: number): Box[] {
  const gaps: Box[] = [];
  const covered = new Set<string>();
  visit(0, rows, []);
  return gaps;

  /** Whether everything from this column on is covered. */
  function visit(level: number, alive: bigint, box: Box): boolean {
    if (alive === 0n) {
      gaps.push([...box, ...columns.slice(level).map(() => [])]);
      return false;
    }
    const column = columns[level];
    const key = `${level}:${alive.toString(36)}`;
    if (column === undefined || covered.has(key)) return true;
    let whole = true;
    for (const { cells, rows: left } of sameRows(column.cells, alive)) {
      if (!budget.take() || gaps.length >= most) return false;
      whole = visit(level + 1, left, [...box, cells]) && whole;
    }
    if (whole) covered.add(key);
    return whole;
  }
}

/** Cells that leave the same rows in play, joined: neighbours on an axis, named values wherever they stand. */
function sameRows(cells: readonly ColumnCell[], alive: bigint): { readonly cells: readonly ColumnCell[]; readonly rows: bigint }[] {
  const groups: { cells: ColumnCell[]; rows: bigint }[] = [];
  for (const cell of cells) {
    const rows = alive & cell.may;
    const onAxis = cell.sample.kind === 'number' || cell.sample.kind === 'date';
    const last = groups[groups.length - 1];
    const group = onAxis
      ? (last !== undefined && last.rows === rows && last.cells[0]?.sample.kind === cell.sample.kind ? last : undefined)
      : groups.find((other) => other.rows === rows && other.cells[0]?.sample.kind === cell.sample.kind);
    if (group === undefined) groups.push({ cells: [cell], rows });
    else group.cells.push(cell);
  }
  return groups;
}

/** Where two rows both surely fit; `undefined` where they exclude one another. */
export function overlapOf(columns: readonly ColumnCells[], first: number, second: number): Box | undefined {
  const both = (1n << BigInt(first)) | (1n << BigInt(second));
  const box: ColumnCell[][] = [];
  for (const { cells } of columns) {
    const shared = firstRun(cells.filter(({ sure }) => (sure & both) === both), cells);
    if (shared.length === 0) return undefined;
    box.push(shared);
  }
  return box;
}

/** The first stretch of neighbours among the chosen cells, or all of them where they are named values. */
function firstRun(chosen: readonly ColumnCell[], all: readonly ColumnCell[]): ColumnCell[] {
  const [first] = chosen;
  if (first === undefined) return [];
  const sameKind = chosen.filter(({ sample }) => sample.kind === first.sample.kind);
  if (first.sample.kind !== 'number' && first.sample.kind !== 'date') return sameKind;
  const start = all.indexOf(first);
  return sameKind.filter((cell, index) => all.indexOf(cell) === start + index);
}

/**
 * A box of a row that none of the others covers, or that the row never fits (`never`), or that all of it is covered (`covered`).
 *
 * @param others - Rows that go before it.
 */
export function freeBoxOf(columns: readonly ColumnCells[], row: number, others: bigint, budget: Budget): Box | 'never' | 'covered' | 'spent' {
  const bit = 1n << BigInt(row);
  const own = columns.map(({ cells }) => cells.filter(({ may }) => (may & bit) !== 0n));
  if (own.some((cells) => cells.length === 0)) return 'never';
  const covered = new Set<string>();
  return visit(0, others, []) ?? (budget.spent ? 'spent' : 'covered');

  function visit(level: number, alive: bigint, box: Box): Box | undefined {
    if (alive === 0n) return [...box, ...own.slice(level).map((cells) => cells.slice(0, 1))];
    const cells = own[level];
    const key = `${level}:${alive.toString(36)}`;
    if (cells === undefined || covered.has(key)) return undefined;
    for (const cell of cells) {
      if (!budget.take()) return undefined;
      const found = visit(level + 1, alive & cell.sure, [...box, [cell]]);
      if (found !== undefined) return found;
    }
    covered.add(key);
    return undefined;
  }
}
