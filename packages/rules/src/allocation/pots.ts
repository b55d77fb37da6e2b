import type { Allocation, AllocationCap } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import type { WholeFen } from '../money/fen.js';
import { readFen, shareOf } from '../money/fen.js';
import type { AllocationContext, AwardLimit, Candidate, SpentMoney } from './allocation-types.js';
import { moneySetting, ratioSetting } from './open-setting.js';
import type { Setting } from './open-setting.js';
import { capApplies, capLine } from './own-limits.js';

/** Money that several projects share. */
export interface Pot {
  readonly key: string;
  readonly kind: Extract<AwardLimit['kind'], 'cap' | 'yearMaximum' | 'pool'>;
  readonly cap?: string;
  readonly group?: string;
  /** Which of the cap's `values` it is. */
  readonly line?: number;
  readonly share?: AwardLimit['share'];
  readonly of?: WholeFen;
  readonly total: WholeFen;
  /** Given out of it before this allocation. */
  readonly given: WholeFen;
}

/** The pots that a project draws from, and what stood in the way of finding others. */
export interface PotsOf { readonly pots: readonly Pot[]; readonly holes: readonly string[]; readonly missing: readonly string[] }

/** Finds pots; one object per pot, however many projects share it. */
export function potFinder(allocation: Allocation, context: AllocationContext): (candidate: Candidate) => PotsOf {
  const made = new Map<string, Pot>();
  const once = (pot: Pot): Pot => {
    const known = made.get(pot.key);
    if (known === undefined) made.set(pot.key, pot);
    return known ?? pot;
  };
  const spent = readSpent(context.spent ?? []);
  const common = commonPots(allocation, context, spent);
  const shared = (allocation.caps ?? []).map((cap, index) => ({ cap, pointer: `/caps/${index}` })).filter(({ cap }) => cap.per !== 'project');
  return (candidate) => {
    const pots: Pot[] = [];
    const holes = [...common.holes];
    const missing: string[] = [];
    for (const { cap, pointer } of shared) {
      const applies = capApplies(cap, candidate, context);
      if (applies === 'unknown') missing.push(`cap:${cap.id}`);
      if (applies !== true) continue;
      const group = groupOf(cap, candidate);
      const line = capLine(cap, pointer, candidate);
      if (group === undefined) missing.push(cap.per === 'answer' ? (cap.answer ?? 'answer') : cap.per);
      else if ('missing' in line) missing.push(line.missing);
      else {
        const key = `${cap.id}|${group}|${line.pointer}`;
        const known = made.get(key);
        const total = known === undefined ? totalOf(cap, line, context) : undefined;
        if (known !== undefined) pots.push(known);
        else if (total !== undefined && 'hole' in total) holes.push(total.hole);
        else if (total !== undefined && 'missing' in total) missing.push(total.missing);
        else if (total !== undefined) {
          const given = givenOf(spent, cap, (item) => groupOf(cap, item) === group && capApplies(cap, item, context) !== false);
          pots.push(once({ key, kind: 'cap', cap: cap.id, ...(cap.per === 'all' ? {} : { group }), ...(line.line === undefined ? {} : { line: line.line }), ...total.value, given }));
        }
      }
    }
    return { pots: [...pots, ...common.pots], holes, missing };
  };
}

interface Spent extends SpentMoney { readonly fen: WholeFen }

/** Unreadable amounts were refused before. */
function readSpent(spent: readonly SpentMoney[]): readonly Spent[] {
  return spent.flatMap((item) => {
    const fen = readFen(item.amount);
    return fen === undefined ? [] : [{ ...item, fen }];
  });
}

/** The maximum of the year and the pool, which all projects share. What was given before has left the pool already. */
function commonPots({ fundPerYear }: Allocation, context: AllocationContext, spent: readonly Spent[]): { readonly pots: readonly Pot[]; readonly holes: readonly string[] } {
  const pool: Pot = { key: 'pool', kind: 'pool', total: readFen(context.pool) ?? 0n, given: 0n };
  if (fundPerYear?.maximum === undefined) return { pots: [pool], holes: [] };
  const maximum = moneySetting(fundPerYear.maximum, '/fundPerYear/maximum');
  if ('hole' in maximum) return { pots: [pool], holes: [maximum.hole] };
  return { pots: [{ key: 'yearMaximum', kind: 'yearMaximum', total: maximum.value, given: spent.reduce((sum, { fen }) => sum + fen, 0n) }, pool], holes: [] };
}

/** Who shares a cap with a project; `undefined` where the project does not say. */
function groupOf(cap: AllocationCap, item: Pick<Candidate, 'applicant' | 'category' | 'unit' | 'town' | 'facts'>): string | undefined {
  if (cap.per === 'all' || cap.per === 'project') return '';
  const value = cap.per === 'answer' ? valueAt(item.facts ?? {}, cap.answer ?? '') : item[cap.per];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

type Total = Pick<Pot, 'total' | 'share' | 'of'>;

/** `undefined` where the cap sets no limit for this value. */
function totalOf(cap: AllocationCap, line: { readonly amount?: unknown; readonly share?: unknown; readonly pointer: string }, context: AllocationContext): Setting<Total> | { readonly missing: string } | undefined {
  if (line.amount !== undefined) {
    const amount = moneySetting(line.amount, `${line.pointer}/amount`);
    return 'hole' in amount ? amount : { value: { total: amount.value } };
  }
  if (line.share === undefined) return undefined;
  const share = ratioSetting(line.share, `${line.pointer}/share`);
  if ('hole' in share) return share;
  // A shared cap cannot be a share of one project's cost.
  if (cap.of === 'eligibleCost' || cap.of === 'requested') return { hole: `${line.pointer}/share` };
  const base = cap.of ?? 'pool';
  const of = readFen(context[base]);
  return of === undefined ? { missing: base } : { value: { total: shareOf(of, share.value), share: share.value, of } };
}

function givenOf(spent: readonly Spent[], cap: AllocationCap, counts: (item: Spent) => boolean): WholeFen {
  return spent.reduce((sum, item) => ((cap.within === 'year' || item.within === 'batch') && counts(item) ? sum + item.fen : sum), 0n);
}
