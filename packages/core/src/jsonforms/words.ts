import type { Locale } from '../problems/problem.js';

/** What a JSON Forms document says that a form of ours says otherwise or not at all; each is a code, `json-forms/…`. */
export type Deviation =
  | 'element' | 'scope' | 'placed-twice' | 'other-label' | 'detail-layout' | 'option' | 'date-format'
  | 'condition-function' | 'condition-schema' | 'condition-scope' | 'unanswered';

type Words = Readonly<Record<Deviation, (params: Readonly<Record<string, unknown>>) => string>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

const zh: Words = {
  element: ({ type }) => `不认识布局元素“${text(type)}”，只转换其中的内容。`,
  scope: ({ scope }) => `“${text(scope)}”在数据结构中找不到，已略过。`,
  'placed-twice': ({ pointer }) => `“${text(pointer)}”在布局中出现不止一次，只保留第一处。`,
  'other-label': ({ pointer, label }) => `“${text(pointer)}”另有一个标题“${text(label)}”，同一项只能有一个标题，已略去。`,
  'detail-layout': ({ pointer }) => `“${text(pointer)}”每一项内不分组、不分栏，各题依次排列。`,
  option: ({ option }) => `没有与选项“${text(option)}”对应的设置，已略去。`,
  'date-format': ({ format }) => `日期以“${text(format)}”的写法保存，按普通文字填写。`,
  'condition-function': () => '条件是一段程序，无法写进文件，视为始终成立。',
  'condition-schema': ({ keyword }) => `条件中的“${text(keyword)}”无法表达，视为始终成立。`,
  'condition-scope': ({ scope }) => `条件所指的“${text(scope)}”不是一项回答，视为始终成立。`,
  unanswered: ({ scope }) => `在“${text(scope)}”未填写时，JSON Forms 认为条件已有结果，本表单则等到填写之后。`,
};

const en: Words = {
  element: ({ type }) => `The layout element "${text(type)}" is not known; what stands in it is converted.`,
  scope: ({ scope }) => `"${text(scope)}" leads nowhere in the schema and is left out.`,
  'placed-twice': ({ pointer }) => `"${text(pointer)}" stands in the layout more than once; the first place holds.`,
  'other-label': ({ pointer, label }) => `"${text(pointer)}" has a second label, "${text(label)}"; a question has one, so this is left out.`,
  'detail-layout': ({ pointer }) => `Inside the items of "${text(pointer)}" there are no groups and rows; the questions stand below each other.`,
  option: ({ option }) => `There is no setting for the option "${text(option)}"; it is left out.`,
  'date-format': ({ format }) => `The date is stored as "${text(format)}" and is filled in as plain text.`,
  'condition-function': () => 'The condition is a function, which no document can hold; it counts as fulfilled.',
  'condition-schema': ({ keyword }) => `The condition's "${text(keyword)}" cannot be said; it counts as fulfilled.`,
  'condition-scope': ({ scope }) => `"${text(scope)}" in the condition is not one answer; it counts as fulfilled.`,
  unanswered: ({ scope }) => `While "${text(scope)}" is not answered JSON Forms takes the condition as settled; here it waits for the answer.`,
};

export const words: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en };
