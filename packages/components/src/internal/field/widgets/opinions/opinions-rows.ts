import type { OpinionCount, OpinionsSettings, OpinionsValue } from '@cobuild/core';
import { itemsOf, listIn, withItem, withMember, withoutItem } from '../../record/with-member.js';

/** A row of the counts: of a group of the settings, recorded or not, or one that no group is for. */
export interface CountRow {
  /** Name of its cells, the same before and after it is recorded: `/counts/#members`. */
  readonly at: string;
  readonly group: string;
  /** Place among the counts; absent while nothing is recorded. */
  readonly index?: number;
  readonly row: Partial<OpinionCount>;
  /** Nobody asked for it: the group is none of the settings, or there twice. */
  readonly isExtra: boolean;
}

/** The rows to draw: those of the settings in their order, then what else is there. */
export function countRows(value: unknown, { groups }: OpinionsSettings): readonly CountRow[] {
  const counts = listIn<Partial<OpinionCount>>(value, 'counts');
  const taken = new Set<number>();
  const known = groups.map(({ id }): CountRow => {
    const index = counts.findIndex(({ group }) => group === id);
    if (index < 0) return { at: `/counts/#${id}`, group: id, row: {}, isExtra: false };
    taken.add(index);
    return { at: `/counts/#${id}`, group: id, index, row: counts[index] ?? {}, isExtra: false };
  });
  const extra = counts.flatMap((row, index): CountRow[] => (taken.has(index) ? [] : [{ at: `/counts/${index}`, group: typeof row.group === 'string' ? row.group : '', index, row, isExtra: true }]));
  return [...known, ...extra];
}

/** The value with one number of a row changed. A row from which the last number was taken is not recorded any more. */
export function withCount(value: OpinionsValue | undefined, settings: OpinionsSettings, { group, index, row }: CountRow, key: string, number: unknown): OpinionsValue {
  const counts = itemsOf<OpinionCount>(value?.counts);
  const next = withMember({ ...row, group }, key, number) as OpinionCount;
  if (Object.keys(next).length === 1) return { ...value, counts: index === undefined ? [...counts] : withoutItem(counts, index) };
  if (index !== undefined) return { ...value, counts: withItem(counts, index, next) };
  const place = (id: string): number => settings.groups.findIndex((each) => each.id === id);
  const before = counts.filter((each) => place(each.group) <= place(group) && place(each.group) >= 0).length;
  return { ...value, counts: [...counts.slice(0, before), next, ...counts.slice(before)] };
}

/** `undefined` where nothing is recorded at all: an empty record counts as no answer. */
export function orNothing(value: OpinionsValue): OpinionsValue | undefined {
  const { counts, respondents = [], ...rest } = value;
  if (counts.length === 0 && respondents.length === 0 && Object.keys(rest).length === 0) return undefined;
  return respondents.length === 0 ? { ...rest, counts } : value;
}
