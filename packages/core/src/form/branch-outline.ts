import { equalJson, isEmpty } from './answers.js';
import type { JsonSchema } from './json-schema.js';
import { isRecord, listAt, own } from './json-schema.js';
import { choicesOf, isNothing, mergeSchemas, valueType } from './merged-schema.js';
import type { SchemaSource } from './schema-sources.js';

/** What a branch looks like at a glance: enough to tell which of several an answer was given to, without checking it. */
export interface BranchOutline {
  readonly schema: JsonSchema;
  /** `undefined` where the branch does not say it, or where it has branches of its own. */
  readonly type: string | undefined;
  readonly properties: ReadonlyMap<string, unknown>;
  readonly required: readonly unknown[];
  /** Whether other names are refused. */
  readonly closed: boolean;
  /** The definition that it is drawn from, for its name. */
  readonly definition: string | undefined;
}

export function outlineOnce(sources: () => readonly SchemaSource[]): () => BranchOutline {
  let outline: BranchOutline | undefined;
  return () => (outline ??= outlineOf(sources()));
}

function outlineOf(sources: readonly SchemaSource[]): BranchOutline {
  const always = sources.filter(({ gates }) => gates.length === 0);
  const schema = mergeSchemas(always);
  const properties = new Map<string, unknown>();
  for (const source of sources) for (const name of Object.keys(own(source.schema, 'properties') ?? {})) properties.set(name, own(own(source.schema, 'properties'), name));
  const choices = choicesOf(schema).map(({ value }) => value);
  return {
    schema,
    type: own(schema, 'type') !== undefined && isNothing(schema) ? 'null' : (valueType(schema, choices) ?? (properties.size > 0 ? 'object' : undefined)),
    properties,
    required: always.flatMap((source) => listAt(source.schema, 'required')),
    closed: own(schema, 'additionalProperties') === false || own(schema, 'unevaluatedProperties') === false,
    definition: always.map(({ pointer }) => /^\/(?:\$defs|definitions)\/([^/]+)$/.exec(pointer)?.[1]).find((name) => name !== undefined),
  };
}

/** Whether a value is of the type of a branch; what the branch does not say is no hindrance. */
export function hasType({ type }: Pick<BranchOutline, 'type'>, value: unknown): boolean {
  if (type === undefined || value === undefined) return true;
  if (value === null) return type === 'null';
  if (Array.isArray(value)) return type === 'array';
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeof value === (type);
}

/**
 * How likely it is that a value was given to a branch: its type first, then its constants and the names that are answered. Numbers to
 * be compared with each other.
 */
export function likeness(outline: BranchOutline, value: unknown): number {
  if (!hasType(outline, value)) return -100;
  let sum = constants(outline.schema, value);
  if (!isRecord(value)) return sum;
  for (const name of Object.keys(value)) {
    const described = outline.properties.get(name);
    if (isRecord(described)) sum += hasType({ type: typeOf(described) }, value[name]) ? 2 + constants(described, value[name]) : -2;
    else if (described === undefined && outline.closed && !isEmpty(value[name])) sum -= 4;
  }
  return sum - outline.required.filter((name) => typeof name === 'string' && isEmpty(own(value, name))).length;
}

function typeOf(schema: JsonSchema): string | undefined {
  return valueType(schema, []);
}

function constants(schema: JsonSchema, value: unknown): number {
  const constant = own(schema, 'const');
  const listed = listAt(schema, 'enum');
  if (constant === undefined && listed.length === 0) return 0;
  return equalJson(constant, value) || listed.some((each) => equalJson(each, value)) ? 6 : -20;
}
