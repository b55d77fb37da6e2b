import type { Applicant, Calendar, Case, EventActor, Locale, Problem, Scheme } from '@cobuild/core';
import { dateInZone } from '@cobuild/core';
import { findCaseProblems } from '../decision/index.js';
import { casePlaces, casesFromSheet } from './cases-sheet.js';
import type { PaperIntake } from './intake-columns.js';
import { splitIntake } from './intake-columns.js';
import { sheetProblem, sheetWords } from './sheet-problem.js';
import type { Sheet } from './sheet.js';

/** How an application came in that its applicant did not enter: who entered it, for whom, when, and from which row of which file. */
export interface Intake {
  readonly enteredBy: EventActor;
  readonly onBehalfOf: Applicant;
  /** Instant with its offset. */
  readonly enteredAt: string;
  readonly document: string;
  /** Row as the spreadsheet shows it. */
  readonly row: number;
  /** The paper that it was entered from. */
  readonly paper?: PaperIntake;
}

export interface AcceptedCase { readonly case: Case; readonly intake: Intake }

/** A row that was not taken in. */
export interface RefusedRow {
  readonly row: number;
  /** Number of the application, where it could be read. */
  readonly id?: string;
  /** Each with row, column, sentence and remedy. */
  readonly problems: readonly Problem[];
}

export interface ImportResult {
  readonly accepted: readonly AcceptedCase[];
  readonly refused: readonly RefusedRow[];
}

export interface ImportOptions {
  /** Who enters the applications, and when (an instant with its offset). */
  readonly enteredBy: EventActor;
  readonly enteredAt: string;
  /** Name of the file in problems and in the record. Default `cases.xlsx`. */
  readonly document?: string;
  readonly locale?: Locale;
  /** Which days are worked, for registers of discussions; without it they are taken in as they are. */
  readonly calendar?: Calendar;
  /** Numbers that the host has already: the same file read twice makes nothing twice. */
  readonly taken?: (id: string) => boolean;
}

/**
 * Takes in applications from a sheet on behalf of their applicants. Rows are read as {@link casesFromSheet} does and checked against form and stages; a bad
 * one is refused with everything that is wrong with it and does not touch the others. Two more columns say what paper a row was entered from: 扫描件
 * (`paper.scan`), the host's name of the scan, and 收件日期 (`paper.receivedOn`).
 *
 * @returns Cases with the record of their intake, and refused rows. Nothing is stored: that is for the host.
 * @throws {TypeError} without somebody who enters, or a time with its offset.
 * @example importCases(scheme, sheet, { enteredBy: clerk, enteredAt: '2026-03-05T09:30:00+08:00', document: '村级申报.xlsx' }).refused[0]?.problems[0]?.message
 */
export function importCases(scheme: Scheme, sheet: Sheet, options: ImportOptions): ImportResult {
  checkOptions(options);
  const { enteredBy, enteredAt, document = 'cases.xlsx', locale = 'zh-CN', taken = () => false, calendar } = options;
  const { sheet: cases, papers, problems: ofColumns } = splitIntake(scheme, sheet, document, locale);
  if (ofColumns.length > 0) return { accepted: [], refused: [{ row: 1, problems: ofColumns }] };
  const place = casePlaces(scheme, cases, { document, locale });
  const known = new Set<number>([1]);
  const accepted: AcceptedCase[] = [];
  const refused: RefusedRow[] = [];
  for (const read of casesFromSheet(scheme, cases, { document, locale })) {
    const { line: row } = read;
    const paper = papers.get(row);
    known.add(row);
    if ('problems' in read) {
      refused.push({ row, problems: [...read.problems, ...(paper?.problems ?? [])] });
      continue;
    }
    const { id, applicant } = read.case;
    const ofForm = findCaseProblems(scheme, read.case, { locale, ...(calendar === undefined ? {} : { calendar }) }).filter(({ severity }) => severity === 'error').map((problem) => place(problem, row));
    const problems = [...(taken(id) ? [place({ ...sheetWords('sheet/id-taken', { id }, locale), document, pointer: '/id' }, row)] : []), ...ofForm, ...(paper?.problems ?? [])];
    if (problems.length > 0) refused.push({ row, id, problems });
    else accepted.push({ case: read.case, intake: { enteredBy, onBehalfOf: applicant, enteredAt, document, row, ...(paper?.paper === undefined ? {} : { paper: paper.paper }) } });
  }
  const alone = cases.length === 0 || refused.some(({ row }) => row === 1) ? [] : [...papers.keys()].filter((row) => !known.has(row));
  const empty = alone.map((row): RefusedRow => ({ row, problems: [sheetProblem('sheet/only-scan', document, { row: row - 1 }, {}, locale)] }));
  return { accepted, refused: [...refused, ...empty].sort((one, other) => one.row - other.row) };
}

function checkOptions({ enteredBy, enteredAt }: ImportOptions): void {
  if (typeof enteredBy?.id !== 'string' || enteredBy.id === '') throw new TypeError('An import names who enters the applications');
  try {
    dateInZone(enteredAt);
  } catch {
    throw new TypeError(`An import has its time with an offset, not ${String(enteredAt)}`);
  }
}
