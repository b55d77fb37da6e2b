import type { LocalizedText } from '../problems/problem.js';
import { wordTables } from './word-tables.js';

/** Words and small phrases that labels are written with. */
export interface Words {
  readonly yes: string;
  readonly no: string;
  /** Said in place of an answer: null. */
  readonly nothingToSay: string;
  readonly nothingToSayOf: (label: string) => string;
  /** Answers under names that the person gives, beside the questions of a form. */
  readonly furtherAnswers: string;
  /** An empty list or object among choices. */
  readonly nothingInIt: string;
  /** Between the answers of a list. */
  readonly separator: string;
  /** Between the answers of a group in running text. */
  readonly comma: string;
  /** Between a label and its answer in running text. */
  readonly colon: string;
  /** Parts of one answer by what they are. */
  readonly parts: Readonly<Record<'from' | 'to' | 'amount' | 'unit' | 'area' | 'detail', string>>;
  readonly partOf: (whole: string, part: string) => string;
  readonly item: (number: number) => string;
  /** An item and what it is called. */
  readonly titled: (item: string, title: string) => string;
  readonly itemOf: (list: string, number: number) => string;
  readonly fieldOfItem: (list: string, number: number, field: string) => string;
  /** Why a step is closed: those before it, by their titles, or an answer that is not there yet. */
  readonly finishFirst: (steps: string) => string;
  readonly opensLater: string;
  /** An answer that has a name in place of a number. */
  readonly entryOf: (group: string, name: string) => string;
  readonly fieldOfEntry: (group: string, name: string, field: string) => string;
  /** The unit of money. */
  readonly yuan: string;
}

export const words = wordTables<Words>({
  'zh-CN': {
    yes: '是',
    no: '否',
    nothingToSay: '无此项，不填报',
    nothingToSayOf: (label) => `${label}：无此项，不填报`,
    furtherAnswers: '其他内容',
    nothingInIt: '（空）',
    separator: '、',
    comma: '，',
    colon: '：',
    parts: { from: '开始日期', to: '结束日期', amount: '数量', unit: '单位', area: '所在地区', detail: '详细地址' },
    partOf: (whole, part) => `${whole}的${part}`,
    item: (number) => `第${number}项`,
    titled: (item, title) => `${item}（${title}）`,
    itemOf: (list, number) => `${list}第${number}项`,
    fieldOfItem: (list, number, field) => `${list}第${number}项的${field}`,
    finishFirst: (steps) => `请先填好：${steps}`,
    opensLater: '前面的内容满足条件后才能填写',
    entryOf: (group, name) => `${group}中的“${name}”`,
    fieldOfEntry: (group, name, field) => `${group}中“${name}”的${field}`,
    yuan: '元',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    nothingToSay: 'Nothing to state',
    nothingToSayOf: (label) => `${label}: nothing to state`,
    furtherAnswers: 'Further answers',
    nothingInIt: '(empty)',
    separator: ', ',
    comma: ', ',
    colon: ': ',
    parts: { from: 'First day', to: 'Last day', amount: 'Number', unit: 'Unit', area: 'Area', detail: 'Street address' },
    partOf: (whole, part) => `${whole}, ${part}`,
    item: (number) => `Item ${number}`,
    titled: (item, title) => `${item} (${title})`,
    itemOf: (list, number) => `${list}, item ${number}`,
    fieldOfItem: (list, number, field) => `${list}, item ${number}: ${field}`,
    finishFirst: (steps) => `Please complete first: ${steps}`,
    opensLater: 'Opens once the answers before it allow for it',
    entryOf: (group, name) => `${group}, “${name}”`,
    fieldOfEntry: (group, name, field) => `${group}, “${name}”: ${field}`,
    yuan: 'CNY',
  },
});

const LANGUAGES = ['zh-CN', 'en'] as const;

/** A text of ours as definitions write theirs. */
export function inEachLanguage(say: (texts: Words) => string): LocalizedText {
  return LANGUAGES.reduce<LocalizedText>((text, locale) => ({ ...text, [locale]: say(words[locale]) }), { 'zh-CN': '' });
}
