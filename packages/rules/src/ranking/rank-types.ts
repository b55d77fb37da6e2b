import type { Facts, OpenTieRule, RankKey, TieStep } from '@cobuild/core';
import type { ExactText } from '../scoring/exact.js';

/** Something that gets a place. What a key reads and is not there leaves it without a place. */
export interface RankItem {
  readonly id: string;
  /** A number, decimal text or fraction text (`265/3`): the `raw` or `score` of a panel. */
  readonly score?: number | ExactText | undefined;
  readonly votes?: number | undefined;
  /** For keys that read a fact: numbers, or calendar dates (the later is the more). */
  readonly facts?: Facts;
}

/** Items with the same rank. One that stands alone is no tie. */
export interface RankGroup {
  /** 1, 2, 2, 4: equals share the better rank, and the places behind it are not given. */
  readonly rank: number;
  readonly ids: readonly string[];
  /** What each key read, exact: one text per key. */
  readonly values: readonly string[];
}

export interface RankPlace {
  readonly id: string;
  readonly rank: number;
  /** Ids that share the rank. */
  readonly tiedWith: readonly string[];
  readonly values: readonly string[];
}

export interface Ranking {
  readonly keys: readonly RankKey[];
  /** Best first; equals in the order in which they came. */
  readonly places: readonly RankPlace[];
  /** All groups, best first. */
  readonly groups: readonly RankGroup[];
  /** Groups of two and more. */
  readonly ties: readonly RankGroup[];
  /** Items for which a key found nothing it can compare; `key` is its index. */
  readonly unranked: readonly { readonly id: string; readonly key: number; readonly reason: 'missing' | 'notComparable' | 'duplicateId' }[];
}

/**
 * Where the order of equals changes who gets what: the line behind so many places, several lines (grades by quota), or the ranks of groups that
 * the caller found to matter (money that runs out inside a group).
 */
export type RankCut = { readonly places: number | readonly number[] } | { readonly ranks: readonly number[] } | 'every';

/** What is known for separating equals. */
export interface TieEvidence {
  /** For `key`: the items again. */
  readonly items?: readonly RankItem[];
  /** For `lot`: recorded before it is used, such as a lottery number of that day; the same seed gives the same order. */
  readonly seed?: string;
  /** For `revote`: votes by id of the new vote among the tied. */
  readonly revote?: Readonly<Record<string, number>>;
  /** For `ask`: the ids in the order that the committee decided. */
  readonly decided?: readonly string[];
}

/** How a tie was separated, or what is still needed. */
export interface TieSettlement {
  readonly rank: number;
  readonly ids: readonly string[];
  /** Ids in the order that came out; ids that are still equal stand in one list. */
  readonly order: readonly (readonly string[])[];
  readonly steps: readonly TieStepResult[];
  /** `open`: somebody has to act, see `needs`. */
  readonly outcome: 'settled' | 'open';
  /** What is missing: a rule, a lot's seed, a revote, a decision, or more rules than there are. */
  readonly needs?: 'rule' | 'seed' | 'revote' | 'decision' | 'values';
  /** What was settled by: where the order matters, and the rule; absent where the scheme has none. */
  readonly cut: RankCut;
  readonly rule?: OpenTieRule;
}

export interface TieStepResult {
  readonly by: TieStep['by'];
  readonly key?: RankKey;
  readonly seed?: string;
  /** What the step read of each id, exact: a key's value, votes, the lot's digest, the place decided. */
  readonly values: Readonly<Record<string, string>>;
  readonly order: readonly (readonly string[])[];
}

export interface SettledRanking {
  /** `open` where one tie that matters is open; `undecided` where the scheme has not decided the rule and a tie asks for it. */
  readonly outcome: 'settled' | 'open' | 'undecided';
  /** Groups after settling, best first; ties that do not matter are left as they are. */
  readonly groups: readonly RankGroup[];
  /** All ids, best first; ids that are still equal in the order in which they came. */
  readonly order: readonly string[];
  readonly settlements: readonly TieSettlement[];
  readonly open: readonly TieSettlement[];
  /** Where the order of equals changes who gets what. */
  readonly cut: RankCut;
}
