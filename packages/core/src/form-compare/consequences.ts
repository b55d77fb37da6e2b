import type { FormDefinition } from '../generated/types.js';
import { operandPointers } from '../form/computed-plan.js';
import { own } from '../form/json-schema.js';
import type { AnswerChange, ComparedRow } from './compared-answers.js';

/** Whether one place is the other or lies in it. */
const touches = (one: string, other: string): boolean => one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** What a calculated answer is calculated from, also through other calculated ones. */
function readBy({ computed = {} }: FormDefinition, template: string): readonly string[] {
  const found = new Set<string>();
  const visit = (at: string): void => {
    const computation = own(computed, at) as Parameters<typeof operandPointers>[0] | undefined;
    if (computation === undefined) return;
    for (const operand of operandPointers(computation)) {
      if (found.has(operand)) continue;
      found.add(operand);
      for (const other of Object.keys(computed)) if (touches(other, operand)) visit(other);
    }
  };
  visit(template);
  return [...found];
}

/** The places in which an answer differs; of a list only the columns that do. */
function changedPlaces({ row, before, items }: ComparedRow): readonly string[] {
  const columns = (row.table ?? before?.table)?.columns;
  if (items === undefined || columns === undefined) return [row.pointer];
  const templates = columns.map(({ template }) => template);
  const differs = (column: number): boolean => items.some(({ kind, changedColumns }) => kind === 'added' || kind === 'removed' || changedColumns.includes(column));
  return templates.filter((_, column) => differs(column));
}

/** Gives calculated answers that changed the changes from which that follows. */
export function withCauses(definition: FormDefinition, rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const given = rows.filter(({ kind, row }) => kind !== 'same' && row.computed !== true).map((row) => ({ pointer: row.row.pointer, places: changedPlaces(row) }));
  return rows.map((row) => {
    if (row.kind === 'same' || row.row.computed !== true) return row;
    const operands = readBy(definition, row.row.pointer);
    const causes = given.filter(({ places }) => places.some((place) => operands.some((operand) => touches(operand, place)))).map(({ pointer }) => pointer);
    return causes.length === 0 ? row : { ...row, causes };
  });
}

/** The changes in order, what follows from one by calculation under it. */
export function changesOf(rows: readonly ComparedRow[]): readonly AnswerChange[] {
  const changed = rows.filter(({ kind }) => kind !== 'same');
  return changed
    .filter(({ causes }) => causes === undefined)
    .map((change) => ({ change, consequences: changed.filter(({ causes }) => causes?.[0] === change.row.pointer) }));
}
