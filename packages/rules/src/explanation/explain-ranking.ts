import type { Locale, RankKey } from '@cobuild/core';
import { formatDate, isDate } from '@cobuild/core';
import type { MessageParams, RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { Ranking, SettledRanking, TieSettlement, TieStepResult } from '../ranking/index.js';
import { exactWords } from './exact-words.js';
import type { ExplanationNode } from './explanation.js';

export interface RankingWords {
  /** Name of an item; by default its id. */
  readonly item?: (id: string) => string;
  /** Label of a fact that a key reads; by default the fact's name. */
  readonly fact?: (fact: string, path?: string) => string;
}

interface Telling {
  readonly locale: Locale;
  readonly item: (id: string) => string;
  readonly fact: (fact: string, path?: string) => string;
  readonly say: (code: RuleMessageCode, params?: MessageParams) => string;
}

/**
 * What put each item where it is, one text per key, in the words that `explainRanking` has for it.
 *
 * @example rankedBy(ranking, 'zh-CN').get('case-1') // ['91分', '受益户数为40']
 */
export function rankedBy(ranking: Ranking, locale: Locale, { fact = (name) => name }: RankingWords = {}): ReadonlyMap<string, readonly string[]> {
  const telling: Telling = { locale, item: (id) => id, fact, say: (code, params = {}) => ruleMessage(code, params, locale) };
  return new Map(ranking.places.map(({ id, values }) => [id, values.map((value, index) => valueWords(ranking.keys[index], value, telling))]));
}

/** An order in words, rank by rank, equals named as such; then how ties were settled, or what is still needed. */
export function explainRanking(ranking: Ranking, locale: Locale, { item = (id) => id, fact = (name) => name }: RankingWords = {}, settled?: SettledRanking): ExplanationNode[] {
  const telling: Telling = { locale, item, fact, say: (code, params = {}) => ruleMessage(code, params, locale) };
  const { say } = telling;
  return [
    ...ranking.groups.map(({ rank, ids, values }): ExplanationNode => {
      const told = values.map((value, index) => valueWords(ranking.keys[index], value, telling));
      return { text: ids.length === 1 ? say('explain/rank-place', { rank, item: item(ids[0] ?? ''), values: told }) : say('explain/rank-shared', { rank, items: ids.map(item), values: told }), status: 'info' };
    }),
    ...ranking.unranked.map(({ id, key, reason }): ExplanationNode => ({ text: say(`explain/rank-unranked-${reason}`, { item: item(id), key: keyWords(ranking.keys[key], telling) }), status: 'unknown' })),
    ...(settled?.settlements ?? []).map((settlement) => settlementNode(settlement, telling)),
  ];
}

function keyWords(key: RankKey | undefined, { say, fact }: Telling): string {
  return key === undefined || key.by === 'fact' ? fact(key?.fact ?? '', key?.path) : say(`explain/rank-key-${key.by}`);
}

function plainWords(value: string, locale: Locale): string {
  return isDate(value) ? formatDate(value, locale) : exactWords(value, locale);
}

function valueWords(key: RankKey | undefined, value: string, telling: Telling): string {
  return telling.say(`explain/rank-value-${key?.by ?? 'fact'}`, { value: plainWords(value, telling.locale), key: keyWords(key, telling) });
}

function settlementNode({ rank, ids, order, steps, outcome, needs }: TieSettlement, telling: Telling): ExplanationNode {
  const { say, item } = telling;
  const names = order.map((equals) => (equals.length === 1 ? item(equals[0] ?? '') : say('explain/rank-tie-equal', { items: equals.map(item) })));
  return {
    text: outcome === 'settled' ? say('explain/rank-tie-settled', { items: ids.map(item), rank, order: names }) : say('explain/rank-tie-open', { items: ids.map(item), rank, needs: say(`explain/rank-tie-needs-${needs ?? 'rule'}`) }),
    status: outcome === 'settled' ? 'info' : 'unknown',
    ...(steps.length === 0 ? {} : { children: steps.map((step): ExplanationNode => ({ text: stepWords(step, telling), status: 'info' })) }),
  };
}

function stepWords({ by, key, seed, values }: TieStepResult, telling: Telling): string {
  const { say, item, locale } = telling;
  // Of a lot the first digits tell enough; the whole stands in the result.
  const told = Object.entries(values).map(([id, value]) => say(by === 'ask' ? 'explain/rank-tie-item-place' : 'explain/rank-tie-item-value', { item: item(id), value: by === 'lot' ? `${value.slice(0, 12)}…` : plainWords(value, locale) }));
  return say(`explain/rank-tie-step-${by}`, { values: told, seed, key: key === undefined ? '' : keyWords(key, telling) });
}
