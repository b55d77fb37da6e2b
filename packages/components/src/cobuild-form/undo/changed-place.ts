import { toPointer } from '@cobuild/core';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * The narrowest place in which two versions of the answers differ: the answer that was edited, the list whose items came or went, `''` where several
 * answers are others. Unchanged parts are the same objects in both, so only what lies on the way is looked at.
 */
export function changedPlace(before: unknown, after: unknown, pointer = ''): string {
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) return pointer;
  if (Array.isArray(before) && Array.isArray(after) && before.length !== after.length) return pointer;
  const [one, other] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  const names = Object.keys(one).concat(Object.keys(other).filter((name) => !Object.prototype.hasOwnProperty.call(one, name)));
  const changed = names.filter((name) => one[name] !== other[name]);
  const [only] = changed;
  return changed.length === 1 && only !== undefined ? changedPlace(one[only], other[only], pointer + toPointer(only)) : pointer;
}
