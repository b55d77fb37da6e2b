import type { Locale, Problem, Scheme } from '@cobuild/core';
import { caseColumns } from './case-columns.js';
import { dayOf, wantedWords } from './cell-values.js';
import type { Cell, Sheet } from './sheet.js';
import { cellText, isEmptyCell } from './sheet.js';
import { sheetProblem } from './sheet-problem.js';

/** The paper that an application was entered from. */
export interface PaperIntake {
  /** The host's name of the scan: an id of its file store, a shelf mark. */
  readonly scan: string;
  /** Day on which the paper came in. */
  readonly receivedOn?: string;
}

/** What the columns about the paper say of a row. */
export interface RowPaper { readonly paper?: PaperIntake; readonly problems: readonly Problem[] }

export interface SplitSheet {
  /** The sheet without those columns; the others stay where they are, so that problems name the cells that people see. */
  readonly sheet: Sheet;
  /** By number of the row as the spreadsheet shows it. */
  readonly papers: ReadonlyMap<number, RowPaper>;
  /** What is wrong with the columns themselves. */
  readonly problems: readonly Problem[];
}

const COLUMNS = { 'paper.scan': ['扫描件', 'Scan'], 'paper.receivedOn': ['收件日期', 'Received on'] } as const;
type Key = keyof typeof COLUMNS;
const KEYS = Object.keys(COLUMNS) as Key[];

/** Takes the columns 扫描件 (`paper.scan`) and 收件日期 (`paper.receivedOn`) out of a sheet of cases. A question of the form that is called so goes before. */
export function splitIntake(scheme: Scheme, sheet: Sheet, document: string, locale: Locale): SplitSheet {
  const [header = [], ...rows] = sheet;
  const known = caseColumns(scheme, locale);
  const problems: Problem[] = [];
  const columns = new Map<Key, { readonly column: number; readonly header: string }>();
  header.forEach((cell, column) => {
    const word = cellText(cell);
    const key = keyOf(word);
    if (key === undefined || known.named(word).length > 0) return;
    if (columns.has(key)) problems.push(sheetProblem('sheet/second-column', document, { row: 0, column, header: word }, { header: word }, locale));
    else columns.set(key, { column, header: word });
  });
  if (columns.size === 0) return { sheet, papers: new Map(), problems };
  const own = new Set([...columns.values()].map(({ column }) => column));
  const papers = new Map(rows.flatMap((row, index): [number, RowPaper][] => ([...own].every((column) => isEmptyCell(row[column])) ? [] : [[index + 2, readPaper(row, index + 1, columns, document, locale)]])));
  return { sheet: sheet.map((row) => row.map((cell, column) => (own.has(column) ? null : cell))), papers, problems };
}

/** `paper.scan`, 扫描件, or 扫描件 (paper.scan). */
function keyOf(word: string): Key | undefined {
  const [, inBrackets] = /[(（]([^()（）]+)[)）]$/.exec(word) ?? [];
  return KEYS.find((key) => key === (inBrackets ?? word) || COLUMNS[key].some((title) => title === word));
}

function readPaper(row: readonly Cell[], index: number, columns: ReadonlyMap<Key, { readonly column: number; readonly header: string }>, document: string, locale: Locale): RowPaper {
  const [scanAt, dayAt] = [columns.get('paper.scan'), columns.get('paper.receivedOn')];
  const scan = scanAt === undefined ? '' : cellText(row[scanAt.column]);
  const cell = dayAt === undefined ? null : (row[dayAt.column] ?? null);
  const receivedOn = isEmptyCell(cell) ? undefined : dayOf(cell, cellText(cell));
  const problems: Problem[] = [];
  if (scan === '') problems.push(sheetProblem('sheet/missing-scan', document, { row: index, ...(scanAt ?? dayAt) }, {}, locale));
  if (!isEmptyCell(cell) && receivedOn === undefined) problems.push(sheetProblem('sheet/bad-value', document, { row: index, ...dayAt }, { value: cellText(cell), wanted: wantedWords('date', locale) }, locale));
  return problems.length > 0 ? { problems } : { paper: { scan, ...(receivedOn === undefined ? {} : { receivedOn }) }, problems };
}
