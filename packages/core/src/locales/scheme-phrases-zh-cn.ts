import type { Params, Sentence } from './message-table.js';
import { listOf, textOf } from './message-table.js';

// What the sentences about schemes in Chinese are made of.

export const quoted = (value: unknown): string => `“${textOf(value)}”`;
export const list = (value: unknown): string => listOf(value).map(textOf).join('、');
export const written = (value: unknown): string => (value !== null && typeof value === 'object' ? JSON.stringify(value) : textOf(value));

/** The name in the file behind the word for it, `基数（base）`; with `titlesOnly` the word says it all. */
export const keyed = (params: Params, key: unknown): string => (params['titlesOnly'] === true ? '' : `（${textOf(key)}）`);
/** `“最少受益户数”（minHouseholds）`: files name a parameter by its key, people by its title. */
export const parameterNamed = (params: Params): string => (textOf(params['keyTitle']) === '' ? quoted(params['key']) : quoted(params['keyTitle']) + keyed(params, params['key']));

/** `「会审表决」的`, where the thing has a title. */
export const ofOwner = (params: Params): string => (textOf(params['owner']) === '' ? '' : `「${textOf(params['owner'])}」的`);
export const owner = (params: Params, otherwise: string): string => (textOf(params['owner']) === '' ? otherwise : `「${textOf(params['owner'])}」`);
export const holder = (params: Params): string => owner(params, params['atRoot'] === true ? '方案' : '这里');
/** `基数（base）`, or `“base”` where people have no word for it. */
export const place = (params: Params): string => (textOf(params['placeWord']) === '' ? quoted(params['place']) : textOf(params['placeWord']) + keyed(params, params['place']));
export const subject = (params: Params): string => (textOf(params['place']) === '' ? '方案' : `${ofOwner(params)}${place(params)}`);

/** More than these are not listed. */
const MOST_LISTED = 12;
const few = (values: readonly unknown[], word: (value: unknown) => string): string =>
  `${values.slice(0, MOST_LISTED).map(word).join('、')}${values.length > MOST_LISTED ? `等，共 ${values.length} 个` : ''}`;

/** Several that are as near stand with a stroke between them. */
export const nearest = (params: Params): string => (params['nearest'] === undefined ? '' : `是否想写${quoted(textOf(params['nearest']).replace(/ \/ /g, '”或“'))}？`);
/** The nearest name, and all of them where they are few. */
export function choices(params: Params, what: string): string {
  const known = listOf(params['known']);
  // Of a long list the beginning is shown where nothing better can be said.
  const isShown = known.length > 0 && (known.length <= MOST_LISTED || params['nearest'] === undefined);
  return `${nearest(params)}${isShown ? `${what}有：${few(known, textOf)}。` : ''}`;
}

const types: Readonly<Record<string, string>> = {
  string: '文字（写在双引号里）',
  number: '数字',
  integer: '整数',
  boolean: 'true 或 false',
  array: '列表（[ ]）',
  object: '一组内容（{ }）',
  null: 'null',
};
export const typeName = (type: unknown): string => types[textOf(type)] ?? textOf(type);

/** A field by its title, a text or one per language. */
export const fieldName = ({ field }: Params): string => (typeof field === 'object' && field !== null ? textOf((field as Params)['zh-CN']) : textOf(field));
const limitWords: Readonly<Record<string, string>> = {
  minimum: '最小值', maximum: '最大值', exclusiveMinimum: '下限（不含）', exclusiveMaximum: '上限（不含）', minLength: '最少字数', maxLength: '最多字数', minItems: '最少项数', maxItems: '最多项数',
  minProperties: '最少内容数', maxProperties: '最多内容数', minContains: '最少相符项数', maxContains: '最多相符项数',
};
export const limitWord = (params: Params, keyword: unknown): string => (limitWords[textOf(keyword)] ?? '') + keyed(params, keyword);

const shapes: Readonly<Record<string, string>> = {
  Ratio: '比例，例如 { "p": 1, "q": 2 }',
  Period: '天数，例如 { "amount": 5, "unit": "workingDay" }',
  Interval: '间隔，例如 { "every": 1, "unit": "quarter" }',
  Text: '文字，例如 { "zh-CN": "……" }',
  Money: '金额（元，最多两位小数）',
  CalendarDate: '日期，例如 "2026-03-05"',
  Quorum: '法定人数，例如 { "op": ">=", "ratio": { "p": 2, "q": 3 }, "base": "entitled" }',
  ParameterReference: '参数，例如 { "parameter": "参数名" }',
  AllCondition: '{ "all": [ … ] }',
  AnyCondition: '{ "any": [ … ] }',
  NotCondition: '{ "not": … }',
  ConditionReference: '{ "condition": "条件名" }',
  Comparison: '{ "fact": …, "operator": …, "value": … }',
  Pointer: '字段路径，例如 "/projectName"',
  ExpectedAwardDetails: '写明细的 { "amount": 0, "status": "waiting", "by": "pool" }',
  ExpectedGradeDetails: '写明细的 { "grade": "first", "reward": 6000 }',
  Computation: '计算式 { "op": …, "of": [ … ] }',
  LayoutGroup: '并排的一组 { "group": [ … ] }',
  LayoutTabs: '选项卡 { "tabs": [ … ] }',
  LayoutText: '一段文字 { "text": { "zh-CN": "……" } }',
};
const shapeName = (shape: unknown): string => shapes[textOf(shape)] ?? typeName(shape);

export function allowed(params: Params): string {
  const number = typeof params['value'] === 'string' && /^[\d.]/.test(params['value']) && listOf(params['shapes']).some((shape) => ['Money', 'number', 'integer'].includes(textOf(shape))) ? bareNumber : '';
  const values = listOf(params['allowed']);
  const parts = [...(values.length > 0 ? [few(values, written)] : []), ...listOf(params['shapes']).map(shapeName)];
  return `${nearest(params)}${number}可以写：${parts.join('；')}。`;
}

export const expected: Readonly<Record<string, string>> = {
  content: '文件是空的，应当有一个 { } 对象',
  symbol: '这里的内容不是 JSON 里的写法',
  number: '数字没有写完整',
  propertyName: '应当是写在双引号里的属性名',
  value: '应当是一个值',
  colon: '属性名后面应当是冒号',
  comma: '前面缺少一个逗号',
  closeBrace: '缺少右花括号 }',
  closeBracket: '缺少右方括号 ]',
  endOfFile: '文件到这里应当结束，后面还有多余内容',
  noComment: '这里不能写注释',
  endOfString: '这段文字缺少结尾的双引号',
  unicodeEscape: '\\u 后面应当是四位十六进制数',
  escape: '反斜杠后面的字符不对',
  noControlCharacter: '文字里不能直接换行或含控制字符',
  numberTooLarge: '数字太大，无法准确记录',
  noTrailingComma: '最后一项后面多了一个逗号',
  straightQuotes: '应当使用英文双引号，这里是中文引号',
  asciiPunctuation: '应当使用英文标点，这里是中文标点',
  doubleQuotes: '应当使用双引号，这里是单引号',
  quoteInText: '一段文字在这里之前就结束了，后面还有内容',
  closedName: '前面的属性名缺少结尾的双引号',
};

/** How to mend a broken text, by what was expected. */
export const repairs: Readonly<Record<string, string>> = {
  straightQuotes: '请改用英文的双引号 "。',
  asciiPunctuation: '请改用英文的冒号、逗号和括号。',
  doubleQuotes: "请把单引号 ' 改成双引号 \"。",
  quoteInText: '文字里的引号请写成“”或 \\"。',
  closedName: '请在属性名后面、冒号前面补上双引号 "。',
  endOfString: '请在文字末尾补上英文的双引号 "。',
  symbol: '文字要写在英文的双引号里，例如 "我区"。',
  noTrailingComma: '请删去这个逗号。',
  noComment: '请删去注释；说明可以写在 "$comment" 里。',
  comma: '请在上一项的末尾补上英文的逗号。',
};

const isNumeric = (type: unknown): boolean => ['number', 'integer', 'money', 'decimal'].some((name) => listOf(type).includes(name) || type === name);
const bareNumber = '数字不加引号，也不写逗号和单位，例如 500000。';

/** How to write a value that is of another type than it should be. */
export function retyped(params: Params): string {
  const { type, found, value } = params;
  if (params['shape'] === 'Text' && found === 'string') return `请写成 { "zh-CN": ${JSON.stringify(value)} }。`;
  if (listOf(type).includes('string') && found === 'number') return params['place'] === 'version' ? '请写成三段并加上双引号，例如 "1.0.0"。' : `请加上双引号，写成 "${textOf(value)}"。`;
  if (isNumeric(listOf(type)) && found === 'string') return bareNumber;
  if (params['shape'] === 'Text') return '请写成 { "zh-CN": "……" }。';
  if (listOf(type).includes('array')) return found === 'object' || found === 'string' ? '请在外面加上方括号：[ … ]。' : '请写成列表：[ … ]。';
  return `请写成${listOf(type).map(typeName).join('或')}。`;
}
/** What can be written where something is missing. */
export const wanted = (params: Params): string => (listOf(params['allowed']).length + listOf(params['shapes']).length === 0 ? '请补上这一项。' : `请补上 "${textOf(params['place'])}"。${allowed(params)}`);

const parameterTypes: Readonly<Record<string, string>> = {
  money: '金额（元，最多两位小数）',
  integer: '整数',
  decimal: '数字',
  boolean: ' true 或 false',
  text: '文字',
  list: '列表',
  ratio: '比例，例如 { "p": 1, "q": 2 }',
  period: '天数，例如 { "amount": 5, "unit": "workingDay" }',
  interval: '间隔，例如 { "every": 1, "unit": "quarter" }',
  choice: '给出的选项之一',
};
export const parameterType = (type: unknown): string => parameterTypes[textOf(type)] ?? textOf(type);

/** How to write the value of a parameter, where its type does not say it already. */
export function parameterRepair({ type, value }: Params): string {
  if (type === 'period') return '"amount" 是天数，"unit" 只能是 "workingDay"（工作日）或 "calendarDay"（自然日）。';
  if (type === 'interval') return '"every" 是整数，"unit" 只能是 "month"、"quarter"、"halfYear" 或 "year"。';
  return isNumeric(type) && textOf(value).startsWith('"') ? bareNumber : '';
}

export const unknown = (what: string): Sentence => (params) => `${ofOwner(params)}${place(params)}引用了不存在的${what}${quoted(params['id'])}`;
export const limit = (word: string): Sentence => (params) => `${subject(params)}${word} ${textOf(params['limit'])}`;
