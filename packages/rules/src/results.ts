import type { CaseEvent, Case, Meeting, Problem, Truth, Applicant, EventActor, Review } from '@cobuild/core';

/**
 * What was found at a condition. The tree has the shape of the condition; together with the facts it quotes it suffices to
 * recompute the answer.
 */
export interface ConditionTrace {
  readonly kind: 'all' | 'any' | 'not' | 'reference' | 'comparison';
  readonly result: Truth;
  /** Pointer of the condition inside the rule: `/all/1`. */
  readonly pointer: string;
  /** `name` of the condition, or the name referred to. */
  readonly name?: string;
  /** Comparison only. `found` is absent where the fact is empty or missing. */
  readonly fact?: string;
  readonly path?: string;
  readonly operator?: string;
  readonly found?: unknown;
  readonly wanted?: unknown;
  /** Where the wanted value came from, when it is a fact: `parameters` `$.minHouseholds`. */
  readonly wantedFrom?: { readonly fact: string; readonly path?: string };
  readonly children?: readonly ConditionTrace[];
}

/** A requirement, and whether the application meets it. */
export interface RequirementResult {
  readonly id: string;
  /** `true` met, `false` not met, `unknown` when an answer is missing. */
  readonly met: Truth;
  /** Pointer of the rule in the scheme. */
  readonly pointer: string;
  readonly trace: ConditionTrace;
  /** Facts (with path) that are still missing for an answer. */
  readonly missing: readonly string[];
}

export interface EligibilityResult {
  readonly result: 'eligible' | 'ineligible' | 'undetermined';
  readonly requirements: readonly RequirementResult[];
}

/** A vote's rule with every hole filled. `recusal` names the automatic grounds. */
export interface VoteRule {
  readonly base: 'appointed' | 'entitled' | 'present' | 'valid';
  readonly op: '>' | '>=';
  readonly ratio: { readonly p: number; readonly q: number };
  readonly abstention: 'counts' | 'excluded';
  readonly quorum: 'none' | { readonly op: '>' | '>='; readonly ratio: { readonly p: number; readonly q: number }; readonly base: 'appointed' | 'entitled' };
  readonly tie: 'fail' | 'revote' | 'chair' | 'lot';
  readonly secrecy: 'open' | 'secret';
  readonly recusal: readonly ('sameUnit' | 'sameTown')[];
}

/** Head counts of a vote; all integers. `base` is the number that the ratio is taken of. */
export interface VoteCounts {
  readonly appointed: number; readonly recused: number; readonly entitled: number; readonly present: number; readonly absent: number;
  readonly returned: number; readonly void: number; readonly valid: number;
  readonly yes: number; readonly no: number; readonly abstain: number; readonly base: number;
}

export interface VoteResult {
  readonly outcome: 'passed' | 'failed' | 'noQuorum' | 'tied' | 'undecided' | 'notHeld';
  readonly counts: VoteCounts;
  readonly rule?: VoteRule;
  /** Names of settings that the scheme leaves open, when `undecided`: `base`, `tie`, … */
  readonly holes: readonly string[];
  /** The comparison that decided, in integers: `left` yes·q, `right` base·p. */
  readonly comparison?: { readonly left: number; readonly op: '>' | '>='; readonly right: number; readonly holds: boolean };
  readonly quorum?: { readonly left: number; readonly op: '>' | '>='; readonly right: number; readonly met: boolean };
  /** The chair's vote, where it was called for; a `yes` is in `comparison.left` and not in `counts.yes`. */
  readonly castingVote?: 'yes' | 'no';
  /** Ballots that do not count, and why: cast by a recused or absent member, a second ballot. */
  readonly problems: readonly Problem[];
}

/** The verdict on a case. The same for the same scheme, case, calendar and day, wherever it is computed. */
export interface Decision {
  readonly id: string;
  /** `pending`: waits at `stage`; an end of the scheme otherwise. */
  readonly outcome: 'ineligible' | 'undetermined' | 'undecided' | 'pending' | 'approved' | 'rejected' | 'notApproved' | 'withdrawn';
  readonly stage: string;
  readonly eligibility: EligibilityResult['result'];
  readonly score: number | null;
  readonly vote: VoteResult['outcome'] | null;
  readonly grade: string | null;
  readonly award: number | null;
  /** Ids of what led there: requirements not met or unknown, the threshold that failed, the review outcome. */
  readonly reasons: readonly string[];
  readonly trace: DecisionTrace;
}

export interface DecisionTrace {
  readonly schemeId: string; readonly schemeVersion: string; readonly calendarVersion: string; readonly today: string;
  readonly eligibility: EligibilityResult;
  readonly steps: readonly StageTrace[];
}
export interface StageTrace {
  readonly stage: string; readonly method: string;
  readonly outcome?: string; readonly to?: string;
  readonly review?: Review; readonly vote?: VoteResult;
}

/** One item's notice as the log records it. */
export interface NoticeState { readonly notice: string; readonly postedOn: string; readonly until: string; readonly provisional: boolean; readonly contentHash?: string; /** Place of its event in the log. */ readonly sequence?: number }
export interface ObjectionState { readonly id: string; readonly text: string; readonly raisedAt: string; readonly answer?: string; readonly upheld?: boolean; /** Place of its event in the log. */ readonly sequence?: number }

/** State of a case: a fold over its events. */
export interface CaseState {
  readonly id: string;
  readonly schemeHash: string;
  /** Stage that the case waits at; the last one when it has ended. */
  readonly stage: string;
  readonly status: 'open' | 'ended';
  /** When the case came to `stage`, for deadlines. */
  readonly stageSince?: string;
  readonly end?: 'approved' | 'rejected' | 'notApproved' | 'withdrawn';
  readonly applicant: Applicant;
  readonly answers: Readonly<Record<string, unknown>>;
  /** All submissions in order, the latest last; for comparing versions after a return. */
  readonly submissions: readonly { readonly at: string; readonly answers: Readonly<Record<string, unknown>>; readonly by: EventActor }[];
  readonly submittedAt: string;
  /** Reviews that still hold; those voided by a return are in `history` only. */
  readonly reviews: readonly Review[];
  /** The last review outcome that returned the application, while it waits for completion. */
  readonly returned?: Review;
  readonly meeting?: Meeting & { readonly stage: string; readonly round: number; readonly phase: 'signIn' | 'voting' | 'closed' };
  readonly vote?: VoteResult;
  readonly notice?: NoticeState;
  readonly objections: readonly ObjectionState[];
  readonly sequence: number;
  readonly lastHash: string;
  readonly history: readonly CaseEvent[];
}

/** What a host hands in to act: everything of an event but what the log adds (id, sequence, hashes). */
export type CaseAction = { readonly type: CaseEvent['type']; readonly data: Readonly<Record<string, unknown>> };

export type { Case };
