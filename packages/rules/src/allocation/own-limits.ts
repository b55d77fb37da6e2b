import type { Allocation, AllocationCap, CoFundingRule, Ratio } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import { evaluateCondition } from '../conditions/index.js';
import type { WholeFen } from '../money/fen.js';
import { downTo, inYuan, readFen, shareOf } from '../money/fen.js';
import type { AllocationContext, AwardLimit, Candidate, OwnFundsShort } from './allocation-types.js';
import { moneySetting, ratioSetting } from './open-setting.js';
import type { Setting } from './open-setting.js';

/** What a project may get by itself, before it meets the others. */
export interface OwnTerms {
  /** In order; the exact amount stands beside each. */
  readonly limits: readonly (AwardLimit & { readonly fen: WholeFen })[];
  /** The smallest limit rounded down to the unit: what is due, or the most it could be while something is open. Absent: not even that is known. */
  readonly due?: WholeFen;
  /** Before rounding. */
  readonly exact?: WholeFen;
  readonly holes: readonly string[];
  readonly missing: readonly string[];
  /** Own funds are known and too little: nothing is firm before they are made up. */
  readonly ownFundsShort?: OwnFundsShort;
}

type Limit = OwnTerms['limits'][number];

/** Limits as they are found, with what stood in the way of finding others. */
interface Collected { readonly limits: Limit[]; readonly holes: string[]; readonly missing: string[]; ownFundsShort?: OwnFundsShort }

/**
 * The limits of one project: what it asked for, eligible cost, co-funding, cap per project, further caps per project, in this order.
 *
 * @param unit - What awards are multiples of.
 */
export function ownTerms(allocation: Allocation, candidate: Candidate, context: AllocationContext, unit: WholeFen): OwnTerms {
  const found: Collected = { limits: [], holes: [], missing: [] };
  addAmount(found, 'requested', candidate.requested, true);
  addAmount(found, 'eligibleCost', candidate.eligibleCost, false);
  addCoFunding(found, allocation.coFunding, candidate);
  if (allocation.perProjectCap !== undefined) addSetting(found, 'projectCap', moneySetting(allocation.perProjectCap, '/perProjectCap'));
  for (const [index, cap] of (allocation.caps ?? []).entries()) if (cap.per === 'project') addProjectCap(found, cap, `/caps/${index}`, candidate, context);
  const exact = smallest(found.limits)?.fen;
  return { ...found, ...(exact === undefined ? {} : { exact, due: downTo(exact, unit) }) };
}

/** The smallest limit; of equals the earlier. */
export function smallest<Item extends { readonly fen: WholeFen }>(limits: readonly Item[]): Item | undefined {
  return limits.reduce<Item | undefined>((least, limit) => (least === undefined || limit.fen < least.fen ? limit : least), undefined);
}

/** Whether a cap holds for a project; open where its condition cannot be answered. */
export function capApplies(cap: AllocationCap, candidate: Pick<Candidate, 'category' | 'facts'>, { conditions, operators }: Pick<AllocationContext, 'conditions' | 'operators'>): boolean | 'unknown' {
  if (cap.category !== undefined && cap.category !== candidate.category) return candidate.category === undefined ? 'unknown' : false;
  return cap.when === undefined ? true : evaluateCondition(cap.when, candidate.facts ?? {}, conditions, operators);
}

/** The line of a cap's `values` that holds, or the cap itself; with the place of its amount. `missing`: the answer that chooses is not there. */
export function capLine(cap: AllocationCap, pointer: string, candidate: Pick<Candidate, 'category' | 'facts'>): { readonly amount?: unknown; readonly share?: unknown; readonly pointer: string; readonly line?: number } | { readonly missing: string } {
  if (cap.values === undefined) return { amount: cap.amount, share: cap.share, pointer };
  const answer = cap.answer === undefined ? candidate.category : valueAt(candidate.facts ?? {}, cap.answer);
  if (answer === undefined || answer === null || answer === '') return { missing: cap.answer ?? 'category' };
  const index = cap.values.findIndex((line) => line.is === answer);
  const line = cap.values[index];
  return line === undefined ? { amount: cap.amount, share: cap.share, pointer } : { amount: line.amount, share: line.share, pointer: `${pointer}/values/${index}`, line: index };
}

function addProjectCap(found: Collected, cap: AllocationCap, pointer: string, candidate: Candidate, context: AllocationContext): void {
  const applies = capApplies(cap, candidate, context);
  if (applies === 'unknown') found.missing.push(`cap:${cap.id}`);
  if (applies !== true) return;
  const line = capLine(cap, pointer, candidate);
  if ('missing' in line) found.missing.push(line.missing);
  else if (line.amount !== undefined) addSetting(found, 'cap', moneySetting(line.amount, `${line.pointer}/amount`), cap.id);
  else if (line.share !== undefined) addShare(found, 'cap', ratioSetting(line.share, `${line.pointer}/share`), baseOf(cap.of ?? 'pool', candidate, context), cap.id);
}

function baseOf(of: NonNullable<AllocationCap['of']>, candidate: Candidate, context: AllocationContext): { readonly name: string; readonly value: unknown } {
  const values = { pool: context.pool, yearFund: context.yearFund, eligibleCost: candidate.eligibleCost, requested: candidate.requested };
  return { name: of, value: values[of] };
}

function addCoFunding(found: Collected, coFunding: Allocation['coFunding'], candidate: Candidate): void {
  if (coFunding === undefined) return;
  if (!isRule(coFunding)) {
    addOwnShare(found, ratioSetting(coFunding, '/coFunding'), candidate);
    return;
  }
  if (coFunding.ownShareMinimum !== undefined) addOwnShare(found, ratioSetting(coFunding.ownShareMinimum, '/coFunding/ownShareMinimum'), candidate);
  if (coFunding.publicShareMaximum !== undefined) addShare(found, 'publicShare', ratioSetting(coFunding.publicShareMaximum, '/coFunding/publicShareMaximum'), { name: 'eligibleCost', value: candidate.eligibleCost });
  const fund = fundShare(coFunding);
  const base = coFunding.base ?? 'eligibleCost';
  if (fund !== undefined) addShare(found, 'fundShare', fund, { name: base, value: candidate[base] });
}

/** A rule, and not a ratio, a hole or the reference to a parameter that does not exist. */
export function isRule(coFunding: Allocation['coFunding']): coFunding is CoFundingRule {
  return typeof coFunding === 'object' && !('p' in coFunding) && !('parameter' in coFunding);
}

/** This fund's share of the base: that of its source, or of its part in one. A least share sets no limit. */
function fundShare({ fund, sources = [] }: CoFundingRule): Setting<Ratio> | undefined {
  for (const [index, source] of sources.entries()) {
    const whole = ratioSetting(source.share, `/coFunding/sources/${index}/share`);
    const partIndex = (source.parts ?? []).findIndex(({ id }) => id === fund);
    const part = source.parts?.[partIndex];
    if (source.bound === 'atLeast' || (source.id !== fund && part === undefined)) continue;
    if (part === undefined || 'hole' in whole) return whole;
    const share = ratioSetting(part.share, `/coFunding/sources/${index}/parts/${partIndex}/share`);
    return 'hole' in share ? share : { value: { p: whole.value.p * share.value.p, q: whole.value.q * share.value.q } };
  }
  return undefined;
}

/** Own funds of at least a share leave the rest of the eligible cost to the award, and the applicant has to have them. */
function addOwnShare(found: Collected, share: Setting<Ratio>, { eligibleCost, ownFunds }: Candidate): void {
  if ('value' in share && share.value.p === 0) return;
  const rest = 'hole' in share ? share : { value: { p: Math.max(0, share.value.q - share.value.p), q: share.value.q } };
  addShare(found, 'ownShare', rest, { name: 'eligibleCost', value: eligibleCost });
  const [cost, own] = [readFen(eligibleCost), readFen(ownFunds)];
  if ('hole' in share || cost === undefined) return;
  if (own === undefined) found.missing.push('ownFunds');
  else {
    // Rounded down, so that nobody falls short by part of a fen.
    const least = shareOf(cost, share.value);
    if (own < least) found.ownFundsShort = { least: inYuan(least), found: inYuan(own), by: inYuan(least - own), share: share.value, of: inYuan(cost) };
  }
}

function addAmount(found: Collected, kind: 'requested' | 'eligibleCost', value: unknown, needed: boolean): void {
  const fen = readFen(value);
  if (fen !== undefined) found.limits.push({ kind, amount: inYuan(fen), fen });
  else if (needed || value !== undefined) found.missing.push(kind);
}

function addSetting(found: Collected, kind: AwardLimit['kind'], setting: Setting<WholeFen>, cap?: string): void {
  if ('hole' in setting) found.holes.push(setting.hole);
  else found.limits.push({ kind, amount: inYuan(setting.value), ...(cap === undefined ? {} : { cap }), fen: setting.value });
}

function addShare(found: Collected, kind: AwardLimit['kind'], share: Setting<Ratio>, base: { readonly name: string; readonly value: unknown }, cap?: string): void {
  if ('hole' in share) {
    found.holes.push(share.hole);
    return;
  }
  const whole = readFen(base.value);
  if (whole === undefined) {
    if (!found.missing.includes(base.name)) found.missing.push(base.name);
    return;
  }
  const fen = shareOf(whole, share.value);
  found.limits.push({ kind, amount: inYuan(fen), ...(cap === undefined ? {} : { cap }), share: share.value, of: inYuan(whole), fen });
}
