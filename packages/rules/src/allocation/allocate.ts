import type { Allocation, Problem } from '@cobuild/core';
import type { WholeFen } from '../money/fen.js';
import { inYuan, readFen } from '../money/fen.js';
import type { AllocationContext, AllocationResult, AllocationTerms, Award, Candidate } from './allocation-types.js';
import { allocationProblems, contextMistake } from './allocation-problems.js';
import { awardOf, withWaitingPlaces } from './award.js';
import type { Branch, Item, Outcome, Terms, WhenShort } from './fill.js';
import { copyBranch } from './fill.js';
import { moneySetting, choiceSetting } from './open-setting.js';
import { ownTerms } from './own-limits.js';
import { potFinder } from './pots.js';
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
  const mistake = contextMistake(context);
  if (mistake !== undefined) throw new TypeError(`allocate: ${mistake}`);
  const unit = allocation.rounding?.unit === undefined ? { value: 1n } : positive(moneySetting(allocation.rounding.unit, '/rounding/unit'));
  const policy = allocation.whenShort === undefined ? { hole: '/whenShort' } : choiceSetting(allocation.whenShort, POLICIES, '/whenShort');
  const consent = allocation.partFund?.consent === undefined ? { value: 'required' as const } : choiceSetting(allocation.partFund.consent, ['required', 'notRequired'] as const, '/partFund/consent');
  const terms: Terms = { unit: 'value' in unit ? unit.value : 1n, consent: 'value' in consent ? consent.value : 'open', consents: context.consents ?? {} };
  const unique = firstOfEach(candidates);
  const potsOf = potFinder(allocation, context);
  const items = unique.map((candidate) => itemOf(allocation, candidate, context, terms.unit, potsOf, 'hole' in unit ? [unit.hole] : []));
  const policies = 'value' in policy ? [policy.value] : POLICIES;
  const run = fillAll(groupsOf(items), policies, terms, Array.isArray(allocation.ties) && allocation.ties.length > 0);
  const awards = withWaitingPlaces(run.awards);
  const used: AllocationTerms = {
    ...('value' in unit ? { unit: inYuan(unit.value) } : {}), ...('value' in policy ? { whenShort: policy.value } : {}), ...('value' in consent ? { consent: consent.value } : {}),
    consents: terms.consents,
  };
  return summary(awards, run, used, context.pool, allocationProblems(allocation, candidates, context));
}

function positive(setting: ReturnType<typeof moneySetting>): ReturnType<typeof moneySetting> {
  return 'value' in setting && setting.value <= 0n ? { hole: '/rounding/unit' } : setting;
}

function firstOfEach(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ id }) => !seen.has(id) && seen.add(id));
}

function itemOf(allocation: Allocation, candidate: Candidate, context: AllocationContext, unit: WholeFen, potsOf: ReturnType<typeof potFinder>, unitHoles: readonly string[]): Item {
  const own = ownTerms(allocation, candidate, context, unit);
  const { pots, holes, missing } = potsOf(candidate);
  const item = { candidate, own, pots, holes: [...unitHoles, ...own.holes, ...holes], missing: Array.from(new Set([...own.missing, ...missing])) };
  return { ...item, unsure: item.holes.length + item.missing.length > 0 || own.ownFundsShort !== undefined };
}

/** Equal places stand together; who has none stands behind all others. */
function groupsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const place = ({ candidate }: Item): number => (Number.isFinite(candidate.place) ? (candidate.place as number) : Infinity);
  const sorted = [...items].sort((a, b) => (place(a) === place(b) ? (a.candidate.id < b.candidate.id ? -1 : 1) : place(a) - place(b)));
  const groups: Item[][] = [];
  for (const item of sorted) {
    const last = groups[groups.length - 1];
    if (last?.[0] !== undefined && place(last[0]) === place(item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

interface Run {
  readonly awards: readonly Award[];
  readonly openTies: AllocationResult['openTies'];
}

function fillAll(groups: readonly (readonly Item[])[], policies: readonly WhenShort[], terms: Terms, hasTieRule: boolean): Run {
  let branches: readonly Branch[] = policies.map((policy) => ({ policy, left: new Map(), closed: new Map(), unsure: false, lost: false }));
  const awards: Award[] = [];
  const openTies: AllocationResult['openTies'][number][] = [];
  const causes = new Set<string>();
  const unsure: string[] = [];
  const awaiting: string[] = [];
  for (const items of groups) {
    const results = branches.map((branch) => giveGroup(branch, items, terms));
    const tied = Array.from(new Set(results.flatMap(({ tied: ids }) => ids)));
    const place = items[0]?.candidate.place;
    if (tied.length > 0) {
      openTies.push({ ...(place === undefined ? {} : { place }), ids: tied });
      // A tie rule that the scheme has is no hole: it waits for its lot, its vote or its decision.
      if (place === undefined) causes.add('/ranking');
      else if (!hasTieRule) causes.add('/ties');
    }
    for (const item of items) {
      for (const name of item.holes) causes.add(name);
      const ways = distinct(results.flatMap(({ outcomes }) => outcomes.get(item.candidate.id) ?? []));
      if (ways.length > 1 && policies.length > 1) causes.add('/whenShort');
      const award = awardOf(item, ways, { terms, tied: tied.includes(item.candidate.id) ? tied : [], causes, unsure, awaiting });
      awards.push(award);
      if (item.unsure && award.status === 'undecided') unsure.push(award.id);
    }
    for (const { candidate: { id } } of items) {
      const ways = distinct(results.flatMap(({ outcomes }) => outcomes.get(id) ?? []));
      if (ways.length !== 1 || ways[0]?.awaitsConsent !== true) continue;
      awaiting.push(id);
      if (terms.consent === 'open') causes.add('/partFund/consent');
    }
    branches = limited(differing(results.flatMap((result) => result.branches)));
  }
  return { awards, openTies };
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
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
