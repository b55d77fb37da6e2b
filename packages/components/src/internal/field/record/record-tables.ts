import type { Locale } from '@cobuild/core';

export interface RecordColumn {
  readonly head: string;
  readonly number?: boolean;
  /** Says nothing where all rows agree in it. */
  readonly isCommon?: true;
}

/** A record as a table for people who read it: review, print, public pages. Cells are words. */
export interface RecordTable {
  /** Tells the tables of a record apart, in every version of it. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row sums up the others. */
  readonly hasTotal?: true;
}

/** Who reads: whoever decides about the case, or everybody. Everybody sees nobody's name without consent. */
export type RecordAudience = 'review' | 'public';

export interface RecordReading {
  readonly locale: Locale;
  readonly audience?: RecordAudience;
  /** Each row says all that is recorded in it, also what the others say too and what is seldom read: for comparing two versions. */
  readonly inFull?: boolean;
}
