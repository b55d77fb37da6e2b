/** Characters in one answer; longer texts are refused, not processed. */
export const LONGEST_TEXT = 100_000;
/** Size of all answers together, counted as characters of their JSON text. */
export const LARGEST_ANSWERS = 1_000_000;
/** Objects and lists inside each other. */
export const DEEPEST_ANSWERS = 64;

/** Answers beyond a limit: too large as a whole, or a text that is too long at a place. */
export type LimitFinding =
  | { readonly kind: 'too-large'; readonly pointer: '' }
  | { readonly kind: 'too-long'; readonly pointer: string; readonly length: number };

export function isTooLarge(limits: readonly LimitFinding[]): boolean {
  return limits.some((limit) => limit.kind === 'too-large');
}
