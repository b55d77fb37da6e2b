import type { Facts, Locale, Severity } from '@cobuild/core';

/**
 * Something that the analysis of a scheme found. Each part of the engine finds what is wrong with its own part of the document, and keeps the
 * sentences beside it; `analysis` gathers them, adds the place in the file, and hands them out as problems.
 */
export interface SchemeFinding {
  /** `scheme/table-gap`, `scheme/weights-do-not-add-up`: stable, one sentence per locale. */
  readonly code: string;
  /** Default `error`. */
  readonly severity?: Severity;
  /** From the root of what was checked. */
  readonly pointer: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly counterExample?: CounterExample;
}

/** An application for which what is claimed really happens: evaluating it shows so. */
export interface CounterExample {
  /** Facts as conditions read them. */
  readonly facts: Facts;
  /** What the part that was checked gives for these facts, to be compared with what it really gives: `{ "matched": ["low", "middle"] }`. */
  readonly gives: Readonly<Record<string, unknown>>;
}

/** A finding's sentence and what mends it. */
export interface FindingWords { readonly message: string; readonly remedy?: string }

/** Sentences of a family of findings by locale and code. */
export type FindingSentences<Code extends string = string> = Readonly<Record<Locale, Readonly<Record<Code, (params: Readonly<Record<string, unknown>>) => FindingWords>>>>;
