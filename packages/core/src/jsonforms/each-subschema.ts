import type { JsonSchema } from '../form/json-schema.js';
import { define, isRecord } from '../form/json-schema.js';

const ONE = ['additionalItems', 'additionalProperties', 'contains', 'else', 'if', 'items', 'not', 'propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties'];
const LISTS = ['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems'];
const NAMED = ['$defs', 'definitions', 'dependencies', 'dependentSchemas', 'patternProperties', 'properties'];

/** What becomes of a schema; `name` where it stands below `properties`. */
export type SchemaChange = (schema: JsonSchema, name?: string) => JsonSchema;

/** A copy of a schema in which each schema inside, and then the schema itself, is changed. Values such as `const` and `default` stay as they are. */
export function eachSubschema(schema: JsonSchema, change: SchemaChange, name?: string): JsonSchema {
  const copy: Record<string, unknown> = {};
  for (const keyword of Object.keys(schema)) define(copy, keyword, changedPart(keyword, schema[keyword], change));
  return change(copy, name);
}

function changedPart(keyword: string, value: unknown, change: SchemaChange): unknown {
  if (Array.isArray(value)) return LISTS.includes(keyword) ? value.map((part: unknown) => (isRecord(part) ? eachSubschema(part, change) : part)) : value;
  if (!isRecord(value)) return value;
  if (ONE.includes(keyword)) return eachSubschema(value, change);
  if (!NAMED.includes(keyword)) return value;
  const named: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) define(named, name, isRecord(part) ? eachSubschema(part, change, keyword === 'properties' ? name : undefined) : part);
  return named;
}
