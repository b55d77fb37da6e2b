import type { Ratio } from '../../generated/types.js';
import type { Problem } from '../../problems/problem.js';

/** One step of the reckoning: data for a screen of one's own, and the sentence with its numbers, so that anybody can do the sum again. */
export interface BudgetStep {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A line with its amount, in the order of the budget. Yuan; absent while the line cannot be read. */
export interface BudgetLineAmount { readonly pointer: string; readonly subject: string; readonly amount?: number }

/** What one subject of expense comes to. Yuan. */
export interface SubjectTotal {
  /** Id, or the text where the settings have no subjects; `''` for lines without one. */
  readonly id: string;
  readonly title: string;
  readonly total: number;
  /** What of it counts. */
  readonly eligible: number;
  /** What took something away from it. */
  readonly bound?: 'excluded' | 'maximum' | 'share';
  readonly cap?: number;
}

/** Where the money comes from. Yuan. */
export interface BudgetFunds {
  readonly own: number;
  readonly raised: number;
  readonly requested: number;
  readonly contributions: number;
  readonly total: number;
  /** Funds less cost: below 0 something is not paid for. */
  readonly difference: number;
}

export type BudgetLimitKind = 'eligibleCost' | 'ownShare' | 'publicShare' | 'fundShare' | 'projectCap' | 'categoryCap' | 'pool';

/** A most that may be asked for, before rounding. Yuan. */
export interface BudgetLimit { readonly kind: BudgetLimitKind; readonly amount: number; readonly share?: Ratio; readonly of?: number }

/** What a budget comes to. All amounts are in yuan. */
export interface BudgetResult {
  readonly lines: readonly BudgetLineAmount[];
  readonly subjects: readonly SubjectTotal[];
  /** Cost of all lines that can be read. */
  readonly total: number;
  readonly eligible: number;
  readonly funds: BudgetFunds;
  /** In order: eligible cost, co-funding, cap of a project, cap of its category, what is left of the pool. */
  readonly limits: readonly BudgetLimit[];
  /** The most that may be asked for; absent while a line cannot be read or a setting that it needs is not decided. */
  readonly most?: number;
  /** Which limit bound; of equals the earlier. */
  readonly bound?: BudgetLimitKind;
  /** False while a line or an amount cannot be read: then nothing is said about totals. */
  readonly complete: boolean;
  readonly steps: readonly BudgetStep[];
  readonly problems: readonly Problem[];
}
