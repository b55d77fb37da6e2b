import type { Scheme } from '@cobuild/core';
import type { Decision, StageTrace } from '../results.js';
import { findOutcome, findStage } from './stage-lookup.js';
import type { Walk } from './walk-stages.js';

/** What the way of a case through the stages comes to. */
export function outcomeOf({ end, steps }: Walk): Decision['outcome'] {
  if (end !== undefined) return end;
  const last = steps[steps.length - 1];
  return last?.vote?.outcome === 'undecided' || (last?.holes ?? []).length > 0 ? 'undecided' : 'pending';
}

/** How the last vote on the way came out. */
export function voteOutcome({ steps }: Walk): Decision['vote'] {
  const votes = steps.filter(({ method }) => method === 'vote').flatMap(({ vote }) => (vote ? [vote.outcome] : []));
  return votes[votes.length - 1] ?? null;
}

/** Ids of what stood in the way last: the threshold of the vote, the review outcome, the refusing outcome of an automatic stage. Nothing where all went well or nothing was said yet. */
export function reasonsOf(scheme: Scheme, { steps }: Pick<Walk, 'steps'>): string[] {
  const settled = [...steps].reverse().find(saysSomething);
  const stage = settled === undefined ? undefined : findStage(scheme, settled.stage);
  if (settled === undefined || stage === undefined) return [];
  if (settled.override === undefined && settled.vote !== undefined) return settled.vote.outcome === 'passed' ? [] : [stage.threshold ?? stage.id];
  const kind = findOutcome(stage, settled.outcome ?? '')?.kind;
  return kind === 'return' || kind === 'reject' || kind === 'failed' ? [settled.outcome ?? ''] : [];
}

function saysSomething({ review, vote, approvals, condition, table, score, publicVote, outcome }: StageTrace): boolean {
  const isSettled = outcome !== undefined && (approvals ?? condition ?? table ?? score ?? publicVote) !== undefined;
  return review !== undefined || isSettled || (vote !== undefined && vote.outcome !== 'notHeld');
}
