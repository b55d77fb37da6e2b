import type { MessagesLike } from '../../../locale.js';
import { wordTables } from '../../../word-tables.js';

const zhCn = { show: '显示', hide: '隐藏' };

const en: MessagesLike<typeof zhCn> = { show: 'Show', hide: 'Hide' };

export const passwordWords = wordTables<MessagesLike<typeof zhCn>>({ 'zh-CN': zhCn, en });
