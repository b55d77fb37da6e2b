import type { MessageTables, MessagesLike } from '../../../locale.js';

const zhCn = { show: '显示', hide: '隐藏' };

const en: MessagesLike<typeof zhCn> = { show: 'Show', hide: 'Hide' };

export const passwordWords: MessageTables<MessagesLike<typeof zhCn>> = { 'zh-CN': zhCn, en };
