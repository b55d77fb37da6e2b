import { formatDate, isDate, localize } from '@cobuild/core';
import type { Locale, LocalizedText } from '@cobuild/core';
import type { FindingSentences } from '../findings.js';
import type { RegionSide } from './table-region.js';

export type TableFindingCode =
  | 'scheme/table-without-outputs' | 'scheme/table-without-rows' | 'scheme/table-unknown-input' | 'scheme/table-unknown-output' | 'scheme/table-output-missing' | 'scheme/table-output-mixed' | 'scheme/table-output-not-an-option'
  | 'scheme/table-empty-list' | 'scheme/table-empty-value' | 'scheme/table-empty-interval' | 'scheme/table-interval-kinds' | 'scheme/table-value-not-an-option' | 'scheme/table-entry-does-not-fit'
  | 'scheme/table-input-list' | 'scheme/table-priority-missing' | 'scheme/table-priority-unused' | 'scheme/table-aggregation-without-collect' | 'scheme/table-aggregation-over-text'
  | 'scheme/table-gap' | 'scheme/table-overlap' | 'scheme/table-row-unreachable' | 'scheme/table-row-never-fits' | 'scheme/table-too-large';

type Params = Readonly<Record<string, unknown>>;

/** A value as it stands; a title in the language. */
function text(value: unknown, locale: Locale): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null && 'zh-CN' in value ? localize(value as LocalizedText, locale) : '';
}
const zh = (value: unknown): string => text(value, 'zh-CN');
const en = (value: unknown): string => text(value, 'en');
const zhList = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(zh).join(separator) : '');
const enList = (value: unknown, separator: string): string => (Array.isArray(value) ? value.map(en).join(separator) : '');
const kinds: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  'zh-CN': { number: '数字', text: '文字', date: '日期', boolean: '是或否', list: '列表' },
  en: { number: 'a number', text: 'a text', date: 'a date', boolean: 'true or false', list: 'a list' },
};
const kind = (value: unknown, locale: Locale): string => kinds[locale][zh(value)] ?? zh(value);
const nearestZh = ({ nearest, known }: Params): string => (typeof nearest === 'string' ? `是否想写“${nearest}”？` : `可以写：${zhList(known, '、')}。`);
const nearestEn = ({ nearest, known }: Params): string => (typeof nearest === 'string' ? `Did you mean "${nearest}"?` : `Known: ${enList(known, ', ')}.`);

/** With the title of the input, and those of the values that have one. */
type NamedSide = RegionSide & { readonly title: LocalizedText; readonly titles?: readonly unknown[] };

/** A region in words: 事项类别为其他，金额满1,000,000. Empty where all is meant. */
function regionWords(region: unknown, locale: Locale): string {
  if (!Array.isArray(region)) return '';
  return region.map((side) => sideWords(side as NamedSide, locale)).join(locale === 'en' ? ', ' : '，');
}

function sideWords({ title, titles, from, above, below, in: values, other }: NamedSide, locale: Locale): string {
  const chinese = locale === 'zh-CN';
  const value = (limit: unknown): string => (typeof limit === 'string' && isDate(limit) ? formatDate(limit, locale) : typeof limit === 'number' ? String(limit).replace(/^-?\d+(?=\.|$)/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ',')) : text(limit, locale));
  // A title may be in another language than the sentence.
  const called = (each: unknown): string => (!chinese && typeof each === 'object' ? `"${value(each)}"` : value(each));
  const parts = [
    ...(values === undefined ? [] : [`${chinese ? '为' : ' is '}${(titles ?? values).map(called).join(chinese ? '或' : ' or ')}`]),
    ...(other === true ? [chinese ? '为表中没有列出的值' : ' is a value that the table does not name'] : []),
    ...(from === undefined ? [] : [chinese ? `在${value(from)}以上（含）` : ` is ${value(from)} or more`]),
    ...(above === undefined ? [] : [chinese ? `大于${value(above)}` : ` is more than ${value(above)}`]),
    ...(below === undefined ? [] : [chinese ? `不满${value(below)}` : ` is less than ${value(below)}`]),
  ];
  return `${localize(title, locale)}${parts.join(chinese ? '、' : ' and')}`;
}

const whereZh = ({ region }: Params): string => regionWords(region, 'zh-CN') || '任何情况下';
const whereEn = ({ region }: Params): string => regionWords(region, 'en') || 'whatever the inputs are';

/** Sentences about what is wrong with a decision table. */
export const tableSentences: FindingSentences<TableFindingCode> = {
  'zh-CN': {
    'scheme/table-without-outputs': () => ({ message: '这张表没有结果列', remedy: '请在 outputs 里写明这张表回答什么。' }),
    'scheme/table-without-rows': () => ({ message: '这张表一行也没有', remedy: '请添加行；还没有定的，写 "UNDECIDED"。' }),
    'scheme/table-unknown-input': (p) => ({ message: `行“${zh(p['row'])}”用到的条件列“${zh(p['name'])}”不在表头里`, remedy: nearestZh(p) }),
    'scheme/table-unknown-output': (p) => ({ message: `行“${zh(p['row'])}”用到的结果列“${zh(p['name'])}”不在表头里`, remedy: nearestZh(p) }),
    'scheme/table-output-missing': (p) => ({ message: `行“${zh(p['row'])}”没有写“${zh(p['output'])}”`, remedy: '请填写；还没有定的，写 "UNDECIDED"。' }),
    'scheme/table-output-mixed': (p) => ({ message: `“${zh(p['output'])}”这一列有的是数字，有的是文字或者是否`, remedy: '一列里只写一种内容。' }),
    'scheme/table-output-not-an-option': (p) => ({ message: `行“${zh(p['row'])}”给出的“${zh(p['value'])}”不在“${zh(p['output'])}”的选项里`, remedy: nearestZh(p) }),
    'scheme/table-empty-list': (p) => ({ message: `行“${zh(p['row'])}”的“${zh(p['input'])}”是空列表，这一行永远不会符合`, remedy: '请写上允许的值；不限的，把这一格删去。' }),
    'scheme/table-empty-value': (p) => ({ message: `行“${zh(p['row'])}”的“${zh(p['input'])}”里有空值，没有填写的内容不能用来比较`, remedy: '请删去空值。' }),
    'scheme/table-empty-interval': (p) => ({ message: `行“${zh(p['row'])}”的“${zh(p['input'])}”从${zh(p['from'])}起、不满${zh(p['below'])}，里面没有任何值`, remedy: 'from 须小于 below。' }),
    'scheme/table-interval-kinds': (p) => ({ message: `行“${zh(p['row'])}”的“${zh(p['input'])}”一头是数字，一头是日期`, remedy: '两头须是同一种内容。' }),
    'scheme/table-value-not-an-option': (p) => ({ message: `行“${zh(p['row'])}”的“${zh(p['value'])}”不在“${zh(p['input'])}”的选项里`, remedy: `可以写：${zhList(p['known'], '、')}。` }),
    'scheme/table-entry-does-not-fit': (p) => ({ message: `行“${zh(p['row'])}”的“${zh(p['input'])}”写的内容与表单不符：表单里是${kind(p['type'], 'zh-CN')}`, remedy: `请改为${kind(p['type'], 'zh-CN')}。` }),
    'scheme/table-input-list': (p) => ({ message: `“${zh(p['fact'])}”是一个列表，表格只能读取单个值`, remedy: '请用 path 指明列表里的哪一项，或者换一个字段。' }),
    'scheme/table-priority-missing': (p) => ({ message: `行“${zh(p['row'])}”没有写 priority`, remedy: '按优先级判定的表，每一行都要写 priority，数字大的先用。' }),
    'scheme/table-priority-unused': (p) => ({ message: `行“${zh(p['row'])}”写了 priority，但这张表不按优先级判定，它不起作用`, remedy: '请删去，或者把 hitPolicy 改为 priority。' }),
    'scheme/table-aggregation-without-collect': (p) => ({ message: `汇总方式“${zh(p['aggregation'])}”只用于 hitPolicy 为 collect 的表`, remedy: '请删去 aggregation，或者把 hitPolicy 改为 collect。' }),
    'scheme/table-aggregation-over-text': (p) => ({ message: `“${zh(p['output'])}”不是数字，不能按“${zh(p['aggregation'])}”汇总`, remedy: '请改为数字，或者用 count，或者删去 aggregation。' }),
    'scheme/table-gap': (p) => ({ message: `${whereZh(p)}：没有一行符合`, remedy: '请补上缺少的行，或者扩大相邻行的范围。' }),
    'scheme/table-overlap': (p) => ({ message: `${whereZh(p)}：第${zhList(p['numbers'], '、')}行同时符合`, remedy: '请改正范围，使每种情况只有一行符合。' }),
    'scheme/table-row-unreachable': (p) => ({ message: `第${zh(p['number'])}行不会起作用：它的全部情况都已由前面的行（${zhList(p['before'], '、')}）决定`, remedy: '请调整顺序或范围，或者删去这一行。' }),
    'scheme/table-row-never-fits': (p) => ({ message: `第${zh(p['number'])}行不会符合：它要求的值不可能出现`, remedy: '请核对表单的选项和条件列的 domain。' }),
    'scheme/table-too-large': (p) => ({ message: `这张表有${zh(p['rows'])}行，组合太多，没有全部检查缺口和重叠`, remedy: '请拆成几张较小的表。' }),
  },
  en: {
    'scheme/table-without-outputs': () => ({ message: 'This table has no output', remedy: 'Say in outputs what the table answers.' }),
    'scheme/table-without-rows': () => ({ message: 'This table has no rows', remedy: 'Add rows; write "UNDECIDED" while they are not settled.' }),
    'scheme/table-unknown-input': (p) => ({ message: `Row "${en(p['row'])}" names an input "${en(p['name'])}" that the table does not have`, remedy: nearestEn(p) }),
    'scheme/table-unknown-output': (p) => ({ message: `Row "${en(p['row'])}" names an output "${en(p['name'])}" that the table does not have`, remedy: nearestEn(p) }),
    'scheme/table-output-missing': (p) => ({ message: `Row "${en(p['row'])}" says nothing of "${en(p['output'])}"`, remedy: 'Fill it in; write "UNDECIDED" while it is not settled.' }),
    'scheme/table-output-mixed': (p) => ({ message: `Output "${en(p['output'])}" holds numbers in some rows and texts or booleans in others`, remedy: 'Write one kind of value in a column.' }),
    'scheme/table-output-not-an-option': (p) => ({ message: `Row "${en(p['row'])}" gives "${en(p['value'])}", which is not an option of "${en(p['output'])}"`, remedy: nearestEn(p) }),
    'scheme/table-empty-list': (p) => ({ message: `"${en(p['input'])}" of row "${en(p['row'])}" is an empty list, so the row never fits`, remedy: 'Write the values that fit; leave the entry out where any will do.' }),
    'scheme/table-empty-value': (p) => ({ message: `"${en(p['input'])}" of row "${en(p['row'])}" lists an empty value, and an empty answer is not compared`, remedy: 'Take the empty value out.' }),
    'scheme/table-empty-interval': (p) => ({ message: `"${en(p['input'])}" of row "${en(p['row'])}" goes from ${en(p['from'])} to below ${en(p['below'])} and holds nothing`, remedy: 'from has to be less than below.' }),
    'scheme/table-interval-kinds': (p) => ({ message: `"${en(p['input'])}" of row "${en(p['row'])}" has a number at one end and a date at the other`, remedy: 'Both ends have to be of one kind.' }),
    'scheme/table-value-not-an-option': (p) => ({ message: `"${en(p['value'])}" in row "${en(p['row'])}" is not an option of "${en(p['input'])}"`, remedy: `Known: ${enList(p['known'], ', ')}.` }),
    'scheme/table-entry-does-not-fit': (p) => ({ message: `"${en(p['input'])}" of row "${en(p['row'])}" does not fit the form, where it is ${kind(p['type'], 'en')}`, remedy: `Write ${kind(p['type'], 'en')}.` }),
    'scheme/table-input-list': (p) => ({ message: `"${en(p['fact'])}" is a list, and a table reads single values`, remedy: 'Say with path which item is meant, or take another field.' }),
    'scheme/table-priority-missing': (p) => ({ message: `Row "${en(p['row'])}" has no priority`, remedy: 'In a table decided by priority every row has one; the highest number wins.' }),
    'scheme/table-priority-unused': (p) => ({ message: `Row "${en(p['row'])}" has a priority, but the table is not decided by priority, so it does nothing`, remedy: 'Take it out, or set hitPolicy to priority.' }),
    'scheme/table-aggregation-without-collect': (p) => ({ message: `The aggregation "${en(p['aggregation'])}" goes with hitPolicy collect only`, remedy: 'Take aggregation out, or set hitPolicy to collect.' }),
    'scheme/table-aggregation-over-text': (p) => ({ message: `"${en(p['output'])}" is not a number, so "${en(p['aggregation'])}" cannot be made of it`, remedy: 'Write numbers, use count, or take aggregation out.' }),
    'scheme/table-gap': (p) => ({ message: `No row fits where ${whereEn(p)}`, remedy: 'Add the row that is missing, or widen the rows beside it.' }),
    'scheme/table-overlap': (p) => ({ message: `Rows ${enList(p['numbers'], ' and ')} both fit where ${whereEn(p)}`, remedy: 'Mend the ranges so that one row fits in every case.' }),
    'scheme/table-row-unreachable': (p) => ({ message: `Row ${en(p['number'])} never comes to bear: rows before it (${enList(p['before'], ', ')}) decide all of its cases`, remedy: 'Change the order or the range, or take the row out.' }),
    'scheme/table-row-never-fits': (p) => ({ message: `Row ${en(p['number'])} never fits: what it wants cannot occur`, remedy: 'Compare with the options of the form and the domain of the input.' }),
    'scheme/table-too-large': (p) => ({ message: `This table has ${en(p['rows'])} rows and too many combinations; gaps and overlaps were not all looked for`, remedy: 'Split it into several smaller tables.' }),
  },
};
