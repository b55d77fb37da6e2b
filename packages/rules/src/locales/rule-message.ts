import type { Locale, LocalizedText, Problem, Severity } from '@cobuild/core';
import { currentTerms, formatDate, formatYuan, isDate, isMoney, localize, nestQuotes, wordingOf } from '@cobuild/core';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** Names of all sentences of this package. */
export type RuleMessageCode = keyof typeof zhCN;

/** What a sentence is made of. Lists are joined in the manner of the language; of a title in several languages the sentence takes its own. */
export type MessageParams = Readonly<Record<string, unknown>>;

const TABLES: Readonly<Record<Locale, Readonly<Record<RuleMessageCode, string>>>> = { 'zh-CN': zhCN, en };

/**
 * A sentence in a language. `{name}` in the table is replaced by the param of that name, `{name:yuan}` by it as an amount; a param that is missing leaves nothing.
 *
 * @example ruleMessage('vote/second-ballot', { member: '王芳' }, 'zh-CN') // '王芳投了不止一票，只计第一票。'
 */
export function ruleMessage(code: RuleMessageCode, params: MessageParams, locale: Locale): string {
  const sentence = wordingOf(currentTerms(), locale)(TABLES[locale][code]);
  return nestQuotes(sentence.replace(/\{(\w+)(:yuan)?\}/g, (_, name: string, asYuan?: string) => {
    const value = Object.prototype.hasOwnProperty.call(params, name) ? params[name] : undefined;
    return asYuan !== undefined && typeof value === 'number' && isMoney(value) ? formatYuan(value, locale) : written(value, locale);
  }));
}

function written(value: unknown, locale: Locale): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => written(item, locale)).join(locale === 'en' ? ', ' : '、');
  if (isText(value)) return localize(value, locale);
  if (typeof value !== 'string') return JSON.stringify(value);
  return isDate(value) ? formatDate(value, locale) : value;
}

/** A title with its languages, so that a sentence that is made again in another language has it in that one too. */
const isText = (value: unknown): value is LocalizedText => typeof value === 'object' && value !== null && typeof (value as { readonly 'zh-CN'?: unknown })['zh-CN'] === 'string';

/** Codes of problems: the others are remedies and parts of explanations. */
export type ProblemCode = Exclude<RuleMessageCode, `${string}/remedy` | `explain/${string}`>;

/** Where a problem lies and what it is made of. */
export interface ProblemPlace {
  readonly document: string;
  readonly pointer: string;
  readonly params?: MessageParams;
  readonly severity?: Severity;
  readonly locale?: Locale;
}

/** Makes a problem with its sentences. Severity is `error`, the language Chinese, unless said otherwise. */
export function ruleProblem(code: ProblemCode, { document, pointer, params = {}, severity = 'error', locale = 'zh-CN' }: ProblemPlace): Problem {
  const remedy = `${code}/remedy`;
  return {
    code, severity, document, pointer, params,
    message: ruleMessage(code, params, locale),
    ...(isCode(remedy) ? { remedy: ruleMessage(remedy, params, locale) } : {}),
  };
}

/**
 * A problem of this package said in another language, from its code and params: what a log was found to lack was found before anybody asked. Others come back as they are.
 *
 * @example inLanguage(foldCase(scheme, events).problems[0], 'en').message // 'Record 3 was changed after it was written, …'
 */
export function inLanguage(problem: Problem, locale: Locale): Problem {
  const { code, params } = problem;
  if (!isCode(code)) return problem;
  const remedy = `${code}/remedy`;
  return { ...problem, message: ruleMessage(code, params, locale), ...(isCode(remedy) ? { remedy: ruleMessage(remedy, params, locale) } : {}) };
}

function isCode(code: string): code is RuleMessageCode {
  return Object.prototype.hasOwnProperty.call(zhCN, code);
}
