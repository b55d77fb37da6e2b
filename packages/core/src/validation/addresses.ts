import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import { hasOwn } from './instance.js';
import { addressPart } from './parts/validation-parts.js';
import type { Registry, Resource, SchemaNode } from './registry.js';
import { resolveUri, splitFragment } from './uri.js';
import { dialectOf } from './vocabularies.js';

/** The address of a schema by its `$id`. */
export const absolute = (id: string, base: string): string => splitFragment(resolveUri(id, base))[0];

/** The schema that a reference means, seen from a node. */
export function resolveIn(registry: Registry, reference: string, from: SchemaNode): SchemaNode | undefined {
  const [address, fragment] = splitFragment(resolveUri(reference, from.resource.uri));
  const resource = address === from.resource.uri ? from.resource : registry.find(address);
  if (!resource) return undefined;
  if (fragment === '') return resource.root;
  return fragment.startsWith('/') ? follow(registry, resource, fragment) : resource.anchors.get(fragment);
}

function follow(registry: Registry, start: Resource, pointer: string): SchemaNode | undefined {
  let resource = start;
  let value = start.root.schema;
  let within = '';
  for (const token of pointerTokens(pointer)) {
    if (value === null || typeof value !== 'object' || !hasOwn(value as Readonly<Record<string, unknown>>, token)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[token];
    within += toPointer(token);
    const embedded = resource.embedded.get(within);
    if (embedded) [resource, within] = [embedded, ''];
  }
  // A place that no keyword of ours leads to becomes a schema by being referred to.
  return nodeAt(resource, within) ?? registry.addNode(value, resource, within, resource.root.place + within);
}

const places = new WeakMap<Resource, Map<string, SchemaNode>>();

/** The schema at a pointer of its resource: looked up by documents with references only, so others need no table of places. */
function nodeAt(resource: Resource, pointer: string): SchemaNode | undefined {
  let known = places.get(resource);
  if (known?.size !== resource.nodes.length) {
    known = new Map(resource.nodes.map((node) => [node.pointer, node]));
    places.set(resource, known);
  }
  return known?.get(pointer);
}

/** For whoever looks into schemas without an interpreter. */
export const withAddresses = (): void => addressPart.fill({ absolute, resolveIn, dialectOf });
