import type { OpinionsSettings, OpinionsValue } from '../../generated/types.js';
import { own } from '../../form/json-schema.js';
import { localize } from '../../problems/problem.js';
import type { Locale } from '../../problems/problem.js';

export type Opinion = 'for' | 'against' | 'other';
export const OPINIONS: readonly Opinion[] = ['for', 'against', 'other'];

/** How many of one group said what. */
export interface OpinionNumbers {
  /** Absent where nobody wrote down how many were asked. */
  readonly asked?: number;
  readonly for: number;
  readonly against: number;
  readonly other: number;
  readonly answered: number;
}

export interface GroupOpinions extends OpinionNumbers { readonly id: string; readonly title: string }

/** What reviewers see of a record of opinions: numbers, never names. */
export interface OpinionCounts { readonly groups: readonly GroupOpinions[]; readonly total: OpinionNumbers; readonly heldOn?: string; readonly method?: string; readonly summary?: string }

/**
 * Counts by group and in all, for reviewers; nobody's name or words are in them. Groups stand in the order of the settings, those that are not among them after.
 * The numbers are those that were counted; a group with a list alone is counted by its list.
 */
export function countOpinions(value: OpinionsValue | undefined, settings: OpinionsSettings, locale: Locale = 'zh-CN'): OpinionCounts {
  const rows = new Map<string, OpinionNumbers>(settings.groups.map(({ id }) => [id, none()]));
  for (const row of listAt(value, 'counts')) rows.set(idOf(row), plus(rows.get(idOf(row)) ?? none(), numbersOf(row)));
  const counted = new Set(listAt(value, 'counts').map(idOf));
  for (const respondent of listAt(value, 'respondents')) {
    const opinion = own(respondent, 'opinion');
    if (counted.has(idOf(respondent)) || !isOpinion(opinion)) continue;
    rows.set(idOf(respondent), plus(rows.get(idOf(respondent)) ?? none(), { ...none(), [opinion]: 1, answered: 1 }));
  }
  const groups = [...rows].map(([id, numbers]): GroupOpinions => ({ id, title: localize(settings.groups.find((group) => group.id === id)?.title ?? id, locale), ...numbers }));
  // Who was asked is known in all only where it is known of every group that answered.
  const complete = groups.every(({ asked, answered }) => asked !== undefined || answered === 0);
  const { asked, ...rest } = groups.reduce<OpinionNumbers>((sum, group) => plus(sum, group), none());
  return {
    groups,
    total: complete && asked !== undefined ? { asked, ...rest } : rest,
    ...textIn(value, 'heldOn'), ...textIn(value, 'method'), ...textIn(value, 'summary'),
  };
}

const none = (): OpinionNumbers => ({ for: 0, against: 0, other: 0, answered: 0 });

function plus(left: OpinionNumbers, right: OpinionNumbers): OpinionNumbers {
  const asked = left.asked === undefined && right.asked === undefined ? {} : { asked: (left.asked ?? 0) + (right.asked ?? 0) };
  return { ...asked, for: left.for + right.for, against: left.against + right.against, other: left.other + right.other, answered: left.answered + right.answered };
}

function numbersOf(row: unknown): OpinionNumbers {
  const count = (key: string): number => countAt(row, key) ?? 0;
  const asked = countAt(row, 'asked');
  return { ...(asked === undefined ? {} : { asked }), for: count('for'), against: count('against'), other: count('other'), answered: count('for') + count('against') + count('other') };
}

/** A whole number of zero or more; anything else counts as nothing. */
export function countAt(row: unknown, key: string): number | undefined {
  const value = own(row, key);
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000_000 ? (value as number) : undefined;
}

export function isOpinion(value: unknown): value is Opinion {
  return OPINIONS.some((opinion) => opinion === value);
}

export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = own(value, key);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}

export function idOf(row: unknown): string {
  const group = own(row, 'group');
  return typeof group === 'string' ? group : '';
}

function textIn<Key extends 'heldOn' | 'method' | 'summary'>(value: unknown, key: Key): { readonly [K in Key]?: string } {
  const text = own(value, key);
  return (typeof text === 'string' && text !== '' ? { [key]: text } : {}) as { readonly [K in Key]?: string };
}
