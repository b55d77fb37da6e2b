import type { MessagesLike } from '../internal/locale.js';
import { wordTables } from '../internal/word-tables.js';

const zhCn = {
  heading: '统计',
  empty: '还没有可以统计的内容。有申请或报表后，这里列出件数和金额。',
  nothing: '这段时间里没有。请换一段时间。',
  rows: '按什么分行',
  columns: '按什么分列',
  noColumns: '不分列',
  measure: '图上画',
  from: '从',
  until: '到（含当天）',
  clear: '不限时间',
  town: '镇街',
  unit: '村（社区）',
  level: '层级',
  stage: '办理环节',
  outcome: '办理结果',
  timeliness: '是否按期',
  month: '月份',
  quarter: '季度',
  halfYear: '半年',
  year: '年份',
  total: '合计',
  others: '其他',
  counted: '统计的件数',
  yuan: '元',
  unread: ({ measure, count }: { measure: string; count: string }) => `有${count}件没有填写“${measure}”，不在合计内。`,
  chart: ({ measure, rows }: { measure: string; rows: string }) => `${measure}，按${rows}分；同样的数列在下面的表里`,
  table: ({ measure, rows }: { measure: string; rows: string }) => `${measure}，按${rows}分`,
  tableAll: ({ rows }: { rows: string }) => `按${rows}分`,
  wrongDays: '“从”不能晚于“到”。',
  exportCsv: '导出 CSV',
  exportExcel: '导出 Excel',
};

export type StatisticsWords = MessagesLike<typeof zhCn>;

/** A title in the midst of a sentence; one in capitals, such as GDP, stays what it is. */
const within = (title: string): string => title.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase());

const en: StatisticsWords = {
  heading: 'Statistics',
  empty: 'There is nothing to count yet. Once there are applications or reports, counts and amounts stand here.',
  nothing: 'There is nothing in this time. Choose another one.',
  rows: 'Rows by',
  columns: 'Columns by',
  noColumns: 'No columns',
  measure: 'In the chart',
  from: 'From',
  until: 'To (that day included)',
  clear: 'Any time',
  town: 'Town',
  unit: 'Village',
  level: 'Level',
  stage: 'Stage',
  outcome: 'Result',
  timeliness: 'Timeliness',
  month: 'Month',
  quarter: 'Quarter',
  halfYear: 'Half-year',
  year: 'Year',
  total: 'Total',
  others: 'Others',
  counted: 'Counted',
  yuan: 'CNY',
  unread: ({ measure, count }) => `${count} have no “${measure}” and are not in the sum.`,
  chart: ({ measure, rows }) => `${measure} by ${within(rows)}; the same figures stand in the table below`,
  table: ({ measure, rows }) => `${measure} by ${within(rows)}`,
  tableAll: ({ rows }) => `By ${within(rows)}`,
  wrongDays: '“From” must not be after “to”.',
  exportCsv: 'Export CSV',
  exportExcel: 'Export Excel',
};

export const statisticsWords = wordTables<StatisticsWords>({ 'zh-CN': zhCn, en });
