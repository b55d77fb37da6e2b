import type { FormDefinition, Layout } from '@cobuild/core';

/** What a form can be made from: a whole definition, or a bare JSON Schema with a layout beside it. */
export interface FormParts {
  readonly definition?: FormDefinition | undefined;
  readonly schema?: Readonly<Record<string, unknown>> | undefined;
  readonly layout?: Layout | undefined;
}

/**
 * Whether what was given says at a glance that answers have names: such a form takes an object and nothing else. Another schema may describe a list, a
 * single value or one of several kinds.
 */
export function asksForNames({ definition, schema = definition?.schema }: FormParts): boolean {
  return schema === undefined || schema['type'] === 'object' || schema['properties'] !== undefined;
}

/**
 * The definition to draw: `definition` where there is one, else one that is made around `schema` and `layout`.
 *
 * @returns `undefined` where nothing was given yet.
 */
export function definitionOf({ definition, schema, layout }: FormParts): FormDefinition | undefined {
  if (definition !== undefined) return definition;
  if (schema === undefined) return undefined;
  const title = typeof schema['title'] === 'string' ? schema['title'] : '';
  return { id: 'form', title: { 'zh-CN': title }, schema, ...(layout === undefined ? {} : { layout }) };
}
