import type { MessageTables, MessagesLike } from '../internal/locale.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

export type Messages = MessagesLike<typeof zhCn>;

export const messages: MessageTables<Messages> = { 'zh-CN': zhCn, en };
