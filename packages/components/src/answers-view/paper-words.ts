import type { MessageTables, MessagesLike } from '../internal/locale.js';

const paperZhCn = {
  conditional: '符合条件的填写',
  computed: '合计数，由办理部门核算',
  optional: '选填',
  chooseOne: '选一项',
  chooseSeveral: '可选多项',
  chooseUpTo: ({ count }: { count: number }) => `最多选 ${count} 项`,
  year: '年',
  month: '月',
  day: '日',
  position: '序号',
  moreRows: '行数不够的，可另附页。',
  item: ({ label, position }: { label: string; position: number }) => `${label}（${position}）`,
  atMost: ({ count }: { count: number }) => `不超过 ${count} 字`,
  attached: '随表附上下列材料，附上的打“√”：',
  signature: '签名（盖章）',
  date: '日期',
  budgetColumns: '支出内容|单位|数量|单价|金额|说明',
};

export type PaperWords = MessagesLike<typeof paperZhCn>;

const paperEn: PaperWords = {
  conditional: 'fill in if it applies',
  computed: 'a total, worked out by the office',
  optional: 'optional',
  chooseOne: 'choose one',
  chooseSeveral: 'choose any',
  chooseUpTo: ({ count }) => `choose at most ${count}`,
  year: 'year',
  month: 'month',
  day: 'day',
  position: 'No.',
  moreRows: 'Add a sheet if there are not enough rows.',
  item: ({ label, position }) => `${label} (${position})`,
  atMost: ({ count }) => `at most ${count} characters`,
  attached: 'Enclosed documents; tick what is there:',
  signature: 'Signature (seal)',
  date: 'Date',
  budgetColumns: 'What for|Unit|Quantity|Unit price|Amount|Note',
};

export const paperWords: MessageTables<PaperWords> = { 'zh-CN': paperZhCn, en: paperEn };
