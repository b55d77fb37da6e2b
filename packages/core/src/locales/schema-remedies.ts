import type { Params } from './message-table.js';
import { listOf, textOf } from './message-table.js';

/** What people write for a type, in words of other tools or of their own. */
const MEANT: Readonly<Record<string, string>> = {
  text: 'string', str: 'string', varchar: 'string', 文字: 'string', 文本: 'string', 字符串: 'string', int: 'integer', 整数: 'integer', float: 'number', double: 'number', decimal: 'number', money: 'number', 数字: 'number', 金额: 'number',
  bool: 'boolean', checkbox: 'boolean', 是否: 'boolean', list: 'array', 列表: 'array', 数组: 'array', group: 'object', 对象: 'object', date: 'string", "format": "date', 日期: 'string", "format": "date',
};

const COUNTS = ['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties', 'maxContains', 'minContains'];
const NUMBERS = ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf'];

const meant = (value: unknown): string | undefined => (Object.prototype.hasOwnProperty.call(MEANT, textOf(value)) ? MEANT[textOf(value)] : undefined);
const family = (keyword: string): string => (COUNTS.includes(keyword) ? 'count' : NUMBERS.includes(keyword) ? 'number' : keyword);

type Remedies = Readonly<Record<string, (params: Params) => string>>;

const zhCn: Remedies = {
  type: ({ value }) => `${meant(value) === undefined ? '' : `是否想写 "type": "${String(meant(value))}"？`}可以写：string（文字）、number（数字）、integer（整数）、boolean（是或否）、array（列表）、object（一组内容）、null。`,
  enum: ({ value }) => `请把选项写成列表：${Array.isArray(value) ? '["甲", "乙"]' : JSON.stringify([value])}。`,
  required: ({ value }) => (value === true ? '必填写在上一层：在那里的 "required" 列表里写上这个字段的名字。' : '请写成字段名的列表，例如 "required": ["projectName"]。'),
  pattern: () => '请检查括号和方括号是否成对；例如 11 位手机号码写成 "^1[3-9][0-9]{9}$"。',
  $ref: ({ known }) => `请写 "#/$defs/名称"，并在 "$defs" 里写上它。${listOf(known).length === 0 ? '' : `现有的有：${listOf(known).map(textOf).join('、')}。`}`,
  count: () => '请写不小于 0 的整数，不加引号。',
  number: () => '请写数字，不加引号，也不写逗号和单位。',
  properties: () => '请写成 { "字段名": { "title": "……", "type": "string" } }。',
  items: () => '请写每一项的数据定义，例如 { "type": "string" }。',
};

const en: Remedies = {
  type: ({ value }) => `${meant(value) === undefined ? '' : `Did you mean "type": "${String(meant(value))}"? `}Known: string, number, integer, boolean, array, object, null.`,
  enum: ({ value }) => `Write the choices as a list: ${Array.isArray(value) ? '["a", "b"]' : JSON.stringify([value])}.`,
  required: ({ value }) => (value === true ? 'What is required is said one level up: put the name of this field into the "required" list there.' : 'Write a list of names, such as "required": ["projectName"].'),
  pattern: () => 'Check that parentheses and brackets come in pairs; a mobile number of 11 digits is "^1[3-9][0-9]{9}$".',
  $ref: ({ known }) => `Write "#/$defs/name" and put it under "$defs".${listOf(known).length === 0 ? '' : ` Known: ${listOf(known).map(textOf).join(', ')}.`}`,
  count: () => 'Write a whole number, 0 or more, without quotes.',
  number: () => 'Write a number without quotes, commas and unit.',
  properties: () => 'Write { "name": { "title": "…", "type": "string" } }.',
  items: () => 'Write the schema of each item, such as { "type": "string" }.',
};

const table = { 'zh-CN': zhCn, en };

/** How to mend a keyword of a JSON Schema that cannot be read; `''` where there is nothing better to say than that it is wrong. */
export function schemaRemedy(params: Params, locale: 'zh-CN' | 'en'): string {
  const remedies = table[locale];
  const key = family(textOf(params['keyword']));
  return Object.prototype.hasOwnProperty.call(remedies, key) ? (remedies[key]?.(params) ?? '') : '';
}
