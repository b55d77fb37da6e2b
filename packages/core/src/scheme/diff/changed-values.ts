import { escapeToken } from '../../problems/json-pointer.js';
import { equalityKey, hasOwn, isObject } from '../../validation/instance.js';
import type { JsonObject } from '../../validation/instance.js';

/** A value that differs, at the deepest place that has a meaning of its own. */
export interface ChangedValue {
  /** Into the document that has it: the new one, or the old one where it was taken out. */
  readonly pointer: string;
  /** Into the old document, where things may have stood elsewhere in their list; absent where it had nothing there. */
  readonly oldPointer?: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Names of members that make an object one value: half of a ratio or a condition says nothing. */
const WHOLE: readonly (readonly string[])[] = [['zh-CN'], ['parameter'], ['p', 'q'], ['amount', 'unit'], ['every', 'unit'], ['all'], ['any'], ['not'], ['condition'], ['fact', 'operator'], ['op', 'of']];

/**
 * Compares two documents of the scheme format. Things with an `id` are compared by `id`, wherever they stand in their list; objects that stand for one value
 * (a text, a ratio, a period, a condition) and other lists are one value each.
 */
export function changedValues(before: unknown, after: unknown): ChangedValue[] {
  const found: ChangedValue[] = [];
  compare(before, after, '', '', found);
  return found;
}

function compare(before: unknown, after: unknown, oldPointer: string, newPointer: string, found: ChangedValue[]): void {
  if (equalityKey(before) === equalityKey(after)) return;
  if (isKeyed(before) && isKeyed(after)) compareById(before, after, oldPointer, newPointer, found);
  else if (isObject(before) && isObject(after) && !isWhole(before) && !isWhole(after)) compareMembers(before, after, oldPointer, newPointer, found);
  else found.push({ pointer: newPointer, oldPointer, kind: 'changed', before, after });
}

function compareMembers(before: JsonObject, after: JsonObject, oldPointer: string, newPointer: string, found: ChangedValue[]): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [oldPlace, newPlace] = [`${oldPointer}/${escapeToken(key)}`, `${newPointer}/${escapeToken(key)}`];
    if (!hasOwn(after, key)) found.push({ pointer: oldPlace, oldPointer: oldPlace, kind: 'removed', before: before[key] });
    else if (!hasOwn(before, key)) found.push({ pointer: newPlace, kind: 'added', after: after[key] });
    else compare(before[key], after[key], oldPlace, newPlace, found);
  }
}

interface Keyed { readonly id: string }

function compareById(before: readonly Keyed[], after: readonly Keyed[], oldPointer: string, newPointer: string, found: ChangedValue[]): void {
  const oldPlaces = new Map(before.map(({ id }, index) => [id, index]));
  const newIds = new Set(after.map(({ id }) => id));
  before.forEach((item, index) => {
    if (!newIds.has(item.id)) found.push({ pointer: `${oldPointer}/${index}`, oldPointer: `${oldPointer}/${index}`, kind: 'removed', before: item });
  });
  // The order counts among those that both have.
  const kept = before.filter(({ id }) => newIds.has(id)).map(({ id }) => id);
  const order = after.filter(({ id }) => oldPlaces.has(id)).map(({ id }) => id);
  after.forEach((item, index) => {
    const old = oldPlaces.get(item.id);
    if (old === undefined) found.push({ pointer: `${newPointer}/${index}`, kind: 'added', after: item });
    else compare(before[old], item, `${oldPointer}/${old}`, `${newPointer}/${index}`, found);
  });
  if (kept.some((id, index) => order[index] !== id)) found.push({ pointer: newPointer, oldPointer, kind: 'moved', before: kept, after: order });
}

/** An empty list as well: of what it had or gets, each thing is told by itself. */
function isKeyed(list: unknown): list is readonly Keyed[] {
  return Array.isArray(list) && list.every((item) => isObject(item) && typeof item['id'] === 'string');
}

function isWhole(value: JsonObject): boolean {
  return WHOLE.some((names) => names.every((name) => hasOwn(value, name)));
}
