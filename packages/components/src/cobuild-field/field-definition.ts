import type { FieldSettings, FormDefinition, Problem } from '@cobuild/core';

/** Where the one answer stands in the form around it. */
export const VALUE = '/value';

/** What a field is made from. */
export interface FieldParts {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly settings: FieldSettings | undefined;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
}

/** What a schema says for the whole document; references inside it (`#/$defs/…`) begin there. */
const OF_THE_DOCUMENT = ['$schema', '$defs', 'definitions'] as const;

/**
 * The form of one question.
 *
 * @example fieldDefinition({ schema: { type: 'string' }, label: '村名', help: '', required: true, settings: undefined })
 */
export function fieldDefinition({ schema, settings, label, help, required }: FieldParts): FormDefinition {
  const own: FieldSettings = { ...settings, ...(label === '' ? {} : { title: { 'zh-CN': label } }), ...(help === '' ? {} : { help: { 'zh-CN': help } }) };
  const document = Object.fromEntries(OF_THE_DOCUMENT.filter((key) => schema[key] !== undefined).map((key) => [key, schema[key]]));
  return {
    id: 'field',
    title: { 'zh-CN': label },
    schema: { ...document, type: 'object', ...(required ? { required: ['value'] } : {}), properties: { value: schema } },
    fields: { [VALUE]: own },
  };
}

/** A problem about the answer as a problem about the form of one question. */
export const inField = (problem: Problem): Problem => ({ ...problem, pointer: VALUE + problem.pointer });

/**
 * The text that a native form sends: a text as it is, a number and a yes or no as JSON writes them, lists and groups as JSON text. Without an answer
 * there is no entry, as with a radio button that nobody chose.
 */
export function entryText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
