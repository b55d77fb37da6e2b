import type { MessagesLike } from '../../internal/locale.js';
import { wordTables } from '../../internal/word-tables.js';

const zhCn = {
  steps: '填写步骤',
  taskList: '填写内容',
  taskListHelp: '各部分可以分次填写。全部填好后，在本页提交。',
  toList: '返回目录',
  stepDone: '完成本部分，返回目录',
  notStarted: '未填写',
  inProgress: '填写中',
  complete: '已完成',
  error: '需修改',
  closed: '暂未开放',
  review: '核对',
  answered: ({ answered, required }: { answered: number; required: number }) => `必填 ${required} 项，已填 ${answered} 项`,
  closedSteps: '暂未开放的部分',
  closedStep: ({ title, reason }: { title: string; reason: string }) => `${title}：${reason}`,
  reviewHelp: '请逐项核对。需要改动的，点该行的“修改”。',
  changeAnswer: ({ label }: { label: string }) => `修改${label}`,
  unshown: ({ count }: { count: number }) => `另有 ${count} 项内容不在本表中显示`,
  inStep: ({ step, message }: { step: string; message: string }) => `${step}：${message}`,
};

const en: MessagesLike<typeof zhCn> = {
  steps: 'Steps',
  taskList: 'Contents',
  taskListHelp: 'The parts can be filled in one at a time. Submit here once all of them are complete.',
  toList: 'Back to contents',
  stepDone: 'Part complete, back to contents',
  notStarted: 'Not started',
  inProgress: 'In progress',
  complete: 'Complete',
  error: 'Needs changes',
  closed: 'Not open yet',
  review: 'To check',
  answered: ({ answered, required }) => `${answered} of ${required} required answers`,
  closedSteps: 'Parts that are not open yet',
  closedStep: ({ title, reason }) => `${title}: ${reason}`,
  reviewHelp: 'Please check every answer. “Change” leads to its question.',
  changeAnswer: ({ label }) => `Change ${label}`,
  unshown: ({ count }) => (count === 1 ? '1 answer is not shown in this form' : `${count} answers are not shown in this form`),
  inStep: ({ step, message }) => `${step}: ${message}`,
};

export type ShellWords = typeof zhCn;

/** Words around the steps of a form. */
export const shellWords = wordTables<ShellWords>({ 'zh-CN': zhCn, en });
