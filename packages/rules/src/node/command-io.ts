import type { Locale } from '@cobuild/core';

/** Where a command reads and writes; tests hand in their own. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly readStandardInput: () => Promise<string>;
  /** Ends a command that would run for ever (`--watch`). */
  readonly signal?: AbortSignal;
}

/** 0 fine, 1 findings, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** A wrong call of the command: said in one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options of a call, read and checked. */
export interface CommandOptions {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly locale: Locale;
  readonly draft: boolean;
  readonly watch: boolean;
  readonly cases?: string;
  readonly case?: string;
  readonly output?: string;
  readonly today?: string;
  readonly engine: 'cobuild' | 'json-rules-engine';
  /** `--set parameters.KEY=VALUE`, by key. */
  readonly settings: Readonly<Record<string, unknown>>;
}
