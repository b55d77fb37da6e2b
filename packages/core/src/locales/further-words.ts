import { wordTables } from './word-tables.js';

/** Words and small phrases that answers are told with, and questions between ways to answer: a page that only asks has no use for them. */
export interface FurtherWords {
  readonly confirmed: string;
  readonly notConfirmed: string;
  readonly notAnswered: string;
  /** In place of an answer that is taken in and never shown again. */
  readonly notShown: string;
  /** Between the items of a list, each of several answers. */
  readonly listed: string;
  /** Two days, one of which may be missing. */
  readonly range: (from: string, to: string) => string;
  /** Behind an amount, which need not be a number yet. */
  readonly periodUnits: Readonly<Record<'workingDay' | 'calendarDay' | 'day' | 'month' | 'year', (amount: unknown) => string>>;
  /** In place of an answer that is kept secret. */
  readonly secret: string;
  readonly items: (count: number) => string;
  /** The question between ways to answer; without a label it is about the form. */
  readonly howToAnswer: (label: string) => string;
  /** Ways to answer that have no name of their own. */
  readonly kinds: Readonly<Record<'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null', string>>;
  readonly way: (number: number) => string;
  /** Of an answer that is stored by its code: its name with what tells it apart, or why there is no name. */
  readonly withDetail: (name: string, detail: string) => string;
  readonly nameReading: (code: string) => string;
  readonly nameUnknown: (code: string) => string;
  readonly nameUnread: (code: string) => string;
}

export const furtherWords = wordTables<FurtherWords>({
  'zh-CN': {
    confirmed: '已确认',
    notConfirmed: '未确认',
    notAnswered: '未填写',
    notShown: '已填写（不显示）',
    listed: '；',
    range: (from, to) => `${from}至${to}`,
    periodUnits: { workingDay: () => '个工作日', calendarDay: () => '日', day: () => '日', month: () => '个月', year: () => '年' },
    secret: '已填写，不显示',
    items: (count) => `共${count}项`,
    howToAnswer: (label) => (label === '' ? '按哪一种情况填写' : `${label}按哪一种情况填写`),
    kinds: { string: '文字', number: '数字', integer: '整数', boolean: '是或否', array: '列表', object: '分项填写', null: '没有' },
    way: (number) => `第${number}种`,
    withDetail: (name, detail) => `${name}（${detail}）`,
    nameReading: (code) => `${code}（正在读取名称）`,
    nameUnknown: (code) => `${code}（没有查到名称）`,
    nameUnread: (code) => `${code}（名称暂时读不到）`,
  },
  en: {
    confirmed: 'Confirmed',
    notConfirmed: 'Not confirmed',
    notAnswered: 'Not answered',
    notShown: 'Answered (not shown)',
    listed: '; ',
    range: (from, to) => `${from} to ${to}`.trim(),
    periodUnits: {
      workingDay: (amount) => (amount === 1 ? 'working day' : 'working days'),
      calendarDay: (amount) => (amount === 1 ? 'day' : 'days'),
      day: (amount) => (amount === 1 ? 'day' : 'days'),
      month: (amount) => (amount === 1 ? 'month' : 'months'),
      year: (amount) => (amount === 1 ? 'year' : 'years'),
    },
    secret: 'Given, not shown',
    items: (count) => (count === 1 ? '1 item' : `${count} items`),
    howToAnswer: (label) => (label === '' ? 'How to answer' : `${label}: how to answer`),
    kinds: { string: 'Text', number: 'Number', integer: 'Whole number', boolean: 'Yes or no', array: 'List', object: 'Several details', null: 'None' },
    way: (number) => `Option ${number}`,
    withDetail: (name, detail) => `${name} (${detail})`,
    nameReading: (code) => `${code} (name is being read)`,
    nameUnknown: (code) => `${code} (no name found)`,
    nameUnread: (code) => `${code} (name cannot be read now)`,
  },
});
