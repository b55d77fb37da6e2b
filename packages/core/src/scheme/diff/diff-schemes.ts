import type { Locale } from '../../problems/problem.js';
import type { ChangeClass } from './change-class.js';
import { changeClass } from './change-class.js';
import type { ChangeWords } from './change-words.js';
import { changeSentence, changeWords } from './change-words.js';
import type { ChangedValue } from './changed-values.js';
import { changedValues } from './changed-values.js';

/** One difference between two versions of a scheme. */
export interface SchemeChange extends ChangedValue {
  readonly class: ChangeClass;
  /** What it is about, and what was and is said there, of any length. */
  readonly words: ChangeWords;
  /** In words: 「会审表决」的通过比例由 1/2 改为 2/3. */
  readonly sentence: string;
}

const ORDER: readonly ChangeClass[] = ['breaking', 'attention', 'harmless'];

/**
 * What has changed between two versions of a scheme, the gravest first, then in document order. Things with an `id` are the same thing in both where
 * their `id` is.
 *
 * @returns One entry per change; none where the two say the same, however their files are written.
 * @example diffSchemes(old, edited, 'zh-CN')[0]?.sentence // '「会审表决」的通过比例由 1/2 改为 2/3'
 */
export function diffSchemes(before: unknown, after: unknown, locale: Locale = 'zh-CN'): readonly SchemeChange[] {
  const changes = changedValues(before, after).map((change): SchemeChange => {
    const isGone = change.kind === 'removed';
    const words = changeWords(change, isGone ? before : after, locale, isGone ? after : before);
    return { ...change, class: changeClass(change), words, sentence: changeSentence(change, words, locale) };
  });
  return ORDER.flatMap((name) => changes.filter((change) => change.class === name));
}
