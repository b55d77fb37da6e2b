import type { Condition, Facts, Meeting, NamedConditions, Threshold, Truth } from '@cobuild/core';
import { traceCondition } from '../conditions/evaluate-condition.js';
import type { OwnOperator } from '../operators/index.js';
import { lotOf } from '../ranking/lot.js';
import type { ConditionTrace, TieBreak, VoteRule } from '../results.js';

/** What a tie is settled with, besides the meeting. */
export interface TieContext {
  /** Id of the case: the lot of each item of a meeting is its own, although they may share a seed. */
  readonly item?: string;
  /** Facts of the case, for a second key. */
  readonly facts?: Facts;
  readonly conditions?: NamedConditions;
  /** Own operators of a second key. */
  readonly operators?: readonly OwnOperator[];
}

/** One more vote by a tie rule, not yet compared. */
export type TieVote = Omit<TieBreak, 'comparison'>;

/**
 * Draws the lot of a motion. The same seed and item give the same draw, which anybody can repeat with `sha256sum`; so the seed has to be fixed, and best be
 * announced, before anybody knows what it gives: a lottery number of that day, a number thrown by dice.
 *
 * @example drawVoteLot('2026-05-01 第7期', 'case-1').drawn // 'yes' or 'no', always the same
 */
export function drawVoteLot(seed: string, item: string): { readonly drawn: 'yes' | 'no'; readonly yes: string; readonly no: string } {
  const [yes, no] = [lotOf(seed, `${item}/yes`), lotOf(seed, `${item}/no`)];
  return { drawn: yes < no ? 'yes' : 'no', yes, no };
}

/**
 * The vote that a tie rule adds, or nothing while somebody still has to act: the chair to vote, the lot to be drawn, a fact to be known. A recorded draw that is
 * not what its seed gives counts for nothing.
 */
export function tieVote(rule: VoteRule, threshold: Threshold, meeting: Meeting, context: TieContext): TieVote | undefined {
  switch (rule.tie) {
    case 'chair': return meeting.castingVote === undefined ? undefined : { by: 'chair', vote: meeting.castingVote };
    case 'secondKey': return threshold.secondKey === undefined ? undefined : bySecondKey(secondKeyTrace(threshold.secondKey, context));
    case 'lot': {
      const { seed, drawn } = meeting.lot ?? {};
      return seed === undefined || drawn === undefined ? undefined : byLot(seed, context.item ?? '', drawn);
    }
    default: return undefined;
  }
}

function secondKeyTrace(condition: Condition, { facts = {}, conditions, operators }: TieContext): ConditionTrace {
  return traceCondition(condition, facts, conditions, operators);
}

function bySecondKey(secondKey: ConditionTrace): TieVote | undefined {
  const vote = wordOf(secondKey.result);
  return vote === undefined ? undefined : { by: 'secondKey', vote, secondKey };
}

function wordOf(truth: Truth): 'yes' | 'no' | undefined {
  return truth === 'unknown' ? undefined : truth ? 'yes' : 'no';
}

function byLot(seed: string, item: string, recorded: 'yes' | 'no'): TieVote | undefined {
  const { drawn, yes, no } = drawVoteLot(seed, item);
  return drawn === recorded ? { by: 'lot', vote: drawn, lot: { seed, item, yes, no } } : undefined;
}
