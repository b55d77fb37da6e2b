import type { MessagesLike } from '../internal/locale.js';
import { wordTables } from '../internal/word-tables.js';

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
  opinionsLines: '征求意见日期：|征求方式：',
  opinionsColumns: '征求对象|征求人数|赞成|反对|其他|合计',
  opinionsSummary: '主要意见和采纳情况',
  motion: '议题：',
  discussionsColumns: '步骤|日期|召集人|应到|实到|赞成|反对|弃权|结果',
  discussionsHint: '公开的步骤写明张贴和撤下的日期，由经办人签名。',
  applicantsColumns: '单位名称|牵头或合作|统一社会信用代码|承担的工作|份额|签字',
  indicatorsColumns: '类别|指标名称|单位|现状|目标|权重（%）',
  indicatorGroups: ({ groups }: { groups: string }) => `类别：${groups}`,
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
  opinionsLines: 'Day of the opinions:|How they were asked:',
  opinionsColumns: 'Who was asked|Asked|For|Against|Other|Total',
  opinionsSummary: 'Main opinions and what became of them',
  motion: 'Motion:',
  discussionsColumns: 'Step|Day|Called by|Should attend|Present|For|Against|Abstain|Result',
  discussionsHint: 'For postings write both days, signed by who is in charge.',
  applicantsColumns: 'Organisation|Lead or partner|Code|Task|Share|Signature',
  indicatorsColumns: 'Group|Indicator|Unit|Now|Target|Weight (%)',
  indicatorGroups: ({ groups }) => `Groups: ${groups}`,
};

export const paperWords = wordTables<PaperWords>({ 'zh-CN': paperZhCn, en: paperEn });
