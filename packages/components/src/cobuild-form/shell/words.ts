import { englishWords } from '../../locales/messages.js';
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

export type ShellWords = typeof zhCn;

/** Words around the steps of a form. */
export const shellWords = wordTables<ShellWords>({
  'zh-CN': zhCn,
  get en() {
    return englishWords.known?.shellEnglish ?? zhCn;
  },
});
