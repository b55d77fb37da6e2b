import { valueAt } from '../problems/json-pointer.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, listAt, own, textAt } from '../form/json-schema.js';
import { resolveLocal } from '../form/references.js';

/** Schemas that refer to each other in a circle end somewhere. */
const DEEPEST = 24;

/**
 * The property names that a scope leads through: `#/properties/a/properties/b` is `a`, `b`. Branches on the way
 * (`#/anyOf/0/then/properties/c`) are no part of the answers. `#`, `#/` and nothing are the whole.
 */
export function scopeNames(scope: unknown): readonly string[] {
  if (typeof scope !== 'string') return [];
  const tokens = scope.replace(/^#/, '').replace(/(anyOf|allOf|oneOf)\/\d+\//g, '').replace(/(then|else)\//g, '').replace(/^\//, '').split('/');
  return tokens.filter((_, index) => index % 2 === 1).map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** A schema behind its references; `undefined` where one leads nowhere or in a circle. */
export function resolved(root: JsonSchema, schema: unknown): JsonSchema | undefined {
  let found: unknown = schema;
  for (let steps = 0; steps < DEEPEST; steps += 1) {
    if (!isRecord(found)) return undefined;
    const reference = textAt(found, '$ref');
    if (reference === undefined) return found;
    const target = resolveLocal(root, reference);
    found = target === undefined ? undefined : valueAt(root, target);
  }
  return undefined;
}

/** What describes the same value together with a schema: the parts of `allOf`, alternatives, `then` and `else`. */
export function partsOf(root: JsonSchema, schema: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > DEEPEST) return [];
  const parts = ['oneOf', 'allOf', 'anyOf'].flatMap((keyword) => listAt(schema, keyword)).concat([own(schema, 'then'), own(schema, 'else')]);
  return [schema, ...parts.flatMap((part) => {
    const behind = resolved(root, part);
    return behind === undefined ? [] : partsOf(root, behind, depth + 1);
  })];
}

/** The schema of a property, or of the items for `*`, as JSON Forms finds it: behind references, else in a part. */
export function schemaAt(root: JsonSchema, start: unknown, names: readonly string[]): JsonSchema | undefined {
  return names.reduce<JsonSchema | undefined>((schema, name) => schema && inner(root, schema, name), resolved(root, start));
}

function inner(root: JsonSchema, schema: JsonSchema, name: string): JsonSchema | undefined {
  for (const part of partsOf(root, schema)) {
    const found = resolved(root, name === '*' ? own(part, 'items') : own(own(part, 'properties'), name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of the properties that a schema describes, in its order. */
export function propertyNames(root: JsonSchema, schema: JsonSchema): readonly string[] {
  return [...new Set(partsOf(root, schema).flatMap((part) => Object.keys(own(part, 'properties') ?? {})))];
}
