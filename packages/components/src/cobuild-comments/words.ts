import { wordTables } from '../internal/word-tables.js';

const zhCn = {
  heading: '群众留言',
  empty: '还没有留言。',
  waiting: ({ count }: { count: number }) => (count === 0 ? '没有待审核的留言。' : `待审核 ${count} 条，最早的在前。`),
  statusOf: ({ status }: { status: string }) => ({ waiting: '待审核', released: '已公开', refused: '不公开' })[status] ?? status,
  anonymous: '没有留姓名',
  release: '公开',
  refuse: '不公开',
  answer: '答复',
  reason: '不公开的原因',
  answerText: '答复内容（会公开）',
  of: ({ action, number, project }: { action: string; number: number; project: string }) => `${action}：${project}第 ${number} 条留言`,
  because: ({ reason, by }: { reason: string; by: string }) => `不公开：${reason}（${by}）`,
  answered: ({ text, by }: { text: string; by: string }) => `答复：${text}（${by}）`,
  send: '确定',
  cancel: '取消',
  done: '已登记。',
  working: '正在办理，请稍候。',
};

export type CommentsWords = typeof zhCn;

const en: CommentsWords = {
  heading: 'Comments of residents',
  empty: 'No comments yet.',
  waiting: ({ count }) => (count === 0 ? 'No comment waits.' : `Comments that wait: ${count}, the oldest first.`),
  statusOf: ({ status }) => ({ waiting: 'Waiting', released: 'Public', refused: 'Refused' })[status] ?? status,
  anonymous: 'No name given',
  release: 'Release',
  refuse: 'Refuse',
  answer: 'Answer',
  reason: 'Why it is refused',
  answerText: 'Answer (it is public)',
  of: ({ action, number, project }) => `${action}: comment ${number} on ${project}`,
  because: ({ reason, by }) => `Refused: ${reason} (${by})`,
  answered: ({ text, by }) => `Answer: ${text} (${by})`,
  send: 'Confirm',
  cancel: 'Cancel',
  done: 'Entered.',
  working: 'In progress, please wait.',
};

export const commentsWords = wordTables<CommentsWords>({ 'zh-CN': zhCn, en });
