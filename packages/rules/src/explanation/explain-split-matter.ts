import type { Locale } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { SplitMatterAlert } from '../split-matters/index.js';
import type { ExplanationNode } from './explanation.js';
import { plainValue } from './condition-words.js';

/** Why matters that stayed under a band should be looked at, with the sum written out. */
export function explainSplitMatter({ per, value, band, ids, amounts, sum, from, to }: SplitMatterAlert, locale: Locale): ExplanationNode {
  const what = ruleMessage(`explain/split-${per}`, { value }, locale);
  const parts = amounts.map((amount) => plainValue(amount, locale)).join(locale === 'en' ? ' + ' : '＋');
  return { text: ruleMessage('explain/split-matter', { what, from, to, count: ids.length, band: plainValue(band, locale), sum: plainValue(sum, locale), parts }, locale), status: 'unknown' };
}
