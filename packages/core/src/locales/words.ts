import type { Locale } from '../problems/problem.js';

/** Words and small phrases that labels and answers are written with. */
export interface Words {
  readonly yes: string;
  readonly no: string;
  readonly confirmed: string;
  readonly notConfirmed: string;
  readonly notAnswered: string;
  /** Between the answers of a list. */
  readonly separator: string;
  /** Between a label and its answer in running text. */
  readonly colon: string;
  readonly item: (number: number) => string;
  readonly itemOf: (list: string, number: number) => string;
  readonly fieldOfItem: (list: string, number: number, field: string) => string;
  readonly items: (count: number) => string;
}

export const words: Readonly<Record<Locale, Words>> = {
  'zh-CN': {
    yes: '是',
    no: '否',
    confirmed: '已确认',
    notConfirmed: '未确认',
    notAnswered: '未填写',
    separator: '、',
    colon: '：',
    item: (number) => `第${number}项`,
    itemOf: (list, number) => `${list}第${number}项`,
    fieldOfItem: (list, number, field) => `${list}第${number}项的${field}`,
    items: (count) => `共${count}项`,
  },
  en: {
    yes: 'Yes',
    no: 'No',
    confirmed: 'Confirmed',
    notConfirmed: 'Not confirmed',
    notAnswered: 'Not answered',
    separator: ', ',
    colon: ': ',
    item: (number) => `Item ${number}`,
    itemOf: (list, number) => `${list}, item ${number}`,
    fieldOfItem: (list, number, field) => `${list}, item ${number}: ${field}`,
    items: (count) => (count === 1 ? '1 item' : `${count} items`),
  },
};
