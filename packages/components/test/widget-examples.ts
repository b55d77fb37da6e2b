import type { FieldSettings, FormDefinition } from '@cobuild/core';
import type { FieldHosts } from '../src/hosts/field-hosts.js';

/** One question for one widget: tests and stories draw it. */
export interface WidgetExample {
  readonly name: string;
  /** What the question is drawn with. */
  readonly widget: string;
  /** Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly settings: FieldSettings;
  /** A right answer. */
  readonly value: unknown;
  /** It in words, as a person reads it when nothing can be typed. */
  readonly text: string;
  /** An answer that is refused; without one an empty answer is. */
  readonly wrong?: unknown;
  /** Keys that make `typed` (else `value`) of an empty field after the focus came to it with Tab. */
  readonly keys: readonly string[];
  readonly typed?: unknown;
  readonly hosts?: FieldHosts;
}

/** A form around the question: a text before it, so that the keyboard has to come to it. */
export function exampleForm({ schema, settings }: WidgetExample, more: Readonly<Record<string, unknown>> = {}): FormDefinition {
  return {
    id: 'example',
    title: { 'zh-CN': '示例', en: 'Example' },
    schema: { type: 'object', required: ['question'], properties: { before: { type: 'string' }, question: { ...schema, ...more } } },
    fields: {
      '/before': { title: { 'zh-CN': '前一项', en: 'Before' } },
      '/question': { help: { 'zh-CN': '按实际情况填写。', en: 'As it is.' }, ...settings },
    },
  };
}

const towns = {
  options: {
    hecheng: { 'zh-CN': '荷城街道', en: 'Hecheng' },
    yanghe: { 'zh-CN': '杨和镇', en: 'Yanghe' },
    mingcheng: { 'zh-CN': '明城镇', en: 'Mingcheng' },
    genghe: { 'zh-CN': '更合镇', en: 'Genghe' },
  },
};
const townNames = Object.keys(towns.options);

/** The plain widgets. */
export const plainExamples: readonly WidgetExample[] = [
  { name: 'text', widget: 'text', schema: { type: 'string', maxLength: 20 }, settings: { title: { 'zh-CN': '项目名称', en: 'Project name' } }, value: '暖心服务站', text: '暖心服务站', wrong: '荷城街道晴川村党群服务中心闲置公房改建邻里暖心服务站', keys: ['abc'], typed: 'abc' },
  { name: 'textarea', widget: 'textarea', schema: { type: 'string', maxLength: 200 }, settings: { title: { 'zh-CN': '背景', en: 'Background' } }, value: '村里老人多，年轻人外出多，日常照料靠邻里。', text: '村里老人多，年轻人外出多，日常照料靠邻里。', keys: ['abc'], typed: 'abc' },
  { name: 'number', widget: 'number', schema: { type: 'integer', minimum: 10 }, settings: { title: { 'zh-CN': '受益户数', en: 'Households' }, unit: { 'zh-CN': '户', en: 'households' } }, value: 1200, text: '1,200 户', wrong: 3, keys: ['1200'] },
  { name: 'money', widget: 'money', schema: { type: 'number', format: 'money', minimum: 1 }, settings: { title: { 'zh-CN': '申请金额', en: 'Amount' } }, value: 120000.5, text: '120,000.50 元', wrong: 0.5, keys: ['120,000.5'] },
  { name: 'date', widget: 'date', schema: { type: 'string', format: 'date' }, settings: { title: { 'zh-CN': '开工日期', en: 'Starts on' } }, value: '2026-03-05', text: '2026年3月5日', wrong: '2026-02-30', keys: ['03052026'] },
  { name: 'select', widget: 'select', schema: { enum: townNames }, settings: { title: { 'zh-CN': '所在镇街', en: 'Town' }, widget: 'select', ...towns }, value: 'yanghe', text: '杨和镇', wrong: 'xijiang', keys: ['{ArrowDown}', '{ArrowDown}'] },
  { name: 'radio', widget: 'radio', schema: { enum: townNames }, settings: { title: { 'zh-CN': '牵头镇街', en: 'Leading town' }, ...towns }, value: 'yanghe', text: '杨和镇', keys: [' ', '{ArrowDown}'] },
  { name: 'checkboxes', widget: 'checkboxes', schema: { type: 'array', minItems: 1, items: { enum: townNames } }, settings: { title: { 'zh-CN': '覆盖镇街', en: 'Towns covered' }, ...towns }, value: ['hecheng', 'yanghe'], text: '荷城街道、杨和镇', keys: [' ', '{Tab}', ' '] },
  { name: 'yesNo', widget: 'yesNo', schema: { type: 'boolean' }, settings: { title: { 'zh-CN': '是否新建场地', en: 'New site' } }, value: true, text: '是', keys: [' '] },
  { name: 'confirmation', widget: 'confirmation', schema: { type: 'boolean', const: true }, settings: { title: { 'zh-CN': '以上内容属实', en: 'All of this is true' }, widget: 'confirmation' }, value: true, text: '是', keys: [' '] },
];
