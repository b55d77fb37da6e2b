import type { DecisionTable } from '@cobuild/core';
import { compareYuan, isDate, isMoney, sumYuan, toDayNumber } from '@cobuild/core';

/** Something that was decided or is asked for, with who gets the money and what it is about. */
export interface Matter {
  readonly id: string;
  /** Yuan. */
  readonly amount: number;
  /** Day, `2026-03-05`. */
  readonly on: string;
  readonly payee?: string;
  readonly subject?: string;
  readonly organisation?: string;
}

export type MatterKey = 'payee' | 'subject' | 'organisation';

export interface SplitMatterOptions {
  /** Two matters belong together when they lie at most so many days apart. */
  readonly within: number;
  /** What they have to share; each is looked at by itself. */
  readonly per: readonly MatterKey[];
  /** Amounts in yuan from which another route applies: the amount itself takes the higher route. See `bandEdges`. */
  readonly bands: readonly number[];
}

/** Matters that each stay under a band and together reach it. A person looks at them: they may well be different things. */
export interface SplitMatterAlert {
  readonly per: MatterKey;
  /** The payee, subject or organisation that they share. */
  readonly value: string;
  readonly band: number;
  /** In the order of their days. */
  readonly ids: readonly string[];
  readonly amounts: readonly number[];
  /** Yuan. */
  readonly sum: number;
  readonly from: string;
  readonly to: string;
}

export interface SplitMatters {
  readonly alerts: readonly SplitMatterAlert[];
  /** Matters that could not be looked at: no amount of money, or no day. */
  readonly unread: readonly { readonly id: string; readonly property: 'amount' | 'on' }[];
}

/**
 * Looks for matters that may have been split to stay under a band: same payee, subject or organisation, close together, each below and together at or above it. Of
 * windows that contain one another only the widest is named.
 *
 * @throws {TypeError} when `within` is no whole number of days or a band is no amount of money.
 * @example splitMatterAlerts(matters, { within: 30, per: ['payee'], bands: [50000] }).alerts[0]?.ids // ['a', 'b', 'c']
 */
export function splitMatterAlerts(matters: readonly Matter[], { within, per, bands }: SplitMatterOptions): SplitMatters {
  if (!Number.isSafeInteger(within) || within < 0) throw new TypeError('splitMatterAlerts: "within" is a whole number of days');
  if (!bands.every(isMoney)) throw new TypeError('splitMatterAlerts: bands are amounts in yuan');
  const defect = ({ amount, on }: Matter): 'amount' | 'on' | undefined => (!isMoney(amount) || amount < 0 ? 'amount' : isDate(on) ? undefined : 'on');
  const unread = matters.flatMap((matter) => {
    const property = defect(matter);
    return property === undefined ? [] : [{ id: matter.id, property }];
  });
  const read = matters.filter((matter) => defect(matter) === undefined).map((matter) => ({ matter, day: toDayNumber(matter.on) })).sort((a, b) => a.day - b.day);
  const alerts = per.flatMap((key) => [...groupsBy(read, key)].flatMap(([value, group]) => [...new Set(bands)].sort((a, b) => a - b).flatMap((band) => alertsOf(group, key, value, band, within))));
  return { alerts, unread };
}

interface Dated { readonly matter: Matter; readonly day: number }

/** Names are compared without the blanks around them. */
function groupsBy(matters: readonly Dated[], key: MatterKey): Map<string, Dated[]> {
  const groups = new Map<string, Dated[]>();
  for (const dated of matters) {
    const value = dated.matter[key]?.trim() ?? '';
    if (value !== '') groups.set(value, [...(groups.get(value) ?? []), dated]);
  }
  return groups;
}

function alertsOf(group: readonly Dated[], per: MatterKey, value: string, band: number, within: number): SplitMatterAlert[] {
  const under = group.filter(({ matter }) => compareYuan(matter.amount, band) < 0);
  const alerts: SplitMatterAlert[] = [];
  let reached = 0;
  under.forEach(({ day }, start) => {
    const behind = under.findIndex((later) => later.day - day > within);
    const end = behind === -1 ? under.length : behind;
    // A window that begins later and ends no later lies inside the one before.
    if (end <= reached) return;
    reached = end;
    const window = under.slice(start, end).map(({ matter }) => matter);
    const amounts = window.map(({ amount }) => amount);
    const sum = sumYuan(amounts);
    if (window.length > 1 && compareYuan(sum, band) >= 0) alerts.push({ per, value, band, ids: window.map(({ id }) => id), amounts, sum, from: window[0]?.on ?? '', to: window[window.length - 1]?.on ?? '' });
  });
  return alerts;
}

/** The amounts at which a decision table changes its route, rising; the lowest limit of all is none. */
export function bandEdges({ rows }: DecisionTable, input: string): number[] {
  const edges = new Set<number>();
  for (const row of Array.isArray(rows) ? rows : []) {
    const entry: unknown = Object.prototype.hasOwnProperty.call(row.inputs, input) ? row.inputs[input] : undefined;
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) continue;
    const { from, below } = entry as { readonly from?: unknown; readonly below?: unknown };
    for (const limit of [from, below]) if (typeof limit === 'number' && limit > 0) edges.add(limit);
  }
  return [...edges].sort((a, b) => a - b);
}
