import { pointerTokens } from '../problems/json-pointer.js';
import type { SourcePlace } from './loaded-scheme.js';

/** JSON that remembers where each part was written. Parts of several files can stand in one tree. */
export type SourceNode = ObjectNode | ArrayNode | ScalarNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly place: SourcePlace;
  readonly members: ReadonlyMap<string, Member>;
}

/** A value with the place of its key. */
export interface Member {
  readonly keyPlace: SourcePlace;
  readonly value: SourceNode;
}

export interface ArrayNode {
  readonly kind: 'array';
  readonly place: SourcePlace;
  readonly items: readonly SourceNode[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: SourcePlace;
  readonly value: string | number | boolean | null;
}

/** A node may make its parts when they are asked for: another one like it is put together by these, never by copying its properties. */
export function objectNode(place: SourcePlace, members: ReadonlyMap<string, Member>): ObjectNode {
  return { kind: 'object', place, members };
}

export function arrayNode(place: SourcePlace, items: readonly SourceNode[]): ArrayNode {
  return { kind: 'array', place, items };
}

/** The value of a member, where the node is an object that has it. */
export function memberOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return node?.kind === 'object' ? node.members.get(key)?.value : undefined;
}

/** The text of a member, where it is one. */
export function textMember(node: SourceNode | undefined, key: string): string | undefined {
  const value = memberOf(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** Plain JSON of the tree. The reader lets no key such as `__proto__` in, so assignment is harmless. */
export function toValue(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(toValue);
  const object: Record<string, unknown> = {};
  for (const [key, { value }] of node.members) object[key] = toValue(value);
  return object;
}

/** JSON that was written nowhere as a tree. */
export function toNode(value: unknown): SourceNode {
  if (Array.isArray(value)) return arrayNode(NOWHERE, value.map(toNode));
  if (value === null || typeof value !== 'object') return { kind: 'scalar', place: NOWHERE, value: value as ScalarNode['value'] };
  return objectNode(NOWHERE, new Map(Object.entries(value).map(([key, member]) => [key, { keyPlace: NOWHERE, value: toNode(member) }])));
}

const NOWHERE: SourcePlace = { document: '', pointer: '', line: 1, column: 1 };

/** Where a pointer into the tree was written; the tokens that lead to nothing are left over. */
export interface Found {
  readonly node: SourceNode;
  readonly place: SourcePlace;
  /** The key that names the place, where it is a member of an object. */
  readonly keyPlace: SourcePlace;
  readonly missing: readonly string[];
}

/** Follows a pointer as far as it leads. */
export function findPlace(root: SourceNode, pointer: string): Found {
  const tokens = pointerTokens(pointer);
  let node = root;
  let keyPlace = root.place;
  for (const [index, token] of tokens.entries()) {
    const member = node.kind === 'object' ? node.members.get(token) : undefined;
    const item = node.kind === 'array' && /^\d+$/.test(token) ? node.items[Number(token)] : undefined;
    const next = member?.value ?? item;
    if (!next) return { node, place: node.place, keyPlace, missing: tokens.slice(index) };
    [node, keyPlace] = [next, member?.keyPlace ?? next.place];
  }
  return { node, place: node.place, keyPlace, missing: [] };
}
