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
  if (list.indexOf(item) !== -1) return true;
  if (list.some(isEmpty)) return 'unknown';
  return list.some((other) => kindOf(other) === kind) ? false : 'unknown';
}
