import { getLocation } from 'jsonc-parser';
import { toPointer } from '../problems/json-pointer.js';

/** Where in a JSON text somebody is writing. */
export interface JsonLocation {
  /** Of the value, or of the object whose key is being written. */
  readonly pointer: string;
  /** A key is being written, not a value. */
  readonly isKey: boolean;
}

/**
 * The place of a text that an offset lies in; the text may be broken anywhere.
 *
 * @example jsonLocationAt('{"stages":[{"m"', 14) // { pointer: '/stages/0', isKey: true }
 */
export function jsonLocationAt(text: string, offset: number): JsonLocation {
  const { path, isAtPropertyKey } = getLocation(text, offset);
  // At a key, the last step is what has been written of it so far.
  const steps = isAtPropertyKey ? path.slice(0, -1) : path;
  return { pointer: toPointer(...steps.map(String)), isKey: isAtPropertyKey };
}
