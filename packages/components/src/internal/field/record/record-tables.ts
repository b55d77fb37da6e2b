import type { Locale } from '@cobuild/core';

/** A record as a table for people who read it: review, print, public pages. Cells are words. */
export interface RecordTable {
  readonly caption: string;
  readonly columns: readonly { readonly head: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Who reads: whoever decides about the case, or everybody. Everybody sees nobody's name without consent. */
export type RecordAudience = 'review' | 'public';

export interface RecordReading { readonly locale: Locale; readonly audience?: RecordAudience }
