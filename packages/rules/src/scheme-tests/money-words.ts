import type { Locale, Scheme } from '@cobuild/core';
import { decimalToText, formatYuan, isMoney, localize } from '@cobuild/core';

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** Limits of an award that are no caps of their own. */
const LIMITS: Words = {
  requested: { 'zh-CN': '申请金额', en: 'the amount asked for' }, eligibleCost: { 'zh-CN': '可支持费用', en: 'the eligible cost' }, ownShare: { 'zh-CN': '自筹资金最低比例', en: 'the least share of own funds' },
  publicShare: { 'zh-CN': '财政资金最高比例', en: 'the most of public money' }, fundShare: { 'zh-CN': '本资金分担比例', en: 'the share of this fund' }, projectCap: { 'zh-CN': '单个项目资金上限', en: 'the cap per project' },
  yearMaximum: { 'zh-CN': '全年资金上限', en: 'the maximum of the year' }, pool: { 'zh-CN': '本批资金', en: 'the money of the batch' },
};
const STATUS: Words = {
  funded: { 'zh-CN': '全额资助', en: 'funded' }, partFunded: { 'zh-CN': '部分资助', en: 'part-funded' }, declined: { 'zh-CN': '不接受部分资助', en: 'declined' }, waiting: { 'zh-CN': '候补', en: 'on the waiting list' },
  notFunded: { 'zh-CN': '没有资助', en: 'not funded' }, undecided: { 'zh-CN': '还不能确定', en: 'undecided' },
};
const NONE: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  awards: { 'zh-CN': '不参加分配', en: 'takes no part' }, grades: { 'zh-CN': '没有等次', en: 'no grade' }, by: { 'zh-CN': '没有上限起作用', en: 'no cap' }, amount: { 'zh-CN': '还不能确定', en: 'cannot be told' },
};

const textIn = (words: Words, name: string, locale: Locale): string | undefined => (Object.prototype.hasOwnProperty.call(words, name) ? words[name]?.[locale] : undefined);

/** Fields of expectations that are about money and grades. */
export const MONEY_FIELDS: Words = {
  awards: { 'zh-CN': '资助金额', en: 'awards' }, left: { 'zh-CN': '结余', en: 'left' }, grades: { 'zh-CN': '等次', en: 'grades' }, total: { 'zh-CN': '金额', en: 'total' }, each: { 'zh-CN': '每期金额', en: 'each instalment' },
  allowed: { 'zh-CN': '可支付金额', en: 'allowed' }, by: { 'zh-CN': '起作用的上限', en: 'decided by' },
};

/**
 * Money and grades of an expectation, or of what came out, in words: by case or project where there are several.
 *
 * @example moneyWords(scheme, 'awards', { a: 150000, b: { status: 'waiting', by: 'town-cap' } }, 'zh-CN') // 'a 150,000.00 元；b 候补，由“镇街上限”决定'
 */
export function moneyWords(scheme: Scheme, field: string, value: unknown, locale: Locale): string {
  if ((field === 'awards' || field === 'grades') && typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, own]: [string, unknown]) => `${name} ${memberWords(scheme, field, own, locale)}`).join(locale === 'en' ? '; ' : '；');
  }
  return field === 'by' ? byWords(scheme, value, locale) : amountWords(value, locale);
}

function memberWords(scheme: Scheme, field: 'awards' | 'grades', value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return textIn(NONE, field, locale) ?? '';
  if (typeof value !== 'object') return field === 'awards' ? amountWords(value, locale) : gradeTitle(scheme, value, locale);
  const parts = Object.entries(value).map(([member, own]: [string, unknown]) => {
    if (member === 'status') return textIn(STATUS, String(own), locale) ?? String(own);
    if (member === 'by') return locale === 'en' ? `decided by ${byWords(scheme, own, locale)}` : `由${byWords(scheme, own, locale)}决定`;
    if (member === 'grade') return own === null ? (textIn(NONE, 'grades', locale) ?? '') : gradeTitle(scheme, own, locale);
    if (member === 'score') return locale === 'en' ? `mark ${markWords(own)}` : `得分 ${markWords(own)}`;
    if (member === 'bonusPoints') return locale === 'en' ? `${markWords(own)} bonus points` : `加 ${markWords(own)} 分`;
    if (member === 'reward') return locale === 'en' ? `reward ${amountWords(own, locale)}` : `奖励 ${amountWords(own, locale)}`;
    return amountWords(own, locale);
  });
  return parts.join(locale === 'en' ? ', ' : '，');
}

function amountWords(value: unknown, locale: Locale): string {
  if (typeof value === 'number' && isMoney(value)) return formatYuan(value, locale);
  return textIn(NONE, 'amount', locale) ?? '';
}

function markWords(value: unknown): string {
  return typeof value === 'number' ? decimalToText(value) : typeof value === 'string' ? value : '—';
}

/** A cap by its title, of the allocation or of small payments. */
function byWords(scheme: Scheme, value: unknown, locale: Locale): string {
  if (typeof value !== 'string') return textIn(NONE, 'by', locale) ?? '';
  const caps = [...(scheme.allocation?.caps ?? []), ...(scheme.smallCaps ?? [])];
  const name = localize(caps.find(({ id }) => id === value)?.title, locale) || textIn(LIMITS, value, locale) || value;
  return `“${name}”`;
}

function gradeTitle(scheme: Scheme, value: unknown, locale: Locale): string {
  const grades = (scheme.evaluation?.gradings ?? []).flatMap((grading) => grading.grades);
  return localize(grades.find(({ id }) => id === value)?.title, locale) || String(value);
}
