import type { Locale, Problem, Scheme } from '@cobuild/core';
import type { CaseFilePart, Sheet } from '@cobuild/rules';
import { PackedCases, readCaseFile, readCaseFileInWorker } from '@cobuild/rules';
import { TimeSlices } from '../internal/time-slices.js';
import { warnOnce } from '../internal/warn-once.js';

/** Problems that are kept of a file; the others are counted. */
const MOST_PROBLEMS = 200;

/** Cases of a file. */
export interface CaseFile {
  readonly name: string;
  readonly cases: PackedCases;
  /** The first of what is wrong with the lines that are left out. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

export interface CaseFileOptions {
  readonly scheme: Scheme;
  readonly locale: Locale;
  /** Reads Excel in place of the worker. */
  readonly readSheet?: ((file: File) => Promise<Sheet>) | undefined;
  /** Address of the worker's file; without it the page reads by itself, in slices, and no Excel. */
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

/**
 * Cases of JSON Lines, JSON, CSV or Excel. The worker reads them; where there is none the page does, and goes on answering meanwhile.
 *
 * @throws {ReadingStopped} once the signal says so.
 * @throws {Error} where the file cannot be read at all, or is a workbook and nobody reads those.
 */
export async function openCaseFile(file: File, options: CaseFileOptions): Promise<CaseFile> {
  const { readSheet, workerUrl, signal } = options;
  if (workerUrl !== undefined && (readSheet === undefined || !isWorkbook(file))) {
    try {
      return await gathered(file, partsOfWorker(file, workerUrl, options), options);
    } catch (error) {
      if (signal.aborted || isWorkbook(file)) throw stopped(signal) ?? error;
      warnOnce('element/no-worker', `The worker ${workerUrl} cannot read the file: ${error instanceof Error ? error.message : String(error)}; the page reads it itself`);
    }
  }
  return gathered(file, partsOfPage(file, options), options);
}

const isWorkbook = ({ name }: File): boolean => /\.xlsx?$/i.test(name);

const stopped = (signal: AbortSignal): ReadingStopped | undefined => (signal.aborted ? new ReadingStopped('The reading was broken off') : undefined);

async function gathered({ name }: File, parts: AsyncIterable<CaseFilePart>, { onProgress, signal }: CaseFileOptions): Promise<CaseFile> {
  const cases = new PackedCases();
  const problems: Problem[] = [];
  let problemCount = 0;
  for await (const part of parts) {
    const end = stopped(signal);
    if (end !== undefined) throw end;
    cases.add(part.cases);
    problems.push(...part.problems.slice(0, MOST_PROBLEMS - problems.length));
    problemCount += part.problems.length;
    onProgress(cases.length, part.done);
  }
  return { name, cases, problems, problemCount };
}

async function* partsOfWorker(file: File, workerUrl: string, { scheme, locale, signal }: CaseFileOptions): AsyncGenerator<CaseFilePart, void, undefined> {
  const reading = readCaseFileInWorker(workerUrl, file, { scheme, locale });
  // A workbook is read in one go: what is broken off does not wait for it.
  const close = (): void => reading.close();
  signal.addEventListener('abort', close);
  try {
    for (let part = await reading.next(); part !== undefined; part = await reading.next()) yield part;
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

async function* partsOfPage(file: File, { scheme, locale, readSheet }: CaseFileOptions): AsyncGenerator<CaseFilePart, void, undefined> {
  const slices = new TimeSlices();
  const readWorkbook = (): Promise<Sheet> => (readSheet === undefined ? Promise.reject(new TypeError('Neither readSheet nor workerUrl is set')) : readSheet(file));
  for await (const part of readCaseFile(file, { scheme, locale, readWorkbook, isOver: () => slices.isOver })) {
    yield part;
    await slices.next();
  }
}
