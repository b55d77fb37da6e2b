import { words } from '../locales/words.js';
import { pointerTokens } from '../problems/json-pointer.js';
import type { Locale } from '../problems/problem.js';
import { localize } from '../problems/problem.js';
import { equalJson } from './answers.js';
import { choiceName, valueText } from './choice-values.js';
import type { CompiledForm } from './compiled-form.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldStatus } from './field-status.js';
import type { Stop } from './field-way.js';
import { stopsOnTheWay } from './field-way.js';
import type { FieldOption } from './form-model.js';
import { own, textAt } from './json-schema.js';
import { partLabel } from './whole-answers.js';

/** A field's name on the screen: its settings' title, the schema's title, its property name. */
export function fieldLabel(spec: FieldSpec, locale: Locale): string {
  return localize(spec.settings.title, locale) || (textAt(spec.schema, 'title') ?? spec.name);
}

/** Choices of a field with their titles: from its settings, the schema, or the value itself. */
export function fieldOptions(spec: FieldSpec, locale: Locale): readonly FieldOption[] {
  return spec.choices.map(({ value, title }) => {
    const set = own(spec.settings.options, choiceName(value)) as Parameters<typeof localize>[0];
    return { value, label: localize(set, locale) || (title ?? valueText(value, locale, spec.schema)) };
  });
}

/** The title of a choice, or the value as text where it is none of the choices. */
export function optionLabel(spec: FieldSpec, value: unknown, locale: Locale): string {
  return fieldOptions(spec, locale).find((option) => equalJson(option.value, value))?.label ?? valueText(value, locale, spec.schema);
}

/** How a sentence names a place: items say which one, `预算明细第2项的金额`; the form itself is its title. */
export function placeLabel(form: CompiledForm, pointer: string, locale: Locale, status?: FieldStatus): string {
  const tokens = pointerTokens(pointer);
  if (tokens.length === 0) return localize(form.definition.title, locale);
  return labelOnTheWay(stopsOnTheWay({ plan: status?.plan ?? form.plan.root, status }, tokens), tokens, locale);
}

function labelOnTheWay(way: readonly Stop[], tokens: readonly string[], locale: Locale): string {
  const last = tokens[tokens.length - 1] as string;
  const plan = way[tokens.length]?.plan;
  const around = plan === undefined ? way[tokens.length - 1]?.plan.spec : undefined;
  const part = around && partLabel(around, last, locale);
  if (part !== undefined) return words[locale].partOf(labelOnTheWay(way, tokens.slice(0, -1), locale), part);
  const name = plan ? fieldLabel(plan.spec, locale) : last;
  const place = findLast(way, (stop) => stop.plan.role === 'item' || stop.plan.role === 'entry' || (stop.plan === plan && isUnnamed(stop.plan, locale)));
  const token = tokens[place - 1];
  if (place < 1 || token === undefined || token === '*') return name;
  const outside = labelOnTheWay(way.slice(0, place), tokens.slice(0, place - 1), locale);
  const isLast = place === tokens.length;
  const { itemOf, fieldOfItem, entryOf, fieldOfEntry } = words[locale];
  if (way[place]?.plan.role === 'entry') return isLast ? entryOf(outside, token) : fieldOfEntry(outside, token, name);
  return isLast ? itemOf(outside, Number(token) + 1) : fieldOfItem(outside, Number(token) + 1, name);
}

/** A place of a tuple that the schema gives no title. */
export function isUnnamed({ role, spec }: FieldPlan, locale: Locale): boolean {
  return role === 'position' && fieldLabel(spec, locale) === spec.name;
}

function findLast<T>(list: readonly T[], test: (each: T) => boolean): number {
  for (let index = list.length - 1; index > 0; index -= 1) if (test(list[index] as T)) return index;
  return -1;
}
