import type { DecisionRow, DecisionTable, Problem } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { readEntry, readScalar, writeEntry, writeScalar } from './entry-text.js';
import type { Cell, Sheet } from './sheet.js';
import { cellText, isEmptyCell } from './sheet.js';
import { sheetProblem } from './sheet-problem.js';
import type { SheetReadOptions } from './cases-sheet.js';

/** Members of a row that have columns of their own; the others go, as JSON, into the last one. */
const OWN = ['id', 'priority', 'inputs', 'outputs'];
const REST = '其他 (rest)';

/**
 * Writes the rows of a decision table as a sheet: one column per input and output, entries as people write them (`[20, 50)`, `≥ 20`, `a；b`, `-`). Read back by
 * {@link tableFromSheet}, the table is the same.
 */
export function sheetFromTable(table: DecisionTable): Sheet {
  const rows = table.rows === 'UNDECIDED' ? [] : table.rows;
  const hasPriority = rows.some(({ priority }) => priority !== undefined);
  const hasRest = rows.some((row) => Object.keys(row).some((key) => !OWN.includes(key)));
  const header = ['行 (id)', ...(hasPriority ? ['优先级 (priority)'] : []), ...[...table.inputs, ...table.outputs].map(({ id, title }) => `${localize(title, 'zh-CN')} (${id})`), ...(hasRest ? [REST] : [])];
  return [header, ...rows.map((row): readonly Cell[] => [
    row.id,
    ...(hasPriority ? [row.priority === undefined ? null : scalarCell(row.priority)] : []),
    ...table.inputs.map(({ id }) => writeEntry(own(row.inputs, id))),
    ...table.outputs.map(({ id }) => scalarCell(own(row.outputs, id))),
    ...(hasRest ? [restCell(row)] : []),
  ])];
}

function own(values: Readonly<Record<string, unknown>>, id: string): unknown {
  return Object.prototype.hasOwnProperty.call(values, id) ? values[id] : undefined;
}

function scalarCell(value: unknown): Cell {
  return value === undefined ? null : typeof value === 'number' || typeof value === 'boolean' ? value : writeScalar(value);
}

function restCell(row: DecisionRow): Cell {
  const rest = Object.fromEntries(Object.entries(row).filter(([key]) => !OWN.includes(key)));
  return Object.keys(rest).length === 0 ? null : JSON.stringify(rest);
}

/**
 * Puts the rows of a sheet in place of those of a table; inputs, outputs and hit policy stay the table's.
 *
 * @returns The table where nothing is wrong, else every problem with its row and column.
 */
export function tableFromSheet(table: DecisionTable, sheet: Sheet, { document = 'table.xlsx', locale = 'zh-CN' }: SheetReadOptions = {}): { readonly table?: DecisionTable; readonly problems: readonly Problem[] } {
  const [header, ...rows] = sheet;
  if (header === undefined || header.every(isEmptyCell)) return { problems: [sheetProblem('sheet/empty', document, { row: 0 }, {}, locale)] };
  const problems: Problem[] = [];
  const columns = header.flatMap((cell, column) => {
    const word = cellText(cell);
    if (word === '') return [];
    const found = columnOf(table, word);
    if (found === undefined) problems.push(sheetProblem('sheet/unknown-column', document, { row: 0, column, header: word }, { header: word }, locale));
    return found === undefined ? [] : [{ ...found, column, header: word }];
  });
  for (const { id, title } of [...table.inputs, ...table.outputs]) {
    if (!columns.some((column) => column.id === id)) problems.push(sheetProblem('sheet/missing-column', document, { row: 0 }, { name: `${localize(title, locale)} (${id})` }, locale));
  }
  if (problems.length > 0) return { problems };
  const made = rows.flatMap((row, index) => (row.every(isEmptyCell) ? [] : [readRow(row, index + 1)]));
  return problems.length > 0 ? { problems } : { table: { ...table, rows: made }, problems };

  function readRow(row: readonly Cell[], index: number): DecisionRow {
    const [inputs, outputs, head]: [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>] = [{}, {}, { id: `row${index}` }];
    for (const { id, part, column, header: word } of columns) {
      const cell = row[column];
      const text = cellText(cell);
      const wrong = (wanted: string): void => { problems.push(sheetProblem('sheet/bad-value', document, { row: index, column, header: word }, { value: text, wanted }, locale)); };
      if (part === 'input') {
        const read = readEntry(text, kindOf(table, id));
        if ('wrong' in read) wrong(locale === 'en' ? 'an entry: [20, 50), >= 20, < 50, a;b or -' : '条件：可以写 [20, 50)、≥ 20、< 50、甲；乙 或 -');
        else if (read.entry !== undefined) define(inputs, id, read.entry);
      } else if (isEmptyCell(cell)) continue;
      else if (part === 'output') define(outputs, id, typeof cell === 'number' || typeof cell === 'boolean' ? cell : readScalar(text, kindOf(table, id)));
      else if (part === 'rest') {
        try {
          Object.assign(head, JSON.parse(text) as object);
        } catch {
          wrong('JSON');
        }
      } else head[part] = part === 'id' ? text : readScalar(text, 'number');
    }
    return { ...head, inputs, outputs } as unknown as DecisionRow;
  }
}

/** Plain assignment of `__proto__` would do something else. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function columnOf(table: DecisionTable, word: string): { readonly id: string; readonly part: 'id' | 'priority' | 'input' | 'output' | 'rest' } | undefined {
  const [, , inBrackets] = /^(.*?)\s*[(（]([^()（）]+)[)）]$/.exec(word) ?? [];
  const key = inBrackets ?? word;
  if (key === 'id' || key === 'priority' || key === 'rest') return { id: `#${key}`, part: key };
  const named = (list: DecisionTable['outputs']): string | undefined => list.find(({ id, title }) => id === key || localize(title, 'zh-CN') === word || localize(title, 'en') === word)?.id;
  const input = named(table.inputs);
  if (input !== undefined) return { id: input, part: 'input' };
  const output = named(table.outputs);
  return output === undefined ? undefined : { id: output, part: 'output' };
}

/** Digits in a column whose entries so far are texts stay texts: area codes. */
function kindOf(table: DecisionTable, id: string): 'number' | 'text' {
  const rows = table.rows === 'UNDECIDED' ? [] : table.rows;
  const values = rows.flatMap((row) => {
    const entry = own(row.inputs, id) ?? own(row.outputs, id);
    const listed: unknown = Array.isArray(entry) ? entry : (entry as { readonly not?: unknown } | undefined)?.not ?? entry;
    return Array.isArray(listed) ? (listed as unknown[]) : [listed];
  });
  const texts = values.filter((value) => typeof value === 'string' && value !== 'UNDECIDED');
  return texts.length > 0 && !values.some((value) => typeof value === 'number') ? 'text' : 'number';
}
