import type { Stage } from '@cobuild/core';
import type { PublicVoteResult } from '../public-vote/index.js';
import type { StageWay } from '../results.js';

const known = new WeakMap<Stage, readonly StageWay[]>();

/** The ways out of a stage as a trace keeps them; made once per stage, as many cases pass it. */
export function waysOf(stage: Stage): readonly StageWay[] {
  let ways = known.get(stage);
  if (ways === undefined) {
    ways = stage.outcomes.map(({ id, kind, to }) => ({ outcome: id, kind, to }));
    known.set(stage, ways);
  }
  return ways;
}

/** Kinds of outcome that speak for the application. */
export const IN_FAVOUR: readonly string[] = ['submit', 'forward', 'passed', 'confirmed'];

/** Kinds of outcome that speak against it. */
export const AGAINST: readonly string[] = ['reject', 'failed'];

/** The first way out of one of these kinds. */
export function wayOfKind(ways: readonly StageWay[], kinds: readonly string[]): StageWay | undefined {
  return ways.find(({ kind }) => kinds.includes(kind));
}

/** The way out for a candidate that residents have chosen, or have not; none while that is open. */
export function countedWay(ways: readonly StageWay[], outcome: PublicVoteResult['outcome']): StageWay | undefined {
  return outcome === 'chosen' ? wayOfKind(ways, IN_FAVOUR) : outcome === 'notChosen' ? wayOfKind(ways, AGAINST) : undefined;
}
