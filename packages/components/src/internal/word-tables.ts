import type { Locale } from '@cobuild/core';
import { currentTerms } from '@cobuild/core';
import type { MessageTables } from './locale.js';
import { wordsInTerms } from './words-in-terms.js';

/**
 * Both tables of a widget's words. What is asked for while an element draws or listens is in the words of its scheme.
 *
 * @example export const pledgeWords = wordTables({ 'zh-CN': zhCn, en }); pledgeWords[context.locale].sign
 */
export function wordTables<T>(tables: MessageTables<T>): MessageTables<T> {
  const inTerms = (locale: Locale): T => wordsInTerms(tables[locale], currentTerms(), locale);
  return {
    get 'zh-CN'() {
      return inTerms('zh-CN');
    },
    get en() {
      return inTerms('en');
    },
  };
}
