import type { Severity } from '../problems/problem.js';
import type { SourcePlace } from './loaded-scheme.js';
import type { SchemeCode } from './problem-codes.js';

/** What a check found, before it is put into words. */
export interface Finding {
  readonly code: SchemeCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Found while reading one file: the place is known. */
export interface PlacedFinding extends Finding {
  readonly place: SourcePlace;
}

/** Found in the merged document: the pointer is located afterwards. */
export interface DocumentFinding extends Finding {
  readonly pointer: string;
  /** The key is what is wrong, not its value: a property that the format does not know. */
  readonly atKey?: boolean;
}

/** A check of the merged document. It reads defensively: what the format schema finds wrong is not its business. */
export type SchemeCheck = (document: unknown, report: (finding: DocumentFinding) => void) => void;
