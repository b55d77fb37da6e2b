import type { Case, Text } from '@cobuild/core';

/** An application with the scheme that it belongs to: double funding is looked for across schemes and years. */
export interface ComparedCase {
  /** Id of the scheme. Together with the id of the case it names the application. */
  readonly scheme: string;
  readonly case: Case;
}

// A line comment, since the place of a list would end the other kind: `/answers/projectName`, `/answers/receipts/*/number` for every item.
/** A place in a case; by id of the scheme where schemes keep it elsewhere. */
export type SignalPlace = string | Readonly<Record<string, string>>;

interface SignalHead {
  readonly id: string;
  readonly title: Text;
  /** Points that it gives, a whole number from 1 on. */
  readonly weight: number;
}

/** The same value, such as place, object, payee, account; of lists, such as numbers of receipts, one that both hold. Spaces, punctuation and case do not count. */
export interface SameSignal extends SignalHead {
  readonly kind: 'same';
  readonly at: SignalPlace;
  /** Values stand in reasons with their last four characters only: bank accounts, citizen numbers. */
  readonly masked?: boolean;
}

/** A similar text: pairs of neighbouring characters that both have, of all that they have. */
export interface SimilarSignal extends SignalHead {
  readonly kind: 'similar';
  readonly at: SignalPlace;
  /** Percent from which texts are similar, 1 to 100. The weight is given in that proportion, rounded down. */
  readonly atLeast: number;
  /** Words that every title has, such as 项目, and that are left out. */
  readonly ignored?: readonly string[];
}

/** Periods that share a day. It never makes a pair by itself. */
export interface OverlapSignal extends SignalHead {
  readonly kind: 'overlap';
  /** Places of the first and of the last day, `YYYY-MM-DD`; both days count. */
  readonly from: SignalPlace;
  readonly to: SignalPlace;
}

export type DuplicateSignal = SameSignal | SimilarSignal | OverlapSignal;

export interface DuplicateSettings {
  readonly signals: readonly DuplicateSignal[];
  /** Points from which a pair is shown to a person. */
  readonly threshold: number;
  /** Applications that look alike in what would make a pair, above which they are named as a group in place of every pair of them. Default 200. */
  readonly largestGroup?: number;
  /** What persons have found of pairs before. */
  readonly reviews?: readonly DuplicateReview[];
}

/** Names an application. */
export interface CaseName { readonly scheme: string; readonly id: string }

/** An application of a pair. */
export interface PairedCase extends CaseName {
  /** Day and year of the submission, in Beijing. */
  readonly submittedOn: string;
  readonly year: number;
}

/** Why two applications are shown together. */
export interface DuplicateReason {
  /** Id and title of the signal. */
  readonly signal: string;
  readonly title: Text;
  readonly kind: DuplicateSignal['kind'];
  readonly points: number;
  /** `same`: what both have, as the first one writes it. `similar`: the two texts. `overlap`: first and last day that both cover. */
  readonly values: readonly string[];
  /** Of `similar`, in percent. */
  readonly percent?: number;
}

/** Two applications that a person should look at. Nothing is decided by being in this list. */
export interface DuplicatePair {
  /** The earlier one is the left one. */
  readonly left: PairedCase;
  readonly right: PairedCase;
  /** Sum of the points of the reasons. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  /** What a person found of this pair before. */
  readonly review?: DuplicateReview;
  /** More speaks for a duplicate now than when it was looked at. */
  readonly grew: boolean;
}

/** Too many applications that have this in common (of texts: a rare part) to name every pair of them. */
export interface DuplicateGroup {
  readonly signals: readonly string[];
  readonly cases: readonly CaseName[];
}

export interface DuplicateResult {
  /** Those that no person looked at, or of which more is known now, first; then by score. */
  readonly pairs: readonly DuplicatePair[];
  readonly groups: readonly DuplicateGroup[];
}

/** What a person found of a pair: the record, to be kept by the host with the cases. */
export interface DuplicateReview {
  readonly left: CaseName;
  readonly right: CaseName;
  /** `duplicate`: paid for once only. `distinct`: two undertakings. `related`: belong together, money is shared out. */
  readonly finding: 'duplicate' | 'distinct' | 'related';
  /** Score that the person saw. */
  readonly score: number;
  readonly reason: string;
  readonly by: string;
  /** Instant with its offset. */
  readonly at: string;
}
