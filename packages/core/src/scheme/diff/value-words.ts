import { describePlace } from '../../editing/format-place.js';
import { formatYuan } from '../../money/format.js';
import { isMoney } from '../../money/index.js';
import { pointerTokens, toPointer, valueAt } from '../../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import { isObject } from '../../validation/instance.js';
import { titlesAt } from '../title-path.js';
import { titleOfField } from './form-place.js';

/** A reference by the title of the parameter: 参数「通过比例」. */
function parameterWords(value: unknown, document: unknown, locale: Locale): string | undefined {
  const key = isObject(value) && Object.keys(value).length === 1 ? value['parameter'] : undefined;
  if (typeof key !== 'string') return undefined;
  const title = localize(valueAt(document, toPointer('parameters', key, 'title')) as LocalizedText | undefined, locale) || key;
  return locale === 'en' ? `the parameter “${title}”` : `参数「${title}」`;
}

const UNITS: Readonly<Record<string, Required<LocalizedText>>> = { workingDay: { 'zh-CN': '个工作日', en: 'working days' }, calendarDay: { 'zh-CN': '个自然日', en: 'calendar days' } };

const EVERY: Readonly<Record<string, Required<LocalizedText>>> = { month: { 'zh-CN': '个月', en: 'months' }, quarter: { 'zh-CN': '个季度', en: 'quarters' }, halfYear: { 'zh-CN': '个半年', en: 'half-years' }, year: { 'zh-CN': '年', en: 'years' } };

/** A value as people read it: 1/2, 5 个工作日, 有效票, the title of the stage whose id it is. */
export function valueWords(value: unknown, pointer: string, document: unknown, locale: Locale): string {
  const en = locale === 'en';
  if (value === 'UNDECIDED') return en ? 'undecided' : '未定';
  const place = describePlace(document, pointer, locale);
  if (typeof value === 'boolean') return en ? (value ? 'yes' : 'no') : value ? '是' : '否';
  if (typeof value === 'number' && isMoney(value) && (place?.kind === 'money' || valueAt(document, `${pointer.replace(/\/value$/, '')}/type`) === 'money')) return formatYuan(value, locale);
  if (typeof value === 'string') return layoutField(value, pointer, document, locale) ?? place?.options.find((option) => option.value === value)?.word ?? place?.refersTo?.choices.find(({ id }) => id === value)?.title ?? value;
  // A parameter that comes or goes is named beside its value.
  if (/^\/parameters\/[^/]+$/.test(pointer) && isObject(value) && value['value'] !== undefined) return valueWords(value['value'], `${pointer}/value`, document, locale);
  if (isObject(value)) return parameterWords(value, document, locale) ?? objectWords(value, locale) ?? JSON.stringify(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.length === 0 ? (en ? 'nothing' : '无') : value.map((item, index) => valueWords(item, `${pointer}/${index}`, document, locale)).join(en ? ', ' : '、');
  return JSON.stringify(value) ?? '';
}

/** A field that a section or a column of a form places, by its title. */
function layoutField(value: string, pointer: string, document: unknown, locale: Locale): string | undefined {
  const form = /^\/forms\/\d+(?=\/layout\/)/.exec(pointer)?.[0];
  return form === undefined || !value.startsWith('/') ? undefined : titleOfField(form, pointerTokens(value), document, locale);
}

/** Things of a list in an order, by their titles. */
export function orderWords(ids: unknown, pointer: string, document: unknown, locale: Locale): string {
  const things = (valueAt(document, pointer) ?? []) as readonly { readonly id?: unknown }[];
  const titleOf = (id: string): string => titlesAt(document, `${pointer}/${things.findIndex((thing) => thing.id === id)}`, locale).pop() ?? id;
  return (ids as readonly string[]).map(titleOf).join(locale === 'en' ? ', ' : '、');
}

function objectWords(value: Readonly<Record<string, unknown>>, locale: Locale): string | undefined {
  if (typeof value['zh-CN'] === 'string') return localize(value as unknown as LocalizedText, locale);
  if (typeof value['p'] === 'number' && typeof value['q'] === 'number') return `${value['p']}/${value['q']}`;
  if (typeof value['op'] === 'string' && isObject(value['ratio']) && typeof value['base'] === 'string') return `${value['base']} ${value['op']} ${objectWords(value['ratio'], locale) ?? ''}`;
  const every = typeof value['unit'] === 'string' ? EVERY[value['unit']] : undefined;
  if (typeof value['every'] === 'number' && every !== undefined) return locale === 'en' ? `every ${value['every']} ${every.en}` : `每 ${value['every']} ${every['zh-CN']}`;
  const unit = typeof value['unit'] === 'string' ? UNITS[value['unit']] : undefined;
  if (typeof value['amount'] === 'number' && unit !== undefined) return `${value['amount']} ${unit[locale]}`;
  if (typeof value['title'] === 'object') return localize(value['title'] as LocalizedText, locale);
  return undefined;
}
