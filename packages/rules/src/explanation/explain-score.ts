import type { Locale, Problem, Scoring } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { MessageParams, ProblemCode, RuleMessageCode } from '../locales/rule-message.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { CriterionScore, FinalScore, SheetScore } from '../scoring/index.js';
import type { ConditionWords } from './condition-words.js';
import { plainValue } from './condition-words.js';
import { exactWords, scoreWords } from './exact-words.js';
import type { ExplanationNode } from './explanation.js';
import { scoreHoleWords } from './score-hole-words.js';

type Say = (code: RuleMessageCode, params?: MessageParams) => string;

/**
 * The score of one sheet in words, every step written out: 需求：打8分，满分10分，权重50，计8÷10×50＝40分.
 *
 * @param words - How values of facts are called (`factWords`), for criteria that are marked by fact.
 */
export function explainScore(score: SheetScore, scoring: Scoring, locale: Locale, words?: ConditionWords): ExplanationNode {
  const say: Say = (code, params = {}) => ruleMessage(code, params, locale);
  return {
    text: verdict(score, scoring, locale, say),
    status: score.outcome === 'scored' ? 'info' : 'unknown',
    ...(scoring.source === undefined ? {} : { clause: localize(scoring.source, locale) }),
    ...(scoring.provenance === undefined ? {} : { provenance: scoring.provenance }),
    children: [
      ...score.criteria.map((criterion) => criterionNode(criterion, scoring, locale, say, words)),
      ...stepNodes(score, scoring, locale, say),
      ...resultNodes(score, scoring, locale),
      ...score.problems.map((problem): ExplanationNode => ({ text: problemWords(problem, scoring, locale), status: 'notMet' })),
    ],
  };
}

/** A problem's sentence with the criterion called by its title in the language. */
export function problemWords({ code, params }: Problem, scoring: Scoring, locale: Locale): string {
  const id = params['criterionId'];
  return ruleMessage(code as ProblemCode, typeof id === 'string' ? { ...params, criterion: titleOf(scoring, id, locale) } : params, locale);
}

const titleOf = ({ criteria }: Scoring, id: string, locale: Locale): string => {
  const criterion = criteria.find((candidate) => candidate.id === id);
  return criterion === undefined ? id : localize(criterion.title, locale);
};

function verdict(score: SheetScore, scoring: Scoring, locale: Locale, say: Say): string {
  switch (score.outcome) {
    case 'scored': return say('explain/score-scored', { score: scoreWords(score.rounded ?? '', score.rounding?.step), sum: sumWords(score, locale) });
    case 'incomplete': return say('explain/score-incomplete', { missing: score.missing.map((id) => titleOf(scoring, id, locale)) });
    case 'blocked': return say('explain/score-blocked');
    case 'invalid': return say('explain/score-invalid');
    case 'undecided': return say('explain/score-undecided', { holes: scoreHoleWords(score.holes, scoring, locale) });
  }
}

/** The points of all criteria added up: `40＋22.5＋20＝82.5`; a deduction with its minus. */
function sumWords({ criteria, raw = '' , rescaled, heldAt }: SheetScore, locale: Locale): string {
  const points = criteria.flatMap((criterion) => (criterion.points === undefined ? [] : [criterion.points]));
  const [plus, minus, is] = locale === 'en' ? [' + ', ' − ', ' = '] : ['＋', '－', '＝'];
  const sum = points.map((value, index) => (value.startsWith('-') ? `${minus}${exactWords(value.slice(1), locale)}` : `${index === 0 ? '' : plus}${exactWords(value, locale)}`)).join('');
  // Where the total was rescaled or held at a limit, the steps below say how it came about.
  return rescaled === undefined && heldAt === undefined ? `${sum}${is}${exactWords(raw, locale)}` : sum;
}

function criterionNode(score: CriterionScore, scoring: Scoring, locale: Locale, say: Say, words: ConditionWords | undefined): ExplanationNode {
  const rule = scoring.criteria.find(({ id }) => id === score.criterion);
  const criterion = titleOf(scoring, score.criterion, locale);
  const comment: readonly ExplanationNode[] = score.comment === undefined || score.comment === '' ? [] : [{ text: say('explain/criterion-comment', { comment: score.comment }), status: 'info' }];
  return {
    text: criterionWords(score, criterion),
    status: score.state === 'marked' || score.state === 'notApplicable' ? 'info' : 'unknown',
    ...(rule?.source === undefined ? {} : { clause: localize(rule.source, locale) }),
    ...(rule?.provenance === undefined ? {} : { provenance: rule.provenance }),
    ...(comment.length === 0 ? {} : { children: comment }),
  };

  function criterionWords({ state, kind, source, mark = '', maximum = '', weight = '', points = '', found }: CriterionScore, title: string): string {
    if (state !== 'marked') return say(`explain/criterion-${state}`, { criterion: title });
    const params = { criterion: title, mark, maximum, weight, points: exactWords(points.replace(/^-/, ''), locale) };
    if (kind !== 'regular') return say(`explain/criterion-${kind}`, params);
    if (source !== 'fact') return say('explain/criterion-marked', params);
    const fact = rule?.byFact;
    return say('explain/criterion-by-fact', { ...params, found: words !== undefined && fact !== undefined ? words.value(fact.fact, found, fact.path) : plainValue(found, locale) });
  }
}

function stepNodes(score: SheetScore, scoring: Scoring, locale: Locale, say: Say): ExplanationNode[] {
  const { regular, rescaled, heldAt } = score;
  const info = (text: string): ExplanationNode => ({ text, status: 'info' });
  const zero = score.criteria.some(({ state, kind }) => state === 'notApplicable' && kind === 'regular') && scoring.notApplicable === 'zero';
  return [
    ...(zero ? [info(say('explain/score-zero'))] : []),
    ...(rescaled === undefined || regular === undefined ? [] : [info(`${say('explain/score-regular', { points: exactWords(regular, locale) })}${locale === 'en' ? '; ' : '；'}${say('explain/score-rescaled', { points: exactWords(regular, locale), outOf: rescaled.outOf, weights: rescaled.weights, rescaled: exactWords(rescaled.points, locale) })}${locale === 'en' ? '.' : '。'}`)]),
    ...(heldAt === undefined ? [] : [info(say(`explain/score-held-${heldAt}`, { limit: exactWords(score.raw ?? '', locale) }))]),
    ...(score.raw !== undefined && score.rounded !== undefined && score.raw !== score.rounded ? [info(`${roundedWords(score, locale)}${locale === 'en' ? '.' : '。'}`)] : []),
  ];
}

/** `88.3333…按0.01四舍五入，为88.33`. */
export function roundedWords({ raw = '', rounded = '', rounding }: FinalScore, locale: Locale): string {
  const mode = ruleMessage(`explain/score-mode-${rounding?.mode ?? 'half-up'}`, {}, locale);
  return ruleMessage('explain/score-rounded', { raw: exactWords(raw, locale), step: rounding?.step, mode, score: scoreWords(rounded, rounding?.step) }, locale);
}

/** Grade and pass mark of a score, with the value that was compared. */
export function resultNodes(final: FinalScore, { bands = [], passMark }: Scoring, locale: Locale): ExplanationNode[] {
  const say: Say = (code, params = {}) => ruleMessage(code, params, locale);
  const value = final.decideValue === undefined ? '' : final.decideValue === final.rounded ? scoreWords(final.decideValue, final.rounding?.step) : exactWords(final.decideValue, locale);
  const band = bands.find(({ id }) => id === final.band);
  return [
    ...(band === undefined ? [] : [{ text: say('explain/score-band', { score: value, band: localize(band.title, locale), range: rangeWords(band, say) }), status: 'info' as const }]),
    ...(final.passed === undefined ? [] : [{ text: say(final.passed ? 'explain/score-passed' : 'explain/score-not-passed', { score: value, passMark }), status: final.passed ? 'met' as const : 'notMet' as const }]),
  ];
}

function rangeWords({ from, below }: { readonly from?: unknown; readonly below?: unknown }, say: Say): string {
  const params = { from, below };
  if (from !== undefined && below !== undefined) return say('explain/table-wanted-interval', params);
  return from === undefined ? (below === undefined ? say('explain/table-wanted-any') : say('explain/table-wanted-below', params)) : say('explain/table-wanted-from', params);
}
