import { recordSchemas } from '../generated/record-schemas.js';
import { isRecord, own } from '../form/json-schema.js';
import type { RecordKind } from '../form/record-kind.js';
import { recordKinds } from '../form/record-kind.js';

export type { RecordKind };
export { recordKinds };

/**
 * The JSON Schema of a record's value, without a single `$ref`: it can be put into the schema of a form as it is.
 *
 * @throws {TypeError} for a kind that there is not.
 * @example { type: 'object', properties: { budget: recordSchema('budget') } }
 */
export function recordSchema(kind: RecordKind): Readonly<Record<string, unknown>> {
  const definitions = own(recordSchemas, '$defs');
  if (!recordKinds.includes(kind)) throw new TypeError(`recordSchema: there is no record ${JSON.stringify(kind)}`);
  return written(own(definitions, kind), definitions) as Readonly<Record<string, unknown>>;
}

/** A copy with what references lead to in their places; the values of records do not contain themselves. */
function written(schema: unknown, definitions: unknown): unknown {
  if (Array.isArray(schema)) return (schema as readonly unknown[]).map((item) => written(item, definitions));
  if (!isRecord(schema)) return schema;
  const reference = own(schema, '$ref');
  if (typeof reference === 'string') return written(own(definitions, reference.replace('#/$defs/', '')), definitions);
  return Object.fromEntries(Object.keys(schema).map((key) => [key, written(schema[key], definitions)]));
}
