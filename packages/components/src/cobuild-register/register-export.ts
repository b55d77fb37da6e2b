import type { Cell, RegisterAssessment, Sheet } from '@cobuild/rules';
import { amountColumns, csvLine } from '@cobuild/rules';
import type { RegisterLine } from './register-lines.js';
import type { RegisterColumn } from './register-columns.js';

/** A sheet with its text as CSV. */
export interface ExportedSheet { readonly sheet: Sheet; readonly csv: string }

/** Entries between two looks at the clock. */
const STEP = 100;

/** The entries as a sheet: what the table shows, of every page. Yields how many are written. */
export function* exportSteps(lines: readonly RegisterLine[], columns: readonly RegisterColumn[], codeLabel: string): Generator<number, ExportedSheet> {
  const header: Cell[] = [codeLabel, ...columns.map(({ label }) => label)];
  const sheet: (readonly Cell[])[] = [header];
  const amounts = amountColumns(header);
  const csv = [`\ufeff${csvLine(header)}`];
  for (const [index, line] of lines.entries()) {
    const row = [line.entry.id, ...columns.map(({ cell }) => cell(line))];
    sheet.push(row);
    csv.push(csvLine(row, amounts));
    if (index % STEP === STEP - 1) yield index + 1;
  }
  return { sheet, csv: csv.join('') };
}

/** Groups that grant nothing, or of which some have no grade. */
export const unsettledGroups = ({ groups }: RegisterAssessment): RegisterAssessment['groups'] => groups.filter(({ outcome, reward, problems }) => outcome !== 'graded' || reward.outcome === 'over' || reward.outcome === 'undecided' || problems.length > 0);
