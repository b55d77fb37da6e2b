import type { Locale } from '../../problems/problem.js';
import type { ChangeClass } from './change-class.js';
import { changeClass } from './change-class.js';
import type { ChangeWords } from './change-words.js';
import { changeSentence, changeWords } from './change-words.js';
import type { ChangedValue } from './changed-values.js';
import { changedValues } from './changed-values.js';
import { followRenames } from './follow-renames.js';

/** One difference between two versions of a scheme. */
export interface SchemeChange extends ChangedValue {
  readonly class: ChangeClass;
  /** What it is about, and what was and is said there, of any length. */
  readonly words: ChangeWords;
  /** In words: 「会审表决」的通过比例由 1/2 改为 2/3. */
  readonly sentence: string;
}

const ORDER: readonly ChangeClass[] = ['breaking', 'attention', 'harmless'];

export interface DiffOptions {
  /**
   * Whether a question that has another name, as the `migrations` of its form tell, is one change wherever the scheme speaks of it. Default true; without it the question is gone and another one new, and
   * pointers lead into the older document as it is.
   */
  readonly followRenames?: boolean;
}

/**
 * What has changed between two versions of a scheme, the gravest first, then in document order. Things with an `id` are the same thing in both where
 * their `id` is, questions where a migration says so.
 *
 * @returns One entry per change; none where the two say the same, however their files are written.
 * @example diffSchemes(old, edited, 'zh-CN')[0]?.sentence // '「会审表决」的通过比例由 1/2 改为 2/3'
 */
export function diffSchemes(before: unknown, after: unknown, locale: Locale = 'zh-CN', { followRenames: follows = true }: DiffOptions = {}): readonly SchemeChange[] {
  const { document, renamed } = follows ? followRenames(before, after) : { document: before, renamed: [] };
  const told = (change: ChangedValue, grade: ChangeClass, words: ChangeWords): SchemeChange => ({ ...change, class: grade, words, sentence: changeSentence(change, words, locale) });
  const changes = changedValues(document, after).map((change): SchemeChange => {
    const isGone = change.kind === 'removed';
    return told(change, changeClass(change), changeWords(change, isGone ? document : after, locale, isGone ? after : document));
  });
  // Answers follow, so that nobody's draft or case comes out otherwise.
  const names = renamed.map((change) => told(change, 'harmless', nameWords(change, after, locale)));
  return ORDER.flatMap((name) => [...changes, ...names].filter((change) => change.class === name));
}

/** A question's name in rules and tables: 「申报表」的“受益户数”的代号. */
function nameWords(change: ChangedValue, document: unknown, locale: Locale): ChangeWords {
  const { place } = changeWords(change, document, locale);
  return { place: locale === 'en' ? `${place}, key` : `${place}的代号`, before: String(change.before), after: String(change.after) };
}
