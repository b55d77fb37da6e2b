import type { AnalysisCode } from './sentences.js';

/** Something found in a condition. */
export interface ConditionFinding {
  readonly code: AnalysisCode;
  /** Starts at the condition: `/all/1/fact`. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Default `error`. */
  readonly severity?: 'error' | 'warning';
}
