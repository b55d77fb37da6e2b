import type { MessageTables, MessagesLike } from '../../locale.js';

const zhCn = {
  tabHasErrors: '有内容需要修改',
};

const en: MessagesLike<typeof zhCn> = {
  tabHasErrors: 'needs changes',
};

export type ElementWords = typeof zhCn;

/** Words of what arranges questions. */
export const elementWords: MessageTables<ElementWords> = { 'zh-CN': zhCn, en };
