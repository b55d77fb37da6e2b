import type { BudgetSettings, CoFundingRule, Ratio } from '../../generated/types.js';
import type { WholeFen } from '../fen.js';
import { shareOfFen, yuanOf } from '../fen.js';
import { isSet, readAmount, readRatio } from '../open-settings.js';
import type { Findings } from '../record-problems.js';
import type { BudgetLimit, BudgetLimitKind } from './budget-types.js';
import type { BudgetCode } from './budget-words.js';
import type { AddStep } from './subject-totals.js';

/** What limits are reckoned from. */
export interface LimitBasis {
  readonly eligible: WholeFen;
  readonly raised: WholeFen;
  /** Money that other sources pay. */
  readonly contributions: WholeFen;
  /** Category of the project, for its cap. */
  readonly category?: string;
  /** What is left of the pool, in fen. */
  readonly pool?: WholeFen;
}

export interface Limits {
  readonly limits: readonly (BudgetLimit & { readonly fen: WholeFen })[];
  /** A setting that is needed is not decided. */
  readonly open: boolean;
}

/**
 * The limits of what may be asked for: eligible cost, then co-funding (own share, share of public money, share of this fund), cap of a project, cap of its
 * category, what is left of the pool.
 */
export function awardLimits(settings: BudgetSettings, basis: LimitBasis, found: Findings<BudgetCode>, step: AddStep): Limits {
  const limits: (BudgetLimit & { readonly fen: WholeFen })[] = [];
  let open = false;
  const add = (kind: BudgetLimitKind, fen: WholeFen, share?: Ratio, of?: WholeFen): void => {
    limits.push({ kind, amount: yuanOf(fen), fen, ...(share === undefined ? {} : { share }), ...(of === undefined ? {} : { of: yuanOf(of) }) });
  };
  const leaveOpen = (setting: Parameters<typeof found.undecided>[1]): void => {
    open = true;
    found.undecided('/requested', setting);
  };
  const { eligible, contributions } = basis;
  const rule = settings.coFunding ?? {};

  add('eligibleCost', eligible);

  const ownShare = readRatio(rule.ownShareMinimum);
  if (ownShare === 'open') leaveOpen('ownShare');
  else if (ownShare !== undefined && ownShare.p > 0) {
    const rest = { p: Math.max(0, ownShare.q - ownShare.p), q: ownShare.q };
    const fen = shareOfFen(eligible, rest);
    add('ownShare', fen, ownShare, eligible);
    step('budget/own-share', { share: ownShare, of: yuanOf(eligible), amount: yuanOf(fen) });
  }

  const publicShare = readRatio(rule.publicShareMaximum);
  if (publicShare === 'open') leaveOpen('publicShare');
  else if (publicShare !== undefined) {
    const most = shareOfFen(eligible, publicShare);
    const fen = most > contributions ? most - contributions : 0n;
    add('publicShare', fen, publicShare, eligible);
    step('budget/public-share', { share: publicShare, of: yuanOf(eligible), most: yuanOf(most), others: yuanOf(contributions), amount: yuanOf(fen) });
  }

  const fund = fundShare(rule);
  if (fund === 'open') leaveOpen('sourceShare');
  else if (fund !== undefined) {
    const base = rule.base ?? 'eligibleCost';
    const of = base === 'raised' ? basis.raised : eligible;
    const fen = shareOfFen(of, fund);
    add('fundShare', fen, fund, of);
    step('budget/fund-share', { base, share: fund, of: yuanOf(of), amount: yuanOf(fen) });
  }

  const projectCap = readAmount(settings.perProjectCap);
  if (projectCap === 'open') leaveOpen('projectCap');
  else if (projectCap !== undefined) {
    add('projectCap', projectCap);
    step('budget/project-cap', { amount: yuanOf(projectCap) });
  }

  for (const cap of settings.categoryCaps ?? []) {
    if (basis.category === undefined || cap.category !== basis.category) continue;
    const maximum = readAmount(cap.maximum);
    if (!isSet(maximum)) leaveOpen('categoryCap');
    else {
      add('categoryCap', maximum);
      step('budget/category-cap', { category: found.say(cap.title), amount: yuanOf(maximum) });
    }
  }

  if (basis.pool !== undefined) {
    add('pool', basis.pool);
    step('budget/pool', { amount: yuanOf(basis.pool) });
  }
  return { limits, open };
}

/** This fund's share: that of its source, or of its part in one. A least share sets no limit. */
function fundShare({ fund, sources = [] }: CoFundingRule): Ratio | 'open' | undefined {
  for (const source of sources) {
    const part = source.parts?.find(({ id }) => id === fund);
    if (fund === undefined || source.bound === 'atLeast' || (source.id !== fund && part === undefined)) continue;
    const whole = readRatio(source.share);
    const inner = part === undefined ? { p: 1, q: 1 } : readRatio(part.share);
    return isSet(whole) && isSet(inner) ? { p: whole.p * inner.p, q: whole.q * inner.q } : 'open';
  }
  return undefined;
}

/** The smallest limit; of equals the earlier, which is the one that the order of the rules names first. */
export function bindingLimit<Limit extends { readonly fen: WholeFen }>(limits: readonly Limit[]): Limit | undefined {
  return limits.reduce<Limit | undefined>((least, limit) => (least === undefined || limit.fen < least.fen ? limit : least), undefined);
}
