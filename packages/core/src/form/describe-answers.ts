import type { FormDefinition } from '../generated/types.js';
import { furtherWords } from '../locales/further-words.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { isFieldVisibleTo } from '../publication/visibility.js';
import { plannedPlaces } from './answer-places.js';
import { titleOf } from './answer-rows.js';
import type { AnswerRow, AnswerSection, AnswerTable } from './answer-rows.js';
import { answerText, partLabel } from './answer-text.js';
import type { Answers } from './answers.js';
import { isEmpty } from './answers.js';
import { isUnanswered } from './choice-values.js';
import type { FieldSpec } from './field-spec.js';
import { buildFieldTree } from './whole-form.js';
import { itemTitleOfValue } from './item-title.js';
import { isRecord, own } from './json-schema.js';
import { fieldLabel } from './labels.js';
import { specsOnTheWay } from './spec-at.js';
import type { LayoutPlan } from './layout-plan.js';
import { planLayout } from './layout-plan.js';
import { saysNull } from './null-offer.js';
import { partsOf } from './parts-of-answer.js';
import { specForValue } from './spec-for-value.js';

/** Who the answers are written for; without a role nothing is left out. */
export interface DescribeOptions {
  readonly role?: string;
  /** Default `*`. */
  readonly stage?: string;
}

interface Description { readonly locale: Locale; readonly answers: Answers; readonly layout: LayoutPlan; readonly sees?: (field: FieldSpec) => boolean }

/**
 * Answers in words, for check-your-answers, review and decision.
 *
 * @param answers - As submitted, or a form's `submission()`: a field that has a condition is told only where it is answered.
 * @example describeAnswers(definition, answers, 'zh-CN')[0]?.rows[0] // { pointer: '/projectName', label: '项目名称', text: '暖心服务站', answered: true, … }
 */
export function describeAnswers(definition: FormDefinition, answers: unknown, locale: Locale, options: DescribeOptions = {}): readonly AnswerSection[] {
  const { root } = buildFieldTree(definition);
  const layout = planLayout(definition, root);
  const { role, stage = '*' } = options;
  const sees = (field: FieldSpec): boolean => role === undefined || specsOnTheWay(root, field.template).every((on) => isFieldVisibleTo(on, { role, stage }));
  const description: Description = { locale, answers: answers as Answers, layout, ...(role === undefined ? {} : { sees }) };
  return layout.steps.flatMap((step) =>
    step.sections.flatMap((section) => {
      const conditional = step.visibleWhen !== undefined || section.visibleWhen !== undefined;
      const places = plannedPlaces(section, locale);
      // A question may stand in a section of its own, away from the group on whose condition it depends.
      const depends = (field: FieldSpec): boolean => specsOnTheWay(root, field.template).some(isConditional);
      const rows = section.fields.flatMap((field, index) => rowOf(field, field.template, conditional || section.within[index]?.length !== 0 || depends(field), description).map((row) => ({ ...row, ...places.get(index) })));
      if (rows.length === 0) return [];
      return [{ stepId: step.id, sectionId: section.id, title: localize(section.title ?? step.title, locale), rows }];
    }),
  );
}

function isConditional(field: FieldSpec): boolean {
  return field.settings.visibleWhen !== undefined || field.presentWhen.every((gates) => gates.length > 0);
}

const hiddenBy = ({ sees }: Description): ((inner: FieldSpec) => boolean) | undefined => sees && ((inner) => !sees(inner));

function rowOf(given: FieldSpec, pointer: string, conditional: boolean, description: Description): readonly AnswerRow[] {
  const { answers, layout } = description;
  const value = valueAt(answers, pointer);
  const field = specForValue(given, value);
  const maybe = conditional || isConditional(field);
  if (description.sees?.(field) === false || (maybe && isEmpty(value))) return [];
  if (field.shape === 'leaf') return [plainRow(field, pointer, value, description)];
  const { value: _inside, ...row } = plainRow(field, pointer, value, description);
  if (field.shape === 'group' || field.shape === 'tuple') {
    const parts = isEmpty(value) && field.shape === 'group' ? field.children.map((child) => ({ name: child.name, spec: child, value: undefined })) : partsOf(field, value);
    const drawn = parts.filter((part) => !layout.places.has(part.spec.template));
    return [{ ...row, rows: drawn.flatMap((part) => rowOf(part.spec, `${pointer}${toPointer(part.name)}`, maybe, description).map((inner) => ({ ...inner, label: partLabel(part, field, description.locale) }))) }];
  }
  const table = field.shape === 'list' && field.item?.shape === 'group' && Array.isArray(value) ? tableOf(field, field.item, pointer, value, description) : undefined;
  return [table ? { ...row, text: furtherWords[description.locale].items((value as readonly unknown[]).length), table } : row];
}

function plainRow(field: FieldSpec, pointer: string, value: unknown, description: Description): AnswerRow {
  const { locale } = description;
  const { provenance, widgetOptions, record } = field.settings;
  const kind = provenance?.kind;
  return {
    pointer,
    label: fieldLabel(field, locale),
    text: answerText(field, value, locale, hiddenBy(description)),
    answered: !isUnanswered(field, value) || saysNull(field, value),
    widget: field.widget,
    ...(value === undefined ? {} : { value }),
    ...(field.computed ? { computed: true } : {}),
    ...(kind === 'inferred' || kind === 'invented' ? { provenance: kind } : {}),
    ...(widgetOptions === undefined ? {} : { widgetOptions }),
    ...(record === undefined ? {} : { record }),
  };
}

function tableOf(list: FieldSpec, item: FieldSpec, pointer: string, items: readonly unknown[], description: Description): AnswerTable {
  const { locale, sees } = description;
  const columns = sees ? item.children.filter(sees) : item.children;
  return {
    columns: columns.map((column) => ({ template: column.template, label: fieldLabel(column, locale), isNumber: column.type === 'number' || column.type === 'integer' })),
    rows: items.map((value, index) => {
      const answers = columns.map((column) => cellOf(column, `${pointer}/${index}${toPointer(column.name)}`, isRecord(value) ? own(value, column.name) : undefined, description));
      return { pointer: `${pointer}/${index}`, ...titleOf(itemTitleOfValue(list, value, locale, sees ?? (() => true))), cells: answers.map(({ text }) => text), answers };
    }),
  };
}

/** A group or a list inside an item is told as one running text; what it holds is not handed on, since some of it may be hidden. */
function cellOf(column: FieldSpec, pointer: string, value: unknown, description: Description): AnswerRow {
  const { value: inside, ...row } = plainRow(column, pointer, value, description);
  return column.shape === 'leaf' && inside !== undefined ? { ...row, value: inside } : row;
}
