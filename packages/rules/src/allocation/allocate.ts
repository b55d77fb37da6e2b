import type { Allocation, Problem } from '@cobuild/core';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { AllocationContext, AllocationResult, AllocationTerms, Award, Candidate } from './allocation-types.js';
import { allocationProblems, contextMistake } from './allocation-problems.js';
import type { AwardSetting } from './award.js';
import { decidedAward, decidedOutcome, openAward, withWaitingPlaces } from './award.js';
import type { Branch, Claim, Item, Outcome, Terms, WhenShort } from './fill.js';
import { copyBranch } from './fill.js';
import { moneySetting, choiceSetting } from './open-setting.js';
import { ownTerms } from './own-limits.js';
import { potFinder } from './pots.js';
import type { GroupResult } from './tie-orders.js';
import { giveGroup, signature } from './tie-orders.js';

const POLICIES: readonly WhenShort[] = ['skip', 'stop', 'partFund', 'waitingList'];
/** Open questions multiply; beyond so many combinations what follows is undecided. */
const MOST_BRANCHES = 200;

/**
 * Gives the money of a batch to projects in the order of their places. Each award is the smallest of what was asked for, the eligible cost, the
 * share that co-funding leaves, the caps per project, rounded down to the unit; then shared caps, the maximum of the year and the pool have to cover
 * it, or `whenShort` says what happens. All limits that applied stand in each award, and the one that bound.
 *
 * What is open never guesses: every way in which a hole, a tie or an applicant's consent may be settled is tried, and only awards that come out the
 * same in all of them are decided. A tie therefore counts only where its order changes who gets what.
 *
 * @param allocation - With parameter references resolved.
 * @param candidates - In any order. Of two with the same id the first counts, and a problem says so.
 * @returns Awards and remainder add up to the pool to the fen. Never throws on any allocation or candidate.
 * @throws {TypeError} when the context has no pool that is money, not negative.
 * @example allocate({ whenShort: 'skip' }, [{ id: 'a', place: 1, requested: 60 }, { id: 'b', place: 2, requested: 50 }, { id: 'c', place: 3, requested: 40 }], { pool: 100 }).awards.map(({ amount }) => amount) // [60, 0, 40]
 */
export function allocate(allocation: Allocation, candidates: readonly Candidate[], context: AllocationContext): AllocationResult {
  const { claimOf, give } = createAllocator(allocation, context);
  return give(candidates.map((candidate) => itemAt(claimOf(candidate), candidate.place))).result();
}

/** Gives the same money in several orders: what a project may get by itself is found once, and the limits of an award are written down where somebody reads them. */
export interface Allocator {
  readonly claimOf: (candidate: Omit<Candidate, 'place'>) => Claim;
  readonly give: (items: readonly Item[]) => Given;
}

/** How the money was given. */
export interface Given {
  /** In the order in which it was given. */
  readonly turns: readonly Turn[];
  readonly openTies: AllocationResult['openTies'];
  /** The whole result. */
  readonly result: () => AllocationResult;
}

/** What one project got. */
export interface Turn {
  readonly id: string;
  readonly status: Award['status'];
  readonly amount: WholeFen;
  readonly award: () => Award;
}

/** As {@link allocate}, which see. */
export function createAllocator(allocation: Allocation, context: AllocationContext): Allocator {
  const mistake = contextMistake(context);
  if (mistake !== undefined) throw new TypeError(`allocate: ${mistake}`);
  const unit = allocation.rounding?.unit === undefined ? { value: 1n } : positive(moneySetting(allocation.rounding.unit, '/rounding/unit'));
  const policy = allocation.whenShort === undefined ? { hole: '/whenShort' } : choiceSetting(allocation.whenShort, POLICIES, '/whenShort');
  const consent = allocation.partFund?.consent === undefined ? { value: 'required' as const } : choiceSetting(allocation.partFund.consent, ['required', 'notRequired'] as const, '/partFund/consent');
  const terms: Terms = { unit: 'value' in unit ? unit.value : 1n, consent: 'value' in consent ? consent.value : 'open', consents: context.consents ?? {} };
  const policies = 'value' in policy ? [policy.value] : POLICIES;
  const used: AllocationTerms = {
    ...('value' in unit ? { unit: inYuan(unit.value) } : {}), ...('value' in policy ? { whenShort: policy.value } : {}), ...('value' in consent ? { consent: consent.value } : {}),
    consents: terms.consents,
  };
  const potsOf = potFinder(allocation, context);
  return {
    claimOf: (candidate) => claimOf(allocation, candidate, context, terms.unit, potsOf, 'hole' in unit ? [unit.hole] : []),
    give: (items) => {
      const run = fillAll(groupsOf(firstOfEach(items)), policies, terms, Array.isArray(allocation.ties) && allocation.ties.length > 0);
      return { ...run, result: () => summary(withWaitingPlaces(run.turns.map(({ award }) => award())), run, used, context.pool, allocationProblems(allocation, items.map(({ candidate }) => candidate.id), context)) };
    },
  };
}

/** A claim on its turn. */
export function itemAt(claim: Claim, place: number | undefined): Item {
  return place === undefined ? claim : { ...claim, place };
}

function positive(setting: ReturnType<typeof moneySetting>): ReturnType<typeof moneySetting> {
  return 'value' in setting && setting.value <= 0n ? { hole: '/rounding/unit' } : setting;
}

function firstOfEach(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ candidate: { id } }) => !seen.has(id) && seen.add(id));
}

function claimOf(allocation: Allocation, candidate: Omit<Candidate, 'place'>, context: AllocationContext, unit: WholeFen, potsOf: ReturnType<typeof potFinder>, unitHoles: readonly string[]): Claim {
  const own = ownTerms(allocation, candidate, context, unit);
  const { pots, holes, missing } = potsOf(candidate);
  const claim = { candidate, own, pots, holes: [...unitHoles, ...own.holes, ...holes], missing: Array.from(new Set([...own.missing, ...missing])) };
  return { ...claim, unsure: claim.holes.length + claim.missing.length > 0 || own.ownFundsShort !== undefined };
}

/** Equal places stand together; who has none stands behind all others. */
function groupsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const place = (item: Item): number => (Number.isFinite(item.place) ? (item.place as number) : Infinity);
  const sorted = [...items].sort((a, b) => (place(a) === place(b) ? (a.candidate.id < b.candidate.id ? -1 : 1) : place(a) - place(b)));
  const groups: Item[][] = [];
  for (const item of sorted) {
    const last = groups[groups.length - 1];
    if (last?.[0] !== undefined && place(last[0]) === place(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

type Run = Pick<Given, 'turns' | 'openTies'>;

function fillAll(groups: readonly (readonly Item[])[], policies: readonly WhenShort[], terms: Terms, hasTieRule: boolean): Run {
  let branches: readonly Branch[] = policies.map((policy) => ({ policy, left: new Map(), closed: new Map(), unsure: false, lost: false }));
  const turns: Turn[] = [];
  const openTies: AllocationResult['openTies'][number][] = [];
  const causes = new Set<string>();
  const unsure: string[] = [];
  const awaiting: string[] = [];
  for (const items of groups) {
    const results = branches.map((branch) => giveGroup(branch, items, terms));
    const tied = Array.from(new Set(results.flatMap(({ tied: ids }) => ids)));
    const place = items[0]?.place;
    if (tied.length > 0) {
      openTies.push({ ...(place === undefined ? {} : { place }), ids: tied });
      // A tie rule that the scheme has is no hole: it waits for its lot, its vote or its decision.
      if (place === undefined) causes.add('/ranking');
      else if (!hasTieRule) causes.add('/ties');
    }
    for (const item of items) {
      for (const name of item.holes) causes.add(name);
      const ways = waysOf(results, item.candidate.id);
      if (ways.length > 1 && policies.length > 1) causes.add('/whenShort');
      const turn = turnOf(item, ways, { terms, tied: tied.includes(item.candidate.id) ? tied : [], causes, unsure, awaiting });
      turns.push(turn);
      if (item.unsure && turn.status === 'undecided') unsure.push(turn.id);
    }
    for (const { candidate: { id } } of items) {
      const ways = waysOf(results, id);
      if (ways.length !== 1 || ways[0]?.awaitsConsent !== true) continue;
      awaiting.push(id);
      if (terms.consent === 'open') causes.add('/partFund/consent');
    }
    branches = limited(differing(results.flatMap((result) => result.branches)));
  }
  return { turns, openTies };
}

/** One way decides an award, which is written down when it is asked for; what is open hangs on what is open at this moment. */
function turnOf(item: Item, ways: readonly Outcome[], setting: AwardSetting): Turn {
  const { id } = item.candidate;
  const outcome = decidedOutcome(ways, setting.terms);
  if (outcome !== undefined) return { id, status: outcome.status, amount: outcome.amount, award: () => decidedAward(item, outcome, setting.terms) };
  const award = openAward(item, ways, setting);
  return { id, status: award.status, amount: 0n, award: () => award };
}

/** The ways in which a project may come out, each once. */
function waysOf(results: readonly GroupResult[], id: string): readonly Outcome[] {
  const [only, ...more] = results;
  const outcomes = more.length === 0 ? (only?.outcomes.get(id) ?? []) : results.flatMap((result) => result.outcomes.get(id) ?? []);
  if (outcomes.length < 2) return outcomes;
  const bySignature = new Map<string, Outcome>();
  for (const outcome of outcomes) if (!bySignature.has(signature(outcome))) bySignature.set(signature(outcome), outcome);
  return Array.from(bySignature.values());
}

/** Ways that came to the same go on as one. */
function differing(branches: readonly Branch[]): readonly Branch[] {
  if (branches.length < 2) return branches;
  const state = ({ policy, left, closed, unsure, lost }: Branch): string => JSON.stringify([policy, unsure, lost, Array.from(left, ([key, rest]) => `${key} ${rest}`).sort(), Array.from(closed).sort()]);
  return Array.from(new Map(branches.map((branch) => [state(branch), branch])).values());
}

/** Too many ways to go on are as good as none that is known. */
function limited(branches: readonly Branch[]): readonly Branch[] {
  const [first] = branches;
  return branches.length > MOST_BRANCHES && first !== undefined ? [{ ...copyBranch(first), lost: true }] : branches;
}

function summary(awards: readonly Award[], { openTies }: Run, terms: AllocationTerms, poolYuan: number, problems: readonly Problem[]): AllocationResult {
  const pool = readFen(poolYuan) ?? 0n;
  const allocated = awards.reduce((sum, { amount }) => sum + (readFen(amount) ?? 0n), 0n);
  const short = awards.findIndex(({ status }) => status !== 'funded');
  return {
    outcome: awards.some(({ status }) => status === 'undecided') ? 'undecided' : 'allocated',
    awards, pool: poolYuan, allocated: inYuan(allocated), remainder: inYuan(pool - allocated),
    ...(short < 0 ? {} : { fundingLine: short }),
    waitingList: awards.filter(({ status }) => status === 'waiting').map(({ id }) => id),
    terms, openTies, holes: Array.from(new Set(awards.flatMap(({ holes }) => holes))), problems,
  };
}
