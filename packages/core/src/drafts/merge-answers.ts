import { equalJson } from '../form/answers.js';
import { define, isRecord, own } from '../form/json-schema.js';
import { toPointer } from '../problems/json-pointer.js';
import type { DraftAnswers } from './form-draft.js';
import type { MergeConflict, Merging } from './merge-conflict.js';
import { conflict } from './merge-conflict.js';
import { identityOf, mergeItems } from './merge-items.js';

export interface MergedAnswers {
  readonly answers: DraftAnswers;
  /** In the order of the answers; empty where nothing is in dispute. */
  readonly conflicts: readonly MergeConflict[];
}

export interface MergeOptions {
  /** Members that tell the items of a list apart, the first that all items have. Default `id`, `key`. */
  readonly identity?: readonly string[];
}

/**
 * Joins what two people (or two windows) made of the same answers. A change of one side only is taken; groups are joined member by member, lists
 * item by item where the items have an identity, else as a whole; a place that both changed differently is a conflict with both values.
 *
 * @param base - The answers that both began with.
 * @example
 * mergeAnswers({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 3, b: 5 })
 * // { answers: { a: 2, b: 5 }, conflicts: [{ pointer: '/a', base: 1, mine: 2, theirs: 3 }] }
 */
export function mergeAnswers(base: DraftAnswers, mine: DraftAnswers, theirs: DraftAnswers, { identity = ['id', 'key'] }: MergeOptions = {}): MergedAnswers {
  const merging: Merging = { identity, conflicts: [] };
  const answers = mergeValues(base, mine, theirs, '', merging) as DraftAnswers;
  return { answers, conflicts: merging.conflicts };
}

function mergeValues(base: unknown, mine: unknown, theirs: unknown, pointer: string, merging: Merging): unknown {
  if (equalJson(mine, theirs) || equalJson(base, theirs)) return mine;
  if (equalJson(base, mine)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) return mergeMembers(isRecord(base) ? base : {}, mine, theirs, pointer, merging);
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const before: readonly unknown[] = Array.isArray(base) ? base : [];
    const member = identityOf([before, mine, theirs], merging.identity);
    if (member !== undefined) return mergeItems({ base: before, mine, theirs, member, pointer }, merging, mergeValues);
  }
  merging.conflicts.push(conflict(pointer, base, mine, theirs));
  return mine === undefined ? theirs : mine;
}

function mergeMembers(base: DraftAnswers, mine: DraftAnswers, theirs: DraftAnswers, pointer: string, merging: Merging): unknown {
  const merged: Record<string, unknown> = {};
  const names = [...Object.keys(mine), ...Object.keys(theirs).filter((name) => own(mine, name) === undefined)];
  for (const name of names) {
    const value = mergeValues(own(base, name), own(mine, name), own(theirs, name), `${pointer}${toPointer(name)}`, merging);
    if (value !== undefined) define(merged, name, value);
  }
  return merged;
}
