import type { OpenTieRule, TieStep } from '@cobuild/core';
import { lotOf } from './lot.js';
import { compareRankValues, keyReader, rankValueText, readRankValue } from './rank.js';
import type { RankValue } from './rank.js';
import type { RankCut, RankGroup, SettledRanking, TieEvidence, TieSettlement, TieStepResult } from './rank-types.js';

/**
 * Separates equals where their order changes who gets what, and only there: a tie above or below the line stays a shared rank.
 *
 * @param rule - `UNDECIDED` or absent leaves ties at the line open.
 * @param cut - `{ places: 11 }`: the line behind the eleventh place; `{ ranks: [3] }`: the group of rank 3; `every`: all ties.
 * @example settleTies(rank(items, [{ by: 'votes' }]).groups, [{ by: 'lot' }], { places: 3 }, { seed: '2026-05-01/27' })
 */
export function settleTies(groups: readonly RankGroup[], rule: OpenTieRule | undefined, cut: RankCut, evidence: TieEvidence = {}): SettledRanking {
  const steps = Array.isArray(rule) ? rule : [];
  const settlements: TieSettlement[] = [];
  const settled = groups.flatMap((group) => {
    if (!tieMatters(group.rank, group.ids.length, cut)) return [group];
    const settlement = { ...settle(group, steps, cut, evidence), cut, ...(rule === undefined ? {} : { rule }) };
    settlements.push(settlement);
    return split(group, settlement.order);
  });
  const open = settlements.filter(({ outcome }) => outcome === 'open');
  const undecided = open.length > 0 && !Array.isArray(rule) && rule !== undefined;
  return { outcome: undecided ? 'undecided' : open.length > 0 ? 'open' : 'settled', groups: settled, order: settled.flatMap(({ ids }) => ids), settlements, open, cut };
}

/** Whether some of a group of equals would be in and some out. */
export function tieMatters(rank: number, size: number, cut: RankCut): boolean {
  if (size < 2) return false;
  if (cut === 'every') return true;
  if ('ranks' in cut) return cut.ranks.some((other) => rank <= other && other < rank + size);
  const lines = typeof cut.places === 'number' ? [cut.places] : cut.places;
  return lines.some((line) => rank <= line && line < rank + size - 1);
}

function split(group: RankGroup, order: readonly (readonly string[])[]): RankGroup[] {
  let place = group.rank;
  return order.map((ids) => {
    const part = { rank: place, ids, values: group.values };
    place += ids.length;
    return part;
  });
}

function settle({ rank, ids }: RankGroup, rule: readonly TieStep[], cut: RankCut, evidence: TieEvidence): Omit<TieSettlement, 'cut' | 'rule'> {
  let order: readonly (readonly string[])[] = [ids];
  const steps: TieStepResult[] = [];
  for (const step of rule) {
    if (!someMatter(rank, order, cut)) break;
    const reading = readStep(step, order.flatMap((part, index) => (tieMatters(placeOf(rank, order, index), part.length, cut) ? part : [])), evidence);
    if ('needs' in reading) return { rank, ids, order, steps, outcome: 'open', needs: reading.needs };
    order = order.flatMap((part, index) => (tieMatters(placeOf(rank, order, index), part.length, cut) ? separate(part, reading.compare) : [part]));
    steps.push({ by: step.by, ...(step.key === undefined ? {} : { key: step.key }), ...(step.by === 'lot' && evidence.seed !== undefined ? { seed: evidence.seed } : {}), values: reading.values, order });
  }
  return someMatter(rank, order, cut) ? { rank, ids, order, steps, outcome: 'open', needs: 'rule' } : { rank, ids, order, steps, outcome: 'settled' };
}

function placeOf(rank: number, order: readonly (readonly string[])[], index: number): number {
  return order.slice(0, index).reduce((place, part) => place + part.length, rank);
}

function someMatter(rank: number, order: readonly (readonly string[])[], cut: RankCut): boolean {
  return order.some((part, index) => tieMatters(placeOf(rank, order, index), part.length, cut));
}

function separate(ids: readonly string[], compare: (a: string, b: string) => number): string[][] {
  const parts: string[][] = [];
  for (const id of [...ids].sort(compare)) {
    const last = parts[parts.length - 1];
    if (last?.[0] !== undefined && compare(last[0], id) === 0) last.push(id);
    else parts.push([id]);
  }
  return parts;
}

interface StepReading { readonly values: Readonly<Record<string, string>>; readonly compare: (a: string, b: string) => number }
type Needs = { readonly needs: NonNullable<TieSettlement['needs']> };

/** What a step says of each id, or what it lacks. A step that lacks something is not passed over: the rule names an order of steps. */
function readStep(step: TieStep, ids: readonly string[], evidence: TieEvidence): StepReading | Needs {
  switch (step.by) {
    case 'key': return step.key === undefined ? { needs: 'rule' } : readKey(step.key, ids, evidence);
    case 'lot': {
      const { seed } = evidence;
      return seed === undefined || seed === '' ? { needs: 'seed' } : byText(ids.map((id) => [id, lotOf(seed, id)]));
    }
    case 'revote': return readRevote(ids, evidence);
    case 'ask': return readDecision(ids, evidence);
  }
}

function readKey(key: NonNullable<TieStep['key']>, ids: readonly string[], { items = [] }: TieEvidence): StepReading | Needs {
  const read = keyReader(key);
  const byId = new Map(items.map((item) => [item.id, item]));
  const values = ids.map((id): [string, RankValue | undefined] => {
    const item = byId.get(id);
    return [id, item === undefined ? undefined : readRankValue(read(item))];
  });
  return byValue(values, key.order) ?? { needs: 'values' };
}

function readRevote(ids: readonly string[], { revote }: TieEvidence): StepReading | Needs {
  if (revote === undefined) return { needs: 'revote' };
  return byValue(ids.map((id) => [id, readRankValue(own(revote, id))]), 'descending') ?? { needs: 'revote' };
}

function readDecision(ids: readonly string[], { decided = [] }: TieEvidence): StepReading | Needs {
  const once = ids.every((id) => decided.filter((other) => other === id).length === 1);
  if (!once) return { needs: 'decision' };
  return byValue(ids.map((id) => [id, readRankValue(decided.indexOf(id) + 1)]), 'ascending') ?? { needs: 'decision' };
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined;
}

function byText(entries: readonly [string, string][]): StepReading {
  const texts = new Map(entries);
  const text = (id: string): string => texts.get(id) ?? '';
  return { values: Object.fromEntries(entries), compare: (a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0) };
}

/** `undefined` where a value is missing or numbers stand beside dates. */
function byValue(entries: readonly [string, RankValue | undefined][], order: 'ascending' | 'descending' | undefined): StepReading | undefined {
  const known = entries.filter((entry): entry is [string, RankValue] => entry[1] !== undefined);
  const dates = known.filter(([, value]) => 'date' in value).length;
  if (known.length < entries.length || (dates !== 0 && dates !== known.length)) return undefined;
  const values = new Map(known);
  const compare = (a: string, b: string): number => {
    const [left, right] = [values.get(a), values.get(b)];
    return left && right ? compareRankValues(left, right, order) : 0;
  };
  return { values: Object.fromEntries(known.map(([id, value]) => [id, rankValueText(value)])), compare };
}
