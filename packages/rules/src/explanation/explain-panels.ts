import type { Locale } from '@cobuild/core';
import type { MessageParams, RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { Harmonised } from '../scoring/index.js';
import { exactWords } from './exact-words.js';
import type { ExplanationNode } from './explanation.js';

/** How items and panels are called; by default by their ids. */
export interface PanelsWords { readonly item?: (id: string) => string; readonly panel?: (id: string) => string }

/** How the scores of several panels were put on one scale: the means, then every score before and after. */
export function explainPanels({ outcome, method, overall, panels, items, unreadable }: Harmonised, locale: Locale, { item = (id) => id, panel = (id) => id }: PanelsWords = {}): ExplanationNode {
  const say = (code: RuleMessageCode, params: MessageParams = {}): string => ruleMessage(code, params, locale);
  if (outcome !== 'harmonised' || method === undefined) {
    return { text: outcome === 'invalid' ? say('explain/panels-invalid', { items: unreadable.map(item) }) : say('explain/panels-undecided'), status: 'unknown' };
  }
  const moved = method === 'meanShift' || method === 'zScore';
  const info = (text: string): ExplanationNode => ({ text, status: 'info' });
  return {
    ...info(say(`explain/panels-${method}`, { count: overall?.count, mean: exactWords(overall?.mean ?? '', locale), variance: exactWords(overall?.variance ?? '', locale) })),
    children: moved
      ? [
        ...panels.map(({ panel: id, count, mean, variance, shift }) => info(say('explain/panels-group', { panel: panel(id), count, mean: exactWords(mean, locale), variance: exactWords(variance, locale), shift: exactWords(shift, locale) }))),
        ...items.map(({ id, panel: group, before, after }) => info(say('explain/panels-item', { item: item(id), panel: panel(group), before: exactWords(before, locale), after: exactWords(after, locale) }))),
      ]
      : [],
  };
}
