import type { VoteResult, VoteRule } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { IconName } from '../internal/icons.js';
import { icons } from '../internal/icons.js';
import { dataTable } from '../internal/pieces.js';
import type { Tone } from '../internal/pieces.js';
import type { MeetingWords } from './words.js';

export const tones: Readonly<Record<VoteResult['outcome'], Tone>> = { passed: 'success', failed: 'danger', noQuorum: 'warning', tied: 'warning', undecided: 'warning', notHeld: 'warning' };

const baseOf = (base: VoteRule['base'], words: MeetingWords): { readonly count: (params: { base: number }) => string; readonly name: string } =>
  ({
    appointed: { count: words.baseAppointed, name: words.baseNameAppointed },
    entitled: { count: words.baseEntitled, name: words.baseNameEntitled },
    present: { count: words.basePresent, name: words.baseNamePresent },
    valid: { count: words.baseValid, name: words.baseNameValid },
  })[base];

/** The rule in words: `规则：赞成票须超过应到人数（回避后）的 1/2，弃权计入基数。` */
export function ruleSentence(rule: VoteRule, words: MeetingWords): string {
  const params = { base: baseOf(rule.base, words).name, ...rule.ratio };
  return rule.op === '>' ? words.ruleMore(params) : words.ruleAtLeast(params);
}

/** `赞成 12 票 / 应到（回避后）23 人`: the numbers that the comparison is about. */
export function fractionSentence({ counts, rule }: VoteResult, words: MeetingWords): string {
  const yes = words.yesVotes({ yes: counts.yes });
  return rule === undefined ? yes : `${yes} / ${baseOf(rule.base, words).count({ base: counts.base })}`;
}

/** The comparison in integers, as the minutes write it: `12×2＝24 ＞ 23 → 通过`. */
export function comparisonSentence({ comparison, counts, rule, castingVote, tieBreak, outcome }: VoteResult, words: MeetingWords): string {
  if (comparison === undefined || rule === undefined) return '';
  const { p, q } = rule.ratio;
  const product = (number: number, factor: number, result: number): string => (factor === 1 ? String(result) : `${number}×${factor}＝${result}`);
  const yes = castingVote === 'yes' ? counts.yes + 1 : counts.yes;
  const { left, right, op, holds } = comparison;
  const sign = left > right ? '＞' : left < right ? '＜' : '＝';
  const strict = left === right && op === '>' && !holds && (tieBreak === undefined || tieBreak.by === 'chair') ? `，${words.notMore}` : '';
  // A lot or a second key comes after this comparison, which was a tie.
  const isSettledLater = tieBreak !== undefined && tieBreak.by !== 'chair';
  const verdict = isSettledLater ? words.arrowTied : outcome === 'passed' ? words.arrowPassed : outcome === 'tied' ? words.arrowTied : words.arrowFailed;
  return `${product(yes, q, left)} ${sign} ${product(counts.base, p, right)}${strict} → ${verdict}`;
}

export function lotSentence(seed: string, drawn: 'yes' | 'no', words: MeetingWords): string {
  return words.lotDrawn({ seed, choice: words[drawn] });
}

/** The result, readable from the back of a room: verdict, the two numbers, the rule, the comparison. */
export function resultCard(vote: VoteResult, words: MeetingWords): TemplateResult {
  const tone = tones[vote.outcome];
  const { rule, comparison, counts } = vote;
  return html`<div class="result ${tone}">
    <p class="verdict">${icons[tone as IconName]}${vote.outcome === 'undecided' ? words.undecided : words[vote.outcome]}</p>
    ${comparison === undefined
      ? nothing
      : html`<p class="big-number"><span class="visually-hidden">${fractionSentence(vote, words)}</span><span aria-hidden="true"><b>${counts.yes}</b><span class="of">/${counts.base}</span></span></p>
          <p class="fraction" aria-hidden="true">${fractionSentence(vote, words)}</p>`}
    ${rule === undefined ? nothing : html`<p>${ruleSentence(rule, words)}${comparison === undefined ? nothing : html`<span class="muted"> · ${rule.abstention === 'excluded' ? words.abstentionExcluded : words.abstentionCounts}</span>`}</p>`}
    ${comparison === undefined ? nothing : html`<p class="comparison">${comparisonSentence(vote, words)}</p>`}
    ${vote.castingVote === undefined ? nothing : html`<p>${vote.castingVote === 'yes' ? words.castingYes : words.castingNo}</p>`}
    ${vote.tieBreak?.lot === undefined ? nothing : html`<p>${lotSentence(vote.tieBreak.lot.seed, vote.tieBreak.vote, words)}</p>`}
    ${vote.problems.map(({ message }) => html`<p class="field-warning">${icons.warning}${message}</p>`)}
  </div>`;
}

/** Head counts and ballots for the minutes. */
export function countsTable({ counts }: VoteResult, words: MeetingWords): TemplateResult {
  const { people, votes } = words;
  const rows = [
    [words.appointed, people({ count: counts.appointed })], [words.recusedCount, people({ count: counts.recused })], [words.entitled, people({ count: counts.entitled })],
    [words.presentCount, people({ count: counts.present })], [words.absentCount, people({ count: counts.absent })], [words.returnedCount, votes({ count: counts.returned })],
    [words.yes, votes({ count: counts.yes })], [words.no, votes({ count: counts.no })], [words.abstain, votes({ count: counts.abstain })],
    [words.void, votes({ count: counts.void })], [words.valid, votes({ count: counts.valid })],
  ] as const;
  return html`<div class="counts-table">
    ${dataTable<(typeof rows)[number]>([{ head: words.countHead, rowHead: true, cell: ([label]) => label }, { head: words.countNumber, number: true, cell: ([, count]) => count }], rows, { caption: words.countsTable })}
  </div>`;
}
