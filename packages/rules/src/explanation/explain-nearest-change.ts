import type { Locale, Scheme } from '@cobuild/core';
import { localize, pointerTokens } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { AnswerChange, NearestChange } from '../nearest-change/index.js';
import type { ExplanationNode } from './explanation.js';
import type { ConditionWords } from './condition-words.js';
import { factWords } from './fact-words.js';

/**
 * In words what it would take to be eligible: which answers, from what to what; or which requirements no answer can mend. `undefined` where nothing is
 * to be said.
 */
export function explainNearestChange(scheme: Scheme, change: NearestChange, locale: Locale): ExplanationNode | undefined {
  const words = factWords(scheme, locale);
  if (change.kind === 'found') {
    return {
      text: ruleMessage(change.changes.length === 1 ? 'explain/nearest-one' : 'explain/nearest-several', { count: change.changes.length }, locale), status: 'info',
      children: change.changes.map((answer) => ({ text: changeWords(answer, words), status: 'info' })),
    };
  }
  if (change.kind !== 'impossible') return undefined;
  const titles = change.requirements.map((id) => localize(scheme.eligibility.rules.find((rule) => rule.id === id)?.title, locale) || id);
  return { text: ruleMessage('explain/nearest-impossible', { titles }, locale), status: 'info' };
}

/** 「申请金额」现为 260,000.00 元，须为 200,000.00 元 */
function changeWords({ pointer, before, after, bound }: AnswerChange, words: ConditionWords): string {
  const [fact = '', ...rest] = pointerTokens(pointer);
  const path = rest.length === 0 ? undefined : `$${rest.map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${token}`)).join('')}`;
  const value = (found: unknown): string => valueWords(found, (item) => words.value(fact, item, path), words.locale);
  const kind = typeof after === 'number' ? 'number' : 'day';
  const wanted = bound === undefined ? ruleMessage('explain/nearest-exactly', { after: value(after) }, words.locale) : ruleMessage(`explain/nearest-${bound}-${kind}`, { after: value(after) }, words.locale);
  const params = { label: words.label(fact, path), before: value(before), wanted };
  return ruleMessage(before === undefined || before === '' || before === null ? 'explain/nearest-empty' : 'explain/nearest-change', params, words.locale);
}

function valueWords(value: unknown, single: (value: unknown) => string, locale: Locale): string {
  if (!Array.isArray(value)) return single(value);
  if (value.length === 0) return locale === 'en' ? 'nothing' : '无';
  return value.map(single).join(locale === 'en' ? ', ' : '、');
}

