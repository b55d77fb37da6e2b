import type { DecisionRow, DecisionTable, Locale, Problem, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { readEntry, readScalar, writeEntry, writeScalar } from './entry-text.js';
import type { Cell, Sheet } from './sheet.js';
import { cellText, isEmptyCell } from './sheet.js';
import type { SheetCode, SheetPlace } from './sheet-problem.js';
import { sheetProblem } from './sheet-problem.js';
import type { SheetReadOptions } from './cases-sheet.js';
import { tableFindings } from './table-findings.js';
import type { InputReader } from './table-inputs.js';
import { inputReaders } from './table-inputs.js';

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

export interface TableReadOptions extends SheetReadOptions {
  /** The table's scheme: entries are compared with what its form lets people answer, and the table that is made is checked. */
  readonly scheme?: Scheme;
}

/** A table without its errors; warnings may stand beside a table. */
export interface ReadTable { readonly table?: DecisionTable; readonly problems: readonly Problem[] }

/**
 * Puts the rows of a sheet in place of those of a table; inputs, outputs and hit policy stay the table's.
 *
 * @returns The table where nothing is wrong, else every problem with its row and column.
 * @example tableFromSheet(table, [['id', 'amount', 'route'], ['small', '< 10000', '两委决定']], { scheme }).problems
 */
export function tableFromSheet(table: DecisionTable, sheet: Sheet, { document = 'table.xlsx', locale = 'zh-CN', scheme }: TableReadOptions = {}): ReadTable {
  const [header, ...rows] = sheet;
  if (header === undefined || header.every(isEmptyCell)) return { problems: [sheetProblem('sheet/empty', document, { row: 0 }, {}, locale)] };
  const { columns, problems: ofHeader } = readHeader(table, header, document, locale);
  if (ofHeader.length > 0) return { problems: ofHeader };
  const problems: Problem[] = [];
  const reader: RowReader = { table, columns, inputs: inputReaders(table, scheme, (id) => kindOf(table, id)), ...(scheme === undefined ? {} : { scheme }), report: (code, place, params) => { problems.push(sheetProblem(code, document, place, params, locale)); }, locale };
  const read = rows.flatMap((row, index) => (row.every(isEmptyCell) ? [] : [{ line: index + 2, row: readRow(row, index + 1, reader) }]));
  read.forEach(({ line, row }, index) => {
    const first = read.findIndex((other) => other.row.id === row.id);
    if (first < index) reader.report('sheet/second-id', { row: line - 1, ...placeOf('id', columns) }, { id: row.id, first: read[first]?.line ?? 0 });
  });
  if (problems.length > 0) return { problems };
  const made = { ...table, rows: read.map(({ row }) => row) };
  const found = scheme === undefined ? [] : tableFindings(scheme, made, read.map(({ line }) => line), document, locale);
  return found.some(({ severity }) => severity === 'error') ? { problems: found } : { table: made, problems: found };
}

type Part = 'id' | 'priority' | 'input' | 'output' | 'rest';
interface TableColumn { readonly id: string; readonly part: Part; readonly column: number; readonly header: string }

function readHeader(table: DecisionTable, header: readonly Cell[], document: string, locale: Locale): { readonly columns: readonly TableColumn[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const columns: TableColumn[] = [];
  header.forEach((cell, column) => {
    const word = cellText(cell);
    if (word === '') return;
    const found = columnOf(table, word);
    const place = { row: 0, column, header: word };
    if (found === undefined) problems.push(sheetProblem('sheet/unknown-column', document, place, { header: word }, locale));
    else if (columns.some(({ id, part }) => id === found.id && part === found.part)) problems.push(sheetProblem('sheet/second-column', document, place, { header: word }, locale));
    else columns.push({ ...found, column, header: word });
  });
  const missing = (part: Part, list: DecisionTable['outputs']): void => {
    for (const { id, title } of list) {
      if (!columns.some((column) => column.id === id && column.part === part)) problems.push(sheetProblem('sheet/missing-column', document, { row: 0 }, { name: `${localize(title, locale)} (${id})` }, locale));
    }
  };
  missing('input', table.inputs);
  missing('output', table.outputs);
  return { columns, problems };
}

interface RowReader {
  readonly table: DecisionTable;
  readonly columns: readonly TableColumn[];
  readonly inputs: ReadonlyMap<string, InputReader>;
  readonly scheme?: Scheme;
  readonly report: (code: SheetCode, place: SheetPlace, params: Readonly<Record<string, string | number>>) => void;
  readonly locale: Locale;
}

/** Ids as the format writes them. */
const ID = /^[A-Za-z][A-Za-z0-9-]*$/;

function readRow(row: readonly Cell[], index: number, reader: RowReader): DecisionRow {
  const { table, columns, locale } = reader;
  const [inputs, outputs, head]: [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>] = [{}, {}, { id: `row${index}` }];
  for (const { id, part, column, header } of columns) {
    const cell = row[column];
    const text = cellText(cell);
    const place = { row: index, column, header };
    const wrong = (wanted: string, value = text, known?: readonly string[]): void => reader.report('sheet/bad-value', place, { value, wanted, ...(known === undefined ? {} : { known: known.join('、') }) });
    const checked = (value: unknown): unknown => {
      const unknown = unknownParameter(value, reader.scheme);
      if (unknown !== undefined) wrong(locale === 'en' ? 'a parameter of the scheme' : '方案的参数', unknown, Object.keys(reader.scheme?.parameters ?? {}));
      return value;
    };
    if (part === 'input') {
      const input = reader.inputs.get(id);
      const read = readEntry(text, input?.read ?? ((word) => word));
      if ('entry' in read) {
        if (read.entry !== undefined) define(inputs, id, checked(read.entry));
      } else if (read.wrong === 'value') wrong(input?.wanted(locale) ?? '', read.part, input?.known);
      else wrong(WANTED[read.wrong][locale], read.part);
    } else if (part === 'output') {
      if (isEmptyCell(cell)) reader.report('sheet/empty-output', place, {});
      else define(outputs, id, checked(typeof cell === 'number' || typeof cell === 'boolean' ? cell : readScalar(text, kindOf(table, id))));
    } else if (isEmptyCell(cell)) continue;
    else if (part === 'rest') {
      const rest = objectOf(text);
      if (rest === undefined) wrong('JSON');
      else Object.entries(rest).filter(([key]) => !OWN.includes(key)).forEach(([key, value]) => define(head, key, value));
    } else if (part === 'id') {
      if (ID.test(text)) head['id'] = text;
      else wrong(locale === 'en' ? 'an id: a letter, then letters, digits and hyphens' : '代号：以字母开头，只用字母、数字和连字符');
    } else {
      const priority = checked(readScalar(text, 'number'));
      if (Number.isSafeInteger(priority) || priority === 'UNDECIDED' || typeof priority === 'object') head['priority'] = priority;
      else wrong(locale === 'en' ? 'a whole number' : '整数');
    }
  }
  return { ...head, inputs, outputs } as unknown as DecisionRow;
}

const WANTED: Readonly<Record<'entry' | 'bound', Readonly<Record<Locale, string>>>> = {
  entry: { 'zh-CN': '条件：可以写 [20, 50)、≥ 20、< 50、甲；乙 或 -', en: 'an entry: [20, 50), >= 20, < 50, a;b or -' },
  bound: { 'zh-CN': '界限：可以写数字、日期（如 2026-03-05）、{参数代号} 或 未定', en: 'a bound: a number, a date such as 2026-03-05, {parameter} or UNDECIDED' },
};

/** The first parameter that an entry calls for and the scheme does not have. */
function unknownParameter(value: unknown, scheme: Scheme | undefined): string | undefined {
  if (scheme === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { parameter, from, below } = value as { readonly parameter?: unknown; readonly from?: unknown; readonly below?: unknown };
  if (typeof parameter === 'string') return Object.prototype.hasOwnProperty.call(scheme.parameters, parameter) ? undefined : parameter;
  return unknownParameter(from, scheme) ?? unknownParameter(below, scheme);
}

function objectOf(text: string): object | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function placeOf(part: Part, columns: readonly TableColumn[]): { readonly column?: number; readonly header?: string } {
  const found = columns.find((column) => column.part === part);
  return found === undefined ? {} : { column: found.column, header: found.header };
}

/** Plain assignment of `__proto__` would do something else. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function columnOf(table: DecisionTable, word: string): Pick<TableColumn, 'id' | 'part'> | undefined {
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
