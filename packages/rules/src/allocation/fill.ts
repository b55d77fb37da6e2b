import type { WholeFen } from '../money/fen.js';
import { downTo } from '../money/fen.js';
import type { Award, Candidate } from './allocation-types.js';
import type { OwnTerms } from './own-limits.js';
import type { Pot } from './pots.js';

export type WhenShort = 'skip' | 'stop' | 'partFund' | 'waitingList';

/** What a project may get by itself and the pots that it draws from: the same whatever its place and whoever else takes part. `unsure`: an own limit or a pot of it is open, so that its due is only the most that it could get. */
export interface Claim {
  readonly candidate: Omit<Candidate, 'place'>;
  readonly own: OwnTerms;
  readonly pots: readonly Pot[];
  readonly holes: readonly string[];
  readonly missing: readonly string[];
  readonly unsure: boolean;
}

/** A project on its turn. */
export interface Item extends Claim { readonly place?: number }

/** What there is to give at some moment, in one of the ways in which open questions may be answered. */
export interface Branch {
  readonly policy: WhenShort;
  readonly left: Map<string, WholeFen>;
  /** Pots out of which nothing more is given, and the project at which that began. */
  readonly closed: Map<string, string>;
  /** Something was reserved for a project whose award is not known: what still fits is safe, a shortage is not. */
  unsure: boolean;
  /** A shortage came up while that was so: nothing that follows is known. */
  lost: boolean;
}

export interface Terms {
  readonly unit: WholeFen;
  readonly consent: 'required' | 'notRequired' | 'open';
  readonly consents: Readonly<Record<string, boolean>>;
  /** Answers that are tried where nobody has given one: what is offered stands, and a refusal leaves the money to the others. */
  readonly assumed?: ReadonlyMap<string, boolean>;
}

/** What a project gets in a branch. */
export interface Outcome {
  readonly status: Award['status'];
  readonly amount: WholeFen;
  /** The pot that was short; absent where the project's own limits decided. */
  readonly pot?: Pot;
  readonly awaitsConsent?: boolean;
  /** Left in each of the item's pots on its turn, and which were closed by then. */
  readonly left: readonly WholeFen[];
  readonly closedBy: readonly (string | undefined)[];
}

export function copyBranch(branch: Branch): Branch {
  return { ...branch, left: new Map(branch.left), closed: new Map(branch.closed) };
}

export function leftIn(branch: Branch, pot: Pot): WholeFen {
  const left = branch.left.get(pot.key);
  if (left !== undefined) return left;
  return pot.given < pot.total ? pot.total - pot.given : 0n;
}

/** Whether every pot of an item still gives, and covers all that is due. */
export function fits(branch: Branch, { own, pots }: Item): boolean {
  const { due } = own;
  return due !== undefined && pots.every((pot) => !branch.closed.has(pot.key) && due <= leftIn(branch, pot));
}

/** Nothing is due, whatever the open settings say. */
export function getsNothing({ own, unsure }: Item): boolean {
  return own.due === 0n || (own.due === undefined && !unsure);
}

/** Gives one item its turn. Changes the branch. */
export function giveTurn(branch: Branch, item: Item, terms: Terms): Outcome {
  const seen = { left: item.pots.map((pot) => leftIn(branch, pot)), closedBy: item.pots.map((pot) => branch.closed.get(pot.key)) };
  const none = { ...seen, amount: 0n };
  if (getsNothing(item)) return { ...none, status: 'notFunded' };
  if (branch.lost) return { ...none, status: 'undecided' };
  const closed = item.pots.find(({ key }) => branch.closed.has(key));
  // Whatever would be due: a closed pot gives nothing, and whether one with nothing due waits is not known.
  if (closed !== undefined && item.unsure) return { ...none, status: branch.policy === 'waitingList' ? 'undecided' : 'notFunded', pot: closed };
  if (item.unsure || item.own.due === undefined) {
    branch.unsure = true;
    branch.lost = !fits(branch, item);
    if (!branch.lost) take(branch, item, item.own.due ?? 0n);
    return { ...none, status: 'undecided' };
  }
  if (fits(branch, item)) {
    take(branch, item, item.own.due);
    return { ...seen, status: 'funded', amount: item.own.due };
  }
  if (branch.unsure) {
    branch.lost = true;
    return { ...none, status: 'undecided' };
  }
  return { ...seen, ...whenShort(branch, item, item.own.due, terms) };
}

function whenShort(branch: Branch, item: Item, due: WholeFen, terms: Terms): Omit<Outcome, 'left' | 'closedBy'> {
  const pot = shortPot(branch, item);
  const status = branch.policy === 'waitingList' ? 'waiting' : 'notFunded';
  const nothing = { status, amount: 0n, ...(pot === undefined ? {} : { pot }) } as const;
  if (pot === undefined || item.pots.some(({ key }) => branch.closed.has(key)) || branch.policy === 'skip') return nothing;
  if (branch.policy !== 'partFund') {
    for (const { key, ...short } of item.pots) if (leftIn(branch, { key, ...short }) < due) branch.closed.set(key, item.candidate.id);
    return nothing;
  }
  const amount = downTo(leftIn(branch, pot), terms.unit);
  const consent = Object.prototype.hasOwnProperty.call(terms.consents, item.candidate.id) ? terms.consents[item.candidate.id] : undefined;
  if (amount === 0n) return nothing;
  if (consent === false) return { status: 'declined', amount: 0n, pot };
  const awaitsConsent = consent === undefined && terms.consent !== 'notRequired';
  if (!awaitsConsent || terms.assumed?.get(item.candidate.id) !== false) take(branch, item, amount);
  return { status: 'partFunded', amount, pot, ...(awaitsConsent ? { awaitsConsent } : {}) };
}

/** The pot that gives least, a closed one before all; of equals the earlier. */
function shortPot(branch: Branch, { pots }: Item): Pot | undefined {
  const closed = pots.find(({ key }) => branch.closed.has(key));
  return closed ?? pots.reduce<Pot | undefined>((least, pot) => (least === undefined || leftIn(branch, pot) < leftIn(branch, least) ? pot : least), undefined);
}

function take(branch: Branch, { pots }: Item, amount: WholeFen): void {
  for (const pot of pots) branch.left.set(pot.key, leftIn(branch, pot) - amount);
}
