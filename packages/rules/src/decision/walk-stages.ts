import type { EvidenceRecord, Override, Review, Scheme, Stage } from '@cobuild/core';
import type { PublicVoteResult } from '../public-vote/index.js';
import type { StageTrace, StageWay, VoteResult } from '../results.js';
import { approvedWay, countApprovals, readApprovals } from './approvals.js';
import type { AutomaticResult } from './automatic.js';
import { missingRecords, standsInTheWay } from './missing-records.js';
import { holdingReviews } from './returns.js';
import type { CaseEnd } from './stage-lookup.js';
import { findOutcome, findStage, firstStage, isCounted, isEnd, isVoteRecord, leadsToVote } from './stage-lookup.js';
import { IN_FAVOUR, countedWay, wayOfKind, waysOf } from './ways.js';

/** How far a case has come. */
export interface Walk {
  /** Stage that it waits at; the last one where it has ended. */
  readonly stage: string;
  readonly end?: CaseEnd;
  /** Stages in the order of the way; after a return, the stage that returned it and the one it went to. */
  readonly steps: readonly StageTrace[];
}

/** What settles stages: reviews in the order in which they were given, what the meeting of the case says of a vote, what automatic stages find. */
export interface StageRecord {
  readonly reviews: readonly Review[];
  readonly voteAt: (stage: Stage) => VoteResult | undefined;
  /** What the count of a vote of residents says, where one settles the stage. */
  readonly publicVoteAt?: (stage: Stage) => PublicVoteResult | undefined;
  readonly evidence?: readonly EvidenceRecord[];
  readonly overrides?: readonly Override[];
  readonly automatic?: (stage: Stage, ways: readonly StageWay[]) => AutomaticResult | undefined;
}

/**
 * Walks a submitted case through the stages. Each stage is settled at most once, by its vote or by the first review that names one of its
 * outcomes; a loop, an unknown stage or a missing outcome leaves the case waiting where it is.
 *
 * A case holds one meeting: that of the first vote on its way without a record. Where the way goes on to another vote, the earlier one is kept as a
 * review; the last vote is always decided by its meeting, never by a review.
 */
export function walkStages(scheme: Scheme, record: StageRecord): Walk {
  const { reviews, waiting } = holdingReviews(scheme, record.reviews);
  if (waiting !== undefined) {
    const { stage, outcome, review } = waiting;
    const target = findStage(scheme, outcome.to) ?? stage;
    return { stage: target.id, steps: [{ stage: stage.id, method: stage.method, ways: waysOf(stage), outcome: outcome.id, to: outcome.to, review }, { stage: target.id, method: target.method, ways: waysOf(target) }] };
  }

  const steps: StageTrace[] = [];
  let stage = firstStage(scheme);
  let { voteAt } = record;
  for (;;) {
    const step = settle(scheme, stage, { ...record, reviews, voteAt }, steps);
    if (step.vote !== undefined) voteAt = () => undefined;
    steps.push(step);
    if (step.to === undefined) return { stage: stage.id, steps };
    if (isEnd(step.to)) return { stage: stage.id, end: step.to, steps };
    const next = findStage(scheme, step.to);
    if (next === undefined || steps.some((earlier) => earlier.stage === next.id)) return { stage: stage.id, steps };
    stage = next;
  }
}

/** What a stage found and the way that it would take, before asking whether something has to be recorded first. */
interface Settlement { readonly found: Partial<StageTrace>; readonly way?: StageWay }

function settle(scheme: Scheme, stage: Stage, record: StageRecord, before: readonly StageTrace[]): StageTrace {
  const ways = waysOf(stage);
  const waiting: StageTrace = { stage: stage.id, method: stage.method, ways };
  const { found, way } = overridden(stage, ways, record, settlement(scheme, stage, ways, record));
  const missing = stage.evidence === undefined && stage.requires === undefined ? [] : missingRecords(stage, { evidence: record.evidence ?? [], settled: settledInFavour(before) });
  const known = missing.length === 0 ? found : { ...found, missing };
  const blocked = way === undefined || standsInTheWay(missing, way.kind).length > 0;
  return blocked ? { ...waiting, ...known } : { ...waiting, ...known, outcome: way.outcome, to: way.to };
}

function settledInFavour(steps: readonly StageTrace[]): string[] {
  return steps.flatMap(({ stage, outcome, ways }) => (ways?.some((way) => way.outcome === outcome && IN_FAVOUR.includes(way.kind)) === true ? [stage] : []));
}

/** Only what was found automatically can be set aside; a vote or a review is a decision of people. */
function overridden(stage: Stage, ways: readonly StageWay[], { overrides = [], automatic }: StageRecord, settled: Settlement): Settlement {
  const override = overrides.filter((item) => item.stage === stage.id).slice(-1)[0];
  const way = ways.find(({ outcome }) => outcome === override?.outcome);
  if (override === undefined || way === undefined || override.by === override.second || automatic?.(stage, ways) === undefined) return settled;
  return { found: { ...settled.found, override }, way };
}

function settlement(scheme: Scheme, stage: Stage, ways: readonly StageWay[], { reviews, voteAt, publicVoteAt, automatic }: StageRecord): Settlement {
  const review = reviews.find((candidate) => candidate.stage === stage.id && findOutcome(stage, candidate.outcome) !== undefined);
  const reviewed = ways.find(({ outcome }) => outcome === review?.outcome);
  if (stage.method === 'vote') {
    const byReview = review !== undefined && reviewed !== undefined && (isVoteRecord(scheme, review) ? leadsToVote(scheme, reviewed.to, stage.id) : reviewed.kind === 'reject');
    return byReview ? { found: { review }, way: reviewed } : byVote(stage, ways, voteAt(stage));
  }
  if (isCounted(stage)) return review !== undefined && reviewed?.kind === 'reject' ? { found: { review }, way: reviewed } : byCount(ways, publicVoteAt?.(stage));
  const lapsed = reviews.find((candidate) => candidate.stage === stage.id && candidate.byDeadline === true);
  const lapsedWay = ways.find(({ outcome }) => outcome === lapsed?.outcome);
  if (lapsed !== undefined && lapsedWay !== undefined) return { found: { review: lapsed }, way: lapsedWay };
  const settled = automatic?.(stage, ways);
  if (settled !== undefined) return settled;
  const approvals = readApprovals(stage);
  if (approvals !== undefined) {
    if (approvals.rule === undefined) return { found: { holes: approvals.holes } };
    const counted = countApprovals(stage, approvals.rule, reviews);
    const way = approvedWay(counted, ways);
    return { found: { approvals: counted }, ...(way === undefined ? {} : { way }) };
  }
  if (review !== undefined && reviewed !== undefined) return { found: { review }, way: reviewed };
  const submission = stage === firstStage(scheme) && stage.method === 'application' ? wayOfKind(ways, ['submit']) : undefined;
  return submission === undefined ? { found: {} } : { found: {}, way: submission };
}

function byVote(stage: Stage, ways: readonly StageWay[], vote: VoteResult | undefined): Settlement {
  if (vote === undefined) return { found: {} };
  const way = vote.outcome === 'passed' || vote.outcome === 'failed' ? wayOfKind(ways, [vote.outcome]) : undefined;
  return { found: { vote, ...(stage.threshold === undefined ? {} : { threshold: stage.threshold }) }, ...(way === undefined ? {} : { way }) };
}

/** Like a vote, it is settled by what was decided and not by what a review says of it; a review can still refuse or return. */
function byCount(ways: readonly StageWay[], publicVote: PublicVoteResult | undefined): Settlement {
  if (publicVote === undefined) return { found: {} };
  const way = countedWay(ways, publicVote.outcome);
  return { found: { publicVote, ...(publicVote.outcome === 'undecided' ? { holes: ['publicVote'] } : {}) }, ...(way === undefined ? {} : { way }) };
}
