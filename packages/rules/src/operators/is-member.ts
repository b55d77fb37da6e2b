import type { Truth } from '@cobuild/core';
import { isEmpty, isScalarKind, kindOf } from './value-kind.js';

/**
 * Whether a list has an item. Not found leaves it open where the list has an empty place, which may still become the
 * item, or holds nothing of the item's kind: then item and list do not belong together.
 */
export function isMember(list: readonly unknown[], item: unknown): Truth {
  const kind = kindOf(item);
  if (!isScalarKind(kind)) return 'unknown';
  if (list.length === 0) return false;
  let gap = false;
  let related = false;
  for (const other of list) {
    if (other === item) return true;
    if (isEmpty(other)) gap = true;
    else related ||= typeof other === typeof item && kindOf(other) === kind;
  }
  return related && !gap ? false : 'unknown';
}
