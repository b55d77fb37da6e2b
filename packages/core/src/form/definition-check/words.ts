import { listOf, textOf } from '../../locales/message-table.js';
import { nestQuotesIn } from '../../locales/nested-quotes.js';
import type { Locale } from '../../problems/problem.js';
import type { DefinitionCode } from './definition-finding.js';

/** A sentence and what mends it. */
export interface FindingText { readonly message: string; readonly remedy: string }
type Params = Readonly<Record<string, unknown>>;
type Sentences = Readonly<Record<DefinitionCode, (params: Params) => FindingText>>;

/** Longer lists are not read. */
const MOST_LISTED = 12;

const label = (params: Params): string => `「${textOf(params['label'])}」`;
const name = (params: Params): string => `“${textOf(params['name'])}”`;
const some = (values: readonly unknown[]): string => `${values.slice(0, MOST_LISTED).map(textOf).join('、')}${values.length > MOST_LISTED ? `等，共 ${values.length} 个` : ''}`;
const near = (params: Params): string => (params['nearest'] === undefined ? '' : `是否想写“${textOf(params['nearest'])}”？`);
const types: Readonly<Record<string, string>> = { string: '文字', number: '数字', integer: '整数', boolean: '是或否', array: '列表', object: '一组内容', null: '空' };
const typeName = (type: unknown): string => types[textOf(type)] ?? textOf(type);

const anything: Readonly<Record<string, string>> = {
  type: '请写 "type"，例如 "type": "string"；确实什么都可以填的，请把数据定义写成 true。',
  items: '请用 "items" 写明每一项是什么；确实什么都可以填的，请写 "items": true。',
  properties: '请用 "properties" 列出要填的内容；确实什么都可以填的，请写 "additionalProperties": true。',
};

/** What an option of a widget has to be: the words for its kind, or the values that it may have. */
const optionKind = (kind: unknown, words: Readonly<Record<string, string>>, or: string): string => (Array.isArray(kind) ? kind.map((value) => JSON.stringify(value)).join(or) : (words[textOf(kind)] ?? textOf(kind)));

const optionKinds: Readonly<Record<string, string>> = {
  text: '文字，放在引号里', title: '名称，例如 { "zh-CN": "镇街" }', flag: ' true 或 false，不加引号', number: '大于 0 的数，不加引号', day: '日期，例如 "2026-03-05"', texts: '文字的列表，例如 ["老年食堂", "议事厅"]',
  titles: '名称的列表，例如 [{ "zh-CN": "市" }, { "zh-CN": "区县" }]', titlesByName: '各项的名称，例如 { "month": { "zh-CN": "个月" } }',
};

const zhCn: Sentences = {
  'unknown-option': (p) => ({ message: `${label(p)}没有${name(p)}这个选项，${p['setting'] === 'options' ? '这里写的名称谁也看不到' : '这里写的条件不起作用'}`, remedy: `${near(p)}选项有：${some(listOf(p['known']))}。` }),
  'option-untitled': (p) => ({ message: `${label(p)}的选项${listOf(p['names']).map((each) => `“${textOf(each)}”`).join('、')}没有写名称，申报人看到的就是这个代号`, remedy: '请在 "options" 里补上它的名称。' }),
  'no-options': (p) => ({ message: `${label(p)}没有选项，这里写的“${textOf(p['setting'])}”不起作用`, remedy: '请在数据定义里用 "enum" 列出选项，或删去这一项。' }),
  'choice-type': (p) => ({ message: `${label(p)}应当是${typeName(p['type'])}，选项 ${listOf(p['values']).map((each) => JSON.stringify(each)).join('、')} 却不是，谁也选不了`, remedy: '请改选项的写法（数字不加引号），或改 "type"。' }),
  'default-unfit': (p) => ({ message: `${label(p)}的默认值 ${JSON.stringify(p['value'])} 不是允许的答案`, remedy: listOf(p['known']).length === 0 ? '请改默认值，或删去 "default"。' : `选项有：${some(listOf(p['known']))}。` }),
  'unknown-keyword': (p) => ({ message: `${label(p)}的数据定义里${name(p)}不起作用，没有这个写法`, remedy: `是否想写“${textOf(p['nearest'])}”？自己的备注请用 "$comment" 或以 "x-" 开头的名字。` }),
  'unknown-format': (p) => ({ message: `${label(p)}的格式${name(p)}不会检查，没有这种格式`, remedy: `${near(p)}可以写：${listOf(p['known']).map(textOf).join('、')}。别的写法请用 "pattern"。` }),
  'unknown-message': (p) => ({ message: `${label(p)}写给${name(p)}的提示不会出现，没有这个检查项`, remedy: `是否想写“${textOf(p['nearest'])}”？` }),
  'mask-unused': (p) => ({ message: `${label(p)}写了遮盖方式（mask），公开方式（publish）却是“plain”，公示时不会遮盖`, remedy: '要遮盖的，请写 "publish": "masked"；可以原样公开的，请删去 "mask"。' }),
  'null-unused': (p) => ({ message: `${label(p)}不接受 null，“没有可填的”不会出现`, remedy: '请在数据定义里写 "type": ["string", "null"] 这样的类型，或删去 "nullAnswer"。' }),
  'record-kinds': (p) => ({ message: listOf(p['kinds']).length === 0 ? `${label(p)}的记录（record）没有写明是哪一种` : `${label(p)}同时写了 ${listOf(p['kinds']).map(textOf).join('、')} 几种记录，一个字段只能是一种`, remedy: `请只留一种：${listOf(p['known']).map(textOf).join('、')}。` }),
  'record-limits': (p) => ({ message: `${label(p)}的 ${textOf(p['low'])} ${textOf(p['least'])} 大于 ${textOf(p['high'])} ${textOf(p['most'])}，怎么填都不合格`, remedy: '请改正其中一个数，两个数可能写反了。' }),
  'record-place': (p) => ({ message: `${label(p)}引用的字段${name(p)}不在表单里`, remedy: `${near(p)}字段写成路径，例如 "/projectName"。` }),
  'record-accept': (p) => ({ message: `${label(p)}允许的文件类型${name(p)}写法不对，什么文件也传不上来`, remedy: '请写带点的后缀（".pdf"）、媒体类型（"application/pdf"）或一类文件（"image/*"）。' }),
  'computed-operand': (p) => ({ message: `${label(p)}是${typeName(p['type'])}，不能参加计算，结果永远是空的`, remedy: p['inList'] === true ? '要合计明细里的数，请写到每一项里的字段，例如 "/lines/*/amount"。' : '请换成填数字的字段；数个数请用 "op": "count"。' }),
  'computed-target': (p) => ({ message: `${label(p)}是${typeName(p['type'])}，放不下算出来的数`, remedy: '请把它的 "type" 改为 "number" 或 "integer"，或删去这个计算。' }),
  'empty-section': (p) => ({ message: `版面里的栏目“${textOf(p['id'])}”没有任何字段`, remedy: '请写 "fields"（字段路径的列表）或 "elements"，或删去这个栏目。' }),
  'opens-text': (p) => ({ message: `步骤“${textOf(p['id'])}”写了未开放时的说明，但它一直是开放的`, remedy: '请写开放条件 "opensWhen"，或 "afterEarlierSteps": true，或删去这段说明。' }),
  'unknown-widget': (p) => ({ message: `${label(p)}的控件${name(p)}不是自带的控件，没有登记就按普通的样子显示`, remedy: `是否想写“${textOf(p['nearest'])}”？` }),
  'unknown-widget-option': (p) => ({
    message: `${label(p)}的控件“${textOf(p['widget'])}”没有${name(p)}这个设置，写了不起作用`,
    remedy: listOf(p['known']).length === 0 ? '这个控件没有设置，请删去 "widgetOptions"，或换一种控件。' : `${near(p)}可以写：${some(listOf(p['known']))}。`,
  }),
  'widget-option-value': (p) => ({ message: `${label(p)}的控件设置${name(p)}不能是 ${JSON.stringify(p['value'])}，写了不起作用`, remedy: `请写${optionKind(p['expected'], optionKinds, '或')}。` }),
  'overlapping-branches': (p) => ({
    message: `${label(p)}的情况${name(p)}也容得下${listOf(p['taken']).map((each) => `“${textOf(each)}”`).join('、')}的填法：填全了就同时符合两种情况，不能提交`,
    remedy: `请用一个写明 "const" 的必填属性区分各种情况，或给${name(p)}写上 "additionalProperties": false。`,
  }),
  'any-value': (p) => ({ message: `${label(p)}的数据定义没有写“${textOf(p['missing'])}”，什么都可以填，填表人要自己选填哪一种`, remedy: anything[textOf(p['missing'])] ?? '' }),
};

const quoted = (value: unknown): string => `“${textOf(value)}”`;
const called = (params: Params): string => quoted(params['label']);
const meant = (params: Params): string => (params['nearest'] === undefined ? '' : `Did you mean ${quoted(params['nearest'])}? `);
const few = (values: readonly unknown[]): string => `${values.slice(0, MOST_LISTED).map(textOf).join(', ')}${values.length > MOST_LISTED ? ` and others, ${values.length} in all` : ''}`;
const kinds: Readonly<Record<string, string>> = { string: 'a text', number: 'a number', integer: 'a whole number', boolean: 'yes or no', array: 'a list', object: 'an object', null: 'null' };
const kindName = (type: unknown): string => kinds[textOf(type)] ?? textOf(type);

const whatever: Readonly<Record<string, string>> = {
  type: 'Write "type", such as "type": "string"; where anything is meant, let the schema be true.',
  items: 'Say with "items" what each item is; where anything is meant, write "items": true.',
  properties: 'List what is to be filled in under "properties"; where anything is meant, write "additionalProperties": true.',
};

const optionKindNames: Readonly<Record<string, string>> = {
  text: 'a text, in quotes', title: 'a title, such as { "zh-CN": "镇街" }', flag: 'true or false, without quotes', number: 'a number above 0, without quotes', day: 'a day, such as "2026-03-05"', texts: 'a list of texts, such as ["老年食堂", "议事厅"]',
  titles: 'a list of titles, such as [{ "zh-CN": "市" }, { "zh-CN": "区县" }]', titlesByName: 'titles by name, such as { "month": { "zh-CN": "个月" } }',
};

const en: Sentences = {
  'unknown-option': (p) => ({ message: `${called(p)} has no choice ${name(p)}; ${p['setting'] === 'options' ? 'nobody sees this title' : 'this condition does nothing'}.`, remedy: `${meant(p)}Choices: ${few(listOf(p['known']))}.` }),
  'option-untitled': (p) => ({ message: `${called(p)}: ${listOf(p['names']).map(quoted).join(', ')} of the choices has no title; applicants see the code.`, remedy: 'Add its title to "options".' }),
  'no-options': (p) => ({ message: `${called(p)} has no choices; ${quoted(p['setting'])} does nothing here.`, remedy: 'List the choices with "enum" in the schema, or remove this setting.' }),
  'choice-type': (p) => ({ message: `${called(p)} is to be ${kindName(p['type'])}, and ${listOf(p['values']).map((each) => JSON.stringify(each)).join(', ')} is not; nobody can choose it.`, remedy: 'Write the choices as what they are (numbers without quotes), or change "type".' }),
  'default-unfit': (p) => ({ message: `The default ${JSON.stringify(p['value'])} of ${called(p)} is no answer that is allowed.`, remedy: listOf(p['known']).length === 0 ? 'Change the default, or remove "default".' : `Choices: ${few(listOf(p['known']))}.` }),
  'unknown-keyword': (p) => ({ message: `${name(p)} in the schema of ${called(p)} does nothing; there is no such keyword.`, remedy: `Did you mean ${quoted(p['nearest'])}? For notes of your own use "$comment" or a name that begins with "x-".` }),
  'unknown-format': (p) => ({ message: `The format ${name(p)} of ${called(p)} is not checked; there is no such format.`, remedy: `${meant(p)}Known: ${listOf(p['known']).map(textOf).join(', ')}. For others use "pattern".` }),
  'unknown-message': (p) => ({ message: `The sentence of ${called(p)} for ${name(p)} never shows; nothing is checked under that name.`, remedy: `Did you mean ${quoted(p['nearest'])}?` }),
  'mask-unused': (p) => ({ message: `${called(p)} says what to mask, and "publish" is "plain": nothing is masked in notices.`, remedy: 'Write "publish": "masked", or remove "mask" where it may be shown as it is.' }),
  'null-unused': (p) => ({ message: `${called(p)} does not take null; nothing is offered.`, remedy: 'Write a type such as ["string", "null"] into the schema, or remove "nullAnswer".' }),
  'record-kinds': (p) => ({ message: listOf(p['kinds']).length === 0 ? `The record of ${called(p)} does not say of which kind it is.` : `${called(p)} names several kinds of record, ${listOf(p['kinds']).map(textOf).join(', ')}; a field is one.`, remedy: `Leave one: ${listOf(p['known']).map(textOf).join(', ')}.` }),
  'record-limits': (p) => ({ message: `${called(p)}: ${textOf(p['low'])} ${textOf(p['least'])} is more than ${textOf(p['high'])} ${textOf(p['most'])}; no answer is allowed.`, remedy: 'Mend one of the numbers; they may be the wrong way round.' }),
  'record-place': (p) => ({ message: `${called(p)} refers to ${name(p)}, which the form does not have.`, remedy: `${meant(p)}Fields are written as pointers, such as "/projectName".` }),
  'record-accept': (p) => ({ message: `${called(p)}: ${name(p)} is no type of files; none could be uploaded.`, remedy: 'Write an ending with its dot (".pdf"), a media type ("application/pdf") or a family of them ("image/*").' }),
  'computed-operand': (p) => ({ message: `${called(p)} is ${kindName(p['type'])} and cannot be calculated with; the result stays empty.`, remedy: p['inList'] === true ? 'To add up numbers in a list name the field of each item, such as "/lines/*/amount".' : 'Name a field that holds a number; to count answers use "op": "count".' }),
  'computed-target': (p) => ({ message: `${called(p)} is ${kindName(p['type'])} and cannot hold the number that is calculated.`, remedy: 'Make its "type" "number" or "integer", or remove the computation.' }),
  'empty-section': (p) => ({ message: `The section ${quoted(p['id'])} of the layout has no field.`, remedy: 'Write "fields" (a list of pointers) or "elements", or remove the section.' }),
  'opens-text': (p) => ({ message: `The step ${quoted(p['id'])} has a text for while it is closed, and is always open.`, remedy: 'Write "opensWhen" or "afterEarlierSteps": true, or remove the text.' }),
  'unknown-widget': (p) => ({ message: `The widget ${name(p)} of ${called(p)} is none of the built-in ones; unless a page registers it, the field is drawn as usual.`, remedy: `Did you mean ${quoted(p['nearest'])}?` }),
  'unknown-widget-option': (p) => ({
    message: `The widget ${quoted(p['widget'])} of ${called(p)} has no option ${name(p)}; it does nothing.`,
    remedy: listOf(p['known']).length === 0 ? 'This widget has no options: remove "widgetOptions", or choose another widget.' : `${meant(p)}Known: ${few(listOf(p['known']))}.`,
  }),
  'widget-option-value': (p) => ({ message: `The option ${name(p)} of the widget of ${called(p)} cannot be ${JSON.stringify(p['value'])}; it does nothing.`, remedy: `Write ${optionKind(p['expected'], optionKindNames, ' or ')}.` }),
  'overlapping-branches': (p) => ({
    message: `${called(p)}: what fills in ${listOf(p['taken']).map(quoted).join(', ')} fits ${name(p)}, too; answers that fit two alternatives cannot be submitted.`,
    remedy: `Tell the alternatives apart by a required property with a "const", or write "additionalProperties": false into ${name(p)}.`,
  }),
  'any-value': (p) => ({ message: `The schema of ${called(p)} does not say ${quoted(p['missing'])}: anything goes, and people choose what kind of answer they give.`, remedy: whatever[textOf(p['missing'])] ?? '' }),
};

const sentences: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zhCn, en };

/** Puts a finding into words. */
export const findingText = (code: DefinitionCode, params: Params, locale: Locale): FindingText => nestQuotesIn(sentences[locale][code](params));
