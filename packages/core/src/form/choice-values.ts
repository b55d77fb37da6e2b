import { textOf } from '../locales/message-table.js';
import { words } from '../locales/words.js';
import type { Locale } from '../problems/problem.js';
import { equalJson, isEmpty } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, own, textAt } from './json-schema.js';
import type { Choice } from './merged-schema.js';

/** Whether one whole object or list is chosen among others: it is not filled in part by part. */
export const choosesWhole = (choices: readonly Choice[]): boolean => choices.some(({ value }) => typeof value === 'object' && value !== null);

/** By what the settings name a choice: its text, of an object or a list its JSON. */
export const choiceName = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));

/** Longer texts of an object are cut: a choice is a line. */
const LONGEST = 80;
const NAMES = ['title', 'label', 'name'];

/** A choice as the value says it: an object by its own title or name, else by what is in it. */
export function valueText(value: unknown, locale: Locale, schema: JsonSchema = {}): string {
  const text = wholeText(value, locale, schema);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function wholeText(value: unknown, locale: Locale, schema: JsonSchema): string {
  const { yes, no, nothingToSay, nothingInIt, separator, colon, comma } = words[locale];
  if (value === null) return nothingToSay;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return textOf(value);
  const inner = own(schema, 'items');
  if (Array.isArray(value)) return value.length === 0 ? nothingInIt : value.map((each: unknown) => wholeText(each, locale, isRecord(inner) ? inner : {})).join(separator);
  const named = NAMES.map((name) => textAt(value as JsonSchema, name)).find((text) => text !== undefined && text.trim() !== '');
  const names = Object.keys(value);
  if (named !== undefined || names.length === 0) return named ?? nothingInIt;
  const properties = own(schema, 'properties');
  return names
    .map((name) => {
      const property = own(properties, name);
      const part = isRecord(property) ? property : {};
      return `${textAt(part, 'title') ?? name}${colon}${wholeText((value as JsonSchema)[name], locale, part)}`;
    })
    .join(comma);
}

/** Whether nothing was answered; an empty list or object that is among the choices is an answer. */
export const isUnanswered = ({ choices, type }: Pick<FieldSpec, 'choices' | 'type'>, value: unknown): boolean =>
  isEmpty(value) && !(typeof value === 'object' && value !== null && type !== 'array' && choices.some((choice) => equalJson(choice.value, value)));
