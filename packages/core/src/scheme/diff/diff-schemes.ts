import type { Scheme } from '../../generated/types.js';
import type { Locale } from '../../problems/problem.js';
import type { ChangeClass } from './change-class.js';
import { changeClass } from './change-class.js';
import { changeSentence } from './change-words.js';
import type { ChangedValue } from './changed-values.js';
import { changedValues } from './changed-values.js';

/** One difference between two versions of a scheme. */
export interface SchemeChange extends ChangedValue {
  readonly class: ChangeClass;
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
export function diffSchemes(before: Scheme, after: Scheme, locale: Locale = 'zh-CN'): readonly SchemeChange[] {
  const changes = changedValues(before, after).map((change): SchemeChange => ({
    ...change, class: changeClass(change), sentence: changeSentence(change, change.kind === 'removed' ? before : after, locale, change.kind === 'removed' ? after : before),
  }));
  return ORDER.flatMap((name) => changes.filter((change) => change.class === name));
}
