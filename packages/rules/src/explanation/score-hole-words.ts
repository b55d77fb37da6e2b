import type { Locale, Scoring } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';

const CODES: Readonly<Record<string, RuleMessageCode>> = {
  weight: 'explain/score-hole-weight', maximum: 'explain/score-hole-maximum', minimum: 'explain/score-hole-minimum', step: 'explain/score-hole-step', byFact: 'explain/score-hole-byFact',
  outOf: 'explain/score-hole-outOf', notApplicable: 'explain/score-hole-notApplicable', rounding: 'explain/score-hole-rounding', rankOn: 'explain/score-hole-rankOn', decideOn: 'explain/score-hole-decideOn',
  totalMinimum: 'explain/score-hole-total', totalMaximum: 'explain/score-hole-total', passMark: 'explain/score-hole-passMark', bands: 'explain/score-hole-bands', mean: 'explain/score-hole-mean',
  dropHighest: 'explain/score-hole-drop', dropLowest: 'explain/score-hole-drop', minimumScores: 'explain/score-hole-minimumScores', whenFewer: 'explain/score-hole-whenFewer',
  deviation: 'explain/score-hole-deviation', recusal: 'explain/score-hole-recusal', peers: 'explain/score-hole-peers',
};

/** Names of open settings of a score card in words: `criteria/effect/weight` is “成效”的权重. */
export function scoreHoleWords(holes: readonly string[], { criteria }: Scoring, locale: Locale): string[] {
  const words = holes.map((hole) => {
    const [part = '', second = '', third = ''] = hole.split('/');
    const key = part === 'criteria' ? third : part === 'panel' ? second : part;
    const code = Object.prototype.hasOwnProperty.call(CODES, key) ? CODES[key] : undefined;
    const criterion = part === 'criteria' ? criteria.find(({ id }) => id === second) : undefined;
    return ruleMessage(code ?? 'explain/score-hole-other', { criterion: criterion === undefined ? second : localize(criterion.title, locale) }, locale);
  });
  return [...new Set(words)];
}
