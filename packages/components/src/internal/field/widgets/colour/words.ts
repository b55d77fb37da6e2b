import type { MessageTables, MessagesLike } from '../../../locale.js';

const zhCn = { pick: ({ label }: { label: string }) => `选取${label}` };

const en: MessagesLike<typeof zhCn> = { pick: ({ label }) => `Pick ${label}` };

export const colourWords: MessageTables<MessagesLike<typeof zhCn>> = { 'zh-CN': zhCn, en };
