import type { JuryMark, PublicVote, PublicVoteRecord, PublicVoteTally } from '@cobuild/core';
import { createSettingReader } from '../evaluation/settings.js';
import { chooseWinners } from './choose-winners.js';
import { combineWithJury } from './combine-with-jury.js';
import type { CombinedResult, PublicVoteCount, WinnersResult } from './public-vote-types.js';
import { timeOf, voteWindow } from './vote-window.js';

/** What of a vote decides who is chosen. */
export type PublicVoteSettings = Pick<PublicVote, 'opensAt' | 'closesAt' | 'candidates' | 'categories' | 'jury' | 'winners'>;

/** What the count of a vote says of one candidate, with all that it was decided from. */
export interface PublicVoteResult {
  /**
   * `tieOpen`: equals have to be separated first; `incomplete`: marks of the jury are missing; `tooEarly`: counted before the vote closes; `noCandidate`: the count knows no such
   * candidate; `undecided`: see the holes.
   */
  readonly outcome: 'chosen' | 'notChosen' | 'tieOpen' | 'incomplete' | 'tooEarly' | 'noCandidate' | 'undecided';
  /** Id of the vote. */
  readonly vote: string;
  readonly candidate: string;
  readonly settings: PublicVoteSettings;
  readonly tally: PublicVoteTally;
  readonly jury?: readonly JuryMark[];
  readonly seed?: string;
  readonly combined?: CombinedResult;
  readonly winners?: WinnersResult;
  /** Pointers of settings in the vote that are open. */
  readonly holes: readonly string[];
}

/** What a count is read from: the record without the stage that it settles. */
export type CountedVote = Pick<PublicVoteResult, 'vote' | 'candidate' | 'tally' | 'jury' | 'seed'>;

/**
 * Decides from the recorded count of a public vote whether a candidate is chosen. Neither voters nor ballots are needed: the count says how many votes each candidate has.
 *
 * @param vote - Parameter references already replaced by their values. Where it lists no candidates, those of the count stand.
 * @example decidePublicVote(vote, { stage: 'residents', candidate: 'a', tally }).outcome // 'chosen'
 */
export function decidePublicVote(vote: PublicVote, { candidate, tally, jury, seed }: PublicVoteRecord): PublicVoteResult {
  const { opensAt, closesAt, candidates, categories, jury: weighting, winners } = vote;
  const settings: PublicVoteSettings = {
    opensAt, closesAt, winners, ...(candidates === undefined ? {} : { candidates }), ...(categories === undefined ? {} : { categories }), ...(weighting === undefined ? {} : { jury: weighting }),
  };
  return decideCount(settings, { vote: vote.id, candidate, tally, ...(jury === undefined ? {} : { jury }), ...(seed === undefined ? {} : { seed }) });
}

/** As {@link decidePublicVote}, from what a result quotes; the same again for the same. */
export function decideCount(settings: PublicVoteSettings, counted: CountedVote): PublicVoteResult {
  const { candidate, tally, jury, seed } = counted;
  const read = createSettingReader();
  const window = voteWindow(settings, read);
  const result = (outcome: PublicVoteResult['outcome'], more: Partial<PublicVoteResult> = {}): PublicVoteResult => ({ ...counted, settings, outcome, holes: read.holes, ...more });
  if (window === undefined) return result('undecided');
  if ((timeOf(tally.asOf) ?? -Infinity) < window.closes) return result('tooEarly');
  if (!tally.votes.some((line) => line.candidate === candidate)) return result('noCandidate');
  const combined = settings.jury === undefined ? {} : { combined: combineWithJury(settings, tally, Object.fromEntries((jury ?? []).map((mark) => [mark.candidate, mark.mark]))) };
  const winners = chooseWinners(settings, tally, { ...combined, ...(seed === undefined ? {} : { tie: { seed } }) });
  const holes = winners.holes.length > 0 ? { holes: winners.holes } : {};
  if (winners.outcome === 'undecided' || winners.outcome === 'incomplete') return result(winners.outcome, { ...combined, winners, ...holes });
  const step = winners.steps.find((item) => item.candidate === candidate)?.result;
  return result(step === 'chosen' ? 'chosen' : step === 'open' ? 'tieOpen' : 'notChosen', { ...combined, winners });
}

/**
 * What the log of a case keeps of a count: numbers only. The ballots stay where they were cast, as they say who voted what.
 *
 * @param count - Made with `asOf`, no earlier than the vote closes.
 * @throws {TypeError} when the count has no `asOf`.
 */
export function publicVoteTally({ asOf, votes, ballots, voters, channels }: Pick<PublicVoteCount, 'asOf' | 'votes' | 'ballots' | 'voters' | 'channels'>): PublicVoteTally {
  if (asOf === undefined) throw new TypeError('publicVoteTally: the count says as of when it is');
  return { asOf, votes: votes.map((line) => ({ ...line })), ballots: { ...ballots }, voters, channels: { ...channels } };
}
