import type { MessagesLike } from '../internal/locale.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';
import { wordTables } from '../internal/word-tables.js';

export type Messages = MessagesLike<typeof zhCn>;

export const messages = wordTables<Messages>({ 'zh-CN': zhCn, en });
