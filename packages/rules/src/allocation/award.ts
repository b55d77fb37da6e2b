import { inYuan } from '../money/fen.js';
import type { Award, AwardLimit } from './allocation-types.js';
import type { Item, Outcome, Terms } from './fill.js';
import { smallest } from './own-limits.js';

interface Setting { readonly terms: Terms; readonly tied: readonly string[]; readonly causes: ReadonlySet<string>; readonly unsure: readonly string[]; readonly awaiting: readonly string[] }

/** The award of a project from all the ways it may come out; one way decides it. */
export function awardOf(item: Item, ways: readonly Outcome[], { terms, tied, causes, unsure, awaiting }: Setting): Award {
  const { candidate, own } = item;
  const [first] = ways;
  const known = ways.length === 1 && first !== undefined && first.status !== 'undecided' && !(first.awaitsConsent === true && terms.consent === 'open');
  const limits = [...own.limits.map(withoutFen), ...(first === undefined ? [] : potLimits(item, first))];
  const base = { id: candidate.id, ...(candidate.place === undefined ? {} : { place: candidate.place }), ...(own.due === undefined || item.unsure ? {} : { due: inYuan(own.due) }), limits };
  if (!known) {
    const consent = first?.awaitsConsent === true && ways.length === 1 ? ['/partFund/consent'] : [];
    const alone = ways.length === 1 && (item.unsure || consent.length > 0);
    const holes = ways.length === 1 && item.unsure ? item.holes : consent.length > 0 ? consent : Array.from(causes);
    return { ...base, status: 'undecided', amount: 0, holes, missing: item.missing, tiedWith: tied.filter((id) => id !== candidate.id), waitsFor: ways.length === 1 && item.unsure ? [] : [...unsure], ...(alone || awaiting.length === 0 ? {} : { waitsForConsent: [...awaiting] }), ...(own.ownFundsShort === undefined ? {} : { ownFundsShort: own.ownFundsShort }) };
  }
  const own0 = smallest(own.limits);
  const binding = first.pot === undefined ? own0 && withoutFen(own0) : limits[own.limits.length + item.pots.indexOf(first.pot)];
  return {
    ...base, status: first.status, amount: inYuan(first.amount), ...(binding === undefined ? {} : { binding }), ...rounding(item, first, terms),
    ...(first.awaitsConsent === true ? { awaitsConsent: true as const } : {}), holes: [], missing: [], tiedWith: [], waitsFor: [],
  };
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
