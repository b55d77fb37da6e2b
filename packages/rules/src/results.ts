import type { Applicant, Case, CaseEvent, Conflict, ConflictGround, EventActor, EvidenceRecord, Meeting, Outcome, Override, Problem, PublicVoteRecord, Review, ScoreSheet, Truth } from '@cobuild/core';
import type { DecisionTableTrace } from './decision-tables/index.js';
import type { PublicVoteResult } from './public-vote/index.js';
import type { PanelScore, SheetScore } from './scoring/index.js';

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
  /** What the look-up of the fact was asked with. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly operator?: string;
  readonly found?: unknown;
  readonly wanted?: unknown;
  /** Where the wanted value came from, when it is a fact: `parameters` `$.minHouseholds`. */
  readonly wantedFrom?: { readonly fact: string; readonly path?: string; readonly params?: Readonly<Record<string, unknown>> };
  /** Why an operator of the host's own gave no answer: it threw, or what it returned is neither yes nor no. */
  readonly failure?: { readonly code: 'operatorFailed' | 'operatorAnswer'; readonly operator: string; readonly message: string };
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

/** A vote's rule with every hole filled. `recusal` names the grounds on which members leave, `softRecusal` those that are only put on record. */
export interface VoteRule {
  readonly base: 'appointed' | 'entitled' | 'present' | 'valid';
  readonly op: '>' | '>=';
  readonly ratio: { readonly p: number; readonly q: number };
  readonly abstention: 'counts' | 'excluded';
  readonly quorum: 'none' | { readonly op: '>' | '>='; readonly ratio: { readonly p: number; readonly q: number }; readonly base: 'appointed' | 'entitled' };
  readonly tie: 'fail' | 'revote' | 'chair' | 'secondKey' | 'lot';
  /** `revote` only: a tie in the last round is not passed. */
  readonly rounds?: number;
  readonly secrecy: 'open' | 'secret';
  readonly recusal: readonly ConflictGround[];
  readonly softRecusal?: readonly ConflictGround[];
}

/** Yes votes times q against the base times p, in integers. */
export interface VoteComparison { readonly left: number; readonly op: '>' | '>='; readonly right: number; readonly holds: boolean }

/** How a tie was settled: one more vote, whose comparison decides. The base stays. */
export interface TieBreak {
  readonly by: 'chair' | 'secondKey' | 'lot';
  readonly vote: 'yes' | 'no';
  readonly comparison: VoteComparison;
  /** `lot`: the smaller of the two lots wins; a lot is SHA-256 of the seed, a line break and `ITEM/yes` or `ITEM/no` (see `lotOf`). */
  readonly lot?: { readonly seed: string; readonly item: string; readonly yes: string; readonly no: string };
  /** `secondKey`: what the condition found. */
  readonly secondKey?: ConditionTrace;
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
  readonly comparison?: VoteComparison;
  readonly quorum?: { readonly left: number; readonly op: '>' | '>='; readonly right: number; readonly met: boolean };
  /** The chair's vote, where it was called for; a `yes` is in `comparison.left` and not in `counts.yes`. */
  readonly castingVote?: 'yes' | 'no';
  /** How a tie was settled, by the chair too. For the others `comparison` is the one before. */
  readonly tieBreak?: TieBreak;
  /** Which vote on this motion it is, where it is not the first. */
  readonly round?: number;
  /** There is no meeting at all. */
  readonly noMeeting?: true;
  /** Members who voted although they have a relation that the rule lets pass, on record. */
  readonly conflicts?: readonly Conflict[];
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
  /** Automatic results that two persons set aside, in the order of the way. Absent where there are none. */
  readonly overrides?: readonly Override[];
  readonly trace: DecisionTrace;
}

/** Suffices to make the decision again, see `recomputeDecision`. */
export interface DecisionTrace {
  readonly id: string;
  /** Where every case begins; an application that is not eligible stays there. */
  readonly firstStage: string;
  readonly withdrawn?: true;
  readonly schemeId: string; readonly schemeVersion: string; readonly calendarVersion: string; readonly today: string;
  readonly eligibility: EligibilityResult;
  /** The score of the case, and the answer of every decision table of the scheme. */
  readonly score?: ScoreTrace;
  readonly tables?: readonly DecisionTableTrace[];
  /** The requirements were set aside. */
  readonly eligibilityOverride?: Override;
  readonly steps: readonly StageTrace[];
}
export interface StageTrace {
  readonly stage: string; readonly method: string;
  /** Ways out of the stage that could be taken. */
  readonly ways?: readonly StageWay[];
  readonly outcome?: string; readonly to?: string;
  /** Id of the vote rule. */
  readonly threshold?: string;
  readonly review?: Review; readonly vote?: VoteResult;
  /** Where several persons have to approve. */
  readonly approvals?: ApprovalsTrace;
  /** `rule`: the condition that settled the stage. */
  readonly condition?: ConditionTrace;
  /** `rule`: the decision table that settled it, and the output that names the outcome. */
  readonly table?: DecisionTableTrace;
  readonly output?: string;
  /** `score`: the score that settled it. */
  readonly score?: ScoreTrace;
  /** `publicVote`: the count that settled it. */
  readonly publicVote?: PublicVoteResult;
  /** What is still missing before the stage can be closed or its vote opened. */
  readonly missing?: readonly MissingRecord[];
  /** Settings that the scheme leaves open. */
  readonly holes?: readonly string[];
  /** The automatic result set aside; `outcome` is the one in its place. */
  readonly override?: Override;
}

/** A score with the limits that it was held against. */
export type ScoreTrace = {
  /** Whether it stands: every sheet is in, nothing is open, no reason is asked for. */
  readonly settled: boolean;
  readonly passMark?: number;
  readonly bands?: readonly { readonly id: string; readonly from?: number; readonly below?: number }[];
} & ({ readonly by: 'facts'; readonly result: SheetScore } | { readonly by: 'panel'; readonly result: PanelScore });

export interface StageWay { readonly outcome: string; readonly kind: Outcome['kind']; readonly to: string }

/** Approvals of several persons, each counted once. */
export interface ApprovalsTrace {
  readonly minimum: number;
  /** How many are asked, where the scheme says so. */
  readonly of?: number;
  readonly order: 'parallel' | 'sequence';
  readonly given: readonly Review[];
  readonly refused: readonly Review[];
  /** Reviews that do not count: a second one of a person, one out of turn. */
  readonly ignored: readonly Review[];
}

/** What a stage waits for: a kind of evidence of its own, a record made anywhere, or an earlier stage settled in favour. */
export interface MissingRecord { readonly kind: 'evidence' | 'record' | 'stage'; /** Id of the demand in the scheme. */ readonly id: string; readonly found: number; readonly needed: number }

/** A proposal to set an automatic result aside, until another person confirms it. */
export interface OverrideProposal { readonly stage?: string; readonly outcome: string; readonly replaces?: string; readonly reason: string; readonly by: EventActor; readonly at: string }

/** Who reviews at a stage. */
/** Who was asked to review at a stage, by whom and when. */
export interface AssignedReviewers {
  readonly stage: string;
  readonly reviewers: readonly string[];
  readonly method: 'rule' | 'load' | 'lot';
  readonly seed?: string;
  /** Unit of the group that takes the application, where groups are assigned. */
  readonly panel?: string;
  readonly reason?: string;
  readonly by: EventActor;
  readonly at: string;
}

/** One item's notice as the log records it. */
export interface NoticeState { readonly notice: string; readonly postedOn: string; readonly until: string; readonly provisional: boolean; readonly contentHash?: string; /** Place of its event in the log. */ readonly sequence?: number }
export interface ObjectionState { readonly id: string; readonly text: string; readonly raisedAt: string; readonly answer?: string; readonly upheld?: boolean; /** Place of its event in the log. */ readonly sequence?: number }

/** The score sheets of a stage. They count once the panel is closed; who may read them before is for `visibleSheets` to say. */
export interface ScoringState {
  readonly stage: string;
  readonly phase: 'open' | 'closed';
  /** Those that are in, the earliest first; none that was taken back. */
  readonly sheets: readonly ScoreSheet[];
  /** How many of them count for closing the panel, in what `visibleCase` gives to those who act at the stage: they may not see each other's sheets before. */
  readonly valid?: number;
  readonly conflicts: readonly { readonly reviewer: string; readonly ground: ConflictGround; readonly reason: string }[];
}

/** One version of an application, as it was sent in. */
export interface Submission {
  readonly at: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly by: EventActor;
  /** The review by which the version before had come back. */
  readonly after?: Review;
}

/** A reminder or an escalation that went out. */
export interface DeadlineTold { readonly kind: 'reminder' | 'escalation'; /** Of the scheme. */ readonly id: string; /** Role. */ readonly to: string; readonly at: string }

/** A meeting of the case. `adjourned`: it broke off before its vote. */
export interface MeetingState extends Meeting {
  readonly stage: string;
  /** Which vote on the motion it is; the meeting that resumes an adjourned one has its number. */
  readonly round: number;
  /** Which meeting of the stage it is, where it is not the first. */
  readonly session?: number;
  readonly openedAt?: string;
  readonly phase: 'signIn' | 'voting' | 'closed';
  readonly adjourned?: { readonly reason: string; readonly resumesOn?: string; readonly at: string };
}

/** A meeting that another one has followed. Without `vote`: it came to none. */
export type HeldMeeting = MeetingState & { readonly vote?: VoteResult };

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
  /** When it ended, ISO 8601; absent while it is open, and of one that was withdrawn. */
  readonly endedAt?: string;
  /** Whom the clock has told of the deadline of this stage. */
  readonly told?: readonly DeadlineTold[];
  readonly applicant: Applicant;
  readonly answers: Readonly<Record<string, unknown>>;
  /** All submissions in order, the latest last; for comparing versions after a return. `after` is the return that the submission answers, with its remarks. */
  readonly submissions: readonly Submission[];
  readonly submittedAt: string;
  /** Reviews that still hold; those voided by a return are in `history` only. */
  readonly reviews: readonly Review[];
  /** Records of papers, hearings, visits, discussions, in order. */
  readonly evidence?: readonly EvidenceRecord[];
  readonly assigned?: readonly AssignedReviewers[];
  /** Overrides that hold, and the proposal that waits for its second person. */
  readonly overrides?: readonly Override[];
  readonly proposal?: OverrideProposal;
  /** What the host knew when the application was submitted last, for conditions. */
  readonly known?: Pick<Case, 'facts' | 'batch' | 'fund' | 'history'>;
  /** The last review outcome that returned the application, while it waits for completion. */
  readonly returned?: Review;
  /** The meeting that is going on or was held last. */
  readonly meeting?: MeetingState;
  /** Those before it, the earliest first, each with its roster, its sign-in and what its vote came to; of every stage, and also those whose result a return has voided. */
  readonly meetings?: readonly HeldMeeting[];
  readonly vote?: VoteResult;
  /** Score sheets by stage, and the last count of the residents' vote of each stage that one settles. */
  readonly scoring?: readonly ScoringState[];
  readonly publicVoteCounts?: readonly PublicVoteRecord[];
  readonly notice?: NoticeState;
  readonly objections: readonly ObjectionState[];
  readonly sequence: number;
  readonly lastHash: string;
  readonly history: readonly CaseEvent[];
}

/** What a host hands in to act: everything of an event but what the log adds (id, sequence, hashes). */
export type CaseAction = { readonly type: CaseEvent['type']; readonly data: Readonly<Record<string, unknown>> };

export type { Case };
