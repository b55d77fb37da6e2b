import type { Grading, Locale, Problem } from '@cobuild/core';
import { compareDecimals, localize, nearestName, readDecimal } from '@cobuild/core';
import type { SheetReadOptions } from './cases-sheet.js';
import type { Cell, Sheet } from './sheet.js';
import { cellText, isEmptyCell } from './sheet.js';
import { sheetProblem } from './sheet-problem.js';

/** A mark that somebody entered; `null` takes one away. */
export interface EnteredMark { readonly id: string; readonly input: string; readonly mark: number | null }

/** What was read, and every cell that was refused, by row and column. */
export interface ReadMarks { readonly marks: readonly EnteredMark[]; readonly problems: readonly Problem[]; /** Rows of which nothing was refused. */ readonly rows: number }

/** What a mark may be, both ends included. */
export interface MarkRange { readonly lowest?: number; readonly highest?: number }

interface Reading extends SheetReadOptions {
  readonly range?: MarkRange;
  /** What the column with the numbers of the entries may be called, besides `id`. */
  readonly idTitles?: readonly string[];
}

type Input = NonNullable<Grading['inputs']>[number];
interface MarkColumn { readonly column: number; readonly header: string; readonly input: string }

/**
 * Marks of many entries from a sheet: the first row names the columns, the number of the entry (`编号`, `id`) and the inputs of the grading by id or title. A bad cell
 * refuses its row and touches no other one; an empty cell is a mark that was not given.
 *
 * @param known - Numbers of the entries of the register.
 * @example marksFromSheet(grading, new Set(['HT-01']), [['编号', '村评估'], ['HT-01', '95']]).marks // [{ id: 'HT-01', input: 'village', mark: 95 }]
 */
export function marksFromSheet(grading: Grading, known: { readonly has: (id: string) => boolean }, sheet: Sheet, options: Reading = {}): ReadMarks {
  const steps = markSteps(grading, known, sheet, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Rows between two looks at the clock of whoever takes the steps. */
const STEP = 100;

/** The same in steps, for pages that go on answering keys while a long sheet is read; yields how many rows are read. */
export function* markSteps({ inputs = [] }: Grading, known: { readonly has: (id: string) => boolean }, sheet: Sheet, { document = 'marks.xlsx', locale = 'zh-CN', range = {}, idTitles = [] }: Reading = {}): Generator<number, ReadMarks> {
  const [header, ...rows] = sheet;
  if (header === undefined || header.every(isEmptyCell)) return { marks: [], rows: 0, problems: [sheetProblem('sheet/empty', document, { row: 0 }, {}, locale)] };
  const found = readHeader(inputs, header, ['id', '编号', 'Number', ...idTitles], document, locale);
  if (found.problems.length > 0) return { marks: [], rows: 0, problems: found.problems };
  const seen = new Map<string, number>();
  const read: RowOfMarks[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % STEP === STEP - 1) yield index + 1;
    if (row.every(isEmptyCell)) continue;
    const id = cellText(row[found.id]);
    const first = seen.get(id);
    const place = { row: index + 1, column: found.id, header: cellText(header[found.id]) };
    if (!known.has(id)) read.push({ marks: [], problems: [sheetProblem('sheet/unknown-entry', document, place, { value: id }, locale)] });
    else if (first !== undefined) read.push({ marks: [], problems: [sheetProblem('sheet/second-id', document, place, { id, first }, locale)] });
    else {
      seen.set(id, index + 2);
      read.push(readRow(row, found.columns, id, { row: index + 1, document, locale, range }));
    }
  }
  return together(read);
}

/**
 * Cells that were pasted at an entry: row by row into it and those after it, column by column into its input and those beside it. A cell that is no mark is refused, and
 * the others are taken.
 *
 * @param ids - The entries in the order in which they are shown, from the one that was pasted at.
 * @param inputs - The inputs from the one that was pasted at, as they stand side by side.
 */
export function marksFromCells(ids: readonly string[], inputs: readonly Input[], cells: Sheet, { document = 'paste', locale = 'zh-CN', range = {} }: Omit<Reading, 'idTitles'> = {}): ReadMarks {
  const columns = inputs.map(({ id, title }, column): MarkColumn => ({ column, header: localize(title, locale), input: id }));
  const rows = cells.slice(0, ids.length).map((row, index) => readCells(row, columns, ids[index] ?? '', { row: index, document, locale, range }));
  const rest = cells.slice(ids.length).filter((row) => !row.every(isEmptyCell));
  const beyond = rest.length === 0 ? [] : [sheetProblem('sheet/beyond-entries', document, { row: ids.length }, { rows: cells.length, entries: ids.length }, locale)];
  const { marks, problems, rows: good } = together(rows);
  return { marks, problems: [...problems, ...beyond], rows: good };
}

/** A sheet to fill in: the entries with the marks they have. */
export function sheetFromMarks({ inputs = [] }: Grading, entries: readonly { readonly id: string; readonly name: string; readonly marks: Readonly<Record<string, number | null | undefined>> }[], locale: Locale = 'zh-CN'): Sheet {
  const words = locale === 'en' ? ['Number (id)', 'Name'] : ['编号 (id)', '名称'];
  return [[...words, ...inputs.map(({ id, title }) => `${localize(title, locale)} (${id})`)], ...entries.map(({ id, name, marks }) => [id, name, ...inputs.map((input) => marks[input.id] ?? null)])];
}

interface RowOfMarks { readonly marks: readonly EnteredMark[]; readonly problems: readonly Problem[] }
interface RowContext { readonly row: number; readonly document: string; readonly locale: Locale; readonly range: MarkRange }

function readHeader(inputs: readonly Input[], header: readonly Cell[], ids: readonly string[], document: string, locale: Locale): { readonly id: number; readonly columns: readonly MarkColumn[]; readonly problems: readonly Problem[] } {
  const names = header.map((cell) => cellText(cell));
  const called = (name: string, key: string, titles: readonly string[]): boolean => name === key || titles.includes(name) || name.endsWith(`(${key})`);
  const id = names.findIndex((name) => called(name, 'id', ids));
  const problems: Problem[] = [];
  const columns = names.flatMap((name, column): MarkColumn[] => {
    if (name === '' || column === id) return [];
    const input = inputs.find((each) => called(name, each.id, [localize(each.title, 'zh-CN'), localize(each.title, 'en')]));
    // What stands beside the marks for people to read is left alone, unless it may have been meant for a mark.
    const nearest = input === undefined ? nearestName(name, inputs.flatMap((each) => [each.id, localize(each.title, locale)])) : undefined;
    if (nearest !== undefined) problems.push(sheetProblem('sheet/unknown-column', document, { row: 0, column, header: name }, { header: name, nearest }, locale));
    return input === undefined ? [] : [{ column, header: name, input: input.id }];
  });
  const second = columns.find((column, index) => columns.findIndex(({ input }) => input === column.input) !== index);
  if (second !== undefined) problems.push(sheetProblem('sheet/second-column', document, { row: 0, column: second.column, header: second.header }, { header: second.header }, locale));
  if (id < 0) problems.push(sheetProblem('sheet/missing-column', document, { row: 0 }, { name: ids[locale === 'en' ? 2 : 1] ?? 'id' }, locale));
  if (columns.length === 0 && problems.length === 0) problems.push(sheetProblem('sheet/missing-column', document, { row: 0 }, { name: inputs.map(({ title }) => localize(title, locale)).join('、') }, locale));
  return { id, columns, problems };
}

/** Of a sheet that names its entries a row is taken whole or not at all. */
function readRow(row: readonly Cell[], columns: readonly MarkColumn[], id: string, context: RowContext): RowOfMarks {
  const read = readCells(row, columns, id, context);
  return read.problems.length > 0 ? { marks: [], problems: read.problems } : read;
}

function readCells(row: readonly Cell[], columns: readonly MarkColumn[], id: string, { row: line, document, locale, range }: RowContext): RowOfMarks {
  const marks: EnteredMark[] = [];
  const problems: Problem[] = [];
  for (const { column, header, input } of columns) {
    const cell = row[column];
    if (isEmptyCell(cell)) continue;
    const mark = readMark(cell, range);
    if (mark !== undefined) marks.push({ id, input, mark });
    else problems.push(sheetProblem('sheet/bad-value', document, { row: line, column, header }, { value: cellText(cell), wanted: wantedMark(range, locale) }, locale));
  }
  return { marks, problems };
}

function readMark(cell: Cell, { lowest, highest }: MarkRange): number | undefined {
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' && /^[+-]?\d+(\.\d+)?$/.test(cell.trim().normalize('NFKC')) ? Number(cell.trim().normalize('NFKC')) : undefined;
  const decimal = number === undefined ? undefined : readDecimal(number);
  if (decimal === undefined) return undefined;
  const fits = (lowest === undefined || compareDecimals(decimal, lowest) >= 0) && (highest === undefined || compareDecimals(decimal, highest) <= 0);
  return fits ? number : undefined;
}

function wantedMark({ lowest, highest }: MarkRange, locale: Locale): string {
  if (locale === 'en') return lowest === undefined && highest === undefined ? 'a number' : lowest === undefined ? `a number up to ${highest ?? ''}` : highest === undefined ? `a number from ${lowest} on` : `a number from ${lowest} to ${highest}`;
  return lowest === undefined && highest === undefined ? '分数' : lowest === undefined ? `分数（不高于 ${highest ?? ''}）` : highest === undefined ? `分数（不低于 ${lowest}）` : `分数（${lowest} 至 ${highest}）`;
}

function together(rows: readonly RowOfMarks[]): ReadMarks {
  return { marks: rows.flatMap(({ marks }) => marks), problems: rows.flatMap(({ problems }) => problems), rows: rows.filter(({ marks, problems }) => marks.length > 0 && problems.length === 0).length };
}
