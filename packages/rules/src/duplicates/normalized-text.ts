/** Text as it is compared: full and half width, case, spaces and punctuation make no difference; 12.5 is not 125. */
export function normalizedText(text: string, ignored: readonly string[] = []): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/(\d)\.(?=\d)/g, '$1\u0001').replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');
  const rest = ignored.reduce((made, word) => made.split(word.normalize('NFKC').toLowerCase()).join(''), plain);
  // A title of nothing but ignored words is still a title.
  return rest === '' ? plain : rest;
}

/** Pairs of neighbouring characters; a single character is its own pair. */
export function characterPairs(text: string): ReadonlySet<string> {
  const characters = Array.from(text);
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
}

/** Pairs that both have, twice, by all that they have; in whole percent, rounded down. Two empty sets are not alike. */
export function similarityPercent(left: ReadonlySet<unknown>, right: ReadonlySet<unknown>): number {
  if (left.size + right.size === 0) return 0;
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return Math.floor((200 * shared) / (left.size + right.size));
}
