import type { Allocation, Problem, Ratio, RoundingMode, Share } from '@cobuild/core';
import { isMoney, splitTranches } from '@cobuild/core';
import { ruleProblem } from '../locales/rule-message.js';
import type { ProblemCode } from '../locales/rule-message.js';
import { readFen } from '../money/fen.js';
import { readRatio } from '../allocation/open-setting.js';

/** Tranches of an award in yuan; or the open settings, as pointers in `allocation`; or why nothing may be paid. */
export type AwardSplit =
  | {
    readonly outcome: 'split';
    /** What was split, in yuan. */
    readonly award: number;
    /** How each part was rounded, and which took what rounding left; absent where nothing was split. */
    readonly rounding?: { readonly step: number; readonly mode: RoundingMode; readonly remainder: 'first' | 'last' };
    readonly tranches: readonly { readonly id: string; readonly amount: number; readonly share?: Ratio }[];
  }
  | { readonly outcome: 'undecided'; readonly holes: readonly string[] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] };

/**
 * Splits an award into the tranches of the scheme; they add up to it to the fen. Without tranches the award is paid at once, as one tranche `whole`.
 *
 * @param allocation - With parameter references resolved.
 * @param award - In yuan.
 * @example splitAward({ tranches: [{ id: 'first', title, share: { p: 3, q: 10 } }, …] }, 487655.55) // 146296.67, 195062.22, 146296.66
 */
export function splitAward({ tranches, trancheRounding }: Pick<Allocation, 'tranches' | 'trancheRounding'>, award: number): AwardSplit {
  if (readFen(award) === undefined) return refused('contract/award-no-money', { award });
  if (tranches === undefined) return { outcome: 'split', award, tranches: [{ id: 'whole', amount: award }] };
  if (!Array.isArray(tranches)) return { outcome: 'undecided', holes: ['/tranches'] };
  const shares = tranches.map(({ share }) => readRatio(share));
  const step = trancheRounding?.step ?? 0.01;
  const holes = [
    ...shares.flatMap((share, index) => (share === undefined ? [`/tranches/${index}/share`] : [])),
    ...(isMoney(step) && (step as number) > 0 ? [] : ['/trancheRounding/step']),
  ];
  if (holes.length > 0) return { outcome: 'undecided', holes };
  const fractions = shares as readonly Share[];
  if (!makeOneWhole(shares)) return refused('contract/tranches-not-whole', {});
  const rounding = { step: step as number, mode: trancheRounding?.mode ?? 'half-up', remainder: trancheRounding?.remainder ?? 'last' } as const;
  const split = splitTranches(award, fractions, rounding);
  if (!split.ok) return refused('contract/negative-tranche', { award, remainder: split.remainder });
  return { outcome: 'split', award, rounding, tranches: tranches.map(({ id, share }, index) => ({ id, amount: split.amounts[index] ?? 0, share: share as Ratio })) };
}

/** Whether shares add up to exactly one. */
export function makeOneWhole(shares: readonly ({ readonly p: number; readonly q: number } | undefined)[]): boolean {
  const sum = shares.reduce((total, share) => (share === undefined ? total : { p: total.p * BigInt(share.q) + BigInt(share.p) * total.q, q: total.q * BigInt(share.q) }), { p: 0n, q: 1n });
  return sum.p === sum.q;
}

function refused(code: ProblemCode, params: Problem['params']): AwardSplit {
  return { outcome: 'refused', problems: [ruleProblem(code, { document: 'allocation', pointer: '/tranches', params })] };
}
