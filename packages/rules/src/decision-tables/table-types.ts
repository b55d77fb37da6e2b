import type { Facts, InputEntry, Truth } from '@cobuild/core';

export type OutputValue = string | number | boolean;

export type TableOutcome = 'matched' | 'noMatch' | 'ambiguous' | 'unknown' | 'undecided';

/** What a decision table answers. Results of one compiled table are shared between calls; they are not to be changed. */
export interface DecisionTableResult {
  /**
   * `matched`; `noMatch`: no row fits; `ambiguous`: rows that exclude one another both fit; `unknown`: an input that is missing or of the wrong
   * kind could still decide otherwise; `undecided`: a row that may fit has a part that the scheme has not fixed.
   */
  readonly outcome: TableOutcome;
  /** Ids of the rows that fit, in the order written; where `ambiguous`, `unknown` or `undecided` the rows that come into question. */
  readonly rows: readonly string[];
  /** Outputs of the row that decided; absent for `collect` and where nothing is decided. */
  readonly outputs?: Readonly<Record<string, OutputValue>>;
  /** `collect` without aggregation: the outputs of each row of `rows`. */
  readonly list?: readonly Readonly<Record<string, OutputValue>>[];
  /** `collect` with aggregation: a number by output id. For `count` the number of rows, for `sum` of no row 0; `min` and `max` of no row are absent. */
  readonly aggregated?: Readonly<Record<string, number>>;
  /** `unknown`: ids of the inputs that are missing or of the wrong kind. */
  readonly missing?: readonly string[];
}

/** What a row found and wanted of an input. */
export interface TableCellTrace {
  readonly input: string;
  /** Absent where the fact is empty. */
  readonly found?: unknown;
  /** Absent where the row takes anything. */
  readonly wanted?: InputEntry;
  readonly result: Truth | 'undecided';
}

export interface TableRowTrace {
  readonly row: string;
  readonly result: Truth | 'undecided';
  /** Of the rows that may fit, those of the lowest tier decide; rows of one tier exclude one another, but for `collect`. */
  readonly tier: number;
  /** The scheme has not fixed its priority. */
  readonly openPriority?: true;
  /** What it gives; absent where an output is not fixed. */
  readonly outputs?: Readonly<Record<string, OutputValue>>;
  readonly cells: readonly TableCellTrace[];
}

/** The result with what was found at every row; with the facts it quotes it suffices to recompute the answer. */
export interface DecisionTableTrace extends DecisionTableResult {
  readonly table: string;
  readonly hitPolicy: 'unique' | 'first' | 'priority' | 'collect';
  readonly aggregation?: 'sum' | 'min' | 'max' | 'count';
  /** Ids of the outputs that are aggregated. */
  readonly aggregates?: readonly string[];
  /** The scheme has not fixed the rows. */
  readonly rowsOpen?: true;
  readonly trace: readonly TableRowTrace[];
}

export interface CompiledDecisionTable {
  /** Finds the rows; makes nothing new for policies of a single hit. */
  readonly evaluate: (facts: Facts) => DecisionTableResult;
  readonly trace: (facts: Facts) => DecisionTableTrace;
}
