import type { Case, Locale, Problem, ReadCase, Scheme } from '@cobuild/core';
import { readCases } from '@cobuild/core';
import type { Cell, Sheet } from '@cobuild/rules';
import { caseRows, readWorkbookInWorker, sheetRows } from '@cobuild/rules';
import { bytesOf, fileText } from '../internal/file-text.js';
import { TimeSlices } from '../internal/time-slices.js';

/** Cases of a file, and what is wrong with the lines that are left out. */
export interface CaseFile { readonly cases: readonly Case[]; readonly problems: readonly Problem[] }

export interface CaseFileOptions {
  readonly scheme: Scheme;
  readonly locale: Locale;
  /** Reads what is neither JSON nor CSV; by default a workbook is read in the worker. */
  readonly readSheet?: ((file: File) => Promise<Sheet>) | undefined;
  /** Address of the worker's file. */
  readonly workerUrl?: string | undefined;
  /** Told of the number of cases read so far, and of the part of the file that is read, 0 to 1, where it is known. */
  readonly onProgress: (read: number, part: number | undefined) => void;
  /** Breaks the reading off. */
  readonly signal: AbortSignal;
}

/** The reading of a file was broken off. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped';
}

/** Bytes that are made text at once. */
const PART = 1 << 18;

/**
 * Cases of JSON Lines, JSON, CSV or Excel; the page goes on answering meanwhile.
 *
 * @throws {ReadingStopped} once the signal says so.
 * @throws {Error} where the file cannot be read at all, or is a workbook and nobody reads those.
 */
export async function readCaseFile(file: File, options: CaseFileOptions): Promise<CaseFile> {
  const { locale } = options;
  const slices = new TimeSlices();
  if (/\.xlsx?$/i.test(file.name)) return casesOfSheet(await workbookOf(file, options), file, slices, options);
  if (/\.(csv|tsv|txt)$/i.test(file.name)) {
    const rows: (readonly Cell[])[] = [];
    for (const row of sheetRows(await fileText(file))) {
      rows.push(row);
      if (slices.isOver) await turn(slices, options);
    }
    return casesOfSheet(rows, file, slices, options);
  }
  if (!(await isByLine(file))) return takeIn(readCases(await fileText(file), { document: file.name, locale }), slices, options);
  try {
    return await casesOfLines(file, new TextDecoder('utf-8', { fatal: true }), slices, options);
  } catch (error) {
    if (error instanceof ReadingStopped) throw error;
    return casesOfLines(file, new TextDecoder('gb18030'), slices, options);
  }
}

async function workbookOf(file: File, { readSheet, workerUrl }: CaseFileOptions): Promise<Sheet> {
  if (readSheet !== undefined) return readSheet(file);
  if (workerUrl === undefined) throw new TypeError('Neither readSheet nor workerUrl is set');
  return readWorkbookInWorker(workerUrl, await bytesOf(file));
}

const casesOfSheet = (sheet: Sheet, file: File, slices: TimeSlices, options: CaseFileOptions): Promise<CaseFile> =>
  takeIn(caseRows(options.scheme, sheet, { document: file.name, locale: options.locale, leaveOutColumns: true }), slices, options);

/** Whether a file is written line by line shows in its first line; as `readCases` sees it. */
async function isByLine(file: File): Promise<boolean> {
  const [line = ''] = new TextDecoder().decode(await bytesOf(file.slice(0, PART))).trimStart().split('\n');
  return /^\{./.test(line) && (line.trim().endsWith('}') || /\.(jsonl|ndjson)$/i.test(file.name));
}

/** JSON Lines, one after the other: the text of a large file never exists as a whole. */
async function casesOfLines(file: File, decoder: TextDecoder, slices: TimeSlices, options: CaseFileOptions): Promise<CaseFile> {
  const { locale } = options;
  const [cases, problems]: [Case[], Problem[]] = [[], []];
  let line = 0;
  let rest = '';
  for (let from = 0; from < file.size; from += PART) {
    const isLast = from + PART >= file.size;
    const lines = `${rest}${decoder.decode(await bytesOf(file.slice(from, from + PART)), { stream: !isLast })}`.split('\n');
    rest = isLast ? '' : (lines.pop() ?? '');
    for (const written of lines) {
      line += 1;
      if (written.trim() !== '') for (const read of readCases(written, { document: file.name, locale })) keep(placedAt(read, line), cases, problems);
      if (slices.isOver) await turn(slices, options, cases.length, from / file.size);
    }
    // A line may be longer than a part.
    await turn(slices, options, cases.length, from / file.size);
  }
  return { cases, problems };
}

async function takeIn(reads: Iterable<ReadCase>, slices: TimeSlices, options: CaseFileOptions): Promise<CaseFile> {
  const [cases, problems]: [Case[], Problem[]] = [[], []];
  for (const read of reads) {
    keep(read, cases, problems);
    if (slices.isOver) await turn(slices, options, cases.length);
  }
  return { cases, problems };
}

function keep(read: ReadCase, cases: Case[], problems: Problem[]): void {
  if ('case' in read) cases.push(read.case);
  else problems.push(...read.problems);
}

async function turn(slices: TimeSlices, { signal, onProgress }: CaseFileOptions, read = 0, part?: number): Promise<void> {
  onProgress(read, part);
  await slices.next();
  if (signal.aborted) throw new ReadingStopped('The reading was broken off');
}

function placedAt(read: ReadCase, line: number): ReadCase {
  return 'case' in read ? { ...read, line } : { line, problems: read.problems.map((problem) => ({ ...problem, line })) };
}
