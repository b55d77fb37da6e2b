import { listOf, textOf } from '../../locales/message-table.js';
import type { Locale } from '../../problems/problem.js';

type Remedies = Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>>;

/** Words of what a field cannot be drawn for. */
const reasons = (remedies: Readonly<Record<string, string>>) => (params: Readonly<Record<string, unknown>>): string => remedies[textOf(params['reason'])] ?? '';
const near = (params: Readonly<Record<string, unknown>>, words: (name: string) => string): string => (params['nearest'] === undefined ? '' : words(textOf(params['nearest'])));

const zhCn: Remedies = {
  'form/unsupported': reasons({ deep: '请减少层次，或把里面的内容改成列表。', type: '请写 "type"，例如 "type": "string"。', open: '请用 "properties" 列出要填的内容。', root: '请在最外层写 "type": "object" 和 "properties"。' }),
  'form/unsuitable-widget': (params) => `请删去 "widget"，或换成：${listOf(params['known']).map(textOf).join('、')}。`,
  'form/unknown-field': (params) => `${near(params, (name) => `是否想写“${name}”？`)}字段写成路径，例如 "/projectName"；列表里的每一项写 *，例如 "/lines/*/amount"。`,
  'form/unknown-reference': () => '请写 "#/$defs/名称"，并在 "$defs" 里写上它。',
  'form/item-name': () => '请给字段换一个名字，例如 "items"。',
  'form/review-section': () => '请把这些栏目移到前面的步骤里，或删去 "review"。',
  'form/validators-disagree': () => '金额请用 "format": "money"；其他请换一种写法。',
  'form/record-type': (params) => `请把数据定义里的 "type" 写成 "${textOf(params['expected'])}"，或删去 "record"。`,
  'form/schema': () => '请改正数据定义（JSON Schema 2020-12）。',
  'form/computed-cycle': () => '请让其中一个字段由申报人填写，或改正计算式。',
};

const en: Remedies = {
  'form/unsupported': reasons({ deep: 'Nest less deeply, or make a list of what is inside.', type: 'Write "type", such as "type": "string".', open: 'List what is to be filled in under "properties".', root: 'Write "type": "object" and "properties" at the root.' }),
  'form/unsuitable-widget': (params) => `Remove "widget", or use one of: ${listOf(params['known']).map(textOf).join(', ')}.`,
  'form/unknown-field': (params) => `${near(params, (name) => `Did you mean “${name}”? `)}Fields are written as pointers, such as "/projectName"; each item of a list is *, as in "/lines/*/amount".`,
  'form/unknown-reference': () => 'Write "#/$defs/name", and put it under "$defs".',
  'form/item-name': () => 'Give the field another name, such as "items".',
  'form/review-section': () => 'Move these sections to an earlier step, or remove "review".',
  'form/validators-disagree': () => 'For money use "format": "money"; otherwise say it in another way.',
  'form/record-type': (params) => `Make the "type" in the schema "${textOf(params['expected'])}", or remove "record".`,
  'form/schema': () => 'Mend the schema (JSON Schema 2020-12).',
  'form/computed-cycle': () => 'Let one of them be filled in, or mend the computation.',
};

const remedies: Readonly<Record<Locale, Remedies>> = { 'zh-CN': zhCn, en };

/** What mends a problem that the form itself tells; `undefined` where its sentence says all there is to do. */
export function remedyOf(code: string, params: Readonly<Record<string, unknown>>, locale: Locale): string | undefined {
  const remedy = Object.prototype.hasOwnProperty.call(remedies[locale], code) ? remedies[locale][code]?.(params) : undefined;
  return remedy === '' ? undefined : remedy;
}
