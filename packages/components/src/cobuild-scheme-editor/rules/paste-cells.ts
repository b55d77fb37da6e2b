import type { JsonChange } from '@cobuild/core';
import { withValueAt } from '@cobuild/core';
import type { Grid, GridColumn, Spot } from './grid-model.js';
import { cellText, freshIds, newRow, readCell, stemOf, writeCell } from './grid-model.js';

/** A cell of what is pasted. */
export interface PastedCell {
  readonly row: number;
  /** Absent to the right of the last column. */
  readonly column?: GridColumn;
  readonly text: string;
  readonly value?: unknown;
}

/** A cell that cannot be taken, and what is wrong with it besides what its column wants. */
export interface RefusedCell extends PastedCell { readonly why?: string }

/**
 * What pasting would do. Nothing is written while a cell is refused, unless whoever pastes says so: a table of which half is new decides about money by rules that nobody wrote.
 */
export interface PastePlan {
  readonly good: readonly PastedCell[];
  readonly refused: readonly RefusedCell[];
  readonly addedRows: number;
  /** The first line held the titles of the columns. */
  readonly skippedHead: boolean;
  readonly tooManyRows: boolean;
  /** One step that takes the good cells. A refused cell of a row that is there keeps what it says; of a new row it becomes “not decided yet”, never “anything”. */
  readonly changes: readonly JsonChange[];
}

/** Reads pasted cells from a spot to the right and downwards; rows that are not there yet are added. */
export function planPaste(document: unknown, grid: Grid, at: Spot, pasted: readonly (readonly string[])[]): PastePlan {
  const start = Math.max(0, at.row);
  const skippedHead = isHead(grid, at.column, pasted[0] ?? []) && pasted.length > 1;
  const lines = trimmed(skippedHead ? pasted.slice(1) : pasted, grid.rows.length - start);
  const replaced = new Set(lines.map((_, index) => start + index));
  const cells = lines.flatMap((line, index) => line.map((text, place) => ({ row: start + index, text, column: grid.columns[at.column + place] })));
  const good: PastedCell[] = [];
  const refused: RefusedCell[] = [];
  for (const { row, text, column } of cells) {
    if (column === undefined) {
      if (text !== '') refused.push({ row, text });
      continue;
    }
    const others = cells.filter((cell) => cell.column === column).map((cell) => cell.text);
    const reading = readPasted(grid, column, row, text, others, replaced);
    if (reading.ok) good.push({ row, column, text, value: reading.value });
    else refused.push({ row, column, text, ...(reading.why === undefined ? {} : { why: reading.why }) });
  }
  const addedRows = Math.max(0, start + lines.length - grid.rows.length);
  const tooManyRows = grid.rows.length + addedRows > grid.mostRows;
  return { good, refused, addedRows, skippedHead, tooManyRows, changes: tooManyRows ? [] : changesOf(document, grid, good, refused, addedRows) };
}

/** What a cell already says is always right, also where nobody could type it. */
function readPasted(grid: Grid, column: GridColumn, row: number, text: string, others: readonly string[], replaced: ReadonlySet<number>): ReturnType<typeof readCell> {
  const reading = readCell(grid, column, text, others, replaced);
  return !reading.ok && row < grid.rows.length && text !== '' && text === cellText(grid, row, column) ? { ok: true, value: undefined } : reading;
}

/** Lines with nothing in them add no rows. */
function trimmed(lines: readonly (readonly string[])[], there: number): readonly (readonly string[])[] {
  let end = lines.length;
  while (end > there && lines[end - 1]?.every((text) => text === '') === true) end -= 1;
  return lines.slice(0, end);
}

function isHead(grid: Grid, from: number, line: readonly string[]): boolean {
  const said = line.map((text, place) => [text, grid.columns[from + place]?.title] as const).filter(([text]) => text !== '');
  return said.length > 0 && said.every(([text, title]) => text === title);
}

function changesOf(document: unknown, grid: Grid, good: readonly PastedCell[], refused: readonly RefusedCell[], addedRows: number): readonly JsonChange[] {
  const there = good.filter((cell) => cell.row < grid.rows.length && cell.column !== undefined && cell.text !== cellText(grid, cell.row, cell.column));
  const changes = there.flatMap(({ row, column, value }) => (column === undefined ? [] : writeCell(grid, row, column, value)));
  const ids = freshIds(grid, stemOf(document, grid), addedRows);
  const added = ids.map((id, index): JsonChange => {
    const row = grid.rows.length + index;
    const values = new Map<GridColumn, unknown>();
    for (const cell of good) if (cell.row === row && cell.column !== undefined && cell.value !== undefined) values.set(cell.column, cell.value);
    for (const cell of refused) if (cell.row === row && cell.column?.open === true) values.set(cell.column, 'UNDECIDED');
    return { kind: 'insert', pointer: grid.pointer, index: row, value: newRow(document, grid, id, values) };
  });
  return together(grid, [...changes, ...added]);
}

/** Each change is looked at with the whole scheme around it; of many, the list is written once. */
function together(grid: Grid, changes: readonly JsonChange[]): readonly JsonChange[] {
  if (changes.length <= MOST_SINGLE) return changes;
  const rows = changes.reduce<unknown>((list, change) => {
    const at = change.pointer.slice(grid.pointer.length);
    if (change.kind === 'insert') return [...(list as readonly unknown[]), change.value];
    return change.kind === 'set' ? withValueAt(list, at, change.value) : withValueAt(list, at, undefined);
  }, grid.rows);
  return [{ kind: 'set', pointer: grid.pointer, value: rows }];
}

const MOST_SINGLE = 12;
