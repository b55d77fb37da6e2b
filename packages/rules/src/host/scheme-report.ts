import type { Problem } from '@cobuild/core';

/** Result of one of the scheme's own tests. */
export interface SchemeTestResult {
  readonly id: string;
  readonly description: string;
  /** Id of the fact that the test quotes. */
  readonly source?: string;
  readonly passed: boolean;
  /** What came out otherwise than expected; empty when passed. */
  readonly differences: readonly { readonly field: string; readonly expected: unknown; readonly actual: unknown }[];
}

/** A version that was published; a running batch is pinned to one. */
export interface PublishedVersion { readonly id: string; readonly version: string; readonly hash: string; readonly publishedAt: string; /** Name of whoever published it, where the host keeps it. */ readonly publishedBy?: string; readonly active: boolean }

/** What an administrator sees of a scheme folder. */
export interface SchemeReport {
  readonly folder: string;
  readonly id?: string;
  readonly title?: string;
  readonly version?: string;
  readonly problems: readonly Problem[];
  readonly tests: readonly SchemeTestResult[];
  /** Numbers that decide and that no test of the scheme pins, as `pinningProblems` finds them; absent where the host did not look. */
  readonly unpinned?: readonly Problem[];
  readonly documents: readonly string[];
  /** Instant of the check, ISO 8601. */
  readonly checkedAt: string;
  readonly published: readonly PublishedVersion[];
  /** No error, no hole, no failing test, and the version number is not used yet. */
  readonly publishable: boolean;
  /** Settings with their words, for a reader who does not open the file. */
  readonly parameters: readonly { readonly key: string; readonly title: string; readonly value: string; readonly provenance?: string }[];
}
