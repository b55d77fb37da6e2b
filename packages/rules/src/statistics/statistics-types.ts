import type { Case, Text } from '@cobuild/core';
import type { CaseState } from '../results.js';

/** What is counted: a case, its state, or a report with answers. */
export type CountedCase = Pick<Case, 'id' | 'submittedAt' | 'applicant' | 'answers' | 'stage'> & Partial<Pick<CaseState, 'status' | 'end'>> & {
  /** Whether it has become a project (`projectApproval`). Without it the stage at which it is says so. */
  readonly isProject?: boolean;
  /** Whether every stage was settled within its time (`timelinessOf`); absent where none had one. */
  readonly timeliness?: Timeliness;
  /** What was filled in at later stages, such as the rating of who asked. */
  readonly reviews?: readonly { readonly stage: string; readonly answers?: Readonly<Record<string, unknown>> }[];
};

/** `late`: a stage took longer than it may, or has been waiting for longer. */
export type Timeliness = 'inTime' | 'late';

/** Along what cases are told apart. */
export type StatisticsAxis =
  | { readonly by: 'town' | 'unit' | 'level' | 'stage' | 'outcome' | 'timeliness' }
  /** A question of the form of a later stage, such as a rating; of several answers the last one. */
  | { readonly by: 'review'; readonly stage: string; readonly pointer: string }
  /** A question with choices, such as the category. */
  | { readonly by: 'answer'; readonly pointer: string }
  /** The day of submission. */
  | { readonly by: 'period'; readonly every: 'month' | 'quarter' | 'halfYear' | 'year' };

/** What is added up: cases themselves, or a number that each of them has. */
export interface StatisticsMeasure {
  readonly id: string;
  readonly title: Text;
  /** Question that holds the number; without it each case counts one. */
  readonly sum?: string;
  /** `yuan` is written as money. Default `number`. */
  readonly unit?: 'number' | 'yuan';
}

export interface StatisticsRequest {
  readonly rows: StatisticsAxis;
  readonly columns?: StatisticsAxis;
  /** Default: how many, and where the form has one, the amount that is applied for. */
  readonly measures?: readonly StatisticsMeasure[];
  /** Days of submission, the first one included, the last one not. */
  readonly from?: string;
  readonly below?: string;
}

/** A row or column. `key` is `''` for cases that say nothing. */
export interface StatisticsGroup { readonly key: string; readonly title: Text }

/** One figure of a measure. `unread`: cases that have no such number, or one that cannot be read; they are not in `value`. */
export interface StatisticsFigure { readonly value: number; readonly unread: number }

export interface Statistics {
  readonly request: StatisticsRequest;
  readonly measures: readonly StatisticsMeasure[];
  readonly rows: readonly StatisticsGroup[];
  /** One without a key where no columns were asked for. */
  readonly columns: readonly StatisticsGroup[];
  /** By row, column and measure. */
  readonly cells: readonly (readonly (readonly StatisticsFigure[])[])[];
  readonly rowTotals: readonly (readonly StatisticsFigure[])[];
  readonly columnTotals: readonly (readonly StatisticsFigure[])[];
  readonly totals: readonly StatisticsFigure[];
  /** Cases in the period. */
  readonly counted: number;
}
