import { formatDate } from '../../calendar/dates.js';
import type { RecordSentences } from '../record-problems.js';
import { shareText } from '../share-text.js';

const text = (value: unknown): string => String(value);
const opinionZh: Readonly<Record<string, string>> = { for: '赞成', against: '反对', other: '其他' };
const opinionEn: Readonly<Record<string, string>> = { for: 'for', against: 'against', other: 'other' };
const baseZh: Readonly<Record<string, string>> = { asked: '征求意见', answered: '答复' };
const baseEn: Readonly<Record<string, string>> = { asked: 'asked', answered: 'who answered' };

/** What is wrong in a record of opinions. */
export const opinionSentences = {
  'zh-CN': {
    'opinions/none': () => ({ message: '还没有征求意见的记录，不能提交', remedy: '请填写征求到的意见份数。' }),
    'opinions/count': (p) => ({ message: `${text(p['group'])}的份数须是不小于0的整数` }),
    'opinions/group-unknown': (p) => ({ message: `“${text(p['group'])}”不在征求意见的对象里`, remedy: `可选：${text(p['known'])}。` }),
    'opinions/group-twice': (p) => ({ message: `${text(p['group'])}填写了两次`, remedy: '请合并成一行。' }),
    'opinions/asked-too-few': (p) => ({ message: `${text(p['group'])}征求${text(p['asked'])}人，答复却有${text(p['answered'])}份` }),
    'opinions/group-minimum': (p) => ({ message: `${text(p['group'])}的意见至少${text(p['minimum'])}份，现有${text(p['answered'])}份，还差${text(p['short'])}份` }),
    'opinions/minimum': (p) => ({ message: `意见至少${text(p['minimum'])}份，现有${text(p['answered'])}份，还差${text(p['short'])}份` }),
    'opinions/support': (p) => ({ message: `赞成${text(p['count'])}份，${baseZh[text(p['base'])] ?? ''}共${text(p['of'])}，${p['op'] === '>' ? '没有超过' : '不到'}${shareText(p['ratio'])}` }),
    'opinions/asked-unknown': (p) => ({ message: `请填写${text(p['group'])}征求了多少人，赞成比例按征求人数计算` }),
    'opinions/list-exceeds': (p) => ({ message: `${text(p['group'])}的名单里${opinionZh[text(p['opinion'])] ?? ''}有${text(p['listed'])}人，统计却是${text(p['counted'])}份`, remedy: '请改正统计或名单。' }),
    'opinions/personal-data': (p) => ({ message: `第${text(p['row'])}条意见里有身份证号、电话或账号，这条意见的内容不公开`, remedy: '请删去这些号码。' }),
    'opinions/date-missing': () => ({ message: '请填写征求意见的日期' }),
    'opinions/date-ahead': (p) => ({ message: `征求意见的日期${formatDate(text(p['date']), 'zh-CN')}还没有到` }),
  },
  en: {
    'opinions/none': () => ({ message: 'No opinion has been recorded; the form cannot be submitted.', remedy: 'Enter how many opinions there are.' }),
    'opinions/count': (p) => ({ message: `The numbers of ${text(p['group'])} have to be whole and at least 0.` }),
    'opinions/group-unknown': (p) => ({ message: `“${text(p['group'])}” is none of those who are asked.`, remedy: `Choose among: ${text(p['known'])}.` }),
    'opinions/group-twice': (p) => ({ message: `${text(p['group'])} is there twice.`, remedy: 'Put both in one row.' }),
    'opinions/asked-too-few': (p) => ({ message: `${text(p['group'])}: ${text(p['asked'])} were asked and ${text(p['answered'])} answered.` }),
    'opinions/group-minimum': (p) => ({ message: `${text(p['group'])}: at least ${text(p['minimum'])} opinions are needed, there are ${text(p['answered'])}; ${text(p['short'])} missing.` }),
    'opinions/minimum': (p) => ({ message: `At least ${text(p['minimum'])} opinions are needed, there are ${text(p['answered'])}; ${text(p['short'])} missing.` }),
    'opinions/support': (p) => ({ message: `${text(p['count'])} are for it of ${text(p['of'])} ${baseEn[text(p['base'])] ?? ''}, which is ${p['op'] === '>' ? 'not more than' : 'less than'} ${shareText(p['ratio'])}.` }),
    'opinions/asked-unknown': (p) => ({ message: `Enter how many of ${text(p['group'])} were asked; the share in favour is taken of them.` }),
    'opinions/list-exceeds': (p) => ({ message: `${text(p['group'])}: ${text(p['listed'])} on the list (${opinionEn[text(p['opinion'])] ?? ''}), ${text(p['counted'])} counted.`, remedy: 'Mend the numbers or the list.' }),
    'opinions/personal-data': (p) => ({ message: `Opinion ${text(p['row'])} holds a personal number; its text is not made public.`, remedy: 'Remove the number.' }),
    'opinions/date-missing': () => ({ message: 'Enter the day of the opinions.' }),
    'opinions/date-ahead': (p) => ({ message: `The day of the opinions, ${formatDate(text(p['date']), 'en')}, has not come yet.` }),
  },
} satisfies RecordSentences;

export type OpinionCode = keyof (typeof opinionSentences)['zh-CN'];
