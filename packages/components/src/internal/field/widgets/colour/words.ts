import type { MessagesLike } from '../../../locale.js';
import { wordTables } from '../../../word-tables.js';

const zhCn = { pick: ({ label }: { label: string }) => `选取${label}` };

const en: MessagesLike<typeof zhCn> = { pick: ({ label }) => `Pick ${label}` };

export const colourWords = wordTables<MessagesLike<typeof zhCn>>({ 'zh-CN': zhCn, en });
