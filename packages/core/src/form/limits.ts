import { toPointer } from '../problems/json-pointer.js';

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

const TOO_LARGE: LimitFinding = { kind: 'too-large', pointer: '' };

/**
 * What is too much about some answers, before any work is done on them. Looks no further than the limits, so it is quick on
 * anything, also on objects that contain themselves. Too-long texts are not counted twice: they are named, the rest is measured.
 */
export function findLimits(answers: unknown): readonly LimitFinding[] {
  const long: LimitFinding[] = [];
  let size = 0;
  const waiting: { value: unknown; path: readonly (string | number)[] }[] = [{ value: answers, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && value.length > LONGEST_TEXT) long.push({ kind: 'too-long', pointer: toPointer(...path), length: value.length });
    else size += typeof value === 'string' ? value.length + 2 : 4;
    if (Array.isArray(value) && value.length > LARGEST_ANSWERS) return [TOO_LARGE];
    if (value !== null && typeof value === 'object') {
      const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? Array.from(value as readonly unknown[], (item, index) => [index, item] as const) : Object.entries(value);
      size += entries.length;
      if (path.length >= DEEPEST_ANSWERS || size + waiting.length > LARGEST_ANSWERS) return [TOO_LARGE];
      for (const [key, item] of entries) {
        size += typeof key === 'string' ? key.length + 3 : 0;
        waiting.push({ value: item, path: [...path, key] });
      }
    }
    if (size > LARGEST_ANSWERS) return [TOO_LARGE];
  }
  return long.reverse();
}
