import type { MessagesLike } from '../../locale.js';
import { wordTables } from '../../word-tables.js';

const zhCn = {
  tabs: '内容分组',
  tabHasErrors: '有内容需要修改',
};

const en: MessagesLike<typeof zhCn> = {
  tabs: 'Groups of questions',
  tabHasErrors: 'needs changes',
};

export type ElementWords = typeof zhCn;

/** Words of what arranges questions. */
export const elementWords = wordTables<ElementWords>({ 'zh-CN': zhCn, en });
