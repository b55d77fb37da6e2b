import { equalJson } from '../form/answers.js';
import { isRecord, own } from '../form/json-schema.js';
import type { MergeValues, Merging } from './merge-conflict.js';
import { conflict } from './merge-conflict.js';

type Key = string | number;

interface Lists {
  readonly base: readonly unknown[];
  readonly mine: readonly unknown[];
  readonly theirs: readonly unknown[];
  /** The member that tells items apart. */
  readonly member: string;
  readonly pointer: string;
}

/** The first of these members that every item of every list has, with another value in each item of a list. */
export function identityOf(lists: readonly (readonly unknown[])[], members: readonly string[]): string | undefined {
  return members.find((member) =>
    lists.every((list) => {
      const keys = list.map((item) => own(item, member));
      return list.every(isRecord) && keys.every(isKey) && new Set(keys).size === keys.length;
    }),
  );
}

const isKey = (value: unknown): value is Key => (typeof value === 'string' && value !== '') || typeof value === 'number';

/** Joins two lists item by item. Items keep my order, unless only they changed the order. */
export function mergeItems({ base, mine, theirs, member, pointer }: Lists, merging: Merging, mergeValues: MergeValues): readonly unknown[] {
  const byKey = (list: readonly unknown[]): ReadonlyMap<Key, unknown> => new Map(list.map((item) => [own(item, member) as Key, item]));
  const [before, left, right] = [byKey(base), byKey(mine), byKey(theirs)];
  const merged: unknown[] = [];
  for (const key of orderOf(before, left, right)) {
    const [was, my, their] = [before.get(key), left.get(key), right.get(key)];
    const place = `${pointer}/${merged.length}`;
    if (my !== undefined && their !== undefined) merged.push(mergeValues(was, my, their, place, merging));
    else {
      const item = my === undefined ? their : my;
      // Removed by one side: it goes where the other left it as it was, else somebody has to say.
      if (was !== undefined && equalJson(was, item)) continue;
      if (was !== undefined) merging.conflicts.push(conflict(place, was, my, their));
      merged.push(item);
    }
  }
  return merged;
}

/** Keys of both sides: the order of one, and what only the other has behind the item that precedes it there. */
function orderOf(before: ReadonlyMap<Key, unknown>, left: ReadonlyMap<Key, unknown>, right: ReadonlyMap<Key, unknown>): readonly Key[] {
  const common = (from: ReadonlyMap<Key, unknown>): readonly Key[] => [...from.keys()].filter((key) => before.has(key) && left.has(key) && right.has(key));
  const onlyTheyMoved = equalJson(common(left), common(before));
  const [first, second] = onlyTheyMoved ? [right, left] : [left, right];
  const order = [...first.keys()];
  let previous = -1;
  for (const key of second.keys()) {
    const at = order.indexOf(key);
    if (at >= 0) previous = at;
    else order.splice((previous += 1), 0, key);
  }
  return order;
}
