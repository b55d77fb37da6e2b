import type { Locale } from '@cobuild/core';

export interface RecordColumn {
  readonly head: string;
  readonly number?: boolean;
  /** Says nothing where all rows agree in it. */
  readonly isCommon?: true;
}

/** A record as a table for people who decide about the case: review and its print. Cells are words. */
export interface RecordTable {
  /** Tells the tables of a record apart, in every version of it. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row sums up the others. */
  readonly hasTotal?: true;
}

export interface RecordReading {
  readonly locale: Locale;
  /** Each row says all that is recorded in it, also what the others say too and what is seldom read: for comparing two versions. */
  readonly inFull?: boolean;
}
