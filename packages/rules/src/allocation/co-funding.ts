import type { CoFundingRule, Locale, LocalizedText, Problem, Ratio } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { WholeFen } from '../money/fen.js';
import { downTo, inYuan, readFen, shareOf } from '../money/fen.js';
import { readRatio } from './open-setting.js';

/** What one source, or a part of it, pays. Yuan. */
export interface SourceShare {
  readonly id: string;
  /** What people call it. */
  readonly title: LocalizedText;
  /** Id of the source that a part belongs to. */
  readonly partOf?: string;
  readonly bound: 'exactly' | 'atLeast' | 'atMost';
  readonly share: Ratio;
  readonly amount: number;
}

export interface CoFundingPlan {
  readonly outcome: 'planned' | 'undecided';
  /** What the shares are taken of, and how much that is. */
  readonly base: 'eligibleCost' | 'raised';
  readonly of?: number;
  /** Sources, each followed by its parts. */
  readonly shares: readonly SourceShare[];
  /** Pointers in `coFunding`, and `eligibleCost` or `raised` where it is missing. */
  readonly holes: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Who pays how much of a project. Kaiping: centre and province 40 % of the money and labour raised, city and county together at least 10 %, half each.
 *
 * Amounts are rounded down to the unit; the last part of a source takes what rounding left of it.
 *
 * @param rule - With parameter references resolved.
 * @param unit - In yuan; default one fen.
 * @example coFundingPlan(kaiping, { raised: 100000 }).shares.map(({ amount }) => amount) // [40000, 10000, 5000, 5000]
 */
export function coFundingPlan(rule: CoFundingRule, project: { readonly eligibleCost?: number; readonly raised?: number }, unit = 0.01): CoFundingPlan {
  const step = readFen(unit);
  if (step === undefined || step === 0n) throw new TypeError('coFundingPlan: the unit is to be money in yuan, more than 0');
  const base = rule.base ?? 'eligibleCost';
  const whole = readFen(project[base]);
  const { sources = [] } = rule;
  const holes = sources.flatMap(({ share, parts = [] }, index) => [
    ...(readRatio(share) === undefined ? [`/sources/${index}/share`] : []),
    ...parts.flatMap((part, place) => (readRatio(part.share) === undefined ? [`/sources/${index}/parts/${place}/share`] : [])),
  ]);
  const missing = whole === undefined ? [base] : [];
  if (whole === undefined || holes.length > 0) return { outcome: 'undecided', base, shares: [], holes, missing };
  return { outcome: 'planned', base, of: inYuan(whole), shares: sources.flatMap((source) => sharesOf(source, whole, step)), holes, missing };
}

function sharesOf({ id, title, bound = 'exactly', share, parts = [] }: NonNullable<CoFundingRule['sources']>[number], whole: WholeFen, unit: WholeFen): SourceShare[] {
  const ratio = readRatio(share) ?? { p: 0, q: 1 };
  const amount = downTo(shareOf(whole, ratio), unit);
  let left = amount;
  const ofParts = parts.map((part, index): SourceShare => {
    const own = readRatio(part.share) ?? { p: 0, q: 1 };
    const fen = index === parts.length - 1 ? left : downTo(shareOf(amount, own), unit);
    left -= fen;
    return { id: part.id, title: part.title, partOf: id, bound, share: own, amount: inYuan(fen) };
  });
  return [{ id, title, bound, share: ratio, amount: inYuan(amount) }, ...ofParts];
}

/**
 * Compares what each source brings with the plan: too little where it is a least or exact share, too much where it is a most or exact one.
 *
 * @param contributions - Yuan by id of source or part; who is not there brings nothing.
 * @param locale - Language of the sentences, which name sources by their titles; `params.source` is the id.
 */
export function coFundingProblems(plan: CoFundingPlan, contributions: Readonly<Record<string, number>>, locale: Locale = 'zh-CN'): readonly Problem[] {
  return plan.shares.flatMap(({ id, title, bound, amount }, index): Problem[] => {
    const hasParts = plan.shares[index + 1]?.partOf === id;
    const brought = hasParts ? plan.shares.filter(({ partOf }) => partOf === id).reduce((sum, part) => sum + (broughtBy(contributions, part.id) ?? 0n), broughtBy(contributions, id) ?? 0n) : (broughtBy(contributions, id) ?? 0n);
    const due = readFen(amount) ?? 0n;
    const wrong = brought < due && bound !== 'atMost' ? 'allocation/source-too-little' : brought > due && bound !== 'atLeast' ? 'allocation/source-too-much' : undefined;
    return wrong === undefined ? [] : [ruleProblem(wrong, { document: 'coFunding', pointer: '', params: { source: id, title: localize(title, locale), brought: inYuan(brought), due: amount }, locale })];
  });
}

function broughtBy(contributions: Readonly<Record<string, number>>, id: string): WholeFen | undefined {
  return Object.prototype.hasOwnProperty.call(contributions, id) ? readFen(contributions[id]) : undefined;
}
