import { inYuan } from '../money/fen.js';
import type { Award, AwardLimit } from './allocation-types.js';
import type { Item, Outcome, Terms } from './fill.js';
import { smallest } from './own-limits.js';

export interface AwardSetting { readonly terms: Terms; readonly tied: readonly string[]; readonly causes: ReadonlySet<string>; readonly unsure: readonly string[]; readonly awaiting: readonly string[] }

/** How a project comes out where that is decided: there is one way only, and nothing in it is open. */
export function decidedOutcome(ways: readonly Outcome[], { consent }: Terms): Outcome | undefined {
  const [first] = ways;
  return ways.length === 1 && first !== undefined && first.status !== 'undecided' && !(first.awaitsConsent === true && consent === 'open') ? first : undefined;
}

export function decidedAward(item: Item, outcome: Outcome, terms: Terms): Award {
  const { own, pots } = item;
  const base = knownOf(item, outcome);
  const own0 = smallest(own.limits);
  const binding = outcome.pot === undefined ? own0 && withoutFen(own0) : base.limits[own.limits.length + pots.indexOf(outcome.pot)];
  return {
    ...base, status: outcome.status, amount: inYuan(outcome.amount), ...(binding === undefined ? {} : { binding }), ...rounding(item, outcome, terms),
    ...(outcome.awaitsConsent === true ? { awaitsConsent: true as const } : {}), holes: [], missing: [], tiedWith: [], waitsFor: [],
  };
}

export function openAward(item: Item, ways: readonly Outcome[], { terms, tied, causes, unsure, awaiting }: AwardSetting): Award {
  const { candidate, own } = item;
  const [first] = ways;
  const consent = first?.awaitsConsent === true && ways.length === 1 && terms.consent === 'open' ? ['/partFund/consent'] : [];
  const alone = ways.length === 1 && (item.unsure || consent.length > 0);
  const holes = ways.length === 1 && item.unsure ? item.holes : consent.length > 0 ? consent : Array.from(causes);
  return {
    ...knownOf(item, first), status: 'undecided', amount: 0, holes, missing: item.missing, tiedWith: tied.filter((id) => id !== candidate.id), waitsFor: ways.length === 1 && item.unsure ? [] : [...unsure],
    ...(alone || awaiting.length === 0 ? {} : { waitsForConsent: [...awaiting] }), ...(own.ownFundsShort === undefined ? {} : { ownFundsShort: own.ownFundsShort }),
  };
}

/** What an award says whether it is decided or not. */
function knownOf(item: Item, outcome: Outcome | undefined): Pick<Award, 'id' | 'place' | 'due' | 'limits'> {
  const { candidate: { id }, own, place, unsure } = item;
  const limits = [...own.limits.map(withoutFen), ...(outcome === undefined ? [] : potLimits(item, outcome))];
  return { id, ...(place === undefined ? {} : { place }), ...(own.due === undefined || unsure ? {} : { due: inYuan(own.due) }), limits };
}

/** Numbers those who wait, in order. */
export function withWaitingPlaces(awards: readonly Award[]): readonly Award[] {
  let waiting = 0;
  return awards.map((award) => {
    if (award.status !== 'waiting') return award;
    waiting += 1;
    return { ...award, waitingPlace: waiting };
  });
}

function withoutFen({ fen: _, ...limit }: AwardLimit & { readonly fen: bigint }): AwardLimit {
  return limit;
}

function potLimits({ pots }: Item, { left, closedBy }: Outcome): AwardLimit[] {
  return pots.map((pot, index) => {
    const rest = left[index] ?? 0n;
    const closed = closedBy[index];
    return {
      kind: pot.kind, amount: inYuan(closed === undefined ? rest : 0n),
      ...(pot.cap === undefined ? {} : { cap: pot.cap }), ...(pot.group === undefined ? {} : { group: pot.group }), ...(pot.line === undefined ? {} : { line: pot.line }),
      ...(pot.share === undefined || pot.of === undefined ? {} : { share: pot.share, of: inYuan(pot.of) }),
      // What was given before may be more than the whole, where somebody lowered a cap.
      total: inYuan(pot.total), given: inYuan(pot.given > pot.total ? pot.given : pot.total - rest), before: inYuan(pot.given),
      ...(closed === undefined ? {} : { closedBy: closed }),
    };
  });
}

function rounding(item: Item, outcome: Outcome, { unit }: Terms): Pick<Award, 'rounded'> {
  const from = outcome.pot === undefined ? item.own.exact : outcome.status === 'partFunded' ? outcome.left[item.pots.indexOf(outcome.pot)] : undefined;
  return from === undefined || from % unit === 0n ? {} : { rounded: { unit: inYuan(unit), from: inYuan(from) } };
}
