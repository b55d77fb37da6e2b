import type { Locale, Scheme } from '@cobuild/core';
import { formatYuan, isMoney, localize, pointerTokens, valueAt } from '@cobuild/core';
import { plainValue } from '../explanation/index.js';

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

const OWNERS: readonly (readonly [RegExp, Readonly<Record<Locale, string>>])[] = [
  [/^\/allocation\/caps\//, { 'zh-CN': '资金上限', en: 'Cap' }], [/^\/allocation\//, { 'zh-CN': '资金分配', en: 'Allocation' }], [/^\/smallCaps\//, { 'zh-CN': '小额支出上限', en: 'Small cap' }],
  [/^\/evaluation\/gradings\//, { 'zh-CN': '等次评定', en: 'Grading' }], [/^\/evaluation\/pay\//, { 'zh-CN': '计酬办法', en: 'Pay rule' }],
];
/** By the end of the place; the first that fits counts. */
const SETTINGS: readonly (readonly [RegExp, Readonly<Record<Locale, string>>])[] = [
  [/\/perProjectCap$/, { 'zh-CN': '单个项目资金上限', en: 'cap per project' }], [/\/fundPerYear\/maximum$/, { 'zh-CN': '全年资金上限', en: 'maximum of the year' }], [/\/rounding\/(unit|step)$/, { 'zh-CN': '取整单位', en: 'rounding unit' }],
  [/\/(coFunding|ownShareMinimum)$/, { 'zh-CN': '自筹资金最低比例', en: 'least share of own funds' }], [/\/publicShareMaximum$/, { 'zh-CN': '财政资金最高比例', en: 'most of public money' }],
  [/\/sources\/\d+(\/parts\/\d+)?\/share$/, { 'zh-CN': '分担比例', en: 'share' }], [/\/places\/count$/, { 'zh-CN': '名额', en: 'number of places' }], [/\/places\/share$/, { 'zh-CN': '名额比例', en: 'share of places' }],
  [/\/marks\/shares\/\d+\/atMost$/, { 'zh-CN': '高分比例', en: 'share of high marks' }], [/\/marks\/shares\/\d+\/from$/, { 'zh-CN': '高分的起点', en: 'where high marks begin' }],
  [/\/marks\/minimum$/, { 'zh-CN': '最低评分', en: 'lowest mark' }], [/\/marks\/maximum$/, { 'zh-CN': '最高评分', en: 'highest mark' }],
  [/\/share$/, { 'zh-CN': '比例', en: 'share' }], [/\/amount$/, { 'zh-CN': '金额', en: 'amount' }], [/\/from$/, { 'zh-CN': '起点', en: 'lower end' }], [/\/below$/, { 'zh-CN': '终点', en: 'upper end' }], [/\/minimumScore$/, { 'zh-CN': '最低分', en: 'least mark' }],
  [/\/reward$/, { 'zh-CN': '奖励金额', en: 'reward' }], [/\/bonusPoints$/, { 'zh-CN': '加分', en: 'bonus points' }], [/\/pot$/, { 'zh-CN': '奖励总额', en: 'pot' }], [/\/weight$/, { 'zh-CN': '权重', en: 'weight' }],
  [/\/(maximum|atMost)$/, { 'zh-CN': '最高金额', en: 'highest amount' }], [/\/minimum$/, { 'zh-CN': '最低金额', en: 'least amount' }], [/\/times$/, { 'zh-CN': '次数', en: 'number of times' }], [/\/over$/, { 'zh-CN': '期数', en: 'number of instalments' }],
  [/\/(base|of)$/, { 'zh-CN': '基数', en: 'base' }], [/\/perUnit$/, { 'zh-CN': '每单位金额', en: 'amount for one' }], [/\/start$/, { 'zh-CN': '起算数', en: 'where units are counted from' }], [/\/factor$/, { 'zh-CN': '系数', en: 'factor' }],
];
const IN_YUAN = /(\/(perProjectCap|amount|unit|reward|pot|base|perUnit|of|atMost)|\/fundPerYear\/maximum|\/evaluation\/pay\/\d+\/(minimum|maximum))$/;

/** Numbers that come to bear on a batch, a grading, pay or a small payment. */
export function isMoneyPlace(pointer: string): boolean {
  return OWNERS.some(([pattern]) => pattern.test(pointer));
}

/** What such a number is, by the titles of what it belongs to, and how a value of it is said. */
export function moneyPlaceWords(scheme: Scheme, pointer: string, locale: Locale): { readonly place: string; readonly say: (value: unknown) => string } {
  const owner = wordAt(OWNERS, pointer, locale);
  const [whole, ...parts] = titlesOn(scheme, pointer, locale);
  const setting = wordAt(SETTINGS, pointer, locale);
  const place = locale === 'en'
    ? `${owner}${whole === undefined ? '' : ` “${whole}”`}, ${parts.map((title) => `“${title}” `).join('')}${setting}`
    : `${owner}${whole === undefined ? '' : `“${whole}”`}的${parts.map((title) => `“${title}”`).join('')}${setting}`;
  return { place, say: (value) => valueWords(value, IN_YUAN.test(pointer) && !/\/marks\//.test(pointer), locale) };
}

function wordAt(words: readonly (readonly [RegExp, Readonly<Record<Locale, string>>])[], pointer: string, locale: Locale): string {
  return words.find(([pattern]) => pattern.test(pointer))?.[1][locale] ?? '';
}

/** Of a cap by value, the value stands for a title. */
function titlesOn(scheme: Scheme, pointer: string, locale: Locale): readonly string[] {
  const titles: string[] = [];
  let at = '';
  for (const token of pointerTokens(pointer)) {
    at += `/${token}`;
    const title = localize(valueAt(scheme, `${at}/title`) as Parameters<typeof localize>[0], locale);
    const value = valueAt(scheme, `${at}/is`);
    if (title !== '') titles.push(title);
    else if (value !== undefined) titles.push(plainValue(value, locale));
  }
  return titles;
}

function valueWords(value: unknown, isAmount: boolean, locale: Locale): string {
  if (isAmount && typeof value === 'number' && isMoney(value)) return formatYuan(value, locale);
  const [p, q] = [valueAt(value, '/p'), valueAt(value, '/q')];
  return typeof p === 'number' && typeof q === 'number' ? `${p}/${q}` : plainValue(value, locale);
}

const KINDS: Words = {
  batch: { 'zh-CN': '请补一个整批测试（"batch"），让这个数恰好起作用，并写明各案件应得的金额。', en: 'Add a test of a batch ("batch") in which this number just decides, and name what each case gets.' },
  grading: { 'zh-CN': '请补一个等次测试（"grading"），让这个数恰好起作用，并写明各项目的等次和奖励。', en: 'Add a test of the grading ("grading") in which this number just decides, and name grades and rewards.' },
  pay: { 'zh-CN': '请补一个计酬测试（"pay"），让这个数恰好起作用，并写明金额。', en: 'Add a test of the pay ("pay") in which this number just decides, and name the amount.' },
  payment: { 'zh-CN': '请补一个小额支出测试（"payment"），让这个上限恰好起作用，并写明可以支付多少。', en: 'Add a test of a payment ("payment") in which this cap just decides, and name what may be paid.' },
};

/** What would pin it: a test that only has to name more, an amount of pay just at the limit, or what kind of test there has to be. */
export function moneyRemedy(scheme: Scheme, { input, test, at, expected }: { readonly input: unknown; readonly test: unknown; readonly at: unknown; readonly expected: string }, locale: Locale): string {
  const kind = typeof input === 'string' && Object.prototype.hasOwnProperty.call(KINDS, input) ? KINDS[input]?.[locale] ?? '' : '';
  if (typeof test === 'string') return locale === 'en' ? `Name all that comes out in the test “${test}”: ${expected}.` : `请在测试“${test}”里把应有的结果写全：${expected}。`;
  if (typeof at !== 'object' || at === null || expected === '') return kind;
  const facts = Object.entries(at).map(([name, value]: [string, unknown]) => (locale === 'en' ? `${factTitle(scheme, name, locale)}: ${plainValue(value, locale)}` : `${factTitle(scheme, name, locale)}为 ${plainValue(value, locale)}`));
  return locale === 'en' ? `Add a test: ${facts.join(', ')}; expected: ${expected}.` : `请补一个测试：${facts.join('，')}；应有结果：${expected}。`;
}

function factTitle({ evaluation }: Scheme, fact: string, locale: Locale): string {
  const part = (evaluation?.pay ?? []).flatMap(({ parts }) => parts).find((each) => 'fact' in each && each.fact === fact);
  return (part !== undefined && 'factTitle' in part ? localize(part.factTitle, locale) : '') || fact;
}
