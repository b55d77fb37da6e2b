import { hasOwn, isObject } from '../validation/instance.js';
import type { JsonObject } from '../validation/instance.js';

/** A schema with the document that its references start from. */
export interface SchemaSite {
  readonly schema: JsonObject;
  readonly root: unknown;
}

/** Finds the schema that a `$ref` means; `undefined` where there is none. */
export type ResolveReference = (reference: string, root: unknown) => { readonly schema: unknown; readonly root: unknown } | undefined;

const LISTS = ['allOf', 'anyOf', 'oneOf'];
const BRANCHES = ['if', 'then', 'else'];

/** All schemas that speak about one place: through references, alternatives and conditional parts. */
export function schemasAt(start: { readonly schema: unknown; readonly root: unknown }, resolve: ResolveReference): SchemaSite[] {
  const found = new Map<JsonObject, SchemaSite>();
  const waiting = [start];
  // The list grows while it is gone through.
  for (const { schema, root } of waiting) {
    if (!isObject(schema) || found.has(schema)) continue;
    found.set(schema, { schema, root });
    const target = typeof schema['$ref'] === 'string' ? resolve(schema['$ref'], root) : undefined;
    if (target) waiting.push(target);
    const parts = [
      ...LISTS.flatMap((keyword) => (Array.isArray(schema[keyword]) ? (schema[keyword] as unknown[]) : [])),
      ...BRANCHES.map((keyword) => schema[keyword]),
      ...(isObject(schema['dependentSchemas']) ? Object.values(schema['dependentSchemas']) : []),
    ];
    for (const part of parts) waiting.push({ schema: part, root });
  }
  return [...found.values()];
}

/** The schemas of a member. `*` and numbers lead into arrays. Patterns of names are not followed: no setting is addressed by them. */
export function stepInto(sites: readonly SchemaSite[], token: string, resolve: ResolveReference): SchemaSite[] {
  return sites.flatMap(({ schema, root }) => memberSchemas(schema, token).flatMap((member) => schemasAt({ schema: member, root }, resolve)));
}

function memberSchemas(schema: JsonObject, token: string): unknown[] {
  const properties = schema['properties'];
  const found: unknown[] = [];
  if (isObject(properties) && hasOwn(properties, token)) found.push(properties[token]);
  else if (isObject(schema['additionalProperties'])) found.push(schema['additionalProperties']);
  if (token === '*' || /^\d+$/.test(token)) {
    const prefix = Array.isArray(schema['prefixItems']) ? (schema['prefixItems'] as unknown[]) : [];
    found.push(...(token === '*' ? prefix : prefix.slice(Number(token), Number(token) + 1)));
    if (isObject(schema['items'])) found.push(schema['items']);
  }
  // A member that is allowed without anything being said of it is there all the same.
  return found.map((member) => (member === true ? {} : member));
}
