import type { ComparedKind } from '@cobuild/core';
import { matchItems } from '@cobuild/core';
import type { RecordTable } from '../internal/field/record/record-tables.js';

/** A cell in both versions; `''` where it is empty, or its row is not there. */
export interface CellChange { readonly before: string; readonly after: string }

/** A row of a record in one version or both. */
export interface RecordRowChange {
  readonly kind: ComparedKind;
  /** It stands elsewhere among the rows that stayed. */
  readonly moved: boolean;
  /** Place before, from 0. */
  readonly from?: number;
  readonly isTotal: boolean;
  readonly cells: readonly CellChange[];
}

/** A table of a record in both versions, in the order of now; removed rows behind the row that they followed. */
export interface RecordTableChanges {
  readonly caption: string;
  /** Columns in which either version says something, without those in which all rows of both agree though they need not be shown then. */
  readonly columns: RecordTable['columns'];
  readonly rows: readonly RecordRowChange[];
}

type Cells = ReadonlyMap<string, string>;

/**
 * What became of each row and cell of the tables of a record. Rows are known again as items of lists are: by their name, else by what they share.
 *
 * @example
 * tableChanges([{ id: 'lines', …, rows: [['桌椅', '10']] }], [{ id: 'lines', …, rows: [['桌椅', '12']] }])
 * // [{ …, rows: [{ kind: 'changed', cells: [{ before: '桌椅', after: '桌椅' }, { before: '10', after: '12' }], … }] }]
 */
export function tableChanges(before: readonly RecordTable[], after: readonly RecordTable[]): readonly RecordTableChanges[] {
  const ids = [...new Set([...after, ...before].map(({ id }) => id))];
  return ids.map((id) => compareTables(before.find((table) => table.id === id), after.find((table) => table.id === id)));
}

function compareTables(before: RecordTable | undefined, after: RecordTable | undefined): RecordTableChanges {
  const { caption } = (after ?? before) as RecordTable;
  const [was, now] = [partsOf(before), partsOf(after)];
  const columns = columnsOf(before, after).filter(({ head, isCommon }) => {
    const texts = new Set([...was.all, ...now.all].map((row) => textIn(row, head)));
    return isCommon === true ? texts.size > 1 : [...texts].some((text) => text !== '');
  }).map(({ head, number = false }) => ({ head, number }));
  const heads = columns.map(({ head }) => head);
  const rows = matchItems(was.rows.map((row) => item(row, heads)), now.rows.map((row) => item(row, heads))).map(({ from, to, moved }) => ({
    ...compareRows(from === undefined ? undefined : was.rows[from], to === undefined ? undefined : now.rows[to], heads),
    moved,
    isTotal: false,
    ...(from === undefined ? {} : { from }),
  }));
  const total = was.total ?? now.total;
  return { caption, columns, rows: total === undefined ? rows : [...rows, { ...compareRows(was.total, now.total, heads), moved: false, isTotal: true }] };
}

/** The columns of now, and where only the earlier version has one, that one behind its neighbour. */
function columnsOf(before: RecordTable | undefined, after: RecordTable | undefined): RecordTable['columns'] {
  const columns = [...(after?.columns ?? [])];
  before?.columns.forEach((column, index, all) => {
    if (columns.some(({ head }) => head === column.head)) return;
    const previous = all[index - 1]?.head;
    columns.splice(columns.findIndex(({ head }) => head === previous) + 1, 0, column);
  });
  return columns;
}

function partsOf(table: RecordTable | undefined): { readonly all: readonly Cells[]; readonly rows: readonly Cells[]; readonly total: Cells | undefined } {
  const all = (table?.rows ?? []).map((row) => new Map((table?.columns ?? []).map(({ head }, index) => [head, row[index] ?? ''])));
  const hasTotal = table?.hasTotal === true;
  return { all, rows: hasTotal ? all.slice(0, -1) : all, total: hasTotal ? all[all.length - 1] : undefined };
}

const textIn = (row: Cells | undefined, head: string): string => row?.get(head) ?? '';

/** A row as an item of a list: its name is its first text. Members are named by their place, for a head may be any word. */
const item = (row: Cells, heads: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(heads.map((head, index) => [`cell${index}`, textIn(row, head)]));

function compareRows(before: Cells | undefined, after: Cells | undefined, heads: readonly string[]): Pick<RecordRowChange, 'kind' | 'cells'> {
  const cells = heads.map((head) => ({ before: textIn(before, head), after: textIn(after, head) }));
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : cells.some((cell) => cell.before !== cell.after) ? 'changed' : 'same';
  return { kind, cells };
}
