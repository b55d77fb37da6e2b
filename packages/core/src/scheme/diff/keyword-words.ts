import { wordOf } from '../../locales/scheme-words.js';
import type { Locale, LocalizedText } from '../../problems/problem.js';
import { hasOwn } from '../../validation/instance.js';

type WordTable = Readonly<Record<string, Required<LocalizedText>>>;

/** Keywords of JSON Schema and settings of fields, as people who fill in forms would say them. */
const KEYWORDS: WordTable = {
  required: { 'zh-CN': '必填项', en: 'required answers' }, enum: { 'zh-CN': '选项', en: 'options' }, const: { 'zh-CN': '固定取值', en: 'fixed value' }, type: { 'zh-CN': '类型', en: 'type' }, format: { 'zh-CN': '格式', en: 'format' },
  minLength: { 'zh-CN': '最少字数', en: 'least number of characters' }, maxLength: { 'zh-CN': '最多字数', en: 'largest number of characters' }, pattern: { 'zh-CN': '写法', en: 'pattern' },
  minimum: { 'zh-CN': '下限', en: 'minimum' }, maximum: { 'zh-CN': '上限', en: 'maximum' }, exclusiveMinimum: { 'zh-CN': '下限（不含）', en: 'minimum (exclusive)' }, exclusiveMaximum: { 'zh-CN': '上限（不含）', en: 'maximum (exclusive)' }, multipleOf: { 'zh-CN': '倍数', en: 'step' },
  minItems: { 'zh-CN': '最少项数', en: 'least number of items' }, maxItems: { 'zh-CN': '最多项数', en: 'largest number of items' }, uniqueItems: { 'zh-CN': '不得重复', en: 'no item twice' }, minProperties: { 'zh-CN': '最少填写数', en: 'least number of answers' }, maxProperties: { 'zh-CN': '最多填写数', en: 'largest number of answers' },
  items: { 'zh-CN': '每一项', en: 'each item' }, properties: { 'zh-CN': '字段', en: 'fields' }, additionalProperties: { 'zh-CN': '未列出的字段', en: 'answers that are not listed' }, default: { 'zh-CN': '预填内容', en: 'default' }, title: { 'zh-CN': '名称', en: 'title' }, description: { 'zh-CN': '说明', en: 'description' },
  allOf: { 'zh-CN': '附加要求', en: 'further requirements' }, anyOf: { 'zh-CN': '几种填法', en: 'alternatives' }, oneOf: { 'zh-CN': '几种填法', en: 'alternatives' }, not: { 'zh-CN': '不得填写的内容', en: 'what it must not be' }, if: { 'zh-CN': '前提', en: 'condition' }, then: { 'zh-CN': '满足前提时的要求', en: 'requirements where it holds' }, else: { 'zh-CN': '不满足前提时的要求', en: 'requirements where it does not' },
  dependentRequired: { 'zh-CN': '连带必填项', en: 'answers required by others' }, dependentSchemas: { 'zh-CN': '连带要求', en: 'requirements that follow from others' }, $defs: { 'zh-CN': '公用定义', en: 'shared definitions' }, $ref: { 'zh-CN': '引用', en: 'reference' },
  help: { 'zh-CN': '填写说明', en: 'help' }, placeholder: { 'zh-CN': '提示文字', en: 'placeholder' }, requiredWhen: { 'zh-CN': '必填条件', en: 'condition for being required' }, visibleWhen: { 'zh-CN': '显示条件', en: 'condition for being shown' }, hiddenAnswer: { 'zh-CN': '隐藏后答案的处理', en: 'treatment of hidden answers' },
  visibleTo: { 'zh-CN': '谁能看到', en: 'who sees it' }, publish: { 'zh-CN': '公开方式', en: 'way of publication' }, mask: { 'zh-CN': '遮盖方式', en: 'mask' }, options: { 'zh-CN': '选项文字', en: 'words of the options' }, unit: { 'zh-CN': '单位', en: 'unit' }, widget: { 'zh-CN': '控件', en: 'widget' }, width: { 'zh-CN': '宽度', en: 'width' }, messages: { 'zh-CN': '提示语', en: 'messages' },
};

const TYPES: WordTable = {
  string: { 'zh-CN': '文字', en: 'text' }, number: { 'zh-CN': '数字', en: 'number' }, integer: { 'zh-CN': '整数', en: 'whole number' }, boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  array: { 'zh-CN': '列表', en: 'list' }, object: { 'zh-CN': '一组字段', en: 'group of fields' }, null: { 'zh-CN': '空', en: 'empty' },
};
const FORMATS: WordTable = { money: { 'zh-CN': '金额', en: 'amount of money' }, date: { 'zh-CN': '日期', en: 'date' }, 'date-time': { 'zh-CN': '时间', en: 'time' }, email: { 'zh-CN': '电子邮箱', en: 'e-mail address' }, uri: { 'zh-CN': '网址', en: 'web address' } };

/** The word for a keyword or setting inside a form; the name itself where it has none. */
export function keywordWord(keyword: string, locale: Locale): string {
  return lookUp(KEYWORDS, keyword, locale) ?? (wordOf(keyword, locale) || keyword);
}

/** What a keyword says, where plain values would be programmers' words; `undefined` for values that speak for themselves. */
export function keywordValue(keyword: string, value: unknown, locale: Locale): string | undefined {
  if (keyword === 'type') return [value].flat().map((name) => (typeof name === 'string' ? (lookUp(TYPES, name, locale) ?? name) : String(name))).join(locale === 'en' ? ' or ' : '或');
  if (keyword === 'format' && typeof value === 'string') return lookUp(FORMATS, value, locale) ?? value;
  if (typeof value !== 'boolean') return undefined;
  if (keyword === 'additionalProperties') return locale === 'en' ? (value ? 'allowed' : 'not allowed') : (value ? '允许' : '不允许');
  return locale === 'en' ? (value ? 'yes' : 'no') : (value ? '是' : '否');
}

function lookUp(table: WordTable, key: string, locale: Locale): string | undefined {
  return hasOwn(table, key) ? table[key]?.[locale] : undefined;
}
