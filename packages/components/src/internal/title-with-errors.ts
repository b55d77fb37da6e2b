import type { Locale } from '@cobuild/core';
import { messages } from '../locales/messages.js';

/**
 * The title of a page whose form has problems, as it is read first when the page comes back: with the word for an error in front, once.
 *
 * @example element.addEventListener('cobuild-problems', ({ detail }) => (document.title = titleWithErrors('申报', detail.problems.length, 'zh-CN'))); // '错误：申报'
 */
export function titleWithErrors(title: string, count: number, locale: Locale = 'zh-CN'): string {
  const { error, colon } = messages[locale];
  const prefix = error + colon;
  const plain = title.startsWith(prefix) ? title.slice(prefix.length) : title;
  return count > 0 ? prefix + plain : plain;
}
