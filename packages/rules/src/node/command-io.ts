import type { Locale, LocalizedText } from '@cobuild/core';
import { localize } from '@cobuild/core';

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

  constructor(readonly text: Required<LocalizedText>) {
    super(text.en);
  }

  in(locale: Locale): string {
    return localize(this.text, locale);
  }
}
