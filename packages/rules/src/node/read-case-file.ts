import type { Locale, Problem, ReadCase, Scheme } from '@cobuild/core';
import { pointerTokens, readCases } from '@cobuild/core';
import { casePlaces, casesFromSheet } from '../tabular/index.js';
import type { CommandIo } from './command-io.js';
import { jsonPlace } from './json-place.js';
import { notACase } from './not-a-case.js';
import { readText } from './read-bytes.js';
import type { CommandOptions } from './read-options.js';
import { isSpreadsheet, readWorkbook } from './spreadsheet-file.js';

/** Cases as they stand in a file. */
export interface CaseFile {
  readonly cases: readonly ReadCase[];
  /** Puts a problem of the case at `index`, its pointer into the case, to its place in the file. */
  readonly place: (problem: Problem, index: number) => Problem;
}

/**
 * The cases of a file: JSON Lines or JSON (`-` for standard input), or a spreadsheet, whose columns are those of the scheme's form.
 *
 * @throws {UsageError} when it cannot be read, or has no sheet of the name that was asked for.
 */
export async function readCaseFile(path: string, io: CommandIo, { locale, sheet }: Pick<CommandOptions, 'locale' | 'sheet'>, scheme: Scheme): Promise<CaseFile> {
  if (isSpreadsheet(path)) return fromSheet(path, sheet, locale, scheme);
  const text = path === '-' ? await io.readStandardInput() : readText(path);
  const document = path === '-' ? 'stdin' : path;
  const cases = readCases(text, { document, locale }).map((read) => ('problems' in read ? notACase(read, locale) : read));
  return { cases, place: jsonPlaces(text, document, cases) };
}

async function fromSheet(path: string, name: string | undefined, locale: Locale, scheme: Scheme): Promise<CaseFile> {
  const { sheet, name: read, others } = await readWorkbook(path, name);
  const cases = casesFromSheet(scheme, sheet, { document: path, locale });
  const place = casePlaces(scheme, sheet, { document: path, locale });
  return { cases: others.length === 0 ? cases : cases.map((one) => ('problems' in one && one.line === 1 ? { ...one, problems: one.problems.map((problem) => ofSheet(problem, read, others, locale)) } : one)), place: (problem, index) => place(problem, cases[index]?.line ?? 1) };
}

/** Columns that nobody knows may be those of another sheet of the same workbook. */
function ofSheet(problem: Problem, read: string, others: readonly string[], locale: Locale): Problem {
  const hint = locale === 'en' ? `The sheet "${read}" was read; the file also holds ${others.map((name) => `"${name}"`).join(', ')}. Choose with --sheet NAME.` : `读的是工作表“${read}”，文件里还有${others.map((name) => `“${name}”`).join('、')}，可用 --sheet 写明。`;
  return { ...problem, remedy: problem.remedy === undefined ? hint : `${problem.remedy}${locale === 'en' ? ' ' : ''}${hint}` };
}

/** One document, where the cases are its items, or a case in each line. */
function jsonPlaces(written: string, document: string, cases: readonly ReadCase[]): CaseFile['place'] {
  const text = written.replace(/^\ufeff/, '');
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    whole = undefined;
  }
  const lines = whole === undefined ? text.split('\n') : [];
  return (problem, index) => {
    const tokens = pointerTokens(problem.pointer);
    const line = cases[index]?.line ?? 1;
    if (whole === undefined) return { ...problem, document, line, column: jsonPlace(lines[line - 1] ?? '', tokens).column };
    const item = Array.isArray(whole) ? [String(index)] : [];
    return { ...problem, document, pointer: `${item.map((token) => `/${token}`).join('')}${problem.pointer}`, ...jsonPlace(text, [...item, ...tokens]) };
  };
}
