/** A place that both sides changed, each in its own way. An absent member: nothing was answered there (an item: it is not in the list). */
export interface MergeConflict {
  /** Place in the merged answers, which hold `mine` there until somebody chooses; what I emptied or removed stands there as `theirs` has it. */
  readonly pointer: string;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

/** A merge under way. */
export interface Merging {
  readonly identity: readonly string[];
  readonly conflicts: MergeConflict[];
}

/** Joins two values of one place, given what both began with. */
export type MergeValues = (base: unknown, mine: unknown, theirs: unknown, pointer: string, merging: Merging) => unknown;

export function conflict(pointer: string, base: unknown, mine: unknown, theirs: unknown): MergeConflict {
  return { pointer, ...(base === undefined ? {} : { base }), ...(mine === undefined ? {} : { mine }), ...(theirs === undefined ? {} : { theirs }) };
}
