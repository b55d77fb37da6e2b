import type { Problem, RoundingMode } from '@cobuild/core';
import type { RankGroup, TieSettlement } from '../ranking/index.js';
import type { ExactText } from '../scoring/exact.js';

export type BallotChannel = 'online' | 'onSite' | 'paper';

/** A ballot as it is handed in. */
export interface PublicBallot {
  /** Id of the ballot, unique in the vote. */
  readonly id: string;
  /** Id of the person, as the host identified them: the same whichever way they vote. */
  readonly voter: string;
  readonly picks: readonly string[];
  /** Default `online`. */
  readonly channel?: BallotChannel;
  /** What the ballot came from, such as a hashed address or a device: for signals only. */
  readonly source?: string;
}

/**
 * One line of the append-only log of a public vote; `at` is an instant with its offset. Counts are folded from the log, so what was voided or
 * revoked stays visible.
 */
export type PublicVoteEntry =
  | ({ readonly kind: 'cast'; readonly at: string; readonly channel: BallotChannel; /** Id of the ballot that it takes the place of. */ readonly replaces?: string } & Omit<PublicBallot, 'channel'>)
  | { readonly kind: 'revoke'; readonly at: string; readonly ballot: string; readonly voter: string }
  | { readonly kind: 'void'; readonly at: string; readonly ballot: string; readonly reason: string; readonly by: string };

/** What is known of a vote: its log. To accept a ballot the entries of that voter suffice; to count, all are needed. */
export interface PublicVoteState { readonly entries: readonly PublicVoteEntry[] }

export type BallotReceipt =
  | { readonly outcome: 'accepted'; readonly entry: PublicVoteEntry; readonly problems: readonly [] }
  /** A ballot that is void and on record: a paper ballot with too many picks. It cannot be handed in again. */
  | { readonly outcome: 'void'; readonly entry: PublicVoteEntry; readonly problems: readonly Problem[] }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'undecided'; readonly holes: readonly string[]; readonly problems: readonly Problem[] };

/** Where a ballot stands. */
export interface BallotState {
  readonly id: string;
  readonly voter: string;
  readonly picks: readonly string[];
  readonly at: string;
  readonly channel: BallotChannel;
  readonly source?: string;
  readonly status: 'counted' | 'replaced' | 'revoked' | 'void';
  /** Of a void ballot: why, who voided it, when. `by` is absent where the ballot was void from the start. */
  readonly voided?: { readonly reason: string; readonly by?: string; readonly at: string };
}

export interface PublicVoteCount {
  /** `undecided`: how many picks a ballot has is open, so void ballots cannot be told. */
  readonly outcome: 'counted' | 'undecided';
  readonly vote: string;
  /** Counted as of this instant; all entries where absent. */
  readonly asOf?: string;
  /** Votes of each candidate, in the order of the candidates. */
  readonly votes: readonly { readonly candidate: string; readonly votes: number }[];
  readonly ballots: { readonly cast: number; readonly counted: number; readonly replaced: number; readonly revoked: number; readonly void: number };
  /** Distinct persons with a ballot that counts; acts of voting (人次) are `ballots.counted`. */
  readonly voters: number;
  /** Counted ballots by the way they came. */
  readonly channels: Readonly<Record<BallotChannel, number>>;
  readonly voided: readonly BallotState[];
  readonly holes: readonly string[];
  readonly problems: readonly Problem[];
  /** What made a ballot void: the number of picks, and the most out of each category with its candidates. With the log it suffices to count again. */
  readonly picks?: { readonly minimum: number; readonly maximum?: number; readonly exact?: number };
  readonly categories?: readonly { readonly category: string; readonly picks: number; readonly candidates: readonly string[] }[];
}

/** What residents may see at an instant. */
export type PublicTotals =
  /** `undecided`: the scheme has not said when totals are shown, so none are. */
  | { readonly outcome: 'hidden' | 'undecided'; readonly next?: string; readonly holes: readonly string[] }
  | { readonly outcome: 'shown'; readonly asOf: string; readonly next?: string; readonly votes: PublicVoteCount['votes']; readonly ballots: number; readonly holes: readonly string[] };

export type Normalising = 'max' | 'rank' | 'share';

export interface CombinedStanding {
  readonly candidate: string;
  readonly votes: number;
  readonly jury?: ExactText;
  /** Votes as a mark up to 100, and the jury's mark up to 100. */
  readonly publicMark?: ExactText;
  readonly juryMark?: ExactText;
  /** Exact, before rounding. */
  readonly score?: ExactText;
  readonly rounded?: ExactText;
}

/** One way of normalising and the order that comes of it. */
export interface CombinedTable {
  readonly normalise: Normalising;
  /** Best first; those without a score last. */
  readonly standings: readonly CombinedStanding[];
  readonly groups: readonly RankGroup[];
}

export interface CombinedResult {
  readonly outcome: 'combined' | 'undecided' | 'incomplete';
  readonly weights?: { readonly public: ExactText; readonly jury: ExactText };
  /** The jury's full mark, how scores are rounded where they are, and which of them the order goes by. */
  readonly fullMark?: ExactText;
  readonly rounding?: { readonly step: ExactText; readonly mode: RoundingMode };
  readonly rankOn?: 'rounded' | 'unrounded';
  /** The way that the scheme names. */
  readonly table?: CombinedTable;
  /** All ways, so that everybody sees what the choice does. */
  readonly tables: readonly CombinedTable[];
  /** Candidates without a jury mark. */
  readonly missing: readonly string[];
  readonly holes: readonly string[];
}

/** How it went for a candidate, from the top down. */
export interface WinnerStep {
  readonly candidate: string;
  readonly rank: number;
  readonly region?: string;
  readonly category?: string;
  readonly votes: number;
  readonly score?: ExactText;
  readonly result: 'chosen' | 'skipped' | 'notChosen' | 'open';
  /** `regionFull` the cap of its region; `belowMinimum` too few votes; `full` all places are taken; `categoryFull` those of its class; `tie` equals are not separated. */
  readonly reason?: 'regionFull' | 'belowMinimum' | 'full' | 'categoryFull' | 'tie';
}

export interface WinnersResult {
  readonly outcome: 'chosen' | 'tieOpen' | 'undecided' | 'incomplete';
  readonly by: 'votes' | 'score';
  readonly winners: readonly string[];
  readonly steps: readonly WinnerStep[];
  readonly places?: number;
  /** The most winners from one region and of each category, and the fewest votes; what is absent sets no limit. */
  readonly regionCap?: number;
  readonly minimumVotes?: number;
  readonly categories?: readonly { readonly category: string; readonly winners: number }[];
  /** Places that nobody took. */
  readonly free?: number;
  readonly settlements: readonly TieSettlement[];
  readonly holes: readonly string[];
}

/** Something that looks unusual; a person decides what it is. */
export interface VoteSignal {
  readonly kind: 'source' | 'burst';
  /** The source, or the candidate. */
  readonly subject: string;
  readonly ballots: readonly string[];
  readonly from: string;
  readonly to: string;
  /** What the scheme calls many: so many within so many minutes. */
  readonly limit: { readonly ballots: number; readonly minutes: number };
}
