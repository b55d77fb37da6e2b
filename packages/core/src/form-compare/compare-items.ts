import type { AnswerRow, AnswerTable, AnswerTableRow } from '../form/answer-rows.js';
import { equalJson, isEmpty } from '../form/answers.js';
import type { ComparedItem } from './compared-answers.js';
import { matchItems } from './match-items.js';

/** A table of items with the values they were made from. */
export interface ListVersion {
  readonly table: AnswerTable | undefined;
  readonly items: unknown;
}

/** What became of each item of a list. */
export function compareItems(before: ListVersion, after: ListVersion): readonly ComparedItem[] {
  const [was, now] = [rowsOf(before), rowsOf(after)];
  return matchItems(was.items, now.items).map(({ from, to, moved }) => {
    const earlier = from === undefined ? undefined : was.rows[from];
    const later = to === undefined ? undefined : now.rows[to];
    const changedColumns = earlier && later ? later.cells.map((_, column) => column).filter((column) => !sameCell(earlier, later, column)) : [];
    return {
      kind: earlier === undefined ? 'added' : later === undefined ? 'removed' : changedColumns.length > 0 ? 'changed' : 'same',
      moved,
      changedColumns,
      ...(earlier ? { before: earlier } : {}),
      ...(later ? { after: later } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  });
}

function rowsOf({ table, items }: ListVersion): { readonly rows: readonly AnswerTableRow[]; readonly items: readonly unknown[] } {
  return table && Array.isArray(items) ? { rows: table.rows, items } : { rows: [], items: [] };
}

const sameCell = (before: AnswerTableRow, after: AnswerTableRow, column: number): boolean => sameAnswer(before.answers[column], after.answers[column]);

/** Whether two answers of one question are the same: in words and, where the words could hide it, in value. */
export function sameAnswer(before: AnswerRow | undefined, after: AnswerRow | undefined): boolean {
  if (before?.answered !== true || after?.answered !== true) return (before?.answered ?? false) === (after?.answered ?? false);
  return before.text === after.text && (isEmpty(before.value) || isEmpty(after.value) || equalJson(before.value, after.value));
}
