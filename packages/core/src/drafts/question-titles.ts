import type { FieldSpec } from '../form/field-spec.js';
import { buildFieldTree } from '../form/whole-form.js';
import { isRecord, define, own, textAt } from '../form/json-schema.js';
import { hasNamedAnswers } from '../form/root-answer.js';
import type { FormDefinition } from '../generated/types.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import type { AsideAnswer, DraftAnswers } from './form-draft.js';
import { templateOf } from './template-places.js';

export type Titles = Readonly<Record<string, LocalizedText | string>>;

const trees = new WeakMap<FormDefinition, FieldSpec>();

/** The fields of a form; compiled once for each definition object. */
export function fieldsOf(definition: FormDefinition): FieldSpec {
  let root = trees.get(definition);
  if (root === undefined) trees.set(definition, (root = buildFieldTree(definition).root));
  return root;
}

/** What the questions are called that have an answer, by template. */
export function titlesOf(definition: FormDefinition, answers: DraftAnswers): Titles {
  const titles: Record<string, LocalizedText | string> = {};
  const walk = (spec: FieldSpec, value: unknown): void => {
    if (value === undefined) return;
    const title = spec.settings.title ?? textAt(spec.schema, 'title');
    if (spec.template !== '' && title !== undefined) define(titles, spec.template, title);
    if (isRecord(value)) for (const child of spec.children) walk(child, own(value, child.name));
    else if (Array.isArray(value) && spec.item) for (const item of value) walk(spec.item, item);
  };
  const root = fieldsOf(definition);
  // An outermost answer without names is called what the form is.
  if (!hasNamedAnswers(root) && answers !== undefined) define(titles, '', textAt(root.schema, 'title') ?? definition.title);
  walk(root, answers);
  return titles;
}

/** How an answer that stood at a pointer is named, outermost first. */
export function pathOf(titles: Titles, answers: unknown, pointer: string): AsideAnswer['path'] {
  const tokens = pointerTokens(pointer);
  const whole = own(titles, '') as LocalizedText | string | undefined;
  if (tokens.length === 0) return whole === undefined ? [] : [whole];
  const templates = pointerTokens(templateOf(answers, pointer));
  return tokens.map((token, index) => {
    if (templates[index] === '*') return Number(token) + 1;
    const title = own(titles, toPointer(...templates.slice(0, index + 1)));
    return (title as LocalizedText | string | undefined) ?? token;
  });
}

/** `预算明细第 2 项：单价` */
export function asideLabel({ path }: Pick<AsideAnswer, 'path'>, locale: Locale): string {
  let label = '';
  for (const part of path) {
    if (typeof part === 'number') label += locale === 'en' ? `, item ${part}` : `第 ${part} 项`;
    else label += `${label === '' ? '' : locale === 'en' ? ': ' : '：'}${localize(part, locale)}`;
  }
  return label;
}
