import { words } from '../locales/words.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson } from './answers.js';
import type { CompiledForm } from './compiled-form.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldOption } from './form-model.js';
import { own, textAt } from './json-schema.js';

/** A field's name on the screen: its settings' title, the schema's title, its property name. */
export function fieldLabel(spec: FieldSpec, locale: Locale): string {
  return localize(spec.settings.title, locale) || (textAt(spec.schema, 'title') ?? spec.name);
}

/** Choices of a field with their titles: from its settings, the schema, or the value itself. */
export function fieldOptions(spec: FieldSpec, locale: Locale): readonly FieldOption[] {
  return spec.choices.map(({ value, title }) => {
    const set = own(spec.settings.options, String(value)) as Parameters<typeof localize>[0];
    return { value, label: localize(set, locale) || (title ?? choiceText(value, locale)) };
  });
}

function choiceText(value: unknown, locale: Locale): string {
  if (typeof value === 'boolean') return value ? words[locale].yes : words[locale].no;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The title of a choice, or the value as text where it is none of the choices. */
export function optionLabel(spec: FieldSpec, value: unknown, locale: Locale): string {
  return fieldOptions(spec, locale).find((option) => equalJson(option.value, value))?.label ?? choiceText(value, locale);
}

/** The fields on the way to a pointer or template, the root first; ends early where the form has no such field. */
export function specsOnTheWay(root: FieldSpec, pointer: string): readonly FieldSpec[] {
  const way: FieldSpec[] = [root];
  for (const token of pointerTokens(pointer)) {
    const last = way[way.length - 1];
    const next = last?.item && /^(\d+|\*)$/.test(token) ? last.item : last?.children.find((child) => child.name === token);
    if (!next) break;
    way.push(next);
  }
  return way;
}

/** The field at a pointer, if the form has one. */
export function specAt(root: FieldSpec, pointer: string): FieldSpec | undefined {
  const way = specsOnTheWay(root, pointer);
  return way.length === pointerTokens(pointer).length + 1 ? way[way.length - 1] : undefined;
}

/** How a sentence names a place: items say which one, `预算明细第2项的金额`; the form itself is its title. */
export function placeLabel(form: CompiledForm, pointer: string, locale: Locale): string {
  const tokens = pointerTokens(pointer);
  const way = specsOnTheWay(form.root, pointer);
  const last = tokens[tokens.length - 1];
  if (last === undefined) return localize(form.definition.title, locale);
  const names = tokens.map((token, index) => {
    const spec = way[index + 1];
    return spec ? fieldLabel(spec, locale) : token;
  });
  const list = way.map((spec) => spec.name).lastIndexOf('*') - 1; // index of the item's token
  if (list < 0 || tokens[list] === '*') return names[names.length - 1] ?? last;
  const number = Number(tokens[list]) + 1;
  const listLabel = placeLabel(form, toPointer(...tokens.slice(0, list)), locale);
  if (list === tokens.length - 1) return words[locale].itemOf(listLabel, number);
  return words[locale].fieldOfItem(listLabel, number, names[names.length - 1] ?? last);
}
