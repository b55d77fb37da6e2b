import type { LayoutElement } from '../generated/types.js';
import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { JsonSchema } from '../form/json-schema.js';
import { isRecord, own, textAt } from '../form/json-schema.js';
import { resolveLocal } from '../form/references.js';

/** Names of the fields of an item in the order in which a layout shows them. */
export interface ItemOrder { readonly list: readonly string[]; readonly names: readonly string[] }

/** The first names below an item of all that a layout shows. */
export function namesShown(elements: readonly LayoutElement[], item: string): readonly string[] {
  return [...new Set(elements.flatMap(pointersIn).filter((pointer) => pointer.startsWith(`${item}/`)).map((pointer) => pointerTokens(pointer.slice(item.length))[0] ?? ''))];
}

function pointersIn(element: LayoutElement): readonly string[] {
  if (typeof element === 'string') return [element];
  if ('group' in element) return element.group.flatMap(pointersIn);
  return 'tabs' in element ? element.tabs.flatMap((tab) => tab.elements.flatMap(pointersIn)) : [];
}

/**
 * The fields of an item stand in the order of its schema: here the schema with the order of a layout. Properties behind a
 * reference are named before it, where an empty schema says nothing about them but their place.
 */
export function withItemOrder(root: JsonSchema, { list, names }: ItemOrder): JsonSchema {
  const place = placeOf(root, [...list, '*']);
  if (place === undefined || names.length < 2) return root;
  const properties = own(place.schema, 'properties');
  const known = isRecord(properties) ? properties : {};
  const isDescribed = names.every((name) => own(known, name) !== undefined);
  if (!isDescribed && textAt(place.schema, '$ref') === undefined) return root;
  const first = names.map((name) => [name, own(known, name) ?? {}] as const);
  const rest = Object.entries(known).filter(([name]) => !names.includes(name));
  return withValueAt(root, place.pointer, { ...place.schema, properties: Object.fromEntries([...first, ...rest]) }) as JsonSchema;
}

/** Where the schema of some data stands, reached without sharing: behind a reference other places would be changed with it. */
function placeOf(root: JsonSchema, path: readonly string[]): { readonly schema: JsonSchema; readonly pointer: string } | undefined {
  let found: { schema: JsonSchema; pointer: string } | undefined = { schema: root, pointer: '' };
  for (const name of path) {
    const schema: unknown = name === '*' ? own(found.schema, 'items') : own(own(found.schema, 'properties'), name);
    if (!isRecord(schema)) return undefined;
    found = { schema, pointer: `${found.pointer}${name === '*' ? '/items' : `/properties${toPointer(name)}`}` };
  }
  const reference = textAt(found.schema, '$ref');
  return reference === undefined || resolveLocal(root, reference) !== undefined ? found : undefined;
}
