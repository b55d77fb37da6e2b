import type { MessagesLike } from '../../../locale.js';
import { wordTables } from '../../../word-tables.js';

const zhCn = {
  missing: '这个页面没有提供可以选择的名录，请联系受理窗口。',
  missingTyped: '这个页面没有提供可以选择的名录，请直接填写。',
  reading: '正在读取名称…',
  unread: '名称暂时读不出来',
  again: '再试一次',
  until: ({ day }: { day: string }) => `有效期至${day}，现已停用；已经填写的仍然可以提交。`,
  from: ({ day }: { day: string }) => `自${day}起有效。`,
  search: '按名称或代码查找',
  level: ({ position }: { position: number }) => `第 ${position} 级`,
  levelLoading: '正在读取…',
  levelFailed: '这一级暂时读不出来。',
};

const en: MessagesLike<typeof zhCn> = {
  missing: 'This page has no register to choose from; please ask at the service counter.',
  missingTyped: 'This page has no register to choose from; please type it.',
  reading: 'Reading the name…',
  unread: 'The name cannot be read at the moment',
  again: 'Try again',
  until: ({ day }) => `Valid until ${day} and out of use since; an answer that was given can still be submitted.`,
  from: ({ day }) => `Valid from ${day}.`,
  search: 'Search by name or code',
  level: ({ position }) => `Level ${position}`,
  levelLoading: 'Loading…',
  levelFailed: 'This level cannot be read at the moment.',
};

export type LookUpWords = MessagesLike<typeof zhCn>;
export const lookUpWords = wordTables<LookUpWords>({ 'zh-CN': zhCn, en });
