import type { JsonSchema } from '@jsonforms/core';
import * as core from '@jsonforms/core';

/** How JSON Forms fills in a value, and what a person might fill in. */

export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  return typeof schema.$ref === 'string' ? resolve(core.Resolve.schema(root, schema.$ref, root), root) : schema;
}

export function itemsOf(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { items } = schema;
  return items === undefined || Array.isArray(items) || typeof items === 'boolean' ? {} : resolve(items, root);
}

const isChoice = (schema: JsonSchema): boolean => (core.isEnumSchema(schema) as boolean) || core.isOneOfEnumSchema(schema);

function alternativesOf(schema: JsonSchema): 'oneOf' | 'anyOf' | undefined {
  if (isChoice(schema)) return undefined;
  return schema.oneOf !== undefined ? 'oneOf' : schema.anyOf !== undefined ? 'anyOf' : undefined;
}

/**
 * The alternatives that a value is one of: the branches of `oneOf` or `anyOf`, or one for each type of a list of types. None of a plain value that
 * may be null.
 */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  const keyword = alternativesOf(schema);
  if (keyword !== undefined) return (schema[keyword] ?? []);
  if (!Array.isArray(schema.type) || isChoice(schema)) return [];
  const types = schema.type.filter((type) => type !== 'null');
  return types.length < 2 ? [] : types.map((type) => ({ ...schema, type }));
}

/** Whether one input fills in the value: a text, a number, yes or no, a choice, several choices of a list. */
export function isInput(schema: JsonSchema): boolean {
  if (isChoice(schema)) return true;
  if (schema.type === 'array') return schema.uniqueItems === true && schema.items !== undefined && isChoice(schema.items as JsonSchema);
  return ['string', 'number', 'integer', 'boolean', 'null'].some((type) => core.hasType(schema, type));
}

function choicesOf(schema: JsonSchema): readonly unknown[] | undefined {
  if (schema.type === 'array' && schema.items !== undefined) return choicesOf(schema.items as JsonSchema);
  if (Array.isArray(schema.enum)) return schema.enum as unknown[];
  if (schema.const !== undefined) return [schema.const as unknown];
  return core.isOneOfEnumSchema(schema) ? schema.oneOf?.map((branch) => branch.const as unknown) : undefined;
}

/** Something that a person could fill in here and that is not there yet. */
export function anotherValue(schema: JsonSchema, before: unknown): unknown {
  const choices = choicesOf(schema);
  // Further choices are taken from the end: JSON Forms keeps them in the order of choosing, ours in the order of the choices.
  if (choices !== undefined && schema.type === 'array') return [...listOf(before), [...choices].reverse().find((choice) => !listOf(before).includes(choice))];
  if (choices !== undefined) return choices.find((choice) => choice !== before) ?? choices[0];
  if (core.hasType(schema, 'string')) return textFor(schema);
  if (core.hasType(schema, 'number') || core.hasType(schema, 'integer')) return before === 3 ? 4 : 3;
  return before !== true;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function textFor({ format, pattern }: JsonSchema): string {
  switch (format) {
    case 'date': return '2024-05-06';
    case 'time': return '07:08:00';
    case 'date-time': return '2024-05-06T07:08:00+08:00';
    case 'email': return 'li@example.com';
    case 'uri': return 'https://example.com/a';
    case 'uri-reference': return '/a';
    default: return pattern === undefined ? 'Text' : '+2024';
  }
}
