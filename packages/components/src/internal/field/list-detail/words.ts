import type { MessageTables, MessagesLike } from '../../locale.js';

const zhCn = {
  back: ({ label }: { label: string }) => `返回${label}列表`,
};

const en: MessagesLike<typeof zhCn> = {
  back: ({ label }) => `Back to the list: ${label}`,
};

export type DetailWords = typeof zhCn;

/** Words of a list beside its opened item. */
export const detailWords: MessageTables<DetailWords> = { 'zh-CN': zhCn, en };
