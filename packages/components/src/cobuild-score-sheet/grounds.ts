import type { ConflictGround } from '@cobuild/core';
import type { ScoreWords } from './words.js';

/** Grounds that can be declared, in the order of the format. */
export const GROUNDS = ['sameUnit', 'sameTown', 'superior', 'kin', 'tookPart', 'personalStake'] as const satisfies readonly ConflictGround[];

export function groundText(ground: string, words: ScoreWords): string {
  const known = [...GROUNDS, 'collaboration' as const].find((item) => item === ground);
  return known === undefined ? ground : words[known];
}
