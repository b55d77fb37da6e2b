/**
 * Groups places by priority, highest first; within a set they keep their order. Priorities are equal when they are written
 * equally; what is no number comes last, each such word a set of its own.
 *
 * @example prioritySets([1, 5, 1], (priority) => priority) // [[1], [0, 2]]
 */
export function prioritySets<T>(items: readonly T[], priorityOf: (item: T) => unknown): readonly (readonly number[])[] {
  const sets = new Map<string, number[]>();
  items.forEach((item, index) => {
    const priority = String(priorityOf(item));
    const set = sets.get(priority);
    if (set === undefined) sets.set(priority, [index]);
    else set.push(index);
  });
  if (sets.size === 1) return [...sets.values()];
  return [...sets].map(([priority, set]) => ({ rank: rankOf(priority), set })).sort((a, b) => (a.rank === b.rank ? 0 : b.rank > a.rank ? 1 : -1)).map(({ set }) => set);
}

function rankOf(priority: string): number {
  const rank = Number(priority);
  return Number.isNaN(rank) ? -Infinity : rank;
}
