import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { plainValue } from '../explanation/condition-words.js';
import { outcomeWord } from '../explanation/explain-flip.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { Decision } from '../results.js';
import { MONEY_FIELDS, moneyWords } from './money-words.js';

const FIELDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  outcome: { 'zh-CN': '结果', en: 'outcome' }, stage: { 'zh-CN': '环节', en: 'stage' }, eligibility: { 'zh-CN': '申报条件', en: 'eligibility' }, vote: { 'zh-CN': '表决', en: 'vote' }, reasons: { 'zh-CN': '理由', en: 'reasons' },
  score: { 'zh-CN': '得分', en: 'score' }, grade: { 'zh-CN': '等次', en: 'grade' }, tables: { 'zh-CN': '决策表', en: 'tables' },
};
const ELIGIBILITY: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  eligible: { 'zh-CN': '符合', en: 'eligible' }, ineligible: { 'zh-CN': '不符合', en: 'ineligible' }, undetermined: { 'zh-CN': '还不能判断', en: 'cannot be told yet' },
};
const OUTCOMES: readonly string[] = ['ineligible', 'undetermined', 'undecided', 'pending', 'approved', 'rejected', 'notApproved', 'withdrawn'] satisfies readonly Decision['outcome'][];
const VOTES: readonly string[] = ['notHeld', 'undecided', 'noQuorum', 'passed', 'failed', 'tied'];

/** What an expectation is about: 结果, 环节, 理由. */
export function fieldWord(field: string, locale: Locale): string {
  const words = Object.prototype.hasOwnProperty.call(FIELDS, field) ? FIELDS[field] : Object.prototype.hasOwnProperty.call(MONEY_FIELDS, field) ? MONEY_FIELDS[field] : undefined;
  return words?.[locale] ?? field;
}

/**
 * A value of an expectation, or of what came out, in words with the word that stands in the file behind it.
 *
 * @param titlesOnly - Leaves the word of the file out where there is one for people.
 *
 * @example decisionValueWords(scheme, 'outcome', 'ineligible', 'zh-CN') // '不符合条件（ineligible）'
 */
export function decisionValueWords(scheme: Scheme, field: string, value: unknown, locale: Locale, titlesOnly = false): string {
  const none = locale === 'en' ? 'none' : '无';
  if (field === 'tables') return tableWords(value, locale);
  if (Object.prototype.hasOwnProperty.call(MONEY_FIELDS, field)) return moneyWords(scheme, field, value, locale);
  if (Array.isArray(value)) return value.length === 0 ? none : value.map((item) => decisionValueWords(scheme, 'reason', item, locale, titlesOnly)).join(locale === 'en' ? ', ' : '、');
  if (value === null || value === undefined) return none;
  if (typeof value !== 'string') return plainValue(value, locale);
  const word = wordOf(scheme, field, value, locale);
  return word === '' || word === value ? value : titlesOnly ? word : locale === 'en' ? `${word} (${value})` : `${word}（${value}）`;
}

function wordOf(scheme: Scheme, field: string, value: string, locale: Locale): string {
  if (field === 'outcome' && OUTCOMES.includes(value)) return outcomeWord(value as Decision['outcome'], locale);
  if (field === 'vote' && VOTES.includes(value)) return ruleMessage(`explain/voted-${value}` as RuleMessageCode, {}, locale);
  if (field === 'eligibility') return Object.prototype.hasOwnProperty.call(ELIGIBILITY, value) ? ELIGIBILITY[value]?.[locale] ?? '' : '';
  const titled = field === 'stage' ? scheme.stages : field === 'reason' ? [...scheme.eligibility.rules, ...(scheme.thresholds ?? []), ...scheme.stages.flatMap(({ outcomes }) => outcomes), ...scheme.stages] : [];
  return localize(titled.find(({ id }) => id === value)?.title, locale);
}

/** `route: way=short, days=3`. */
function tableWords(value: unknown, locale: Locale): string {
  if (value === null || typeof value !== 'object') return plainValue(value, locale);
  return Object.entries(value).map(([table, answer]: [string, unknown]) => {
    const outputs = answer !== null && typeof answer === 'object' ? Object.entries(answer).map(([output, own]: [string, unknown]) => `${output}=${plainValue(own, locale)}`).join(', ') : answer === null ? (locale === 'en' ? 'nothing' : '没有结果') : answer === 'notAsked' ? (locale === 'en' ? 'not asked' : '没有用到') : plainValue(answer, locale);
    return `${table}: ${outputs}`;
  }).join(locale === 'en' ? '; ' : '；');
}
