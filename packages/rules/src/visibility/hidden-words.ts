import { HIDDEN, findPersonalData } from '@cobuild/core';

/** Members that hold what people wrote in their own words, or answers. */
const FREE: readonly string[] = ['answers', 'reason', 'text', 'answer', 'comment', 'deviationReason', 'note'];
/** Shorter ones stand in other texts by chance: two Chinese characters are a name, six letters or digits a number. */
const isTelling = (word: string): boolean => word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 6);

/** Texts and long numbers that stand in the whole but nowhere in what a viewer sees: the longest first, so that a part of one does not spoil it. */
export function hiddenWords(whole: unknown, seen: unknown): readonly string[] {
  const shown = new Set(wordsIn(seen));
  return [...new Set(wordsIn(whole))].filter((word) => !shown.has(word)).sort((a, b) => b.length - a.length);
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value).trim()].filter(isTelling);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : [];
}

/**
 * Covers words that a viewer may not read wherever somebody quoted them in a text.
 *
 * @param numbers - Whether citizen numbers, mobiles and bank cards that nobody asked for are covered too; those that stand in `seen` stay.
 */
export function withoutWords<T>(value: T, words: readonly string[], numbers?: { readonly seen: unknown }): T {
  const known = numbers === undefined ? '' : digitsOf(JSON.stringify(numbers.seen) ?? '');
  const cover = (text: string): string => {
    const bare = words.reduce((rest, word) => (rest.includes(word) ? rest.split(word).join(HIDDEN) : rest), text);
    if (numbers === undefined) return bare;
    return findPersonalData(bare).reduceRight((rest, { start, end }) => (known.includes(digitsOf(rest.slice(start, end))) ? rest : `${rest.slice(0, start)}${HIDDEN}${rest.slice(end)}`), bare);
  };
  return covered(value, cover, false) as T;
}

const digitsOf = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[^\dX]/g, '');

function covered(value: unknown, cover: (text: string) => string, isFree: boolean): unknown {
  if (typeof value === 'string') return isFree ? cover(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => covered(each, cover, isFree));
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    // A key such as `__proto__` stays data.
    Object.defineProperty(copy, key, { value: covered(part, cover, isFree || FREE.includes(key)), enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
