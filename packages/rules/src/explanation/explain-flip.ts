import type { Locale, Scheme, Truth } from '@cobuild/core';
import { formatYuan, localize } from '@cobuild/core';
import { findStage } from '../decision/stage-lookup.js';
import { ruleMessage } from '../locales/rule-message.js';
import type { Decision, VoteResult } from '../results.js';
import type { FlipCause } from '../simulation/simulation-result.js';

/** An outcome as a word for lists: 通过, 不予受理. */
export function outcomeWord(outcome: Decision['outcome'], locale: Locale): string {
  return ruleMessage(`explain/outcome-${outcome}`, {}, locale);
}

/**
 * What made a past case come out differently, in one phrase.
 *
 * @param before - The scheme as it was; `after` as changed. Titles are the changed scheme's where it still has the thing.
 * @example explainFlip(cause, scheme, scheme, 'zh-CN') // '“评审团投票”由通过变为未通过'
 */
export function explainFlip(cause: FlipCause, before: Scheme, after: Scheme, locale: Locale): string {
  switch (cause.kind) {
    case 'requirement': return ruleMessage('explain/flip-requirement', { title: titleIn([after, before], ({ eligibility }) => eligibility.rules, cause.id, locale), before: metWord(cause.before, locale), after: metWord(cause.after, locale) }, locale);
    case 'threshold': return ruleMessage('explain/flip-threshold', { title: titleIn([after, before], ({ thresholds }) => thresholds ?? [], cause.id, locale), before: voteWord(cause.before, locale), after: voteWord(cause.after, locale) }, locale);
    case 'score': return ruleMessage('explain/flip-score', { title: titleIn([after, before], ({ stages }) => stages, cause.stage, locale), before: scoreWord(cause.before, locale), after: scoreWord(cause.after, locale) }, locale);
    case 'award': return ruleMessage('explain/flip-award', { before: formatYuan(cause.before, locale), after: formatYuan(cause.after, locale) }, locale);
    case 'stages': return ruleMessage('explain/flip-stages', { before: stageTitle(before, cause.before, locale), after: stageTitle(after, cause.after, locale) }, locale);
  }
}

type Titled = Pick<Scheme['stages'][number], 'id' | 'title'>;

function titleIn(schemes: readonly Scheme[], list: (scheme: Scheme) => readonly Titled[], id: string, locale: Locale): string {
  const found = schemes.map((scheme) => list(scheme).find((item) => item.id === id)).find((item) => item !== undefined);
  return found === undefined ? id : localize(found.title, locale);
}

function stageTitle(scheme: Scheme, id: string, locale: Locale): string {
  const stage = findStage(scheme, id);
  return stage === undefined ? id : localize(stage.title, locale);
}

function metWord(met: Truth | null, locale: Locale): string {
  return ruleMessage(met === null ? 'explain/met-none' : met === 'unknown' ? 'explain/met-unknown' : met ? 'explain/met-true' : 'explain/met-false', {}, locale);
}

function voteWord(vote: VoteResult['outcome'] | null, locale: Locale): string {
  return ruleMessage(vote === null ? 'explain/voted-none' : `explain/voted-${vote}`, {}, locale);
}

function scoreWord(score: number | null, locale: Locale): string {
  return score === null ? ruleMessage('explain/no-score', {}, locale) : String(score);
}
