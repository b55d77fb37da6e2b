import { equalJson } from './answers.js';
import type { JsonSchema } from './json-schema.js';
import { define, listAt, numberAt, own } from './json-schema.js';
import { asList } from './merged-schema.js';
import type { SchemaSource } from './schema-sources.js';

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const CLOSING = ['additionalProperties', 'unevaluatedProperties'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

/** One schema from several, keyword by keyword. */
export function combinedSchemas(sources: readonly SchemaSource[]): JsonSchema {
  const merged: Record<string, unknown> = {};
  for (const { schema } of sources) {
    for (const keyword of Object.keys(schema)) define(merged, keyword, combine(keyword, own(merged, keyword), schema));
  }
  return merged;
}

function combine(keyword: string, before: unknown, schema: JsonSchema): unknown {
  const next = schema[keyword];
  if (before === undefined) return next;
  const limit = numberAt(schema, keyword);
  if (typeof before === 'number' && limit !== undefined) {
    if (LOWER.includes(keyword)) return Math.max(before, limit);
    if (UPPER.includes(keyword)) return Math.min(before, limit);
  }
  if (CLOSING.includes(keyword) && next === false) return false;
  if (keyword === 'type') return cutTypes(asList(before), asList(next));
  if (keyword === 'enum' && Array.isArray(before)) return before.filter((value) => listAt(schema, 'enum').some((other) => equalJson(value, other)));
  return before;
}

function cutTypes(left: readonly unknown[], right: readonly unknown[]): readonly unknown[] {
  const both = left.filter((type) => right.includes(type));
  const narrowed = (left.includes('number') && right.includes('integer')) || (left.includes('integer') && right.includes('number'));
  return narrowed && !both.includes('integer') ? [...both.filter((type) => type !== 'number'), 'integer'] : both;
}
