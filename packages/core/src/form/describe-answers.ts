import type { FormDefinition } from '../generated/types.js';
import { words } from '../locales/words.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { isFieldVisibleTo } from '../publication/visibility.js';
import { answerText } from './answer-text.js';
import type { Answers } from './answers.js';
import { isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import { buildFieldTree } from './field-tree.js';
import { isRecord, own } from './json-schema.js';
import { fieldLabel, specsOnTheWay } from './labels.js';
import type { LayoutPlan } from './layout-plan.js';
import { planLayout } from './layout-plan.js';

/** Who the answers are written for; without a role nothing is left out. */
export interface DescribeOptions {
  readonly role?: string;
  /** Default `*`. */
  readonly stage?: string;
}

/** One answer in words. */
export interface AnswerRow {
  readonly pointer: string;
  readonly label: string;
  /** The whole answer in words; 未填写 where it is empty. */
  readonly text: string;
  /** Whether somebody answered. */
  readonly answered: boolean;
  readonly provenance?: 'inferred' | 'invented';
  /** Of a group: the answers in it, one by one. */
  readonly rows?: readonly AnswerRow[];
  /** Of a list of groups: its items as a table. */
  readonly table?: AnswerTable;
}

export interface AnswerTable {
  readonly columns: readonly { readonly template: string; readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly pointer: string; readonly cells: readonly string[] }[];
}

/** The answers of one section; `title` is that of the section or, without one, of its step. */
export interface AnswerSection {
  readonly stepId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

interface Description { readonly locale: Locale; readonly answers: Answers; readonly layout: LayoutPlan; readonly sees: (field: FieldSpec) => boolean }

/**
 * Answers in words, for check-your-answers, review and decision.
 *
 * @param answers - As submitted, or a form's `submission()`: a field that has a condition is told only where it is answered.
 * @example describeAnswers(definition, answers, 'zh-CN')[0]?.rows[0] // { pointer: '/projectName', label: '项目名称', text: '暖心服务站', answered: true }
 */
export function describeAnswers(definition: FormDefinition, answers: Answers, locale: Locale, options: DescribeOptions = {}): readonly AnswerSection[] {
  const { root } = buildFieldTree(definition);
  const layout = planLayout(definition, root);
  const { role, stage = '*' } = options;
  const sees = (field: FieldSpec): boolean => role === undefined || specsOnTheWay(root, field.template).every((on) => isFieldVisibleTo(on, { role, stage }));
  const description: Description = { locale, answers, layout, sees };
  return layout.steps.flatMap((step) =>
    step.sections.flatMap((section) => {
      const conditional = step.visibleWhen !== undefined || section.visibleWhen !== undefined;
      const rows = section.fields.flatMap((field) => rowOf(field, field.template, conditional, description));
      if (rows.length === 0) return [];
      return [{ stepId: step.id, sectionId: section.id, title: localize(section.title ?? step.title, locale), rows }];
    }),
  );
}

function isConditional(field: FieldSpec): boolean {
  return field.settings.visibleWhen !== undefined || field.presentWhen.every((gates) => gates.length > 0);
}

function rowOf(field: FieldSpec, pointer: string, conditional: boolean, description: Description): readonly AnswerRow[] {
  const { locale, answers, sees, layout } = description;
  const value = valueAt(answers, pointer);
  const maybe = conditional || isConditional(field);
  if (!sees(field) || (maybe && isEmpty(value))) return [];
  const kind = field.settings.provenance?.kind;
  const row: AnswerRow = {
    pointer,
    label: fieldLabel(field, locale),
    text: answerText(field, value, locale, (inner) => !sees(inner)),
    answered: !isEmpty(value),
    ...(kind === 'inferred' || kind === 'invented' ? { provenance: kind } : {}),
  };
  if (field.shape === 'group') {
    const children = field.children.filter((child) => !layout.places.has(child.template));
    return [{ ...row, rows: children.flatMap((child) => rowOf(child, `${pointer}${toPointer(child.name)}`, maybe, description)) }];
  }
  const table = field.item?.shape === 'group' && Array.isArray(value) ? tableOf(field.item, pointer, value, description) : undefined;
  return [table ? { ...row, text: words[locale].items((value as readonly unknown[]).length), table } : row];
}

function tableOf(item: FieldSpec, pointer: string, items: readonly unknown[], { locale, sees }: Description): AnswerTable {
  const columns = item.children.filter(sees);
  return {
    columns: columns.map((column) => ({ template: column.template, label: fieldLabel(column, locale), isNumber: column.type === 'number' || column.type === 'integer' })),
    rows: items.map((value, index) => ({
      pointer: `${pointer}/${index}`,
      cells: columns.map((column) => answerText(column, isRecord(value) ? own(value, column.name) : undefined, locale, (inner) => !sees(inner))),
    })),
  };
}
