import type { MessageTables, MessagesLike } from '../../../locale.js';

const zhCn = { none: '未选择' };

const en: MessagesLike<typeof zhCn> = { none: 'Not chosen' };

export const sliderWords: MessageTables<MessagesLike<typeof zhCn>> = { 'zh-CN': zhCn, en };
