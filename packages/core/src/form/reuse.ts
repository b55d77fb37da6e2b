/** Shallow equality of lists. */
export function sameItems(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}

function sameMember(left: unknown, right: unknown): boolean {
  return left === right || (Array.isArray(left) && Array.isArray(right) && sameItems(left, right));
}

/**
 * The object of before, when the new one says the same: members are compared one by one, lists by their items. So what did not
 * change keeps its identity, and a view may skip it.
 */
export function reuse<T extends object>(before: T | undefined, next: T): T {
  if (before === undefined) return next;
  const keys = Object.keys(next) as (keyof T)[];
  if (keys.length !== Object.keys(before).length) return next;
  if (keys.every((key) => sameMember(before[key], next[key]))) return before;
  // Lists that are equal are taken over even when something else changed.
  return keys.reduce<T>((result, key) => (sameMember(before[key], next[key]) ? { ...result, [key]: before[key] } : result), next);
}
