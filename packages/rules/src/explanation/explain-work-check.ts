import type { Locale, WorkCheck } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { WorkCheckResult } from '../evaluation/check-work.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { ExplanationNode } from './explanation.js';

/** A mid-term check or an acceptance in words, item by item. */
export function explainWorkCheck(result: WorkCheckResult, check: WorkCheck, locale: Locale): ExplanationNode {
  const words = (code: RuleMessageCode, params: Readonly<Record<string, unknown>> = {}): string => ruleMessage(code, params, locale);
  const items = result.items.map(({ id, required, met, note }): ExplanationNode => {
    const item = localize(check.items.find((candidate) => candidate.id === id)?.title, locale);
    const plain = words(met === true ? 'explain/check-item-met' : met === false ? 'explain/check-item-notMet' : 'explain/check-item-unknown', { item });
    const told = required && met !== true ? words('explain/check-required', { text: plain }) : plain;
    return { text: note === undefined ? told : words('explain/check-item-note', { text: told, note }), status: met === true ? 'met' : met === false ? 'notMet' : 'unknown' };
  });
  const count: ExplanationNode[] = result.atLeast === undefined ? [] : [{ text: words('explain/check-count', { atLeast: result.atLeast, met: result.metCount }), status: result.metCount >= result.atLeast ? 'met' : 'notMet' }];
  return {
    text: words(`explain/check-${result.outcome}`, { title: localize(check.title, locale), met: result.metCount }),
    status: result.outcome === 'met' ? 'met' : result.outcome === 'notMet' ? 'notMet' : 'unknown',
    ...(check.provenance === undefined ? {} : { provenance: check.provenance }),
    children: [...items, ...count],
  };
}
