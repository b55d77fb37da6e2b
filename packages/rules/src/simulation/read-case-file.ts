import type { Locale, Problem, ReadCase, Scheme } from '@cobuild/core';
import { readCases } from '@cobuild/core';
import { caseRows, sheetRows } from '../tabular/index.js';
import type { Cell, Sheet } from '../tabular/index.js';
import type { CasePack } from './packed-cases.js';
import { CasePacker } from './packed-cases.js';
import type { FileToRead, TextReader } from './platform.js';
import { bytesOf, textReader } from './platform.js';

export interface CaseFileOptions {
  /** Its questions and facts name the columns of a sheet. */
  readonly scheme: Scheme;
  /** Language of the problems, default `zh-CN`. */
  readonly locale?: Locale | undefined;
}

export interface ReadCaseFileOptions extends CaseFileOptions {
  /** Reads the first sheet of an Excel workbook. */
  readonly readWorkbook: (bytes: ArrayBuffer) => Promise<Sheet>;
  /** Asked after every case: whether what was read so far is handed over, so that others have their turn. */
  readonly isOver?: () => boolean;
}

/** What was read of a file since the last part. */
export interface CaseFilePart {
  readonly cases: CasePack;
  /** What is wrong with lines that are left out. */
  readonly problems: readonly Problem[];
  /** How far the file is read, 0 to 1, where that is known. */
  readonly done?: number | undefined;
}

/** Bytes that are made text at once, and of cases that are handed over at once. */
const PART = 1 << 18;
/** Problems that are handed over at once. */
const MOST_PROBLEMS = 200;

/**
 * Reads past cases from a file, part by part: JSON Lines, one JSON document, CSV or Excel; UTF-8 or GB 18030. Of JSON Lines no more than a part is at hand at any time.
 *
 * @param file - A `File` or `Blob` with a name, which says what it is: `.csv`, `.tsv` and `.txt` are tables, `.xlsx` is a workbook, everything else is JSON.
 * @throws {Error} where it cannot be read at all.
 */
export async function* readCaseFile(file: FileToRead, options: ReadCaseFileOptions): AsyncGenerator<CaseFilePart, void, undefined> {
  const packer = new CasePacker();
  let problems: Problem[] = [];
  let done: number | undefined;
  const taken = (): CaseFilePart => {
    const part = { cases: packer.take(), problems, done };
    problems = [];
    return part;
  };
  const isOver = options.isOver ?? (() => false);
  for await (const step of stepsOf(file, options)) {
    if ('done' in step) done = step.done;
    else if ('case' in step) packer.add(step.case);
    else problems.push(...step.problems);
    if (packer.size >= PART || problems.length >= MOST_PROBLEMS || isOver()) yield taken();
  }
  yield taken();
}

/** A case or what is wrong with it, or how far the reading has come. */
type Step = ReadCase | { readonly done: number | undefined };

async function* stepsOf(file: FileToRead, options: ReadCaseFileOptions): AsyncGenerator<Step, void, undefined> {
  const { locale = 'zh-CN' } = options;
  const place = { document: file.name, locale };
  if (/\.xlsx?$/i.test(file.name)) {
    yield* casesOfSheet(await options.readWorkbook(await bytesOf(file)), place, options);
    return;
  }
  if (/\.(csv|tsv|txt)$/i.test(file.name)) {
    const rows: (readonly Cell[])[] = [];
    for (const row of sheetRows(await wholeText(file))) {
      rows.push(row);
      yield { done: undefined };
    }
    yield* casesOfSheet(rows, place, options);
    return;
  }
  if (!(await isByLine(file))) {
    yield* readCases(await wholeText(file), place);
    return;
  }
  let line = 0;
  for await (const { lines, done } of linesOf(file)) {
    for (const written of lines) {
      line += 1;
      if (written.trim() !== '') for (const read of readCases(written, place)) yield placedAt(read, line);
    }
    yield { done };
  }
}

const casesOfSheet = (sheet: Sheet, place: { readonly document: string; readonly locale: Locale }, { scheme }: CaseFileOptions): Iterable<ReadCase> => caseRows(scheme, sheet, { ...place, leaveOutColumns: true });

/** Whether a file is written line by line shows in its first line; as `readCases` sees it. */
async function isByLine(file: FileToRead): Promise<boolean> {
  const [line = ''] = textReader('utf-8').decode(await bytesOf(file.slice(0, PART))).trimStart().split('\n');
  return /^\{./.test(line) && (line.trim().endsWith('}') || /\.(jsonl|ndjson)$/i.test(file.name));
}

/** The lines of a file, a part of it at a time; what a part breaks off comes with the next. */
async function* linesOf(file: FileToRead): AsyncGenerator<{ readonly lines: readonly string[]; readonly done: number }, void, undefined> {
  const decoder = await decoderFor(file);
  let rest = '';
  for (let from = 0; from < file.size; from += PART) {
    const isLast = from + PART >= file.size;
    const lines = `${rest}${decoder.decode(await bytesOf(file.slice(from, from + PART)), { stream: !isLast })}`.split('\n');
    rest = isLast ? '' : (lines.pop() ?? '');
    yield { lines, done: isLast ? 1 : from / file.size };
  }
}

async function wholeText(file: FileToRead): Promise<string> {
  const decoder = await decoderFor(file);
  return decoder.decode(await bytesOf(file));
}

/** Excel in Chinese saves CSV in the national encoding unless it is told to write UTF-8. */
async function decoderFor(file: FileToRead): Promise<TextReader> {
  const strict = textReader('utf-8', { fatal: true });
  try {
    for (let from = 0; from < file.size; from += PART) strict.decode(await bytesOf(file.slice(from, from + PART)), { stream: from + PART < file.size });
    return textReader('utf-8');
  } catch (error) {
    // A file that is gone meanwhile is no matter of its encoding.
    if (!(error instanceof TypeError)) throw error;
    return textReader('gb18030');
  }
}

function placedAt(read: ReadCase, line: number): ReadCase {
  return 'case' in read ? { ...read, line } : { line, problems: read.problems.map((problem) => ({ ...problem, line })) };
}
