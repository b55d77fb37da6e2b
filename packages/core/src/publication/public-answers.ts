import { plannedPlaces } from '../form/answer-places.js';
import type { AnswerRow, AnswerSection, AnswerTable } from '../form/answer-rows.js';
import { partLabel } from '../form/answer-text.js';
import type { Answers } from '../form/answers.js';
import type { FieldSpec } from '../form/field-spec.js';
import { buildFieldTree } from '../form/whole-form.js';
import type { FormDefinition } from '../generated/types.js';
import { fieldLabel } from '../form/labels.js';
import { planLayout } from '../form/layout-plan.js';
import type { AnswerPart } from '../form/parts-of-answer.js';
import { partsOf } from '../form/parts-of-answer.js';
import { words } from '../locales/words.js';
import { furtherWords } from '../locales/further-words.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale, Problem } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { publicCell, withoutPersonalData } from './public-view.js';

export interface PublicAnswers {
  readonly sections: readonly AnswerSection[];
  /** What was covered because it held personal numbers. */
  readonly problems: readonly Problem[];
}

interface Publication { readonly answers: Answers; readonly locale: Locale; readonly placed: ReadonlyMap<string, unknown>; readonly problems: Problem[] }

/**
 * The answers that the public may see, section by section: those whose field says `publish`, masked where it says so, and nothing of what is not
 * answered. Answers under names that people gave are published by `*` (`/sources/* `, without the space), places of a tuple by their index. Of a list that is `plain` the columns that are published themselves; of `aggregate` fields sums and counts. What says `never` is
 * left out with all it holds. Every text is searched for personal numbers.
 *
 * @example publicAnswers(definition, answers).sections[0]?.rows[1] // { label: '村书记', text: '林**', masked: true, … }
 */
export function publicAnswers(definition: FormDefinition, answers: Answers, locale: Locale = 'zh-CN'): PublicAnswers {
  const { root } = buildFieldTree(definition);
  const layout = planLayout(definition, root);
  const publication: Publication = { answers, locale, placed: layout.places, problems: [] };
  const sections = layout.steps.flatMap((step) =>
    step.sections.flatMap((section) => {
      const places = plannedPlaces(section, locale);
      const rows = section.fields.flatMap((field, index) => rowsOf(field, field.template, publication).map((row) => ({ ...row, ...places.get(index) })));
      return rows.length === 0 ? [] : [{ stepId: step.id, sectionId: section.id, title: localize(section.title ?? step.title, locale), rows }];
    }),
  );
  return { sections, problems: publication.problems };
}

function rowsOf(field: FieldSpec, pointer: string, publication: Publication): readonly AnswerRow[] {
  const { publish } = field.settings;
  if (publish === 'never') return [];
  if ((field.shape === 'group' || field.shape === 'tuple') && publish !== 'masked' && publish !== 'aggregate') {
    const rows = [...field.children.filter((child) => !publication.placed.has(child.template)).flatMap((child) => partRows({ name: child.name, spec: child }, field, pointer, publication)), ...addedRows(field, pointer, publication)];
    return rows.length === 0 ? [] : [{ ...cellRow(field, pointer, rows.map(({ text }) => text).join(words[publication.locale].comma), publication), rows }];
  }
  const { item } = field;
  if (item?.shape === 'group' && publish !== 'masked' && publish !== 'aggregate') return listRows(field, item, pointer, publication);
  return answerRow(field, pointer, publication);
}

/** What the person added: answers under names of their own, and items behind the places of a tuple. */
function addedRows(field: FieldSpec, pointer: string, publication: Publication): readonly AnswerRow[] {
  if (field.entries === undefined && field.item === undefined) return [];
  return partsOf(field, valueAt(publication.answers, pointer))
    .filter(({ spec }) => spec.name === '*')
    .flatMap((part) => partRows(part, field, pointer, publication));
}

/** The name that a person gave may hold personal numbers as any other text may. */
function partRows(part: Pick<AnswerPart, 'name' | 'spec'>, around: FieldSpec, pointer: string, publication: Publication): readonly AnswerRow[] {
  const rows = rowsOf(part.spec, `${pointer}${toPointer(part.name)}`, publication);
  if (part.spec.name !== '*' && around.shape !== 'tuple') return rows;
  const label = withoutPersonalData(partLabel({ ...part, value: undefined }, around, publication.locale));
  const [place, covered] = [part.name, withoutPersonalData(part.name)].map((name) => `${pointer}${toPointer(name)}`) as [string, string];
  return rows.map((row) => ({ ...(place === covered ? row : movedRow(row, place, covered)), label }));
}

/** A row with all that is in it at another place. */
function movedRow(row: AnswerRow, from: string, to: string): AnswerRow {
  const moved = (pointer: string): string => `${to}${pointer.slice(from.length)}`;
  const { rows, table } = row;
  return {
    ...row,
    pointer: moved(row.pointer),
    ...(rows ? { rows: rows.map((inner) => movedRow(inner, from, to)) } : {}),
    ...(table ? { table: { ...table, rows: table.rows.map((line) => ({ ...line, pointer: moved(line.pointer), answers: line.answers.map((answer) => answer && movedRow(answer, from, to)) })) } } : {}),
  };
}

const cellRow = (field: FieldSpec, pointer: string, text: string, { locale }: Publication): AnswerRow => ({ pointer, label: fieldLabel(field, locale), text, answered: text !== '', widget: field.widget });

function answerRow(field: FieldSpec, pointer: string, { answers, locale, problems }: Publication): readonly AnswerRow[] {
  const found = publicCell(field, pointer, answers, locale);
  if (!found || found.cell.text === '') return [];
  problems.push(...found.problems);
  const { text, label, kind } = found.cell;
  const value = valueAt(answers, pointer);
  // A drawing gets the value only where it says no more than the text does.
  const isOpen = kind === 'plain' && field.shape === 'leaf' && field.settings.record === undefined && (Array.isArray(value) ? value : [value]).every((each) => typeof each !== 'object' && each !== undefined);
  return [{ pointer, label, text, answered: true, widget: kind === 'aggregate' ? 'text' : field.widget, ...(kind === 'masked' ? { masked: true } : {}), ...(isOpen ? { value } : {}) }];
}

/** A list that is published as a table of its published columns; else what is published of its items, each question on its own. */
function listRows(list: FieldSpec, item: FieldSpec, pointer: string, publication: Publication): readonly AnswerRow[] {
  const items = valueAt(publication.answers, pointer);
  const count = Array.isArray(items) ? items.length : 0;
  const isTable = list.settings.publish === 'plain';
  const columns = isTable ? item.children.filter(({ settings }) => settings.publish === 'plain' || settings.publish === 'masked') : [];
  const apart = item.children.filter((child) => !columns.includes(child)).flatMap((child) => (child.settings.publish === undefined ? [] : answerRow(child, `${pointer}/*${toPointer(child.name)}`, publication)));
  if (columns.length === 0 || count === 0) return apart;
  const rows = Array.from({ length: count }, (_, index): AnswerTable['rows'][number] => {
    const at = `${pointer}/${index}`;
    const answers = columns.map((column) => answerRow(column, `${at}${toPointer(column.name)}`, publication)[0]);
    return { pointer: at, cells: answers.map((answer) => answer?.text ?? ''), answers };
  });
  const { locale } = publication;
  const table: AnswerTable = { columns: columns.map((column) => ({ template: column.template, label: fieldLabel(column, locale), isNumber: column.type === 'number' || column.type === 'integer' })), rows };
  return [{ ...cellRow(list, pointer, furtherWords[locale].items(count), publication), table }, ...apart];
}
