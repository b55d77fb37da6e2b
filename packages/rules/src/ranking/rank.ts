import type { RankKey, Rational } from '@cobuild/core';
import { compareRationals } from '@cobuild/core';
import { factReader } from '../conditions/index.js';
import { isCalendarDate, isEmpty } from '../operators/value-kind.js';
import { exactText, readExact } from '../scoring/exact.js';
import type { RankGroup, RankItem, Ranking } from './rank-types.js';

/** What a key read: an exact number, or a calendar date. */
export type RankValue = { readonly number: Rational } | { readonly date: string };

type Unranked = Ranking['unranked'][number];

interface Read { readonly id: string; readonly values: readonly RankValue[] }

/**
 * Puts items in order. Equals share a rank (1, 2, 2, 4) and are named; nothing separates them but the keys. Items that cannot be compared get no place.
 *
 * @throws {TypeError} when no key is given: a caller's mistake.
 * @example rank([{ id: 'a', score: 91 }, { id: 'b', score: '91.0' }], [{ by: 'score' }]).ties // [{ rank: 1, ids: ['a', 'b'], values: ['91'] }]
 */
export function rank(items: readonly RankItem[], keys: readonly RankKey[]): Ranking {
  return rankingOf(rankOrder(items, keys));
}

/** A ranking without what follows from its groups. */
export type RankOrder = Pick<Ranking, 'keys' | 'groups' | 'unranked'>;

/** As {@link rank}, which see. */
export function rankOrder(items: readonly RankItem[], keys: readonly RankKey[]): RankOrder {
  if (keys.length === 0) throw new TypeError('rank: at least one key is needed');
  const readers = keys.map(keyReader);
  const readValue = remembered(readRankValue);
  const unranked: Unranked[] = [];
  const read: Read[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const place = seen.has(item.id) ? { id: item.id, key: 0, reason: 'duplicateId' as const } : readItem(item, readers, readValue, read[0]);
    seen.add(item.id);
    if ('values' in place) read.push(place);
    else unranked.push(place);
  }
  const sorted = [...read].sort((a, b) => compareAll(a, b, keys));
  return { keys, groups: groupsOf(sorted, keys), unranked };
}

export function rankingOf(order: RankOrder): Ranking {
  const { groups } = order;
  const places = groups.flatMap(({ rank: place, ids, values }) => ids.map((id) => ({ id, rank: place, tiedWith: ids.filter((other) => other !== id), values })));
  return { ...order, places, ties: groups.filter(({ ids }) => ids.length > 1) };
}

/** Equal numbers and texts are read once: thousands of items share a few hundred scores and votes. */
function remembered(readValue: typeof readRankValue): typeof readRankValue {
  const known = new Map<unknown, RankValue | undefined>();
  return (value) => {
    if (!known.has(value)) known.set(value, readValue(value));
    return known.get(value);
  };
}

/** Reads what a key goes by; `undefined` where there is nothing. */
export function keyReader(key: RankKey): (item: RankItem) => unknown {
  if (key.by !== 'fact') return (item) => item[key.by as 'score' | 'votes'];
  const read = factReader({ fact: key.fact ?? '', ...(key.path === undefined ? {} : { path: key.path }) });
  return (item) => (item.facts === undefined ? undefined : read(item.facts));
}

export function readRankValue(value: unknown): RankValue | undefined {
  if (isCalendarDate(value)) return { date: value };
  const number = readExact(value);
  return number === undefined ? undefined : { number };
}

export function rankValueText(value: RankValue): string {
  return 'date' in value ? value.date : exactText(value.number);
}

/** Below zero where `a` comes first. Both are of one kind. */
export function compareRankValues(a: RankValue, b: RankValue, order: RankKey['order']): number {
  const more = 'date' in a ? ('date' in b ? (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) : 0) : 'number' in b ? compareRationals(a.number, b.number) : 0;
  return order === 'ascending' ? more : -more;
}

/** @param first - An item that was read: a key that read a date there reads dates everywhere. */
function readItem(item: RankItem, readers: readonly ((item: RankItem) => unknown)[], readValue: typeof readRankValue, first: Read | undefined): Read | Unranked {
  const values: RankValue[] = [];
  for (const [key, reader] of readers.entries()) {
    const found = reader(item);
    const value = readValue(found);
    const kind = first?.values[key];
    if (value === undefined || (kind !== undefined && 'date' in kind !== 'date' in value)) return { id: item.id, key, reason: isEmpty(found) ? 'missing' : 'notComparable' };
    values.push(value);
  }
  return { id: item.id, values };
}

function compareAll(a: Read, b: Read, keys: readonly RankKey[]): number {
  for (const [index, key] of keys.entries()) {
    const [left, right] = [a.values[index], b.values[index]];
    const order = left && right ? compareRankValues(left, right, key.order) : 0;
    if (order !== 0) return order;
  }
  return 0;
}

function groupsOf(sorted: readonly Read[], keys: readonly RankKey[]): RankGroup[] {
  const groups: { rank: number; ids: string[]; values: readonly string[]; first: Read }[] = [];
  for (const [index, item] of sorted.entries()) {
    const last = groups[groups.length - 1];
    if (last !== undefined && compareAll(last.first, item, keys) === 0) last.ids.push(item.id);
    else groups.push({ rank: index + 1, ids: [item.id], values: item.values.map(rankValueText), first: item });
  }
  return groups.map(({ rank: place, ids, values }) => ({ rank: place, ids, values }));
}
