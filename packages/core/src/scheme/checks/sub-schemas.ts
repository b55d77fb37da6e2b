import { escapeToken } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';

/** A schema inside another one, with its place. */
export interface SubSchema { readonly schema: unknown; readonly pointer: string }

/** Keywords whose values are schemas, by their shape. */
export interface SchemaKeywords { readonly list: readonly string[]; readonly single: readonly string[]; readonly map: readonly string[] }

/** Keywords whose schemas speak of the same value. */
export const SAME_VALUE: SchemaKeywords = { list: ['allOf', 'anyOf', 'oneOf'], single: ['if', 'then', 'else', 'not'], map: ['dependentSchemas'] };
/** Keywords whose schemas speak of something inside it. */
export const INSIDE_VALUE: SchemaKeywords = { list: ['prefixItems'], single: ['items', 'contains', 'additionalProperties'], map: ['properties', 'patternProperties', '$defs', 'definitions'] };

/** The schemas that stand directly in a schema, below the keywords given. */
export function subSchemas(schema: Readonly<Record<string, unknown>>, pointer: string, { list, single, map }: SchemaKeywords): SubSchema[] {
  return [
    ...single.map((keyword) => ({ schema: schema[keyword], pointer: `${pointer}/${keyword}` })),
    ...list.flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]).map((part, index) => ({ schema: part, pointer: `${pointer}/${keyword}/${index}` })) : [])),
    ...map.flatMap((keyword) => (isObject(schema[keyword]) ? Object.entries(schema[keyword]).map(([key, part]) => ({ schema: part, pointer: `${pointer}/${keyword}/${escapeToken(key)}` })) : [])),
  ];
}
