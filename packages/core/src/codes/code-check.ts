/** What is wrong with a code, so that a message can say it: the first fault in this order. */
export type CodeFault = 'length' | 'characters' | 'structure' | 'date' | 'check-digit';

/**
 * Outcome of a check. `value` is the code as it is stored. `expected` says what would have been right, where that is known: the lengths
 * (`'18'`, `'6, 9, 12'`) or the check character.
 */
export type CodeCheck =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: CodeFault; readonly expected?: string };

export function valid(value: string): CodeCheck {
  return { ok: true, value };
}

export function faulty(reason: CodeFault, expected?: string): CodeCheck {
  return expected === undefined ? { ok: false, reason } : { ok: false, reason, expected };
}

/** Codes come from answers that may hold anything; what is no text is no code. */
export function passes(value: unknown, check: (text: string) => CodeCheck): boolean {
  return typeof value === 'string' && check(value).ok;
}
