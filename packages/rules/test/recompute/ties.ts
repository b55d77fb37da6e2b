import type { RankKey, TieStep } from '@cobuild/core';
import { compareRationals, sha256Hex } from '@cobuild/core';
import type { RankCut, RankGroup, TieSettlement } from '../../src/index.js';
import { read } from './exact.js';

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Below zero where `a` comes first. */
export function compareValues(a: string, b: string, order: RankKey['order']): number {
  const more = isDay(a) || isDay(b) ? (a < b ? -1 : a > b ? 1 : 0) : compareRationals(read(a), read(b));
  return order === 'ascending' ? more : 0 - more;
}

export interface Ranked { readonly id: string; readonly values: readonly string[] }

/** Ranks with equals sharing the better one, from what each key read. */
export function groupsAgain(items: readonly Ranked[], keys: readonly RankKey[]): { rank: number; ids: string[] }[] {
  const compare = (a: Ranked, b: Ranked): number => keys.map((key, index) => compareValues(a.values[index] ?? '', b.values[index] ?? '', key.order)).find((order) => order !== 0) ?? 0;
  const before = (item: Ranked): number => items.filter((other) => compare(other, item) < 0).length;
  const ranks = [...new Set(items.map((item) => before(item) + 1))].sort((a, b) => a - b);
  return ranks.map((rank) => ({ rank, ids: items.filter((item) => before(item) + 1 === rank).map(({ id }) => id).sort() }));
}

export function matters(place: number, size: number, cut: RankCut): boolean {
  if (size < 2) return false;
  if (cut === 'every') return true;
  if ('ranks' in cut) return cut.ranks.some((rank) => rank >= place && rank < place + size);
  return [cut.places].flat().some((line) => line >= place && line < place + size - 1);
}

export type Settled = Pick<TieSettlement, 'outcome' | 'order' | 'needs'>;

/** How a tie is separated again, from what each step read of each id. */
export function settledAgain({ rank, ids, steps, cut, rule }: TieSettlement): Settled {
  const all: readonly TieStep[] = Array.isArray(rule) ? rule : [];
  let order: string[][] = [[...ids]];
  const open = (): string[][] => {
    let place = rank;
    return order.filter((part) => {
      place += part.length;
      return matters(place - part.length, part.length, cut);
    });
  };
  for (const [index, step] of all.entries()) {
    if (open().length === 0) break;
    const done = steps[index];
    if (done === undefined) return { outcome: 'open', order, needs: step.by === 'key' ? (step.key === undefined ? 'rule' : 'values') : ({ lot: 'seed', revote: 'revote', ask: 'decision' } as const)[step.by] };
    const asked = new Set(open());
    const value = (id: string): string => (done.by === 'lot' ? sha256Hex(`${done.seed ?? ''}\n${id}`) : (done.values[id] ?? ''));
    const compare = (a: string, b: string): number => (done.by === 'lot' ? (value(a) < value(b) ? -1 : 1) : compareValues(value(a), value(b), done.by === 'ask' ? 'ascending' : done.by === 'key' ? done.key?.order : 'descending'));
    order = order.flatMap((part) => (asked.has(part) ? split(part, compare) : [part]));
  }
  return open().length === 0 ? { outcome: 'settled', order } : { outcome: 'open', order, needs: 'rule' };
}

function split(ids: readonly string[], compare: (a: string, b: string) => number): string[][] {
  const sorted = [...ids].sort((a, b) => (a === b ? 0 : compare(a, b)));
  return sorted.reduce<string[][]>((parts, id) => {
    const last = parts[parts.length - 1];
    if (last?.[0] !== undefined && compare(last[0], id) === 0) last.push(id);
    else parts.push([id]);
    return parts;
  }, []);
}

export const settlementVerdict = ({ outcome, order, needs }: TieSettlement): Settled => ({ outcome, order: order.map((part) => [...part]), ...(needs === undefined ? {} : { needs }) });
export const groupVerdict = (groups: readonly RankGroup[]): { rank: number; ids: string[] }[] => groups.map(({ rank, ids }) => ({ rank, ids: [...ids].sort() }));
