import type { Scheme, Threshold } from '@cobuild/core';
import type { VoteResult, VoteRule } from '../results.js';
import { baseOf, quorumOf, weigh } from '../vote/decide-vote.js';
import { drawVoteLot } from '../vote/tie-break.js';
import type { TieVote } from '../vote/tie-break.js';
import { readVoteRule } from '../vote/vote-rule.js';
import type { CaseTable } from './case-table.js';
import { countingMode, placesIn } from './head-count-columns.js';
import type { HeadCounts } from './head-counts.js';
import { truthAt } from './truths.js';
import type { Truths } from './truths.js';

/** Outcomes of votes by code. */
export const VOTE_OUTCOMES = ['notHeld', 'undecided', 'noQuorum', 'passed', 'failed', 'tied'] as const;

type VoteOutcome = VoteResult['outcome'];

/** A threshold over all cases: the outcome of each, as code of {@link VOTE_OUTCOMES}. */
export interface ThresholdVotes { readonly key: string; readonly secondKey: Truths | undefined; readonly codes: Uint8Array }

/**
 * Decides one threshold for all cases: once for each of the different head counts, and by case only where a tie is settled by a lot or by a fact.
 *
 * @param secondKey - Answers of the condition that settles ties, where the threshold has one.
 * @param before - Taken as it is where the threshold asks the same.
 */
export function thresholdVotes(table: CaseTable, threshold: Threshold, secondKey: Truths | undefined, before?: ThresholdVotes): ThresholdVotes {
  const { rule } = readVoteRule(threshold);
  const mode = countingMode(threshold);
  const key = JSON.stringify([mode, rule ?? null]);
  if (before?.key === key && before.secondKey === secondKey) return before;
  const { heads } = table;
  const places = placesIn(heads, mode);
  const outcome = (breakTie: (counts: HeadCounts) => TieVote['vote'] | undefined): Uint8Array =>
    Uint8Array.from(heads.counts, (counts) => VOTE_OUTCOMES.indexOf(counts === undefined ? 'notHeld' : rule === undefined ? 'undecided' : outcomeOf(counts, rule, breakTie(counts))));
  const settled = outcome(({ castingVote }) => (rule?.tie === 'chair' ? castingVote : undefined));
  const codes = new Uint8Array(table.rows);
  for (let row = 0; row < codes.length; row += 1) codes[row] = settled[places[row] as number] as number;
  if (rule?.tie === 'secondKey' || rule?.tie === 'lot') {
    const broken = { yes: outcome(() => 'yes'), no: outcome(() => 'no') };
    for (let row = 0; row < codes.length; row += 1) {
      if (VOTE_OUTCOMES[codes[row] as number] !== 'tied') continue;
      const vote = rule.tie === 'lot' ? lotAt(table, row) : wordOf(secondKey, row);
      if (vote !== undefined) codes[row] = broken[vote][places[row] as number] as number;
    }
  }
  return { key, secondKey, codes };
}

/** The condition that settles the ties of a threshold. */
export function secondKeyOf({ tie, secondKey }: NonNullable<Scheme['thresholds']>[number]): Threshold['secondKey'] {
  return tie === 'secondKey' ? secondKey : undefined;
}

/** `decideVote` from its head counts on, in the same order of questions; see there. */
function outcomeOf(heads: HeadCounts, rule: VoteRule, tieVote: TieVote['vote'] | undefined): VoteOutcome {
  if (quorumOf(heads, rule)?.met === false) return 'noQuorum';
  if (!heads.sound || heads.returned === 0) return 'notHeld';
  const valid = heads.returned - heads.void;
  const counts = { ...heads, valid, recused: heads.appointed - heads.entitled, absent: heads.entitled - heads.present, base: baseOf({ ...heads, valid }, rule) };
  return weigh(counts, rule, heads.round, () => (tieVote === undefined ? undefined : { by: 'chair', vote: tieVote })).outcome;
}

function lotAt({ heads, ids }: CaseTable, row: number): TieVote['vote'] | undefined {
  const { seed, drawn } = heads.lots.get(row) ?? {};
  if (seed === undefined || drawn === undefined) return undefined;
  return drawVoteLot(seed, ids[row] ?? '').drawn === drawn ? drawn : undefined;
}

function wordOf(secondKey: Truths | undefined, row: number): TieVote['vote'] | undefined {
  const truth = secondKey === undefined ? 'unknown' : truthAt(secondKey, row);
  return truth === 'unknown' ? undefined : truth ? 'yes' : 'no';
}
