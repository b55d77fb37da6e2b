import { pointerTokens, toPointer, valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';
import { schemasAt, stepInto } from '../schema-cursor.js';
import type { ResolveReference } from '../schema-cursor.js';

/** References of a form schema lead to its own parts: `#/$defs/line`, or a part's `$id`. */
const resolve: ResolveReference = (reference, root) => {
  if (reference.startsWith('#')) return { schema: valueAt(root, decoded(reference.slice(1))), root };
  const definitions = isObject(root) ? { ...asObject(root['definitions']), ...asObject(root['$defs']) } : {};
  const named = Object.values(definitions).find((definition) => isObject(definition) && definition['$id'] === reference);
  return named === undefined ? undefined : { schema: named, root };
};

/** Whether the schema of a form has a place for the answer that a pointer addresses; `*` stands for every item. */
export function hasAnswer(schema: unknown, pointer: string): boolean {
  let sites = schemasAt({ schema, root: schema }, resolve);
  for (const token of pointerTokens(pointer)) sites = stepInto(sites, token, resolve);
  return sites.length > 0;
}

/** Names of the answers at the top. `root` is what references start from, for a schema inside another. */
export function answerNames(schema: unknown, root: unknown = schema): string[] {
  const names = schemasAt({ schema, root }, resolve).flatMap((site) => Object.keys(asObject(site.schema['properties'])));
  return [...new Set(names)];
}

/** Addresses of answers inside others, `/lines/* /amount` (without the space), as deep as people misspell them. */
export function answerAddresses(schema: unknown): string[] {
  const inside = (sites: ReturnType<typeof schemasAt>, address: string, depth: number): string[] => {
    const names = [...new Set(sites.flatMap((site) => Object.keys(asObject(site.schema['properties']))))];
    const hasItems = sites.some((site) => isObject(site.schema['items']));
    const members = [...names.map((name) => ({ token: name, at: address + toPointer(name) })), ...(hasItems ? [{ token: '*', at: `${address}/*` }] : [])];
    return depth === 0 ? [] : members.flatMap(({ token, at }) => [at, ...inside(stepInto(sites, token, resolve), at, depth - 1)]);
  };
  return inside(schemasAt({ schema, root: schema }, resolve), '', DEEPEST);
}

/** Levels of answers among which a misspelt one is looked for. */
const DEEPEST = 4;

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
