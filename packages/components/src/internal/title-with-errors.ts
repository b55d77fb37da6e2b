import type { Locale } from '@cobuild/core';
import { wordTables } from './word-tables.js';

/** A page may ask before an element that speaks the language is drawn. */
const prefixes = wordTables<{ readonly error: string }>({ 'zh-CN': { error: '错误：' }, en: { error: 'Error: ' } });

/**
 * The title of a page whose form has problems, as it is read first when the page comes back: with the word for an error in front, once.
 *
 * @example element.addEventListener('cobuild-problems', ({ detail }) => (document.title = titleWithErrors('申报', detail.problems.length, 'zh-CN'))); // '错误：申报'
 */
export function titleWithErrors(title: string, count: number, locale: Locale = 'zh-CN'): string {
  const { error: prefix } = prefixes[locale];
  const plain = title.startsWith(prefix) ? title.slice(prefix.length) : title;
  return count > 0 ? prefix + plain : plain;
}
