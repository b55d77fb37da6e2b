import { formatDate, isDate } from '../calendar/dates.js';
import { formatYuan } from '../money/format.js';
import { isMoney } from '../money/money.js';
import { formatPercent, percentBase } from '../money/percent.js';
import type { MessageCode } from './message-codes.js';
import type { Params } from './message-table.js';
import { listOf, textOf } from './message-table.js';
import type * as Formats from './zh-cn-formats.js';
import type { furtherSentences } from './zh-cn-further.js';

const decimals = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 20 });

/** The field as people know it. */
export const label = (params: Params): string => `“${textOf(params['label'])}”`;
/** The same for those who write forms: in their sentences “” stand around what they wrote. */
export const titled = (params: Params): string => `「${textOf(params['label'])}」`;
const count = (value: unknown): string => (typeof value === 'number' ? decimals.format(value) : textOf(value));
export const chosen = (params: Params): boolean => params['kind'] === 'choice' || params['kind'] === 'list';
/** A limit with its unit: amounts as `1,000.00 元`. */
function amount(params: Params): string {
  const limit = params['limit'];
  if (params['kind'] === 'money' && isMoney(limit)) return formatYuan(limit as number, 'zh-CN');
  if (params['kind'] === 'percent' && typeof limit === 'number') return formatPercent(limit, percentBase(params['base'], undefined));
  const unit = textOf(params['unit']);
  return unit === '' ? count(limit) : `${count(limit)} ${unit}`;
}

/** `，现有46个字`, where the present count is known. */
const present = (value: unknown, measure: string): string => (typeof value === 'number' ? `，现有${count(value)}${measure}` : '');

export function ask(params: Params): string {
  const name = textOf(params['label']);
  if (params['computed'] === true) return `“${name}”还算不出来，请先填写与它有关的内容`;
  switch (params['kind']) {
    case 'choice':
      return `请选择${name}`;
    case 'list':
      return `请添加${name}`;
    case 'confirmation':
      return `请勾选确认“${name}”`;
    default:
      return `请填写${name}`;
  }
}

const typeSentences: Readonly<Record<string, string>> = {
  number: '应当是数字，例如 12.5',
  integer: '应当是整数，例如 12',
  string: '应当是文字',
  boolean: '应当选择是或者否',
  array: '应当是若干项',
  object: '应当是一组内容',
  null: '应当留空',
};

function ofType(params: Params): string {
  if (params['kind'] === 'money') return `${label(params)}应当是金额，例如 12000.50`;
  const wanted = listOf(params['type']).map(textOf).filter((type) => type !== 'null')[0] ?? textOf(params['type']);
  return `${label(params)}${typeSentences[wanted] ?? '填写的内容不符合要求'}`;
}

function ofFormat(params: Params, words: FormatWords | undefined): string {
  const reason = words?.codeReasons[textOf(params['reason'])];
  const format = textOf(params['format']);
  const sentence = format === 'date' ? '应当是日期，例如 2026-03-05' : (words?.formatSentences[format] ?? '格式不对');
  return `${label(params)}${sentence}${reason ? `：${reason(textOf(params['expected']))}` : ''}`;
}

export function choose(params: Params): string {
  return chosen(params) ? `请从给出的选项中选择${textOf(params['label'])}` : `${label(params)}不是允许的内容`;
}

const day = (value: unknown): string => (isDate(value) ? formatDate(value as string, 'zh-CN') : textOf(value));

export const tooMany = (params: Params): string => `${label(params)}有多余的项目，请删去`;

const unshownKinds: Readonly<Record<string, string>> = {
  extra: '不是这份表单询问的内容，原样保留，随表一同提交',
  former: '这份表单已不再询问，原来的内容保留，不随表提交',
  undrawn: '在这里无法显示，原来的内容原样保留，随表一同提交',
};

/** Words about formats; a page has them where a form has formats. */
export type FormatWords = typeof Formats;

/** Codes of what is published, of which no form speaks. */
type PublicationCode = Extract<MessageCode, `publication/${string}`>;

/** Codes of which a form of plain questions never speaks. */
type FurtherCode = keyof typeof furtherSentences;

/** Sentences in Chinese about a form of plain questions, by code. */
export const formSentences = (formats: () => FormatWords | undefined): Record<Exclude<MessageCode, PublicationCode | FurtherCode>, (params: Params) => string> => ({
  'form/required': ask,
  'form/recommended': (params) => `建议填写${textOf(params['label'])}，暂不填写也可以提交`,
  'form/type': ofType,
  'form/enum': choose,
  'form/optionsWhen': (params) => `${label(params)}所选的一项现在不能选了，请重新选择`,
  'form/const': (params) => (params['kind'] === 'confirmation' ? ask(params) : `${label(params)}应当是“${textOf(params['allowedValue'])}”`),
  'form/minLength': (params) => `${label(params)}至少要有${count(params['limit'])}个字${present(params['length'], '个字')}`,
  'form/maxLength': (params) => `${label(params)}不能超过${count(params['limit'])}个字${present(params['length'], '个字')}`,
  'form/format': (params) => ofFormat(params, formats()),
  'form/minimum': (params) => `${label(params)}不能小于 ${amount(params)}`,
  'form/maximum': (params) => `${label(params)}不能大于 ${amount(params)}`,
  'form/exclusiveMinimum': (params) => `${label(params)}必须大于 ${amount(params)}`,
  'form/exclusiveMaximum': (params) => `${label(params)}必须小于 ${amount(params)}`,
  'form/multipleOf': (params) => `${label(params)}必须是 ${count(params['multipleOf'])} 的倍数`,
  'form/minItems': (params) => `${label(params)}至少要有${count(params['limit'])}项${present(params['count'], '项')}`,
  'form/maxItems': (params) => `${label(params)}不能超过${count(params['limit'])}项${present(params['count'], '项')}`,
  'form/uniqueItems': (params) => `${label(params)}有重复的内容，请删去一项`,
  'form/prefixItems': tooMany,
  'form/items': tooMany,
  'form/minProperties': (params) => `${label(params)}填写的内容太少`,
  'form/maxProperties': (params) => `${label(params)}填写的内容太多`,
  'form/additionalProperties': (params) => `${label(params)}里没有“${textOf(params['property'])}”这一项`,
  'form/false': (params) => `${label(params)}这里不需要填写`,
  'form/invalid': (params) => `${label(params)}填写的内容不符合要求`,
  'form/date-min': (params) => `${label(params)}不能早于${day(params['limit'])}`,
  'form/date-max': (params) => `${label(params)}不能晚于${day(params['limit'])}`,
  'form/date-order': (params) => `${label(params)}的结束日期不能早于开始日期`,
  'form/too-long': (params) => `${label(params)}的文字太长，最多${count(params['limit'])}个字，请删减`,
  'form/too-large': (params) => `${label(params)}的内容总量太大，无法处理，请删减后再试`,
  'form/unshown-answer': (params) => `${label(params)}${unshownKinds[textOf(params['kind'])] ?? unshownKinds['extra']}`,
  'form/unshown-answer-remedy': (params) => `如需修改或删去${label(params)}，请联系表单管理员在表单中加上这一项，或者改正导入的数据`,
  'form/schema': (params) => `表单${titled(params)}的数据定义无法使用：${textOf(params['reason'])}`,
  'form/computed-cycle': (params) => `${titled(params)}的计算互相依赖，无法得出结果`,
});
