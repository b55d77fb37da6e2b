import type { MessagesLike } from '../internal/locale.js';
import { wordTables } from '../internal/word-tables.js';

const zhCn = {
  heading: '本环节须登记的材料',
  none: '本环节没有须登记的材料。',
  done: '已登记',
  missing: ({ left }: { left: number }) => (left === 1 ? '还没有登记' : `还差 ${left} 次`),
  waits: '登记齐全后，本环节才能办理下一步。',
  fill: '填写',
  correct: '更正',
  filled: '已填写',
  notFilled: '还没有填写',
  record: '登记',
  recordMore: '再登记一次',
  recordOf: ({ name }: { name: string }) => `登记：${name}`,
  on: '日期',
  onHelp: '材料形成或事情办理的那一天，不能晚于今天。',
  participants: '参加人员',
  participantsHelp: '写姓名，用顿号隔开；没有可以不填。',
  text: '情况说明',
  textHelp: '写清楚看了什么、听了什么、结果怎样；没有可以不填。',
  files: '附件',
  file: ({ number }: { number: number }) => `附件 ${number}`,
  save: '保存登记',
  cancel: '取消',
  saved: ({ name }: { name: string }) => `已登记：${name}`,
  working: '正在保存',
};

export type EvidenceWords = MessagesLike<typeof zhCn>;

const en: EvidenceWords = {
  heading: 'Records that this stage asks for',
  none: 'This stage asks for no records.',
  done: 'recorded',
  missing: ({ left }) => (left === 1 ? 'not recorded yet' : `${left} more to record`),
  waits: 'The stage goes on once all of them are recorded.',
  fill: 'Fill in',
  correct: 'Correct it',
  filled: 'filled in',
  notFilled: 'not filled in yet',
  record: 'Record',
  recordMore: 'Record another',
  recordOf: ({ name }) => `Record: ${name}`,
  on: 'Date',
  onHelp: 'The day on which it was made or took place, not later than today.',
  participants: 'Who took part',
  participantsHelp: 'Names with commas between them; may be left empty.',
  text: 'Account',
  textHelp: 'What was seen or heard, and what came of it; may be left empty.',
  files: 'Files',
  file: ({ number }) => `File ${number}`,
  save: 'Save the record',
  cancel: 'Cancel',
  saved: ({ name }) => `Recorded: ${name}`,
  working: 'Saving',
};

export const evidenceWords = wordTables<EvidenceWords>({ 'zh-CN': zhCn, en });
