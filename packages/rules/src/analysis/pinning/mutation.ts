import type { Decision } from '../../results.js';
import type { Facts, Scheme } from '@cobuild/core';
import type { CaseTest } from '../../scheme-tests/index.js';

/** One small change to a number that decides. */
export interface Mutation {
  /** Where the number, or the word in its place, is written; from the root of the scheme. */
  readonly pointer: string;
  readonly original: unknown;
  readonly mutant: unknown;
  /** The scheme with the change. */
  readonly scheme: Scheme;
  /** Requirements that read it, by the place of their condition; none where it concerns a vote or a score. */
  readonly rules: readonly string[];
  /** Whether the change can make a difference to a test at all; the others need not run again. */
  readonly touches: (run: TestRun) => boolean;
  /** Of a decision table: which, and facts for which it and the changed one answer differently. */
  readonly table?: { readonly id: string; readonly witnesses: () => readonly Facts[] };
  /** Of a number that no single case can show: what a test has to be about, the rule that it belongs to, the parameter in its place, and where it is written. */
  readonly money?: { readonly input: 'batch' | 'grading' | 'pay' | 'payment'; readonly rule?: string; readonly parameter?: string; readonly written: string };
}

/** A test of one case that passes, with what it read. */
export interface TestRun {
  readonly test: CaseTest;
  readonly facts: Facts;
  readonly decision: Decision;
}

/** The next value down and up, in steps of the last decimal place that is written or of the field. */
export function neighbours(value: number, perUnit: 1 | 100 | undefined): readonly number[] {
  const decimals = perUnit === undefined ? (/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0) : perUnit === 100 ? 2 : 0;
  const scale = 10 ** Math.min(decimals, 6);
  return [(Math.round(value * scale) - 1) / scale, (Math.round(value * scale) + 1) / scale];
}
