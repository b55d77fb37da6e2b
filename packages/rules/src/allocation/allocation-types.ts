import type { Facts, NamedConditions, Problem, Ratio } from '@cobuild/core';
import type { TieSettlement } from '../ranking/index.js';
import type { OwnOperator } from '../operators/index.js';

/** A project that may get money. Amounts in yuan. What is absent and needed leaves its award undecided. */
export interface Candidate {
  readonly id: string;
  /** 1 is first; equal places are a tie. Without it nobody has put the project in order: it stands behind all that have a place, tied with its like. */
  readonly place?: number;
  readonly requested?: number;
  /** Absent: the cost sets no limit, unless a share is taken of it. */
  readonly eligibleCost?: number;
  /** Needed where the scheme asks for a least share of own funds. */
  readonly ownFunds?: number;
  /** Money and labour raised, in yuan. */
  readonly raised?: number;
  readonly category?: string;
  readonly applicant?: string;
  readonly unit?: string;
  readonly town?: string;
  /** What conditions and `answer` of caps read. */
  readonly facts?: Facts;
}

/** Money given before: it counts against caps of the year, and with `within: 'batch'` against those of the batch too. */
export interface SpentMoney {
  readonly amount: number;
  /** Default `year`. */
  readonly within?: 'batch' | 'year';
  readonly applicant?: string;
  readonly category?: string;
  readonly unit?: string;
  readonly town?: string;
  readonly facts?: Facts;
}

export interface AllocationContext {
  /** What this batch has to give, in yuan. */
  readonly pool: number;
  /** Money of the whole year, in yuan; `fundPerYear.minimum` is compared with it. */
  readonly yearFund?: number;
  /** Which batch of the year it is, from 1: a record, never derived from the date. */
  readonly batchNumber?: number;
  readonly spent?: readonly SpentMoney[];
  /** By id of the project: whether the applicant takes less than was due. */
  readonly consents?: Readonly<Record<string, boolean>>;
  /** `eligibility.conditions`, for caps that refer to one by name. */
  readonly conditions?: NamedConditions;
  /** Own operators of their conditions. */
  readonly operators?: readonly OwnOperator[];
}

/**
 * Something that limited an award: what was asked for, the eligible cost, the own share (`ownShare`), the share of public money (`publicShare`), this
 * fund's share of the sources (`fundShare`), the cap per project, a cap of `caps`, the maximum of the year, the pool.
 */
export interface AwardLimit {
  readonly kind: 'requested' | 'eligibleCost' | 'ownShare' | 'publicShare' | 'fundShare' | 'projectCap' | 'cap' | 'yearMaximum' | 'pool';
  /** Yuan: the most that the award could come to by it; for what several share, what was left when it was this project's turn. */
  readonly amount: number;
  /** Id of the cap. */
  readonly cap?: string;
  /** Where it is a share: of how much. */
  readonly share?: Ratio;
  readonly of?: number;
  /** Shared limits: the whole, and what was given out of it before. `group` names who shares it, a town or category. */
  readonly total?: number;
  readonly given?: number;
  /** The part of `given` that was given before this allocation. */
  readonly before?: number;
  /** Which of the cap's `values` it is, from 0; absent where it is the cap's own amount. */
  readonly line?: number;
  readonly group?: string;
  /** Shared limits: the project at which nothing more was given out of it (`stop`, `waitingList`). */
  readonly closedBy?: string;
}

/**
 * What a project gets. `partFunded` is less than was due; `declined`: the applicant did not take less; `waiting`: on the waiting list; `notFunded`: nothing;
 * `undecided`: hangs on what nobody has decided or filled in.
 */
export interface Award {
  readonly id: string;
  readonly place?: number;
  readonly status: 'funded' | 'partFunded' | 'declined' | 'waiting' | 'notFunded' | 'undecided';
  /** Yuan; 0 where nothing is given, and while it is undecided. */
  readonly amount: number;
  /** Yuan; what it would get with money enough: its own limits, rounded down. Absent where they are not known. */
  readonly due?: number;
  /** All limits that applied, in the order in which they are applied. */
  readonly limits: readonly AwardLimit[];
  /** The one that decided the amount: the smallest, the earlier of equals. Absent while undecided. */
  readonly binding?: AwardLimit;
  /** Where rounding took something: the unit, and the amount before, both in yuan. */
  readonly rounded?: { readonly unit: number; readonly from: number };
  /** `partFunded` is an offer that the applicant has not answered; its money is kept for it. */
  readonly awaitsConsent?: true;
  /** 1 is next. */
  readonly waitingPlace?: number;
  /** Undecided: pointers of open settings in `allocation`, what is missing of the project, and the equals whose order decides. */
  readonly holes: readonly string[];
  readonly missing: readonly string[];
  readonly tiedWith: readonly string[];
  /** Undecided: projects before it whose awards are not known, so that nobody can say what is left. */
  readonly waitsFor: readonly string[];
  /** Undecided: projects before it that were offered less than was due, whose answer changes what it gets. */
  readonly waitsForConsent?: readonly string[];
  /** Undecided: own funds are below what the scheme asks for. Yuan: the least, what there is, and the difference. */
  readonly ownFundsShort?: OwnFundsShort;
}

/** Own funds below the least share of the eligible cost (`of`). Amounts in yuan. */
export interface OwnFundsShort {
  readonly least: number;
  readonly found: number;
  readonly by: number;
  readonly share: Ratio;
  readonly of: number;
}

/** What the money was given by besides the limits that stand in each award; what is absent is open. */
export interface AllocationTerms {
  /** Awards are multiples of it; yuan. */
  readonly unit?: number;
  readonly whenShort?: 'skip' | 'stop' | 'partFund' | 'waitingList';
  /** Whether part-funding needs the applicant's consent, and who has said something. */
  readonly consent?: 'required' | 'notRequired';
  readonly consents: Readonly<Record<string, boolean>>;
}

export interface AllocationResult {
  readonly outcome: 'allocated' | 'undecided';
  /** In the order in which money was given; equals by id. */
  readonly awards: readonly Award[];
  /** Yuan. Allocated (with part-funding that awaits consent) and remainder add up to the pool. */
  readonly pool: number;
  readonly allocated: number;
  readonly remainder: number;
  /** How many projects, from the first, get all that was due before one does not; absent where all do. With `skip`, later ones can still be funded. */
  readonly fundingLine?: number;
  /** Ids in order. */
  readonly waitingList: readonly string[];
  readonly terms: AllocationTerms;
  /** Places of ties whose order changes who gets what; where the scheme's tie rule was tried, what it still needs. */
  readonly openTies: readonly { readonly place?: number; readonly ids: readonly string[]; readonly needs?: NonNullable<TieSettlement['needs']> }[];
  readonly holes: readonly string[];
  readonly problems: readonly Problem[];
}
