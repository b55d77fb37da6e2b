import type { Case, Facts, Scheme } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import type { DecideOptions } from '../decision/index.js';
import { decide } from '../decision/index.js';
import { caseFacts } from '../decision/case-facts.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { RankItem, Ranking, SettledRanking, TieEvidence } from '../ranking/index.js';
import { settleTies } from '../ranking/index.js';
import type { RankOrder } from '../ranking/rank.js';
import { rankOrder, rankingOf } from '../ranking/rank.js';
import type { Decision } from '../results.js';
import type { AllocationContext, AllocationResult, Candidate } from './allocation-types.js';
import type { Given } from './allocate.js';
import { createAllocator, itemAt } from './allocate.js';
import { DEFAULT_READS } from './default-reads.js';
import type { Claim } from './fill.js';

export interface AllocateBatchOptions extends Omit<AllocationContext, 'conditions'>, Omit<DecideOptions, 'eligibility'> {
  /** What is known for separating equals: a lot's seed, a revote, a decision. */
  readonly tieEvidence?: TieEvidence;
}

export interface BatchAllocation {
  /** In the order of the cases. `award` is the amount in yuan; `null` where the case gets no place in the allocation, or its award is undecided. */
  readonly decisions: readonly Decision[];
  readonly allocation: AllocationResult;
  /** Absent where the scheme says nothing of an order. */
  readonly ranking?: Ranking;
  /** How equals were separated whose order changes who gets what. */
  readonly settled?: SettledRanking;
}

/**
 * Decides every case of a batch, puts those that were approved, or have passed the vote and wait, in the order of the scheme's ranking, and gives the money.
 *
 * @param scheme - As loaded; parameter references are resolved here. Without `allocation` every award is undecided where money is short.
 * @throws {TypeError} as `decide` and `allocate` do.
 * @example allocateBatch(scheme, cases, { calendar: chinaCalendar, pool: 5000000 }).decisions.map(({ id, award }) => [id, award])
 */
export function allocateBatch(scheme: Scheme, cases: readonly Case[], options: AllocateBatchOptions): BatchAllocation {
  const decided = cases.map((caseData) => ({ caseData, decision: decide(scheme, caseData, options) }));
  const divide = moneyDivider(resolvedScheme(scheme, options.parameters), options);
  const { order, settled, ...division } = divide(decided.filter(({ decision }) => takesPart(decision)).map(participantOf));
  const allocation = division.allocation();
  const awards = new Map(allocation.awards.map(({ id, status, amount }) => [id, status === 'undecided' ? null : amount]));
  return {
    decisions: decided.map(({ decision }) => ({ ...decision, award: takesPart(decision) ? (awards.get(decision.id) ?? null) : null })),
    allocation, ...(order === undefined ? {} : { ranking: rankingOf(order) }), ...(settled === undefined ? {} : { settled }),
  };
}

/** A case that takes part in dividing the money of its batch, with what its decision found. */
export interface Participant {
  readonly caseData: Case;
  /** Day of the decision. */
  readonly today: string;
  /** The value that the score is ranked by. */
  readonly score?: RankItem['score'];
  /** Votes in favour, in the last vote that was held. */
  readonly votes?: number;
}

/** How the money of a batch was divided. */
export interface MoneyDivision extends Pick<Given, 'turns'> {
  readonly allocation: () => AllocationResult;
  readonly settled?: SettledRanking;
  /** Absent where the scheme says nothing of an order. */
  readonly order?: RankOrder;
}

/**
 * Gives the money of a batch to the cases that take part. What it finds about a case whoever else takes part it keeps, so that the next time costs less.
 *
 * @param scheme - Resolved.
 */
export function moneyDivider(scheme: Scheme, options: Omit<AllocateBatchOptions, 'calendar' | 'today' | 'parameters'>): (participants: readonly Participant[]) => MoneyDivision {
  const context: AllocationContext = { ...options, ...(scheme.eligibility.conditions === undefined ? {} : { conditions: scheme.eligibility.conditions }) };
  const allocator = createAllocator(scheme.allocation ?? {}, context);
  const amountsOf = amountsReader(scheme.allocation);
  const known = new Map<Case, Claim>();
  const claimOf = ({ caseData, today }: Participant): Claim => {
    let claim = known.get(caseData);
    if (claim === undefined) {
      claim = allocator.claimOf(Object.assign(new Member(scheme, caseData, today), amountsOf(caseData)));
      known.set(caseData, claim);
    }
    return claim;
  };
  return (participants) => {
    const entrants = participants.map((participant) => new Entrant(claimOf(participant), participant.score, participant.votes));
    return divide(scheme, entrants, (places) => allocator.give(entrants.map(({ id, claim }) => itemAt(claim, places.get(id)))), options.tieEvidence);
  };
}

/** What a case says of itself whatever its decision found. Facts are made only where a key, a cap or a tie rule reads them. */
class Member implements Omit<Candidate, 'place'> {
  readonly id: string;
  private made: Facts | undefined;

  constructor(private readonly scheme: Scheme, private readonly caseData: Case, private readonly today: string) {
    this.id = caseData.id;
  }

  get facts(): Facts {
    this.made = this.made ?? caseFacts(this.scheme, this.caseData, this.today);
    return this.made;
  }
}

/** A participant as the ranking sees it. */
class Entrant implements RankItem {
  readonly id: string;

  constructor(readonly claim: Claim, readonly score: RankItem['score'], readonly votes: RankItem['votes']) {
    this.id = claim.candidate.id;
  }

  get facts(): Facts {
    return this.claim.candidate.facts ?? {};
  }
}

function divide({ allocation: { ranking: keys = [], ties } = {} }: Scheme, items: readonly RankItem[], give: (places: ReadonlyMap<string, number>) => Given, evidence: TieEvidence | undefined): MoneyDivision {
  const order = keys.length === 0 ? undefined : rankOrder(items, keys);
  const first = give(placesOf(order?.groups ?? []));
  const open = first.openTies.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const settled = order === undefined || open.length === 0 ? undefined : settleInTurn(order, open);
  const allocation = (): AllocationResult => (settled === undefined ? first.result() : withNeeds(settled.given.result(), settled.settled));
  return { turns: (settled?.given ?? first).turns, allocation, ...(order === undefined ? {} : { order }), ...(settled === undefined ? {} : { settled: settled.settled }) };

  /** A tie that is settled can bring another to matter; each round settles at least one more. */
  function settleInTurn(from: RankOrder, ranks: readonly number[]): { readonly settled: SettledRanking; readonly given: Given } {
    const asked = new Set(ranks);
    for (;;) {
      const settledNow = settleTies(from.groups, ties, { ranks: Array.from(asked) }, { items, ...evidence });
      const result = give(placesOf(settledNow.groups));
      const more = result.openTies.flatMap(({ place }) => (place === undefined ? [] : rankOf(from, place))).filter((place) => !asked.has(place));
      if (more.length === 0) return { settled: settledNow, given: result };
      for (const place of more) asked.add(place);
    }
  }
}

/** What the scheme's tie rule still needs stands beside each tie that is open. */
function withNeeds(allocation: AllocationResult, { open }: SettledRanking): AllocationResult {
  const needsOf = (ids: readonly string[]) => open.find((tie) => ids.every((id) => tie.ids.includes(id)))?.needs;
  return { ...allocation, openTies: allocation.openTies.map((tie) => {
    const needs = needsOf(tie.ids);
    return needs === undefined ? tie : { ...tie, needs };
  }) };
}

/** The rank of the group that a place after settling came from. */
function rankOf({ groups }: RankOrder, place: number): readonly number[] {
  return groups.filter(({ rank: first, ids }) => first <= place && place < first + ids.length).map(({ rank: first }) => first);
}

function takesPart({ outcome, vote }: Decision): boolean {
  return outcome === 'approved' || (outcome === 'pending' && vote === 'passed');
}

function placesOf(groups: readonly { readonly rank: number; readonly ids: readonly string[] }[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(({ rank: place, ids }) => ids.map((id): [string, number] => [id, place])));
}

function participantOf({ caseData, decision: { score, trace } }: { readonly caseData: Case; readonly decision: Decision }): Participant {
  const votes = trace.steps.reduce<number | undefined>((last, { vote }) => (vote === undefined || vote.outcome === 'notHeld' ? last : vote.counts.yes), undefined);
  const read = trace.score?.result.rankValue ?? score;
  return { caseData, today: trace.today, ...(read === null ? {} : { score: read }), ...(votes === undefined ? {} : { votes }) };
}

const AMOUNTS = ['requested', 'eligibleCost', 'ownFunds', 'raised'] as const;

/** What a case says of money and of those who share it; what it does not say is absent. */
function amountsReader(allocation: Scheme['allocation']): (caseData: Case) => Omit<Candidate, 'id' | 'place' | 'facts'> {
  const reads = { ...DEFAULT_READS, ...allocation?.reads };
  return ({ answers, applicant: { id, unit, town } }) => {
    const found: { -readonly [Name in keyof Candidate]?: Candidate[Name] } = { applicant: id };
    for (const name of AMOUNTS) {
      const value = valueAt(answers, reads[name]);
      if (typeof value === 'number') found[name] = value;
    }
    const category = valueAt(answers, reads.category);
    if (typeof category === 'string') found.category = category;
    if (unit !== undefined) found.unit = unit;
    if (town !== undefined) found.town = town;
    return found;
  };
}
