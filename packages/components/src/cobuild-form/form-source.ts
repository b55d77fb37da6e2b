import type { FormDefinition } from '@cobuild/core';

/** What a form can be made from: a whole definition, or a bare JSON Schema with a layout beside it. */
export interface FormParts {
  readonly definition?: unknown;
  readonly schema?: unknown;
  readonly layout?: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The definition to draw: `definition` where there is one, else one that is made around `schema` and `layout`.
 *
 * @returns `undefined` where nothing was given yet.
 * @throws {TypeError} with a sentence for the administrator where what was given is no form.
 */
export function definitionOf({ definition, schema, layout }: FormParts): FormDefinition | undefined {
  if (definition !== undefined && definition !== null) {
    if (!isRecord(definition) || !isRecord(definition['schema'])) throw new TypeError('definition.schema is not an object');
    return definition as unknown as FormDefinition;
  }
  if (schema === undefined || schema === null) return undefined;
  if (!isRecord(schema)) throw new TypeError('schema is not an object');
  if (layout !== undefined && !isRecord(layout)) throw new TypeError('layout is not an object');
  const title = typeof schema['title'] === 'string' ? schema['title'] : '';
  return { id: 'form', title: { 'zh-CN': title }, schema, ...(layout === undefined ? {} : { layout }) } as unknown as FormDefinition;
}
