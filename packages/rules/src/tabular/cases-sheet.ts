import type { Case, Locale, Problem, ReadCase, Scheme } from '@cobuild/core';
import { nearestName, readCases, valueAt, withValueAt } from '@cobuild/core';
import type { CaseColumn } from './case-columns.js';
import { caseColumns, withNumbers } from './case-columns.js';
import { readCell, writeCell } from './cell-values.js';
import type { Cell, Sheet } from './sheet.js';
import { MOST_ROWS, cellText, isEmptyCell } from './sheet.js';
import { problemInSheet, sheetProblem } from './sheet-problem.js';

export interface SheetReadOptions {
  /** Name of the file in problems. Default `cases.xlsx`. */
  readonly document?: string;
  readonly locale?: Locale;
  /** A column that is unknown, ambiguous or there twice is named and left out, and the rows are read without it. By default it keeps all rows out. */
  readonly leaveOutColumns?: boolean;
}

/**
 * Reads cases from a sheet: the first row names the columns by key, by title or as `title (key)`; each further row is a case. Empty cells are answers that were
 * not given, empty rows are left out.
 *
 * @returns One entry per row (`line` is its number as the spreadsheet shows it); what is wrong with one row does not touch the others, and every problem
 *   names row and column. Where columns cannot be read, there is one entry with those problems alone.
 * @example casesFromSheet(scheme, [['id', 'submittedAt', 'applicant.id', '申请专项资金'], ['1', '2026-03-05 09:30', 'v1', 5000]])
 */
export function casesFromSheet(scheme: Scheme, sheet: Sheet, options: SheetReadOptions = {}): readonly ReadCase[] {
  return Array.from(caseRows(scheme, sheet, options));
}

/** As {@link casesFromSheet}, one row at a time: a page that reads many of them can pause in between. */
export function* caseRows(scheme: Scheme, sheet: Sheet, { document = 'cases.xlsx', locale = 'zh-CN', leaveOutColumns = false }: SheetReadOptions = {}): Generator<ReadCase, void, undefined> {
  const [header, ...rows] = sheet;
  const refused = (problems: readonly Problem[]): ReadCase => ({ line: 1, problems });
  if (header === undefined || header.every(isEmptyCell)) return yield refused([sheetProblem('sheet/empty', document, { row: 0 }, {}, locale)]);
  if (rows.length > MOST_ROWS) return yield refused([sheetProblem('sheet/too-many-rows', document, { row: 0 }, { rows: rows.length, most: MOST_ROWS }, locale)]);
  const columns = readHeader(scheme, header, document, locale);
  if (columns.problems.length > 0) yield refused(columns.problems);
  if (columns.problems.length > 0 && !(leaveOutColumns && NEEDED.every((needed) => columns.columns.some(({ pointer }) => pointer === needed)))) return;
  const ids = new Map<string, number>();
  for (const [index, row] of rows.entries()) if (!row.every(isEmptyCell)) yield readRow(row, index + 1, columns.columns, ids, document, locale);
}

/** What every case has. */
const NEEDED: readonly string[] = ['/id', '/submittedAt', '/applicant/id'];

interface PlacedColumn extends CaseColumn { readonly column: number; readonly header: string }

function readHeader(scheme: Scheme, header: readonly Cell[], document: string, locale: Locale): { readonly columns: readonly PlacedColumn[]; readonly problems: readonly Problem[] } {
  const known = caseColumns(scheme, locale);
  const columns: PlacedColumn[] = [];
  const problems: Problem[] = [];
  header.forEach((cell, column) => {
    const word = cellText(cell);
    if (word === '') return;
    const [found, ...others] = known.named(word);
    const place = { row: 0, column, header: word };
    if (found === undefined) {
      const nearest = nearestName(word, known.all.flatMap(({ key, title }) => [key, title]));
      problems.push(sheetProblem('sheet/unknown-column', document, place, { header: word, ...(nearest === undefined ? {} : { nearest }) }, locale));
    } else if (others.length > 0) problems.push(sheetProblem('sheet/ambiguous-column', document, place, { header: word, known: [found, ...others].map(({ key }) => key).join('、') }, locale));
    else if (columns.some(({ pointer }) => pointer === found.pointer)) problems.push(sheetProblem('sheet/second-column', document, place, { header: word }, locale));
    else columns.push({ ...found, column, header: word });
  });
  const missing = NEEDED.filter((needed) => !columns.some(({ pointer }) => pointer === needed));
  const titles = missing.map((needed) => known.all.find(({ pointer }) => pointer === needed)?.title ?? needed);
  return { columns, problems: problems.length > 0 ? problems : titles.map((name) => sheetProblem('sheet/missing-column', document, { row: 0 }, { name }, locale)) };
}

function readRow(row: readonly Cell[], index: number, columns: readonly PlacedColumn[], ids: Map<string, number>, document: string, locale: Locale): ReadCase {
  const problems: Problem[] = [];
  let made: unknown = { answers: {} };
  for (const { pointer, type, column, header } of columns) {
    const cell = row[column];
    if (isEmptyCell(cell)) continue;
    const read = readCell(cell, type, locale);
    if ('value' in read) made = withValueAt(containersAt(made, pointer), pointer, read.value);
    else problems.push(sheetProblem('sheet/bad-value', document, { row: index, column, header }, { value: cellText(cell), wanted: read.wanted, ...(read.known === undefined ? {} : { known: read.known.join('、') }) }, locale));
  }
  const line = index + 1;
  const written = valueAt(made, '/id');
  const id = typeof written === 'string' ? written : '';
  const first = ids.get(id);
  if (id !== '' && first !== undefined) problems.push(sheetProblem('sheet/second-id', document, placeOf('/id', index, columns), { id, first }, locale));
  else if (id !== '') ids.set(id, line);
  if (problems.length > 0) return { line, problems };
  const [read] = readCases(JSON.stringify(made), { document, locale });
  if (read === undefined || 'case' in read) return { line, case: made as Case };
  return { line, problems: read.problems.map((problem) => sheetProblem('sheet/bad-case', document, placeOf(problem.pointer, index, columns), { message: problem.message, ...(problem.remedy === undefined ? {} : { remedy: problem.remedy }) }, locale)) };
}

/** Lists on the way are made as lists, so that item 1 is an item and no key. */
function containersAt(document: unknown, pointer: string): unknown {
  const tokens = pointer.split('/').slice(1);
  return tokens.reduce<unknown>((made, token, index) => {
    if (!/^\d+$/.test(token)) return made;
    const holder = `/${tokens.slice(0, index).join('/')}`;
    return valueAt(made, holder) === undefined ? withValueAt(made, holder, []) : made;
  }, document);
}

/** The column that a problem speaks of: the one whose place holds it, or whose cell would have made it. */
function placeOf(pointer: string, row: number, columns: readonly PlacedColumn[]): { readonly row: number; readonly column?: number; readonly header?: string } {
  const found = columns.find((column) => pointer === column.pointer || pointer.startsWith(`${column.pointer}/`)) ?? columns.find((column) => pointer !== '' && column.pointer.startsWith(`${pointer}/`));
  return found === undefined ? { row } : { row, column: found.column, header: found.header };
}

/**
 * Puts problems of cases that were read from a sheet to their cells: what form and stages find wrong, as {@link findCaseProblems} tells it.
 *
 * @returns A function of a problem, its pointer into the case, and the number of the row as the spreadsheet shows it.
 */
export function casePlaces(scheme: Scheme, [header = []]: Sheet, { document = 'cases.xlsx', locale = 'zh-CN' }: SheetReadOptions = {}): (problem: Problem, line: number) => Problem {
  const { columns } = readHeader(scheme, header, document, locale);
  return (problem, line) => problemInSheet({ ...problem, document }, placeOf(problem.pointer, line - 1, columns), locale);
}

/** Lists of objects with more items than this are written into one cell. */
const MOST_ITEMS = 30;

/**
 * Writes cases as a sheet that {@link casesFromSheet} reads back as the same cases. Columns that no case fills are left out.
 */
export function sheetFromCases(scheme: Scheme, cases: readonly Case[], { locale = 'zh-CN' }: Pick<SheetReadOptions, 'locale'> = {}): Sheet {
  const { all } = caseColumns(scheme, locale);
  const spread = new Set<string>();
  const columns = all.flatMap((column): CaseColumn[] => {
    if (column.pointer.includes('/*')) return spreadColumns(column, cases, spread);
    if (column.type.kind === 'json' && column.pointer.startsWith('/answers') && itemsOf(column.pointer, cases) <= MOST_ITEMS && cases.every((application) => isSpreadable(valueAt(application, column.pointer), column, all))) {
      spread.add(column.pointer);
      return [];
    }
    return isFilled(column, cases) && !(column.key.startsWith('meeting.') && cases.some((application) => application.meeting !== undefined)) ? [column] : [];
  });
  return [columns.map(({ key, title }) => (title === key ? key : `${title} (${key})`)), ...cases.map((application) => columns.map(({ pointer, type }) => writeCell(valueAt(application, pointer), type)))];
}

function isFilled({ pointer }: CaseColumn, cases: readonly Case[]): boolean {
  return cases.some((application) => valueAt(application, pointer) !== undefined);
}

function itemsOf(pointer: string, cases: readonly Case[]): number {
  return cases.reduce((most, application) => {
    const list = valueAt(application, pointer);
    return Array.isArray(list) ? Math.max(most, list.length) : most;
  }, 0);
}

/** Whether every member of every item has a column of its own; else the list would come back with less. */
function isSpreadable(list: unknown, { pointer }: CaseColumn, all: readonly CaseColumn[]): boolean {
  if (list === undefined) return true;
  if (!Array.isArray(list) || list.length === 0) return false;
  return list.every((item: unknown) => item !== null && typeof item === 'object' && Object.keys(item).length > 0 && Object.keys(item).every((name) => all.some((column) => column.pointer === `${pointer}/*/${name}` && column.type.kind !== 'json')));
}

function spreadColumns(column: CaseColumn, cases: readonly Case[], spread: ReadonlySet<string>): CaseColumn[] {
  const list = column.pointer.slice(0, column.pointer.indexOf('/*'));
  if (!spread.has(list) || column.pointer.indexOf('/*') !== column.pointer.lastIndexOf('/*')) return [];
  return Array.from({ length: itemsOf(list, cases) }, (_, index) => ({
    ...column, pointer: withNumbers(column.pointer, [index]), key: column.key.replace('*', String(index + 1)), title: column.title.replace('*', String(index + 1)),
  })).filter((own) => isFilled(own, cases));
}
