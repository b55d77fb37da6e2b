import type { Case, Scheme } from '@cobuild/core';
import { valueAt } from '@cobuild/core';
import type { DecideOptions } from '../decision/index.js';
import { decide } from '../decision/index.js';
import { caseFacts } from '../decision/case-facts.js';
import { resolvedScheme } from '../decision/resolved-scheme.js';
import type { RankItem, Ranking, SettledRanking, TieEvidence } from '../ranking/index.js';
import { rank, settleTies } from '../ranking/index.js';
import type { Decision } from '../results.js';
import type { AllocationContext, AllocationResult, Candidate } from './allocation-types.js';
import { allocate } from './allocate.js';
import { DEFAULT_READS } from './default-reads.js';

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
  const steps = allocateBatchSteps(scheme, cases, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Cases that are decided before others have their turn. */
const DECIDED_AT_ONCE = 8;

/** As {@link allocateBatch}, in steps: deciding the cases takes most of the time, and a page may do something else in between. */
export function* allocateBatchSteps(scheme: Scheme, cases: readonly Case[], options: AllocateBatchOptions): Generator<undefined, BatchAllocation, undefined> {
  const decided: { readonly caseData: Case; readonly decision: Decision }[] = [];
  for (const caseData of cases) {
    decided.push({ caseData, decision: decide(scheme, caseData, options) });
    if (decided.length % DECIDED_AT_ONCE === 0) yield;
  }
  const resolved = resolvedScheme(scheme, options.parameters);
  const passed = decided.filter(({ decision }) => takesPart(decision));
  const items = passed.map(({ caseData, decision }) => rankItem(resolved, caseData, decision));
  const { ranking: keys = [], ties } = resolved.allocation ?? {};
  const ranking = keys.length === 0 ? undefined : rank(items, keys);
  const context: AllocationContext = { ...options, ...(resolved.eligibility.conditions === undefined ? {} : { conditions: resolved.eligibility.conditions }) };
  const give = (places: ReadonlyMap<string, number>): AllocationResult => allocate(resolved.allocation ?? {}, passed.map(({ caseData, decision }) => candidateOf(resolved, caseData, decision, places)), context);

  const first = give(placesOf(ranking?.groups ?? []));
  const open = first.openTies.flatMap(({ place }) => (place === undefined ? [] : [place]));
  const settled = ranking === undefined || open.length === 0 ? undefined : settleInTurn(ranking, open);
  const allocation = settled === undefined ? first : withNeeds(settled.allocation, settled.settled);
  const awards = new Map(allocation.awards.map(({ id, status, amount }) => [id, status === 'undecided' ? null : amount]));
  return {
    decisions: decided.map(({ decision }) => ({ ...decision, award: takesPart(decision) ? (awards.get(decision.id) ?? null) : null })),
    allocation, ...(ranking === undefined ? {} : { ranking }), ...(settled === undefined ? {} : { settled: settled.settled }),
  };

  /** A tie that is settled can bring another to matter; each round settles at least one more. */
  function settleInTurn(from: Ranking, ranks: readonly number[]): { readonly settled: SettledRanking; readonly allocation: AllocationResult } {
    const asked = new Set(ranks);
    for (;;) {
      const settledNow = settleTies(from.groups, ties, { ranks: Array.from(asked) }, { items, ...options.tieEvidence });
      const result = give(placesOf(settledNow.groups));
      const more = result.openTies.flatMap(({ place }) => (place === undefined ? [] : rankOf(from, place))).filter((place) => !asked.has(place));
      if (more.length === 0) return { settled: settledNow, allocation: result };
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
function rankOf({ groups }: Ranking, place: number): readonly number[] {
  return groups.filter(({ rank: first, ids }) => first <= place && place < first + ids.length).map(({ rank: first }) => first);
}

function takesPart({ outcome, vote }: Decision): boolean {
  return outcome === 'approved' || (outcome === 'pending' && vote === 'passed');
}

function placesOf(groups: readonly { readonly rank: number; readonly ids: readonly string[] }[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(({ rank: place, ids }) => ids.map((id): [string, number] => [id, place])));
}

function rankItem(scheme: Scheme, caseData: Case, { id, score, trace }: Decision): RankItem {
  const votes = trace.steps.reduce<number | undefined>((last, { vote }) => (vote === undefined || vote.outcome === 'notHeld' ? last : vote.counts.yes), undefined);
  const read = trace.score?.result.rankValue ?? score;
  return { id, facts: caseFacts(scheme, caseData, trace.today), ...(read === null ? {} : { score: read }), ...(votes === undefined ? {} : { votes }) };
}

function candidateOf(scheme: Scheme, caseData: Case, { id, trace }: Decision, places: ReadonlyMap<string, number>): Candidate {
  const { applicant, answers } = caseData;
  const { reads = {} } = scheme.allocation ?? {};
  const place = places.get(id);
  const number = (pointer: string): number | undefined => {
    const value = valueAt(answers, pointer);
    return typeof value === 'number' ? value : undefined;
  };
  const category = valueAt(answers, reads.category ?? DEFAULT_READS.category);
  const read = {
    place, requested: number(reads.requested ?? DEFAULT_READS.requested), eligibleCost: number(reads.eligibleCost ?? DEFAULT_READS.eligibleCost),
    ownFunds: number(reads.ownFunds ?? DEFAULT_READS.ownFunds), raised: number(reads.raised ?? DEFAULT_READS.raised),
    category: typeof category === 'string' ? category : undefined, applicant: applicant.id, unit: applicant.unit, town: applicant.town,
  };
  return { id, facts: caseFacts(scheme, caseData, trace.today), ...Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) };
}
