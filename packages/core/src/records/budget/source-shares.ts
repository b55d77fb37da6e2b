import type { CoFundingRule, FundingSource } from '../../generated/types.js';
import type { WholeFen } from '../fen.js';
import { shareOfFen, sumFen, yuanOf } from '../fen.js';
import { isSet, readRatio } from '../open-settings.js';
import type { Findings } from '../record-problems.js';
import type { BudgetCode } from './budget-words.js';
import type { AddStep } from './subject-totals.js';

/** Who pays how much: fen by id of a source or part, and where each stands in the record. */
export interface Payments {
  readonly fenOf: (id: string) => WholeFen;
  readonly pointerOf: (id: string) => string;
}

/**
 * Holds what each source pays against its share: too little for a least or exact share, too much for a most or exact one. Parts of a source pay their shares of
 * what the source pays in all (city and county half each); where that is not whole fen, either neighbour will do.
 */
export function checkSources(rule: CoFundingRule, bases: { readonly eligibleCost: WholeFen; readonly raised: WholeFen }, payments: Payments, found: Findings<BudgetCode>, step: AddStep): void {
  const base = rule.base ?? 'eligibleCost';
  for (const source of rule.sources ?? []) {
    const share = readRatio(source.share);
    if (!isSet(share)) {
      found.undecided('/contributions', 'sourceShare');
      continue;
    }
    const bound = source.bound ?? 'exactly';
    const of = bases[base];
    // A part of a fen cannot be paid: a least share is met by what is rounded down too.
    const due = shareOfFen(of, share);
    const paid = sumFen([source.id, ...(source.parts ?? []).map(({ id }) => id)].map((id) => payments.fenOf(id)));
    const title = found.say(source.title);
    const pointer = payments.pointerOf(source.parts?.[0]?.id ?? source.id);
    step('budget/source', { source: title, bound, base, share, of: yuanOf(of), due: yuanOf(due), found: yuanOf(paid) });
    if (paid < due && bound !== 'atMost') found.report('budget/source-too-little', pointer, { source: title, found: yuanOf(paid), due: yuanOf(due), short: yuanOf(due - paid) });
    // What this fund is asked for is held against its own limit.
    if (paid > due && bound !== 'atLeast' && !isFund(source, rule)) found.report('budget/source-too-much', pointer, { source: title, found: yuanOf(paid), due: yuanOf(due), over: yuanOf(paid - due) });
    checkParts(source, title, paid, payments, found);
  }
}

function isFund({ id, parts = [] }: FundingSource, { fund }: CoFundingRule): boolean {
  return fund !== undefined && (id === fund || parts.some((part) => part.id === fund));
}

function checkParts({ parts = [] }: FundingSource, whole: string, paid: WholeFen, payments: Payments, found: Findings<BudgetCode>): void {
  for (const part of parts) {
    const share = readRatio(part.share);
    if (!isSet(share)) {
      found.undecided('/contributions', 'sourceShare');
      continue;
    }
    const due = shareOfFen(paid, share);
    const exact = due * BigInt(share.q) === paid * BigInt(share.p);
    const fen = payments.fenOf(part.id);
    if (fen === due || (!exact && fen === due + 1n)) continue;
    found.report('budget/part-differs', payments.pointerOf(part.id), { source: found.say(part.title), whole, share, of: yuanOf(paid), due: yuanOf(due), found: yuanOf(fen) });
  }
}
