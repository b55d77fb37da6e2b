import { escapeToken, valueAt } from '../../problems/json-pointer.js';
import { isObject } from '../../validation/instance.js';

/** What stands at a place, or the value of the parameter that stands for it, with where it is written. */
export function settled(document: unknown, pointer: string): { readonly value: unknown; readonly pointer: string } | undefined {
  const value = valueAt(document, pointer);
  if (value === undefined) return undefined;
  const key = isObject(value) ? value['parameter'] : undefined;
  if (typeof key !== 'string') return { value, pointer };
  const at = `/parameters/${escapeToken(key)}/value`;
  return { value: valueAt(document, at), pointer: at };
}
