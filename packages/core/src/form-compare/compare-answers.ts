import type { FormDefinition } from '../generated/types.js';
import type { AnswerRow, AnswerSection } from '../form/answer-rows.js';
import type { Answers } from '../form/answers.js';
import type { DescribeOptions } from '../form/describe-answers.js';
import { describeAnswers } from '../form/describe-answers.js';
import { valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import type { AnswerComparison, ComparedRow, ComparedSection } from './compared-answers.js';
import { compareItems, sameAnswer } from './compare-items.js';
import { changesOf, withCauses } from './consequences.js';

interface Placed { readonly row: AnswerRow; readonly within: readonly string[] }

interface Versions { readonly before: Answers; readonly after: Answers }

/**
 * Two versions of the answers to one form, question by question in the order of the layout. Groups are compared answer by answer, lists item by
 * item; an answer that was taken back keeps its place, empty. What a role may not see is not compared for it.
 *
 * @param before - The earlier version; without one nothing counts as changed.
 * @example
 * compareAnswers(definition, { lines: [{ subject: '桌椅', amount: 10 }] }, { lines: [{ subject: '桌椅', amount: 12 }] }, 'zh-CN').changes
 * // [{ change: { kind: 'changed', row: { pointer: '/lines', … }, items: [{ kind: 'changed', changedColumns: [1], … }] }, consequences: [{ row: { pointer: '/total', … } }] }]
 */
export function compareAnswers(definition: FormDefinition, before: Answers | undefined, after: Answers, locale: Locale, options: DescribeOptions = {}): AnswerComparison {
  const now = describeAnswers(definition, after, locale, options);
  if (before === undefined) return { sections: uncompared(now), changes: [] };
  const was = describeAnswers(definition, before, locale, options);
  const versions = { before, after };
  const compared = inOrderOf(now, was).map(([section, earlier]) => compareSections(section, earlier, versions));
  const caused = withCauses(definition, compared.flatMap(({ rows }) => rows));
  const byPointer = new Map(caused.map((row) => [row.row.pointer, row]));
  const sections = compared.map((section) => ({ ...section, rows: section.rows.map((row) => byPointer.get(row.row.pointer) ?? row) }));
  return { sections, changes: changesOf(caused) };
}

/** A single version in the shape of a comparison in which nothing changed, for views that show either. */
export const uncompared = (sections: readonly AnswerSection[]): readonly ComparedSection[] =>
  sections.map(({ rows, ...section }) => ({ ...section, rows: flat(rows).map(({ row, within }) => ({ row, within, kind: 'same' })) }));

/** A group without its frame: its answers stand for themselves. */
function flat(rows: readonly AnswerRow[], within: readonly string[] = []): readonly Placed[] {
  return rows.flatMap((row) => (row.rows ? flat(row.rows, [...within, row.label]) : [{ row, within }]));
}

function compareSections(section: AnswerSection | undefined, was: AnswerSection | undefined, versions: Versions): ComparedSection {
  const { stepId, sectionId, title } = (section ?? was) as AnswerSection;
  const rows = flat(section?.rows ?? []);
  const earlier = new Map(flat(was?.rows ?? []).map((placed) => [placed.row.pointer, placed]));
  const compared = rows.map(({ row, within }) => compareRow(row, earlier.get(row.pointer)?.row, within, versions));
  const kept = new Set(rows.map(({ row }) => row.pointer));
  const order = [...earlier.keys()];
  // What is not asked any more stands behind the question that it followed.
  for (const [pointer, { row, within }] of earlier) {
    if (kept.has(pointer) || !row.answered) continue;
    const previous = order.slice(0, order.indexOf(pointer)).reverse().find((other) => kept.has(other));
    kept.add(pointer);
    compared.splice(compared.findIndex((other) => other.row.pointer === previous) + 1, 0, compareRow(emptied(row), row, within, versions));
  }
  return { stepId, sectionId, title, rows: compared };
}

function compareRow(row: AnswerRow, before: AnswerRow | undefined, within: readonly string[], versions: Versions): ComparedRow {
  const table = row.table ?? before?.table;
  const items = table && compareItems({ table: before?.table, items: valueAt(versions.before, row.pointer) }, { table: row.table, items: valueAt(versions.after, row.pointer) });
  const isSame = items && row.answered && before?.answered === true ? items.every(({ kind, moved }) => kind === 'same' && !moved) : sameAnswer(before, row);
  const kind = isSame ? 'same' : !row.answered ? 'removed' : before?.answered === true ? 'changed' : 'added';
  return { row, kind, within, ...(before?.answered === true && kind !== 'same' ? { before } : {}), ...(items ? { items } : {}) };
}

function emptied({ pointer, label, widget, computed }: AnswerRow): AnswerRow {
  return { pointer, label, widget, text: '', answered: false, ...(computed ? { computed } : {}) };
}

/** The sections of both, each beside its earlier self; those of before only come last. */
function inOrderOf(now: readonly AnswerSection[], before: readonly AnswerSection[]): readonly (readonly [AnswerSection | undefined, AnswerSection | undefined])[] {
  const key = ({ stepId, sectionId }: AnswerSection): string => JSON.stringify([stepId, sectionId]);
  const known = new Set(now.map(key));
  return [
    ...now.map((section) => [section, before.find((candidate) => key(candidate) === key(section))] as const),
    ...before.filter((section) => !known.has(key(section))).map((section) => [undefined, section] as const),
  ];
}
