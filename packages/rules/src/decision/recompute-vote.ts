import { lotOf } from '../ranking/lot.js';
import type { VoteResult } from '../results.js';
import { baseOf, quorumOf, weigh } from '../vote/decide-vote.js';
import { VOIDING } from '../vote/tally.js';
import type { TieVote } from '../vote/tie-break.js';
import type { OwnComparisons } from './recompute-truth.js';
import { recomputeTruth } from './recompute-truth.js';

/** The outcome of a vote again, from its head counts, ballots and rule. */
export function recomputeVote({ rule, counts, problems, noMeeting, round = 1, tieBreak }: VoteResult, own?: OwnComparisons): VoteResult['outcome'] {
  if (noMeeting === true) return 'notHeld';
  if (rule === undefined) return 'undecided';
  if (quorumOf(counts, rule)?.met === false) return 'noQuorum';
  if (counts.returned === 0 || problems.some(({ code }) => VOIDING.includes(code))) return 'notHeld';
  return weigh({ ...counts, base: baseOf(counts, rule) }, rule, round, () => tieVoteAgain(tieBreak, own)).outcome;
}

/** What a second key or a lot says is found again; the chair's vote is on record. */
function tieVoteAgain(tieBreak: VoteResult['tieBreak'], own: OwnComparisons | undefined): TieVote | undefined {
  if (tieBreak === undefined) return undefined;
  const { by, vote, lot, secondKey } = tieBreak;
  if (by === 'chair') return { by, vote };
  if (by === 'secondKey') {
    const truth = secondKey === undefined ? 'unknown' : recomputeTruth(secondKey, own);
    return truth === 'unknown' ? undefined : { by, vote: truth ? 'yes' : 'no' };
  }
  return lot === undefined ? undefined : { by, vote: lotOf(lot.seed, `${lot.item}/yes`) < lotOf(lot.seed, `${lot.item}/no`) ? 'yes' : 'no' };
}
