import type { Locale, Threshold } from '@cobuild/core';
import { localize } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import type { RuleMessageCode } from '../locales/rule-message.js';
import type { TieBreak, VoteCounts, VoteResult, VoteRule } from '../results.js';
import { conditionLines } from './condition-lines.js';
import type { ConditionWords } from './condition-words.js';
import type { ExplanationNode } from './explanation.js';
import { leastCount, shareWords, wholeShare } from './least-count.js';

type Words = (code: RuleMessageCode, params?: Readonly<Record<string, unknown>>) => string;

/**
 * A vote in words: how many voted yes, how many were needed, and the sum that decided, `13×2＝26＞24`. Roll, ballots and quorum stand below.
 *
 * @param threshold - For its clause and provenance.
 * @param facts - How facts are called, for a tie that a second key settles.
 */
export function explainVote(vote: VoteResult, threshold: Threshold | undefined, locale: Locale, facts?: ConditionWords): ExplanationNode {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  return {
    text: resultSentence(vote, words, locale),
    status: vote.outcome === 'passed' ? 'met' : vote.outcome === 'failed' || vote.outcome === 'noQuorum' ? 'notMet' : 'unknown',
    ...(threshold?.source === undefined ? {} : { clause: localize(threshold.source, locale) }),
    ...(threshold?.provenance === undefined ? {} : { provenance: threshold.provenance }),
    children: vote.counts.appointed === 0 ? [] : details(vote, words, locale, facts),
  };
}

/** The rule of a vote in one sentence, for minutes and notices. */
export function voteRuleSentence({ base, op, ratio, abstention, quorum, tie, secrecy }: VoteRule, locale: Locale): string {
  const words: Words = (code, params = {}) => ruleMessage(code, params, locale);
  const share = (sign: '>' | '>=', of: { readonly p: number; readonly q: number }): string => words(sign === '>' ? 'explain/vote-rule-more' : 'explain/vote-rule-least', { share: shareWords(of, locale) });
  const present = quorum === 'none' ? words('explain/vote-rule-quorum-none') : words('explain/vote-rule-quorum', { share: share(quorum.op, quorum.ratio), base: words(`explain/vote-rule-base-${quorum.base}`) });
  return words('explain/vote-rule', {
    share: share(op, ratio), base: words(`explain/vote-rule-base-${base}`), abstention: words(`explain/vote-rule-abstention-${abstention}`), quorum: present, tie: words(`explain/tie-${tie}`), secrecy: words(`explain/vote-rule-secrecy-${secrecy}`),
  });
}

/** Names of open settings in words. */
export function holeWords(holes: readonly string[], locale: Locale): string[] {
  return holes.map((hole) => ruleMessage(`explain/hole-${hole}` as RuleMessageCode, {}, locale));
}

function resultSentence(vote: VoteResult, words: Words, locale: Locale): string {
  const { outcome, counts, comparison, rule, castingVote, holes, tieBreak, round = 1 } = vote;
  if (outcome === 'undecided') return words('explain/vote-undecided', { holes: holeWords(holes, locale) });
  if (outcome === 'notHeld') return words(counts.returned > 0 ? 'explain/vote-void' : 'explain/vote-not-held');
  if (outcome === 'noQuorum' || rule === undefined || comparison === undefined) return words('explain/vote-no-quorum');
  if (outcome === 'failed' && comparison.holds) return words('explain/vote-no-yes');
  if (tieBreak !== undefined && tieBreak.by !== 'chair') return tieSentence(tieBreak, counts, rule, words, locale);
  if (outcome === 'failed' && counts.yes === counts.no && rule.tie === 'revote' && rule.rounds !== undefined) return words('explain/vote-last-round', { round, rounds: rule.rounds });
  const yes = counts.yes + (castingVote === 'yes' ? 1 : 0);
  const sum = sumWords({ count: yes, base: counts.base, ratio: rule.ratio, ...comparison }, words, locale);
  return words(`explain/vote-${outcome}`, { yes, needed: neededWords(counts, rule, words, locale), sum, tie: words(`explain/tie-${rule.tie}`) });
}

/** A tie that the lot or a second key settled: what it said, and the comparison with it. */
function tieSentence({ by, vote, comparison }: TieBreak, counts: VoteCounts, rule: VoteRule, words: Words, locale: Locale): string {
  const withIt = counts.yes + (vote === 'yes' ? 1 : 0);
  const sum = sumWords({ count: withIt, base: counts.base, ratio: rule.ratio, ...comparison }, words, locale);
  const how = words(by === 'lot' ? `explain/vote-lot-${vote}` : `explain/vote-secondKey-${vote}`);
  return words(comparison.holds ? 'explain/vote-tie-passed' : 'explain/vote-tie-failed', { yes: counts.yes, with: withIt, how, needed: neededWords(counts, rule, words, locale), sum });
}

/** How many had to vote yes: 以回避后有表决权的24人为基数，须超过半数（12票），即至少13票. */
function neededWords(counts: VoteCounts, { base: name, op, ratio, abstention }: VoteRule, words: Words, locale: Locale): string {
  const whole = words(`explain/vote-base-${name}`, { base: counts.base });
  const base = abstention === 'excluded' && counts.abstain > 0 ? words('explain/vote-less-abstentions', { base: whole, abstain: counts.abstain }) : whole;
  const limit = wholeShare(counts.base, ratio);
  const code = op === '>=' ? 'explain/vote-needed-least' : limit === undefined ? 'explain/vote-needed-more' : 'explain/vote-needed-more-whole';
  // Without a single yes nothing passes, whatever the share.
  return words(code, { base, share: shareWords(ratio, locale), limit, least: Math.max(1, leastCount(counts.base, op, ratio)) });
}

function details(vote: VoteResult, words: Words, locale: Locale, facts: ConditionWords | undefined): ExplanationNode[] {
  const { counts, rule, castingVote, problems, round, conflicts = [], tieBreak } = vote;
  const info = (text: string): ExplanationNode => ({ text, status: 'info' });
  return [
    ...(round === undefined ? [] : [info(words('explain/vote-round', { round }))]),
    info(words('explain/vote-roll', { ...counts })),
    ...(rule === undefined ? [] : [quorumNode(vote, rule, words, locale)]),
    ...(counts.returned === 0 ? [] : [info(words('explain/vote-ballots', { ...counts }))]),
    ...(castingVote === undefined ? [] : [info(words(`explain/vote-casting-${castingVote}`, { yes: counts.yes + 1 }))]),
    ...(tieBreak?.lot === undefined ? [] : [info(words('explain/vote-lot-record', { seed: tieBreak.lot.seed, item: tieBreak.lot.item, yesLot: tieBreak.lot.yes.slice(0, 8), noLot: tieBreak.lot.no.slice(0, 8) }))]),
    ...(tieBreak?.secondKey === undefined || facts === undefined ? [] : conditionLines(tieBreak.secondKey, facts)),
    ...conflicts.map(({ member, ground, reason }) => info(words('explain/vote-conflict', { member, ground: words(`explain/ground-${ground}`), reason: reason ?? '' }))),
    ...problems.map(({ code, params }): ExplanationNode => ({ text: words(code as RuleMessageCode, params), status: 'notMet' })),
  ];
}

function quorumNode({ quorum, counts }: VoteResult, rule: VoteRule, words: Words, locale: Locale): ExplanationNode {
  if (quorum === undefined || rule.quorum === 'none') return { text: words('explain/quorum-none'), status: 'info' };
  const { op, ratio, base } = rule.quorum;
  const share = words(op === '>' ? 'explain/quorum-more' : 'explain/quorum-least', { base: words(`explain/quorum-base-${base}`, { base: counts[base] }), share: shareWords(ratio, locale) });
  const params = { present: counts.present, least: leastCount(counts[base], op, ratio), share };
  return { text: words(quorum.met ? 'explain/quorum-met' : 'explain/quorum-not-met', params), status: quorum.met ? 'met' : 'notMet' };
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
