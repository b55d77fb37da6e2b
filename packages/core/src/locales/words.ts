import type { LocalizedText } from '../problems/problem.js';
import { wordTables } from './word-tables.js';

/** Words and small phrases that labels and answers are written with. */
export interface Words {
  readonly yes: string;
  readonly no: string;
  readonly confirmed: string;
  readonly notConfirmed: string;
  readonly notAnswered: string;
  /** Said in place of an answer: null. */
  readonly nothingToSay: string;
  readonly nothingToSayOf: (label: string) => string;
  /** Answers under names that the person gives, beside the questions of a form. */
  readonly furtherAnswers: string;
  /** An empty list or object among choices. */
  readonly nothingInIt: string;
  /** In place of an answer that is taken in and never shown again. */
  readonly notShown: string;
  /** Between the answers of a list. */
  readonly separator: string;
  /** Between the items of a list, each of several answers. */
  readonly listed: string;
  /** Between the answers of a group in running text. */
  readonly comma: string;
  /** Between a label and its answer in running text. */
  readonly colon: string;
  /** Parts of one answer by what they are. */
  readonly parts: Readonly<Record<'from' | 'to' | 'amount' | 'unit' | 'area' | 'detail', string>>;
  readonly partOf: (whole: string, part: string) => string;
  /** Two days, one of which may be missing. */
  readonly range: (from: string, to: string) => string;
  /** Behind an amount, which need not be a number yet. */
  readonly periodUnits: Readonly<Record<'workingDay' | 'calendarDay' | 'day' | 'month' | 'year', (amount: unknown) => string>>;
  /** In place of an answer that is kept secret. */
  readonly secret: string;
  readonly item: (number: number) => string;
  /** An item and what it is called. */
  readonly titled: (item: string, title: string) => string;
  readonly itemOf: (list: string, number: number) => string;
  readonly fieldOfItem: (list: string, number: number, field: string) => string;
  readonly items: (count: number) => string;
  /** Why a step is closed: those before it, by their titles, or an answer that is not there yet. */
  readonly finishFirst: (steps: string) => string;
  readonly opensLater: string;
  /** An answer that has a name in place of a number. */
  readonly entryOf: (group: string, name: string) => string;
  readonly fieldOfEntry: (group: string, name: string, field: string) => string;
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
  /** The unit of money. */
  readonly yuan: string;
}

export const words = wordTables<Words>({
  'zh-CN': {
    yes: '是',
    no: '否',
    confirmed: '已确认',
    notConfirmed: '未确认',
    notAnswered: '未填写',
    nothingToSay: '无此项，不填报',
    nothingToSayOf: (label) => `${label}：无此项，不填报`,
    furtherAnswers: '其他内容',
    nothingInIt: '（空）',
    notShown: '已填写（不显示）',
    separator: '、',
    listed: '；',
    comma: '，',
    colon: '：',
    parts: { from: '开始日期', to: '结束日期', amount: '数量', unit: '单位', area: '所在地区', detail: '详细地址' },
    partOf: (whole, part) => `${whole}的${part}`,
    range: (from, to) => `${from}至${to}`,
    periodUnits: { workingDay: () => '个工作日', calendarDay: () => '日', day: () => '日', month: () => '个月', year: () => '年' },
    secret: '已填写，不显示',
    item: (number) => `第${number}项`,
    titled: (item, title) => `${item}（${title}）`,
    itemOf: (list, number) => `${list}第${number}项`,
    fieldOfItem: (list, number, field) => `${list}第${number}项的${field}`,
    items: (count) => `共${count}项`,
    finishFirst: (steps) => `请先填好：${steps}`,
    opensLater: '前面的内容满足条件后才能填写',
    entryOf: (group, name) => `${group}中的“${name}”`,
    fieldOfEntry: (group, name, field) => `${group}中“${name}”的${field}`,
    howToAnswer: (label) => (label === '' ? '按哪一种情况填写' : `${label}按哪一种情况填写`),
    kinds: { string: '文字', number: '数字', integer: '整数', boolean: '是或否', array: '列表', object: '分项填写', null: '没有' },
    way: (number) => `第${number}种`,
    withDetail: (name, detail) => `${name}（${detail}）`,
    nameReading: (code) => `${code}（正在读取名称）`,
    nameUnknown: (code) => `${code}（没有查到名称）`,
    nameUnread: (code) => `${code}（名称暂时读不到）`,
    yuan: '元',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    confirmed: 'Confirmed',
    notConfirmed: 'Not confirmed',
    notAnswered: 'Not answered',
    nothingToSay: 'Nothing to state',
    nothingToSayOf: (label) => `${label}: nothing to state`,
    furtherAnswers: 'Further answers',
    nothingInIt: '(empty)',
    notShown: 'Answered (not shown)',
    separator: ', ',
    listed: '; ',
    comma: ', ',
    colon: ': ',
    parts: { from: 'First day', to: 'Last day', amount: 'Number', unit: 'Unit', area: 'Area', detail: 'Street address' },
    partOf: (whole, part) => `${whole}, ${part}`,
    range: (from, to) => `${from} to ${to}`.trim(),
    periodUnits: {
      workingDay: (amount) => (amount === 1 ? 'working day' : 'working days'),
      calendarDay: (amount) => (amount === 1 ? 'day' : 'days'),
      day: (amount) => (amount === 1 ? 'day' : 'days'),
      month: (amount) => (amount === 1 ? 'month' : 'months'),
      year: (amount) => (amount === 1 ? 'year' : 'years'),
    },
    secret: 'Given, not shown',
    item: (number) => `Item ${number}`,
    titled: (item, title) => `${item} (${title})`,
    itemOf: (list, number) => `${list}, item ${number}`,
    fieldOfItem: (list, number, field) => `${list}, item ${number}: ${field}`,
    items: (count) => (count === 1 ? '1 item' : `${count} items`),
    finishFirst: (steps) => `Please complete first: ${steps}`,
    opensLater: 'Opens once the answers before it allow for it',
    entryOf: (group, name) => `${group}, “${name}”`,
    fieldOfEntry: (group, name, field) => `${group}, “${name}”: ${field}`,
    howToAnswer: (label) => (label === '' ? 'How to answer' : `${label}: how to answer`),
    kinds: { string: 'Text', number: 'Number', integer: 'Whole number', boolean: 'Yes or no', array: 'List', object: 'Several details', null: 'None' },
    way: (number) => `Option ${number}`,
    withDetail: (name, detail) => `${name} (${detail})`,
    nameReading: (code) => `${code} (name is being read)`,
    nameUnknown: (code) => `${code} (no name found)`,
    nameUnread: (code) => `${code} (name cannot be read now)`,
    yuan: 'CNY',
  },
});

const LANGUAGES = ['zh-CN', 'en'] as const;

/** A text of ours as definitions write theirs. */
export function inEachLanguage(say: (texts: Words) => string): LocalizedText {
  return LANGUAGES.reduce<LocalizedText>((text, locale) => ({ ...text, [locale]: say(words[locale]) }), { 'zh-CN': '' });
}
