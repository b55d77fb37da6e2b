import type { Case, Locale, Problem, ReadCase, Scheme } from '@cobuild/core';
import { readCases } from '@cobuild/core';
import type { Sheet } from '@cobuild/rules';
import { caseRows, sheetFromText } from '@cobuild/rules';
import { fileText } from '../internal/file-text.js';
import { inSlices } from '../internal/slices.js';

/** Cases of a file, and what is wrong with the lines that are left out. */
export interface CaseFile { readonly cases: readonly Case[]; readonly problems: readonly Problem[] }

export interface CaseFileOptions {
  readonly scheme: Scheme;
  readonly locale: Locale;
  /** Reads what is neither JSON nor CSV. */
  readonly readSheet?: ((file: File) => Promise<Sheet>) | undefined;
  /** Told of the number of cases read so far. */
  readonly onProgress: (read: number) => void;
}

/**
 * Cases of JSON Lines, JSON or CSV, and of Excel where the page reads it; the page goes on answering meanwhile.
 *
 * @throws {Error} where the file cannot be read at all, or is a workbook and nobody reads those.
 */
export async function readCaseFile(file: File, { scheme, locale, readSheet, onProgress }: CaseFileOptions): Promise<CaseFile> {
  const isWorkbook = /\.xlsx?$/i.test(file.name);
  if (isWorkbook && readSheet === undefined) throw new TypeError('readSheet is not set');
  const options = { document: file.name, locale };
  const sheet = isWorkbook ? await readSheet?.(file) : undefined;
  const text = isWorkbook ? '' : await fileText(file);
  const reads = sheet !== undefined || /\.(csv|tsv|txt)$/i.test(file.name) ? caseRows(scheme, sheet ?? sheetFromText(text), options) : linesOf(text, options);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
    inSlices(guarded(takeIn(reads), fail), { onProgress, onDone: resolve });
  });
}

/** Nobody waits for an error that is thrown in a later slice, so it is handed on. */
function* guarded(steps: Generator<number, CaseFile>, fail: (error: unknown) => void): Generator<number, CaseFile> {
  try {
    return yield* steps;
  } catch (error) {
    fail(error);
    return { cases: [], problems: [] };
  }
}

function* takeIn(reads: Iterable<ReadCase>): Generator<number, CaseFile> {
  const cases: Case[] = [];
  const problems: Problem[] = [];
  for (const read of reads) {
    if ('case' in read) cases.push(read.case);
    else problems.push(...read.problems);
    yield cases.length;
  }
  return { cases, problems };
}

/** JSON Lines one by one; a document written over several lines as a whole. */
function* linesOf(text: string, options: { readonly document: string; readonly locale: Locale }): Generator<ReadCase> {
  const first = /^\ufeff?\s*([^\n]*)/.exec(text)?.[1]?.trim() ?? '';
  if (!/^\{.*\}$/.test(first)) return yield* readCases(text, options);
  let line = 0;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const written = text.slice(from, end < 0 ? text.length : end);
    line += 1;
    from = end < 0 ? text.length : end + 1;
    if (written.trim() !== '') yield* readCases(written, options).map((read) => placedAt(read, line));
  }
}

function placedAt(read: ReadCase, line: number): ReadCase {
  return 'case' in read ? { ...read, line } : { line, problems: read.problems.map((problem) => ({ ...problem, line })) };
}
