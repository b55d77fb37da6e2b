import { canonicalJson } from '../hash/index.js';
import type { JsonSchema } from '../form/json-schema.js';
import { define, isRecord } from '../form/json-schema.js';

/**
 * A JSON Schema for data that came without one, as JSON Forms makes it: every name is a property and required, other names are
 * allowed too; items that differ are alternatives.
 *
 * @example schemaFromData({ name: '暖心', households: 40 })
 * // { type: 'object', properties: { name: { type: 'string' }, households: { type: 'integer' } }, additionalProperties: true, required: ['name', 'households'] }
 */
export function schemaFromData(data: unknown): JsonSchema {
  if (data === null) return { type: 'null' };
  switch (typeof data) {
    case 'string': return { type: 'string' };
    case 'boolean': return { type: 'boolean' };
    case 'number': return { type: Number.isInteger(data) ? 'integer' : 'number' };
    default: return Array.isArray(data) ? listSchema(data) : isRecord(data) ? objectSchema(data) : {};
  }
}

function objectSchema(data: JsonSchema): JsonSchema {
  const names = Object.keys(data);
  const properties: Record<string, unknown> = {};
  for (const name of names) define(properties, name, schemaFromData(data[name]));
  return { type: 'object', properties, additionalProperties: true, ...(names.length > 0 ? { required: names } : {}) };
}

function listSchema(data: readonly unknown[]): JsonSchema {
  const different = [...new Map(data.map(schemaFromData).map((schema) => [canonicalJson(schema), schema] as const)).values()];
  if (different.length > 1) return { type: 'array', items: { oneOf: different } };
  return { type: 'array', items: different[0] ?? {} };
}
