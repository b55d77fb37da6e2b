import type { Allocation, AllocationCap, Ratio, Tranche } from '@cobuild/core';
import type { FactShapes } from '../analysis/fact-shapes.js';
import type { SchemeFinding } from '../findings.js';
import { inYuan, readFen } from '../money/fen.js';
import { checkDefaultReads } from './check-default-reads.js';
import { checkReads } from './check-reads.js';
import { readRatio } from './open-setting.js';
import { isRule } from './own-limits.js';

/** What the rest of the scheme knows; what is absent is not checked. */
export interface AllocationSurroundings {
  /** The facts of the application form. */
  readonly shapes?: FactShapes;
  /** Ids of report duties. */
  readonly reports?: readonly string[];
}

/**
 * What is wrong in `allocation`, from its root. Open values and references to parameters are left alone.
 *
 * @param allocation - As it is in the document, or with parameters resolved: then their values are checked too.
 */
export function checkAllocation(allocation: Allocation, surroundings: AllocationSurroundings = {}): readonly SchemeFinding[] {
  return [
    ...checkFund(allocation), ...checkShort(allocation), ...checkCoFunding(allocation.coFunding),
    ...(allocation.caps ?? []).flatMap((cap, index) => checkCap(cap, `/caps/${index}`, allocation)),
    ...checkTranches(allocation, surroundings), ...(surroundings.shapes === undefined ? [] : [...checkReads(allocation, surroundings.shapes), ...checkDefaultReads(allocation, surroundings.shapes)]),
  ];
}

function checkFund({ fundPerYear, rounding, perProjectCap }: Allocation): SchemeFinding[] {
  const [minimum, maximum, cap, unit] = [readFen(fundPerYear?.minimum), readFen(fundPerYear?.maximum), readFen(perProjectCap), readFen(rounding?.unit)];
  return [
    ...(minimum !== undefined && maximum !== undefined && minimum > maximum ? [{ code: 'scheme/fund-minimum-above-maximum', pointer: '/fundPerYear', params: { minimum: inYuan(minimum), maximum: inYuan(maximum) } }] : []),
    ...(cap !== undefined && maximum !== undefined && cap > maximum ? [{ code: 'scheme/cap-never-binds', severity: 'info' as const, pointer: '/perProjectCap', params: { amount: inYuan(cap), other: inYuan(maximum) } }] : []),
    ...(unit === 0n || typeof rounding?.unit === 'number' && unit === undefined ? [{ code: 'scheme/rounding-unit', pointer: '/rounding/unit', params: { unit: rounding?.unit } }] : []),
    ...(cap !== undefined && unit !== undefined && unit > cap && cap > 0n ? [{ code: 'scheme/rounding-leaves-nothing', severity: 'warning' as const, pointer: '/rounding/unit', params: { unit: inYuan(unit), cap: inYuan(cap) } }] : []),
  ];
}

function checkShort({ whenShort, partFund, ranking = [], ties }: Allocation): SchemeFinding[] {
  const decided = typeof whenShort === 'string' && whenShort !== 'UNDECIDED';
  return [
    ...(whenShort === 'partFund' && partFund?.consent === undefined ? [{ code: 'scheme/part-fund-consent', severity: 'warning' as const, pointer: '/whenShort', params: {} }] : []),
    ...(decided && whenShort !== 'partFund' && partFund !== undefined ? [{ code: 'scheme/part-fund-unused', severity: 'info' as const, pointer: '/partFund', params: { whenShort } }] : []),
    ...(decided && ranking.length === 0 ? [{ code: 'scheme/allocation-no-ranking', severity: 'warning' as const, pointer: '/whenShort', params: {} }] : []),
    ...(ranking.length > 0 && ties === undefined ? [{ code: 'scheme/allocation-no-tie-rule', severity: 'info' as const, pointer: '/ranking', params: {} }] : []),
  ];
}

function checkCoFunding(coFunding: Allocation['coFunding']): SchemeFinding[] {
  if (!isRule(coFunding)) return aboveOne(coFunding, '/coFunding');
  const { sources = [], fund, base = 'eligibleCost' } = coFunding;
  const shares = sources.map(({ share, bound }) => (bound === 'atMost' ? undefined : readRatio(share)));
  const known = sources.flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)]);
  return [
    ...aboveOne(coFunding.ownShareMinimum, '/coFunding/ownShareMinimum'), ...aboveOne(coFunding.publicShareMaximum, '/coFunding/publicShareMaximum'),
    ...sources.flatMap(({ parts = [] }, index) => (parts.length > 0 && sumOf(parts.map(({ share }) => readRatio(share))) === 'other' ? [{ code: 'scheme/source-parts-not-whole', pointer: `/coFunding/sources/${index}/parts`, params: { source: sources[index]?.id } }] : [])),
    // Of money raised, more than all of it may well be added; of the cost, no more than all can be paid.
    ...(base === 'eligibleCost' && sumOf(shares) === 'other' && isMore(shares) ? [{ code: 'scheme/sources-above-whole', pointer: '/coFunding/sources', params: {} }] : []),
    ...(fund !== undefined && !known.includes(fund) ? [{ code: 'scheme/source-unknown', pointer: '/coFunding/fund', params: { fund, known } }] : []),
  ];
}

function checkCap(cap: AllocationCap, pointer: string, allocation: Allocation): SchemeFinding[] {
  const lines = [{ line: cap as { readonly amount?: unknown; readonly share?: unknown }, at: pointer }, ...(cap.values ?? []).map((line, index) => ({ line, at: `${pointer}/values/${index}` }))];
  const shared = cap.per !== 'project';
  const base = { cap: cap.id };
  const whole = readFen(allocation.fundPerYear?.maximum);
  return [
    ...(cap.amount === undefined && cap.share === undefined && (cap.values ?? []).length === 0 ? [{ code: 'scheme/cap-without-amount', pointer, params: base }] : []),
    ...lines.flatMap(({ line, at }) => (line.amount !== undefined && line.share !== undefined ? [{ code: 'scheme/cap-amount-and-share', pointer: at, params: base }] : [])),
    ...lines.flatMap(({ line, at }) => aboveOne(line.share, `${at}/share`)),
    ...(shared && (cap.of === 'eligibleCost' || cap.of === 'requested') ? [{ code: 'scheme/cap-share-of-one-project', pointer: `${pointer}/of`, params: base }] : []),
    ...(cap.per === 'answer' && cap.answer === undefined ? [{ code: 'scheme/cap-without-answer', pointer, params: base }] : []),
    ...lines.flatMap(({ line, at }): SchemeFinding[] => {
      const amount = readFen(line.amount);
      return amount !== undefined && whole !== undefined && amount > whole ? [{ code: 'scheme/cap-never-binds', severity: 'info', pointer: `${at}/amount`, params: { ...base, amount: inYuan(amount), other: inYuan(whole) } }] : [];
    }),
  ];
}

function checkTranches({ tranches, trancheRounding }: Allocation, { reports }: AllocationSurroundings): SchemeFinding[] {
  const step = trancheRounding?.step;
  const wrongStep = typeof step === 'number' && (readFen(step) ?? 0n) === 0n;
  if (!Array.isArray(tranches)) return wrongStep ? [{ code: 'scheme/tranche-step', pointer: '/trancheRounding/step', params: { step } }] : [];
  const shares = tranches.map(({ share }) => readRatio(share));
  return [
    ...(wrongStep ? [{ code: 'scheme/tranche-step', pointer: '/trancheRounding/step', params: { step } }] : []),
    ...(sumOf(shares) === 'other' ? [{ code: 'scheme/tranches-not-whole', pointer: '/tranches', params: { shares: shares.map((share) => `${share?.p}/${share?.q}`) }, counterExample: { facts: { award: 100 }, gives: { outcome: 'refused' } } }] : []),
    ...tranches.flatMap((tranche, index) => checkTranche(tranche, `/tranches/${index}`, reports)),
  ];
}

function checkTranche({ id, after = [] }: Tranche, pointer: string, reports: readonly string[] | undefined): SchemeFinding[] {
  return after.flatMap(({ kind, report, date, condition }, index): SchemeFinding[] => {
    const at = `${pointer}/after/${index}`;
    if ((kind === 'date' && date === undefined) || (kind === 'condition' && condition === undefined)) return [{ code: 'scheme/tranche-condition', pointer: at, params: { tranche: id, kind } }];
    return kind === 'reportAccepted' && report !== undefined && reports !== undefined && !reports.includes(report) ? [{ code: 'scheme/tranche-report', pointer: `${at}/report`, params: { tranche: id, report, known: reports } }] : [];
  });
}

function aboveOne(share: unknown, pointer: string): SchemeFinding[] {
  const ratio = readRatio(share);
  return ratio !== undefined && ratio.p > ratio.q ? [{ code: 'scheme/share-above-one', pointer, params: { ...ratio } }] : [];
}

/** `open` where a share is not decided. */
function sumOf(shares: readonly (Ratio | undefined)[]): 'one' | 'other' | 'open' {
  if (shares.includes(undefined)) return 'open';
  const { p, q } = total(shares);
  return p === q ? 'one' : 'other';
}

function isMore(shares: readonly (Ratio | undefined)[]): boolean {
  const { p, q } = total(shares);
  return p > q;
}

function total(shares: readonly (Ratio | undefined)[]): { readonly p: bigint; readonly q: bigint } {
  return shares.reduce((sum, share) => (share === undefined ? sum : { p: sum.p * BigInt(share.q) + BigInt(share.p) * sum.q, q: sum.q * BigInt(share.q) }), { p: 0n, q: 1n });
}
