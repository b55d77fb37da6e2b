import type { Condition } from '../generated/types.js';
import { isRecord } from './json-schema.js';

/** Facts that conditions inside a list may read besides the others: the answers of the item around them, and its index, 0 for the first. */
export const ITEM_FACTS = ['item', 'index'] as const;

/** What such a condition is asked with. */
export interface ItemFacts { readonly item: unknown; readonly index: number }

const known = new WeakMap<Condition, boolean>();

/** Conditions nested deeper are refused where conditions are checked. */
const DEEPEST = 64;

/** Whether a condition reads the item that it stands in, so that it has an answer for each item. */
export function readsItem(condition: Condition): boolean {
  let reads = known.get(condition);
  if (reads === undefined) known.set(condition, (reads = mentions(condition, 0)));
  return reads;
}

function mentions(part: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (Array.isArray(part)) return part.some((each) => mentions(each, depth + 1));
  if (!isRecord(part)) return false;
  return ITEM_FACTS.some((name) => name === part['fact']) || Object.keys(part).some((key) => mentions(part[key], depth + 1));
}
