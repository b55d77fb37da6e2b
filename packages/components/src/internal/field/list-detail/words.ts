import type { MessagesLike } from '../../locale.js';
import { wordTables } from '../../word-tables.js';

const zhCn = {
  back: ({ label }: { label: string }) => `返回${label}列表`,
};

const en: MessagesLike<typeof zhCn> = {
  back: ({ label }) => `Back to the list: ${label}`,
};

export type DetailWords = typeof zhCn;

/** Words of a list beside its opened item. */
export const detailWords = wordTables<DetailWords>({ 'zh-CN': zhCn, en });
