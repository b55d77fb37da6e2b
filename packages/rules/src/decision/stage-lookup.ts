import type { Outcome, PublicVote, Review, Scheme, Stage, Threshold } from '@cobuild/core';
import type { CaseState } from '../results.js';

/** Ways a case can end; an outcome's `to` names one of them or a stage. */
export type CaseEnd = NonNullable<CaseState['end']>;

const ENDS: readonly string[] = ['approved', 'rejected', 'notApproved', 'withdrawn'] satisfies readonly CaseEnd[];

export function isEnd(to: string): to is CaseEnd {
  return ENDS.includes(to);
}

export function findStage(scheme: Scheme, id: string): Stage | undefined {
  return scheme.stages.find((stage) => stage.id === id);
}

/** The stage where applications are submitted; the format asks for at least one stage. */
export function firstStage(scheme: Scheme): Stage {
  const [first] = scheme.stages;
  if (first === undefined) throw new RangeError('A scheme has at least one stage');
  return first;
}

export function findOutcome(stage: Stage | undefined, id: string): Outcome | undefined {
  return stage?.outcomes.find((outcome) => outcome.id === id);
}

export function outcomeOfKind(stage: Stage, kind: Outcome['kind']): Outcome | undefined {
  return stage.outcomes.find((outcome) => outcome.kind === kind);
}

export function thresholdOf(scheme: Scheme, stage: Stage): Threshold | undefined {
  return stage.method === 'vote' ? scheme.thresholds?.find((threshold) => threshold.id === stage.threshold) : undefined;
}

/** Whether a stage is settled by the count of a vote of residents. */
export function isCounted({ method, publicVote }: Stage): boolean {
  return method === 'publicVote' && publicVote !== undefined;
}

/** The vote of residents that settles a stage. */
export function publicVoteOf(scheme: Scheme, stage: Stage): PublicVote | undefined {
  return isCounted(stage) ? scheme.publicVotes?.find(({ id }) => id === stage.publicVote) : undefined;
}

/** Whether a review records how a vote came out. */
export function isVoteRecord(scheme: Scheme, review: Review): boolean {
  const kind = findOutcome(findStage(scheme, review.stage), review.outcome)?.kind;
  return kind === 'passed' || kind === 'failed';
}

/** Whether a case that goes to `to` can come to a vote, other than by being returned and other than the vote it comes from. */
export function leadsToVote(scheme: Scheme, to: string, from: string): boolean {
  const seen = new Set([from]);
  const open = [to];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const stage = seen.has(id) ? undefined : findStage(scheme, id);
    seen.add(id);
    if (stage?.method === 'vote') return true;
    for (const outcome of stage?.outcomes ?? []) if (outcome.kind !== 'return') open.push(outcome.to);
  }
  return false;
}
