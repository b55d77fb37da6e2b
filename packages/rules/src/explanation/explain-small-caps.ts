import type { Locale, SmallCap } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { SmallCapLimit, SmallCapResult } from '../small-caps/index.js';
import type { ExplanationNode } from './explanation.js';

/** What may be paid and why: each cap that the payment met, what was paid before out of it, what is left. */
export function explainSmallCaps(result: SmallCapResult, caps: readonly SmallCap[], locale: Locale): ExplanationNode {
  const say = (code: RuleMessageCode, params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const title = (id: string): string => localize(caps.find((cap) => cap.id === id)?.title, locale) || id;
  const { outcome, binding, refusedBy } = result;
  const by = refusedBy ?? binding?.cap;
  const params = { asked: formatYuan(result.asked, locale), allowed: formatYuan(result.allowed, locale), cap: by === undefined ? '' : title(by), left: formatYuan(binding?.left ?? 0, locale) };
  const open = (text: string): ExplanationNode => ({ text, status: 'unknown' });
  return {
    text: say(refusedBy !== undefined && outcome === 'refused' ? 'explain/small-refused-condition' : `explain/small-${outcome}`, params),
    status: outcome === 'allowed' ? 'met' : outcome === 'undecided' ? 'unknown' : 'notMet',
    children: [
      ...result.holes.map((cap) => open(say('explain/small-hole', { cap: title(cap) }))),
      ...(result.missing.length === 0 ? [] : [open(say('explain/small-missing', { missing: result.missing.map((name) => missingTitle(name, title, locale)) }))]),
      ...result.limits.map((limit): ExplanationNode => ({ text: limitSentence(limit, caps, title(limit.cap), locale), status: limit.left < result.asked ? 'notMet' : 'met' })),
    ],
  };
}

function limitSentence({ cap, amount, counted, payments, left, time }: SmallCapLimit, caps: readonly SmallCap[], title: string, locale: Locale): string {
  const { period = 'each' } = caps.find(({ id }) => id === cap) ?? {};
  const params = { cap: title, amount: formatYuan(amount, locale), counted: formatYuan(counted, locale), payments, left: formatYuan(left, locale), time: timeWords(time, locale) };
  return ruleMessage(period === 'each' ? 'explain/small-each' : 'explain/small-counted', params, locale);
}

/** `2026`, `2026-02`, or all that was before. */
function timeWords(time: string | undefined, locale: Locale): string {
  if (time === undefined) return ruleMessage('explain/small-time-ever', {}, locale);
  const [year, month] = time.split('-');
  return month === undefined ? ruleMessage('explain/small-time', { time }, locale) : ruleMessage('explain/small-time-month', { year, month: locale === 'en' ? month : String(Number(month)) }, locale);
}

const NAMES = ['amount', 'date', 'kind', 'person', 'household', 'event', 'village'] as const;

function missingTitle(name: string, title: (id: string) => string, locale: Locale): string {
  const [, cap] = name.split(':');
  if (cap !== undefined) return ruleMessage('explain/money-missing-cap', { cap: title(cap) }, locale);
  const known = NAMES.find((candidate) => candidate === name);
  return known === undefined ? name : ruleMessage(`explain/money-missing-small-${known}`, {}, locale);
}
