import type { Scheme, Threshold } from '@cobuild/core';
import type { VoteResult, VoteRule } from '../results.js';
import { baseOf, quorumOf, weigh } from '../vote/decide-vote.js';
import { drawVoteLot } from '../vote/tie-break.js';
import type { TieVote } from '../vote/tie-break.js';
import { readVoteRule } from '../vote/vote-rule.js';
import type { Answers } from './answers.js';
import type { CaseTable } from './case-table.js';
import { countingMode, placesIn } from './head-count-columns.js';
import type { HeadCounts } from './head-counts.js';
import { truthAt } from './truths.js';
import type { Truths } from './truths.js';

/** Outcomes of votes by code. */
export const VOTE_OUTCOMES = ['notHeld', 'undecided', 'noQuorum', 'passed', 'failed', 'tied'] as const;

type VoteOutcome = VoteResult['outcome'];

/**
 * A threshold over all cases: which of the different head counts each case has, and what each of these comes to, as code of {@link VOTE_OUTCOMES}. Where a lot or a fact
 * settles ties, head counts stand there three times: tied, with one more yes, with one more no.
 */
export interface ThresholdVotes extends Answers { readonly key: string; readonly secondKey: Truths | undefined }

/**
 * Decides one threshold for all cases, once for each of the different head counts.
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
  const codes = placesIn(heads, mode);
  const isChairs = rule?.tie === 'chair';
  const usual = Array.from(heads.counts, (counts) => codeOf(counts, rule, isChairs ? counts?.castingVote : undefined));
  if (rule?.tie !== 'secondKey' && rule?.tie !== 'lot') return { key, secondKey, codes, answerOf: Uint8Array.from(usual) };
  const broken = (['yes', 'no'] as const).flatMap((vote) => heads.counts.map((counts) => codeOf(counts, rule, vote)));
  const tied = VOTE_OUTCOMES.indexOf('tied');
  const settled = codes.map((place, row) => {
    const vote = usual[place] !== tied ? undefined : rule.tie === 'lot' ? lotAt(table, row) : wordOf(secondKey, row);
    return vote === undefined ? place : place + (vote === 'yes' ? 1 : 2) * heads.counts.length;
  });
  return { key, secondKey, codes: settled, answerOf: Uint8Array.from([...usual, ...broken]) };
}

/** The condition that settles the ties of a threshold. */
export function secondKeyOf({ tie, secondKey }: NonNullable<Scheme['thresholds']>[number]): Threshold['secondKey'] {
  return tie === 'secondKey' ? secondKey : undefined;
}

function codeOf(heads: HeadCounts | undefined, rule: VoteRule | undefined, tieVote: TieVote['vote'] | undefined): number {
  return VOTE_OUTCOMES.indexOf(heads === undefined ? 'notHeld' : rule === undefined ? 'undecided' : outcomeOf(heads, rule, tieVote));
}

/** `decideVote` from its head counts on, in the same order of questions; see there. */
function outcomeOf(heads: HeadCounts, rule: VoteRule, tieVote: TieVote['vote'] | undefined): VoteOutcome {
  const { appointed, entitled, present, returned, yes, no, abstain, sound, round } = heads;
  const counts = { appointed, recused: appointed - entitled, entitled, present, absent: entitled - present, returned, void: heads.void, valid: returned - heads.void, yes, no, abstain, base: 0 };
  if (quorumOf(counts, rule)?.met === false) return 'noQuorum';
  if (!sound || returned === 0) return 'notHeld';
  counts.base = baseOf(counts, rule);
  return weigh(counts, rule, round, () => (tieVote === undefined ? undefined : { by: 'chair', vote: tieVote })).outcome;
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
