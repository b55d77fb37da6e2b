import type { MessagesLike } from '../../../locale.js';
import { wordTables } from '../../../word-tables.js';

const zhCn = { workingDay: '工作日', calendarDay: '日（自然日）', day: '日', month: '个月', year: '年' };

const en: MessagesLike<typeof zhCn> = { workingDay: 'working days', calendarDay: 'calendar days', day: 'days', month: 'months', year: 'years' };

export const periodWords = wordTables<MessagesLike<typeof zhCn>>({ 'zh-CN': zhCn, en });
