import { wordOf } from '../../locales/scheme-words.js';
import { formatYuan } from '../../money/format.js';
import { isMoney } from '../../money/index.js';
import { pointerTokens, toPointer, valueAt } from '../../problems/json-pointer.js';
import type { Locale, LocalizedText } from '../../problems/problem.js';
import { localize } from '../../problems/problem.js';
import { isObject } from '../../validation/instance.js';
import { titlesAt } from '../title-path.js';
import type { ChangedValue } from './changed-values.js';
import type { FormPlace } from './form-place.js';
import { formPlace, formValue } from './form-place.js';
import { keywordWord } from './keyword-words.js';

/** Longest value that is written out in a sentence. */
const LONGEST = 80;

/**
 * A change in one sentence: 「会审表决」的通过比例由 1/2 改为 2/3.
 *
 * @param document - The one that the pointer leads into.
 * @param other - The other one, which may know titles that this one has no longer, or not yet.
 */
export function changeSentence(change: ChangedValue, document: unknown, locale: Locale, other?: unknown): string {
  const inForm = formPlace(change.pointer, document, locale);
  const place = (inForm === undefined ? testWords(change.pointer, document, locale) : formWords(inForm, document, locale)) ?? placeWords(change.pointer, document, locale);
  const isMoneyValue = valueAt(document, `${change.pointer.replace(/\/value$/, '')}/type`) === 'money';
  const written = (value: unknown): string => parameterWords(value, document, locale) ?? (inForm && formValue(inForm, value, [document, other], locale)) ?? valueWords(value, isMoneyValue, locale);
  const en = locale === 'en';
  // A field that comes or goes is named; what its schema says is for those who open the form.
  const tail = (value: unknown, before: string, after = ''): string => (inForm !== undefined && inForm.setting === undefined ? '' : valueTail(value, written, before, after));
  switch (change.kind) {
    case 'added': return en ? `${place} is new${tail(change.after, ': ')}.` : `新增${place}${tail(change.after, '：')}`;
    case 'removed': return en ? `${place} is gone${tail(change.before, ' (was ', ')')}.` : `去掉${place}${tail(change.before, '（原为 ', '）')}`;
    case 'moved': return en ? `The order of ${place} has changed.` : `${place}的次序有变化`;
    case 'changed': {
      const [from, to] = [written(change.before), written(change.after)];
      if (from.length > LONGEST || to.length > LONGEST) return en ? `${place} has been rewritten.` : `${place}改写了`;
      return en ? `${place}: ${from} becomes ${to}.` : `${place}由 ${from} 改为 ${to}`;
    }
  }
}

function valueTail(value: unknown, written: (value: unknown) => string, before: string, after: string): string {
  if (isObject(value) && ('title' in value || typeof value['description'] === 'string')) return '';
  const words = written(value);
  return words.length > LONGEST ? '' : `${before}${words}${after}`;
}

/** Titles of what it belongs to, then the setting by its word: 「会审表决」的通过比例. */
function placeWords(pointer: string, document: unknown, locale: Locale): string {
  const titles = titlesAt(document, pointer, locale);
  const tokens = pointerTokens(pointer);
  const own = valueAt(document, pointer);
  const isThing = isObject(own) && 'title' in own;
  const last = [...tokens].reverse().find((token) => !/^\d+$/.test(token)) ?? '';
  const setting = isThing || (last === 'value' && tokens[0] === 'parameters') ? '' : wordOf(last, locale) || last;
  const part = wordOf(tokens[0] ?? '', locale) || (tokens[0] ?? '');
  const owner = titles.length === 0 ? (tokens.length > 1 ? part : '') : locale === 'en' ? `“${titles.join(' › ')}”` : `「${titles.join('·')}」`;
  if (setting === '') return owner || part;
  if (owner === '') return setting;
  return locale === 'en' ? `${owner}, ${setting}` : `${owner}的${setting}`;
}

/** The field inside its form, then the setting: 「申报表」的“类别”的选项. */
function formWords({ form, fields, setting }: FormPlace, document: unknown, locale: Locale): string {
  const en = locale === 'en';
  const owner = titlesAt(document, form, locale)[0] ?? (en ? 'form' : '表单');
  const field = fields.length === 0 ? '' : en ? `, “${fields.join(' › ')}”` : `的“${fields.join('·')}”`;
  const word = setting === undefined ? '' : setting === 'fields' ? (en ? 'settings of the field' : '字段设置') : keywordWord(setting, locale);
  return en ? `“${owner}”${field}${word === '' ? '' : `, ${word}`}` : `「${owner}」${field}${word === '' ? '' : `的${word}`}`;
}

/** A test by what it says of itself. */
function testWords(pointer: string, document: unknown, locale: Locale): string | undefined {
  const [part, index, ...rest] = pointerTokens(pointer);
  if (part !== 'tests' || index === undefined) return undefined;
  const test = valueAt(document, toPointer('tests', index));
  const written = valueAt(test, '/description') ?? valueAt(test, '/id');
  const name = isObject(written) ? localize(written as unknown as LocalizedText, locale) : String(written);
  const words = rest.map((token) => (token === 'case' ? (locale === 'en' ? 'the case' : '案件') : token === 'expect' ? (locale === 'en' ? 'the expectation' : '预期结果') : ''));
  const inside = words.find((word) => word !== '') ?? '';
  if (locale === 'en') return `the test “${name}”${inside === '' ? '' : `, ${inside}`}`;
  return `测试“${name}”${inside === '' ? '' : `的${inside}`}`;
}

/** A reference by the title of the parameter: 参数「通过比例」. */
function parameterWords(value: unknown, document: unknown, locale: Locale): string | undefined {
  const key = isObject(value) && Object.keys(value).length === 1 ? value['parameter'] : undefined;
  if (typeof key !== 'string') return undefined;
  const title = localize(valueAt(document, toPointer('parameters', key, 'title')) as LocalizedText | undefined, locale) || key;
  return locale === 'en' ? `the parameter “${title}”` : `参数「${title}」`;
}

const UNITS: Readonly<Record<string, Required<LocalizedText>>> = { workingDay: { 'zh-CN': '个工作日', en: 'working days' }, calendarDay: { 'zh-CN': '个自然日', en: 'calendar days' } };

const EVERY: Readonly<Record<string, Required<LocalizedText>>> = { month: { 'zh-CN': '个月', en: 'months' }, quarter: { 'zh-CN': '个季度', en: 'quarters' }, halfYear: { 'zh-CN': '个半年', en: 'half-years' }, year: { 'zh-CN': '年', en: 'years' } };

function valueWords(value: unknown, isMoneyValue: boolean, locale: Locale): string {
  if (value === 'UNDECIDED') return locale === 'en' ? 'undecided' : '未定';
  if (isMoneyValue && typeof value === 'number' && isMoney(value)) return formatYuan(value, locale);
  if (isObject(value)) {
    if (typeof value['zh-CN'] === 'string') return localize(value as unknown as LocalizedText, locale);
    if (typeof value['p'] === 'number' && typeof value['q'] === 'number') return `${value['p']}/${value['q']}`;
    if (typeof value['op'] === 'string' && isObject(value['ratio']) && typeof value['base'] === 'string') return `${value['base']} ${value['op']} ${valueWords(value['ratio'], false, locale)}`;
    const every = typeof value['unit'] === 'string' ? EVERY[value['unit']] : undefined;
    if (typeof value['every'] === 'number' && every !== undefined) return locale === 'en' ? `every ${value['every']} ${every.en}` : `每 ${value['every']} ${every['zh-CN']}`;
    const unit = typeof value['unit'] === 'string' ? UNITS[value['unit']] : undefined;
    if (typeof value['amount'] === 'number' && unit !== undefined) return `${value['amount']} ${unit[locale]}`;
    if (typeof value['title'] === 'object') return localize(value['title'] as LocalizedText, locale);
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return value.length === 0 ? (locale === 'en' ? 'nothing' : '无') : value.map(String).join(locale === 'en' ? ', ' : '、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
