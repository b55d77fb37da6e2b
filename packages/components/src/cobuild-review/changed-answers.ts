import type { AnswerRow, AnswerSection, FormDefinition, Locale } from '@cobuild/core';
import { describeAnswers } from '@cobuild/core';

type Answers = Readonly<Record<string, unknown>>;

/** An answer, and how it read in the submission before, where that was different. */
export interface ComparedRow {
  readonly row: AnswerRow;
  readonly before?: AnswerRow;
  readonly changed: boolean;
}

export interface ComparedSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

export interface Viewpoint { readonly locale: Locale; readonly role: string; readonly stage: string }

/**
 * The latest answers in words, compared with the submission before. A group is compared answer by answer, a table as a whole. An answer that was
 * taken back keeps its place, empty.
 *
 * @param earlier - Answers of the submission before; without them nothing counts as changed.
 */
export function comparedAnswers(form: FormDefinition, answers: Answers, earlier: Answers | undefined, { locale, role, stage }: Viewpoint): readonly ComparedSection[] {
  const now = describeAnswers(form, answers, locale, { role, stage });
  if (earlier === undefined) return now.map((section) => ({ ...idAndTitle(section), rows: flat(section.rows).map((row) => ({ row, changed: false })) }));
  const before = describeAnswers(form, earlier, locale, { role, stage });
  return inOrderOf(now, before).map(({ section, was }) => {
    const earlierRows = was ? flat(was.rows) : [];
    const rows = section === undefined ? [] : flat(section.rows);
    const kept = rows.map((row) => compare(row, earlierRows.find(({ pointer }) => pointer === row.pointer)));
    const gone = earlierRows.filter(({ pointer, answered }) => answered && !rows.some((row) => row.pointer === pointer));
    return { ...idAndTitle(section ?? (was as AnswerSection)), rows: [...kept, ...gone.map((row): ComparedRow => ({ row: emptied(row), before: row, changed: true }))] };
  });
}

export const countChanges = (sections: readonly ComparedSection[]): number => sections.reduce((sum, { rows }) => sum + rows.filter(({ changed }) => changed).length, 0);

function idAndTitle({ stepId, sectionId, title }: AnswerSection): Pick<ComparedSection, 'id' | 'title'> {
  return { id: `${stepId}/${sectionId}`, title };
}

/** A group without its frame: its answers stand for themselves. */
function flat(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return rows.flatMap((row) => (row.rows ? flat(row.rows) : [row]));
}

function compare(row: AnswerRow, before: AnswerRow | undefined): ComparedRow {
  const same = before === undefined ? !row.answered : before.text === row.text && JSON.stringify(before.table) === JSON.stringify(row.table);
  return same ? { row, changed: false } : { row, changed: true, ...(before?.answered === true ? { before } : {}) };
}

function emptied({ pointer, label, widget }: AnswerRow): AnswerRow {
  return { pointer, label, widget, text: '', answered: false };
}

function inOrderOf(now: readonly AnswerSection[], before: readonly AnswerSection[]): readonly { readonly section?: AnswerSection; readonly was?: AnswerSection }[] {
  const key = ({ stepId, sectionId }: AnswerSection): string => `${stepId}/${sectionId}`;
  const known = new Set(now.map(key));
  return [
    ...now.map((section) => {
      const was = before.find((candidate) => key(candidate) === key(section));
      return { section, ...(was ? { was } : {}) };
    }),
    ...before.filter((section) => !known.has(key(section))).map((was) => ({ was })),
  ];
}
