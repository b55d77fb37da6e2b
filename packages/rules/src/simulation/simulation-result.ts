import type { Problem, Scheme, Truth } from '@cobuild/core';
import type { AwardLimit } from '../allocation/index.js';
import type { VoteResult } from '../results.js';
import type { CaseVerdict } from './case-verdict.js';
import type { Outcome } from './policy-columns.js';

/** What is changed. Both together: the other scheme with these values. */
export interface PolicyChange {
  /** Values of parameters by key, as `--set parameters.KEY=VALUE`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Another version of the scheme, as loaded: edited rules, thresholds, stages, tables, allocation. */
  readonly scheme?: Scheme;
}

/** `better` for the applicant: refused (ineligible, rejected, not approved) → still open (pending, undecided, undetermined) → approved; `worse` the other way. */
export type FlipDirection = 'better' | 'worse' | 'other';

/** What made a case flip. */
export type FlipCause =
  /** The answer to a requirement; `null` where only one of the two schemes has it. */
  | { readonly kind: 'requirement'; readonly id: string; readonly before: Truth | null; readonly after: Truth | null }
  | { readonly kind: 'threshold'; readonly id: string; readonly before: VoteResult['outcome'] | null; readonly after: VoteResult['outcome'] | null }
  /** The score, or the pass mark that it was held against. */
  | { readonly kind: 'score'; readonly stage: string; readonly before: number | null; readonly after: number | null }
  /** The outcome is the same, but not the money, in yuan; `limit` is what bound the award afterwards, `cap` its id. */
  | { readonly kind: 'award'; readonly before: number; readonly after: number; readonly limit?: AwardLimit['kind']; readonly cap?: string }
  /** Stages or their outcomes: where the case stood and where it stands. */
  | { readonly kind: 'stages'; readonly before: string; readonly after: string };

/** A case whose outcome, or where money is divided whose award, is another than before. */
export interface Flip {
  /** Place in what was loaded, from 0. */
  readonly place: number;
  readonly id: string;
  readonly direction: FlipDirection;
  readonly before: CaseVerdict;
  readonly after: CaseVerdict;
  /** What was responsible, in the order of the scheme. */
  readonly because: readonly FlipCause[];
  /** Yuan. */
  readonly money: { readonly before: number; readonly after: number };
}

/** Some of the flips, in the order of the cases. */
export interface FlipPage { readonly offset: number; readonly total: number; readonly items: readonly Flip[] }

export interface FlipQuery {
  /** Default 0. */
  readonly offset?: number;
  /** Default 100. */
  readonly limit?: number;
  /** Only these; default all. */
  readonly direction?: FlipDirection;
}

export interface PolicyTotals {
  /** Number of cases by outcome. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** In yuan: all awards where money is divided, otherwise what the approved cases asked for. */
  readonly money: number;
}

/** Cases of one town or category; `value` is `null` where a case has none. */
export interface BreakdownRow {
  readonly value: string | number | boolean | null;
  readonly cases: number;
  readonly approved: { readonly before: number; readonly after: number };
  /** Yuan. */
  readonly money: { readonly before: number; readonly after: number };
  readonly better: number;
  readonly worse: number;
  readonly other: number;
}

/** Cases that came out one way and come out another. */
export interface OutcomeMove { readonly before: Outcome; readonly after: Outcome; readonly cases: number }

/** A project beside the funding line. Amounts in yuan. */
export interface ProjectAtLine {
  readonly id: string;
  /** In the order in which money was given, from 1. */
  readonly place: number;
  readonly amount: number;
  /** What it would get with money enough; absent where that is not known. */
  readonly due?: number;
  /** What decided the amount. */
  readonly limit?: AwardLimit['kind'];
}

/** Where the money of a batch runs out. Amounts in yuan; allocated and remainder add up to the pool. */
export interface FundingLine {
  readonly pool: number;
  readonly allocated: number;
  readonly remainder: number;
  /** Whether every award is known; `undecided` counts those that are not. */
  readonly isSettled: boolean;
  readonly takingPart: number;
  readonly funded: number;
  readonly undecided: number;
  /** The last, in the order in which money is given, that gets some; absent where nobody does. */
  readonly lastIn?: ProjectAtLine;
  /** The first that gets none although some was due; absent where all get some. Where one that does not fit is skipped, it stands before the last that gets some. */
  readonly firstOut?: ProjectAtLine;
}

/** The funding line of a batch before and after; `batch` is `''` for cases that name none. */
export interface BatchFunding { readonly batch: string; readonly before: FundingLine; readonly after: FundingLine }

/** What a change does to past cases. Plain data. */
export interface SimulationResult {
  readonly cases: number;
  readonly before: PolicyTotals;
  readonly after: PolicyTotals;
  readonly flips: { readonly total: number; readonly better: number; readonly worse: number; readonly other: number; /** Of all: those whose award alone differs. */ readonly onlyMoney: number; readonly page: FlipPage };
  /** Which outcomes became which, those alone that differ, in the order in which outcomes are counted. */
  readonly moves: readonly OutcomeMove[];
  /** By name of the breakdown, `town` and `category` unless the table was made with others. */
  readonly breakdown: Readonly<Record<string, readonly BreakdownRow[]>>;
  /** By batch, where the money of batches is known (`pools`). */
  readonly funding?: readonly BatchFunding[];
  /** How much was computed anew for this change. */
  readonly recomputed: {
    readonly conditions: number;
    readonly requirements: readonly string[];
    readonly thresholds: readonly string[];
    readonly stages: boolean;
    /** The money was divided again. */
    readonly allocation: boolean;
    /** Cases whose outcome was derived anew; the others cannot have changed. */
    readonly cases: number;
  };
  /** What is wrong with the parameters that were set. */
  readonly problems: readonly Problem[];
}
