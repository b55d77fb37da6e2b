import type { JsonChange, Locale } from '@cobuild/core';
import { isParameterReference, startValue, valueAt, withValueAt } from '@cobuild/core';
import type { CellKind, Reading } from './cell-text.js';
import { entryText, outputText, readEntry, readOutput, readTitle } from './cell-text.js';
import { readNumber } from './numbers.js';
import { ruleWords } from './rule-words.js';

/** A column of a grid: what its cells hold and where they stand in the thing that a row is. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
  readonly group: 'head' | 'input' | 'output' | 'setting';
  /** `entry`: what a row of a decision table wants of an input. `value`: one value. `title`: words in the language of the editor. */
  readonly holds: 'entry' | 'value' | 'title';
  readonly kind: CellKind;
  /** From the row: `/inputs/amount`. */
  readonly at: string;
  readonly required: boolean;
  /** `UNDECIDED` may stand here. */
  readonly open: boolean;
  /** Where the column itself stands in the scheme: `/decisionTables/0/inputs/1`. */
  readonly pointer?: string;
  /** What an empty cell means. */
  readonly empty: string;
  /** What may stand here, as the rest of a sentence: 要填一个数字. */
  readonly wanted: string;
}

/** A list of things with ids as rows and columns. */
export interface Grid {
  /** Of the list: `/decisionTables/0/rows`. */
  readonly pointer: string;
  readonly label: string;
  readonly locale: Locale;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly unknown[];
  readonly mostRows: number;
}

export interface Spot { readonly row: number; readonly column: number }

/** What stands in a cell; `undefined` where nothing does. */
export function cellValue(grid: Grid, row: number, column: GridColumn): unknown {
  return valueAt(grid.rows[row], column.at);
}

/** A cell as it is shown, copied and typed. */
export function cellText(grid: Grid, row: number, column: GridColumn): string {
  const value = cellValue(grid, row, column);
  if (column.holds === 'title') {
    const text = valueAt(value, `/${grid.locale}`) ?? valueAt(value, '/zh-CN');
    return typeof text === 'string' ? text : '';
  }
  return column.holds === 'entry' ? entryText(value, column.kind) : outputText(value, column.kind);
}

/** Reads a text for a cell. `others` are the texts that come into the same column with it, and `replaced` their rows. */
export function readCell(grid: Grid, column: GridColumn, text: string, others: readonly string[], replaced: ReadonlySet<number>): Reading {
  const words = ruleWords(grid.locale);
  const reading = column.holds === 'title' ? readTitle(text, grid.locale)
    : column.holds === 'entry' ? readEntry(text, column.kind)
      : text.trim() === '' && !column.required ? { ok: true as const, value: undefined } : readOutput(text, valueKind(grid, column, others, replaced));
  if (!reading.ok) return reading;
  if (reading.value === undefined && column.required) return { ok: false, why: words.notEmpty };
  return reading.value === 'UNDECIDED' && !column.open ? { ok: false } : reading;
}

/** A column of which the format fixes no type has that of its other cells; one without any has that of what comes into it. */
function valueKind(grid: Grid, column: GridColumn, others: readonly string[], replaced: ReadonlySet<number>): CellKind {
  if (column.kind.type !== 'any' || column.kind.options !== undefined) return column.kind;
  const kept = grid.rows.flatMap((_, row) => (replaced.has(row) ? [] : [cellValue(grid, row, column)])).filter((value) => value !== undefined && value !== 'UNDECIDED' && !isParameterReference(value));
  const types = new Set(kept.map((value) => typeof value));
  if (types.size > 1) return column.kind;
  const [only] = types;
  if (only === 'number' || only === 'boolean') return { ...column.kind, type: only };
  if (only === 'string') return { ...column.kind, type: 'text' };
  const said = others.filter((text) => text.trim() !== '' && readOutput(text, { ...column.kind, type: 'text' }).ok);
  return said.every((text) => typeof readNumber(text) === 'number' || /^\{.*\}$/.test(text.trim()) || isOpenText(text)) ? column.kind : { ...column.kind, type: 'text' };
}

const isOpenText = (text: string): boolean => /^(尚未决定|UNDECIDED|not decided yet)$/i.test(text.trim());

/** The changes that put a value into a cell of a row that is there. */
export function writeCell(grid: Grid, row: number, column: GridColumn, value: unknown): readonly JsonChange[] {
  const pointer = `${grid.pointer}/${row}${column.at}`;
  const now = cellValue(grid, row, column);
  if (column.holds === 'title') return writeTitle(grid.locale, pointer, now, value);
  if (value === undefined) return now === undefined ? [] : [{ kind: 'remove', pointer }];
  return [{ kind: 'set', pointer, value }];
}

function writeTitle(locale: Locale, pointer: string, now: unknown, value: unknown): readonly JsonChange[] {
  if (value !== undefined) return [valueAt(now, '/zh-CN') === undefined ? { kind: 'set', pointer, value: { 'zh-CN': value } } : { kind: 'set', pointer: `${pointer}/${locale}`, value }];
  if (now === undefined) return [];
  if (locale === 'zh-CN') return [{ kind: 'remove', pointer }];
  return valueAt(now, '/en') === undefined ? [] : [{ kind: 'remove', pointer: `${pointer}/en` }];
}

/** Ids that no row has, `row-7` and so on. */
export function freshIds(grid: Pick<Grid, 'rows'>, stem: string, count: number): readonly string[] {
  const taken = new Set(grid.rows.map((row) => valueAt(row, '/id')));
  const ids: string[] = [];
  for (let number = grid.rows.length + 1; ids.length < count; number += 1) if (!taken.has(`${stem}-${number}`)) ids.push(`${stem}-${number}`);
  return ids;
}

/** A new row; a cell that nothing was said for is what the format begins with, and “not decided yet” where something has to stand. */
export function newRow(document: unknown, grid: Grid, id: string, values: ReadonlyMap<GridColumn, unknown>): unknown {
  let row = startValue(document, `${grid.pointer}/${grid.rows.length}`);
  row = withValueAt(row, '/id', id);
  for (const column of grid.columns) {
    const value = values.get(column);
    if (value === undefined && (values.has(column) || !column.required || column.holds === 'title' || valueAt(row, column.at) !== undefined)) continue;
    row = withValueAt(row, column.at, value === undefined ? 'UNDECIDED' : column.holds === 'title' ? { 'zh-CN': value } : value);
  }
  return row;
}

/** What ids of new rows begin with. */
export function stemOf(document: unknown, grid: Grid): string {
  const id = valueAt(startValue(document, `${grid.pointer}/${grid.rows.length}`), '/id');
  return typeof id === 'string' ? id.replace(/-\d+$/, '') : 'row';
}
