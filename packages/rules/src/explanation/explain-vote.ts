import type { Locale, Threshold } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { VoteResult } from '../results.js';
import type { ExplanationNode } from './explanation.js';

type Words = (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string;

/**
 * A vote in words, with the numbers that were compared written out: `赞成12票，12×2＝24＞23，通过。` The roll, quorum and base stand below.
 *
 * @param threshold - For its clause and provenance.
 */
export function explainVote(vote: VoteResult, threshold: Threshold | undefined, locale: Locale): ExplanationNode {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  const { counts } = vote;
  const held = vote.outcome !== 'notHeld' || vote.problems.length > 0;
  const sentences = held ? [words('explain/vote-roll', { ...counts }), words('explain/vote-ballots', { ...counts })] : [];
  return {
    text: [...sentences, resultSentence(vote, words, locale)].join(locale === 'en' ? ' ' : ''),
    status: vote.outcome === 'passed' ? 'met' : vote.outcome === 'failed' || vote.outcome === 'noQuorum' ? 'notMet' : 'unknown',
    ...(threshold?.source === undefined ? {} : { clause: localize(threshold.source, locale) }),
    ...(threshold?.provenance === undefined ? {} : { provenance: threshold.provenance }),
    children: held ? details(vote, words, locale) : [],
  };
}

/** Names of open settings in words. */
export function holeWords(holes: readonly string[], locale: Locale): string[] {
  return holes.map((hole) => ruleMessage(`explain/hole-${hole}` as RuleMessageCode, {}, locale));
}

function resultSentence(vote: VoteResult, words: Words, locale: Locale): string {
  const { outcome, counts, comparison, rule, castingVote, holes } = vote;
  if (outcome === 'undecided') return words('explain/vote-undecided', { holes: holeWords(holes, locale) });
  if (outcome === 'notHeld') return words('explain/vote-not-held');
  if (outcome === 'noQuorum' || rule === undefined || comparison === undefined) return words('explain/vote-no-quorum');
  if (outcome === 'failed' && comparison.holds) return words('explain/vote-no-yes');
  const yes = counts.yes + (castingVote === 'yes' ? 1 : 0);
  const sum = sumWords({ count: yes, base: counts.base, ratio: rule.ratio, ...comparison }, words, locale);
  return words(`explain/vote-${outcome}`, { yes, sum, tie: words(`explain/tie-${rule.tie}`) });
}

function details(vote: VoteResult, words: Words, locale: Locale): ExplanationNode[] {
  const { counts, rule, castingVote, problems } = vote;
  const info = (text: string): ExplanationNode => ({ text, status: 'info' });
  return [
    ...(rule === undefined ? [] : [quorumNode(vote, rule, words, locale), info(words(`explain/vote-base-${rule.base}`, { base: counts.base }))]),
    ...(rule?.abstention === 'excluded' ? [info(words('explain/vote-excluded', { abstain: counts.abstain }))] : []),
    ...(castingVote === undefined ? [] : [info(words(`explain/vote-casting-${castingVote}`, { yes: counts.yes + 1 }))]),
    ...problems.map(({ code, params }): ExplanationNode => ({ text: words(code as RuleMessageCode, params), status: 'notMet' })),
  ];
}

function quorumNode({ quorum, counts }: VoteResult, rule: NonNullable<VoteResult['rule']>, words: Words, locale: Locale): ExplanationNode {
  if (quorum === undefined || rule.quorum === 'none') return { text: words('explain/quorum-none'), status: 'info' };
  const { ratio, base } = rule.quorum;
  const sum = sumWords({ count: counts.present, base: counts[base], ratio, left: quorum.left, op: quorum.op, right: quorum.right, holds: quorum.met }, words, locale);
  return { text: words(quorum.met ? 'explain/quorum-met' : 'explain/quorum-not-met', { sum }), status: quorum.met ? 'met' : 'notMet' };
}

interface Sum { readonly count: number; readonly base: number; readonly ratio: { readonly p: number; readonly q: number }; readonly left: number; readonly op: '>' | '>='; readonly right: number; readonly holds: boolean }

/** `12×2＝24＞23`, or `17×3＝51≥24×2＝48`; what does not hold is written as it is: `11×2＝22＜23`, `11×2＝22，不大于22`. */
function sumWords({ count, base, ratio, left, op, right, holds }: Sum, words: Words, locale: Locale): string {
  const [times, is, more, atLeast, less] = locale === 'en' ? [' × ', ' = ', ' > ', ' ≥ ', ' < '] : ['×', '＝', '＞', '≥', '＜'];
  const product = (number: number, factor: number, result: number): string => (factor === 1 ? String(result) : `${number}${times}${factor}${is}${result}`);
  const leftWords = product(count, ratio.q, left);
  const rightWords = product(base, ratio.p, right);
  if (!holds && left === right) return words('explain/not-greater', { left: leftWords, right: rightWords });
  return `${leftWords}${holds ? (op === '>' ? more : atLeast) : less}${rightWords}`;
}
