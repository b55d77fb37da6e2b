import type { MessagesLike } from '../../../locale.js';
import { wordTables } from '../../../word-tables.js';

const zhCn = { none: '未选择' };

const en: MessagesLike<typeof zhCn> = { none: 'Not chosen' };

export const sliderWords = wordTables<MessagesLike<typeof zhCn>>({ 'zh-CN': zhCn, en });
