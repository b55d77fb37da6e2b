import { isObject } from '../validation/instance.js';
import type { JsonObject } from '../validation/instance.js';
import { toPointer, valueAt } from '../problems/json-pointer.js';

/** A part of a document with its place. */
export interface Part {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** The objects of an array; what is none is the format schema's business. */
export function partsAt(document: unknown, pointer: string): Part[] {
  const list = valueAt(document, pointer);
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((value, index) => (isObject(value) ? [{ value, pointer: `${pointer}/${index}` }] : []));
}

/** The objects below the keys of an object. */
export function entriesAt(document: unknown, pointer: string): (Part & { readonly key: string })[] {
  const object = valueAt(document, pointer);
  if (!isObject(object)) return [];
  return Object.entries(object).flatMap(([key, value]) => (isObject(value) ? [{ key, value, pointer: pointer + toPointer(key) }] : []));
}

/** The text members of an array or object part, with their places. */
export function textsAt(part: Part, property: string): { readonly text: string; readonly pointer: string }[] {
  const list = part.value[property];
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).flatMap((text, index) => (typeof text === 'string' ? [{ text, pointer: `${part.pointer}/${property}/${index}` }] : []));
}

/** The ids of the parts of an array. */
export function idsAt(document: unknown, pointer: string): string[] {
  return partsAt(document, pointer).flatMap(({ value }) => (typeof value['id'] === 'string' ? [value['id']] : []));
}

export function textIn(part: Part, property: string): string | undefined {
  const value = part.value[property];
  return typeof value === 'string' ? value : undefined;
}
