import type { MessagesLike } from '../locale.js';
import { wordTables } from '../word-tables.js';

const zhCn = {
  met: '符合',
  notMet: '不符合',
  unknown: '待定',
  info: '说明',
  clause: '依据',
  remedy: '怎样改',
};

const en: MessagesLike<typeof zhCn> = {
  met: 'Met',
  notMet: 'Not met',
  unknown: 'Open',
  info: 'Note',
  clause: 'Basis',
  remedy: 'What would mend it',
};

export type ExplanationWords = typeof zhCn;

/** Words beside the sentences of an explanation. */
export const explanationWords = wordTables<ExplanationWords>({ 'zh-CN': zhCn, en });
