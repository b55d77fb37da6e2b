import type { MessagesLike } from '../internal/locale.js';
import { LatePart } from '@cobuild/core';
import type * as English from './en.js';
import { zhCn } from './zh-cn.js';
import { wordTables } from '../internal/word-tables.js';

export type Messages = MessagesLike<typeof zhCn>;

/** Our words in English, loaded with the first element that speaks it; Chinese is always there. */
export const englishWords = new LatePart<typeof English>('English words', () => import('./en.js'));

export const messages = wordTables<Messages>({
  'zh-CN': zhCn,
  get en() {
    return englishWords.known?.en ?? zhCn;
  },
});
