import type { Locale } from '@cobuild/core';

/** A table of words in both languages; the English one has exactly the keys of the Chinese one. */
export type MessageTables<T> = Readonly<Record<Locale, T>>;

/**
 * Keys of a Chinese table with what each takes: a plain sentence, or a function of named parameters. An English table that
 * is typed with it cannot lack a key.
 */
export type MessagesLike<T> = { readonly [K in keyof T]: T[K] extends (params: infer P) => string ? (params: P) => string : string };

/** Whether a page says a language that we do not have: its elements speak Chinese all the same. */
export const isUnknownLanguage = (tag: string | null): boolean => tag !== null && !/^(zh|en)?(-|$)/i.test(tag.trim());

/** Language tag to a language we have: `en-GB` is `en`, everything else is Chinese, which every document has. */
export function localeOf(tag: string | null | undefined): Locale {
  return tag !== null && tag !== undefined && /^en\b/i.test(tag.trim()) ? 'en' : 'zh-CN';
}
