import type { VoteResult } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../internal/icons.js';
import { tag } from '../internal/pieces.js';
import type { DecisionWords } from './words.js';
import { voteWord } from './words.js';

/** The result of a vote: the yes votes big, the base and what they were measured against written out, then the head counts. */
export function voteView(vote: VoteResult, stageTitle: string, text: DecisionWords): TemplateResult {
  const { outcome } = vote;
  const tone = outcome === 'passed' ? 'success' : outcome === 'failed' || outcome === 'noQuorum' ? 'danger' : 'warning';
  return html`<section class="panel stack vote" part="vote">
    <div class="row spread"><h3>${stageTitle === '' ? text.vote : `${stageTitle} · ${text.vote}`}</h3>${tag(tone, voteWord(outcome, text))}</div>
    ${measured(vote, text)}
    <dl class="figures">${headCounts(vote, text).map(([label, count]) => html`<div><dt>${label}</dt><dd>${count}</dd></div>`)}</dl>
  </section>`;
}

/** Only where a number was compared; without a quorum or a complete rule there is none. */
function measured({ counts, rule, comparison, castingVote }: VoteResult, text: DecisionWords): TemplateResult | typeof nothing {
  if (rule === undefined || comparison === undefined) return nothing;
  const yes = counts.yes + (castingVote === 'yes' ? 1 : 0);
  const { p, q } = rule.ratio;
  const names = { appointed: text.baseAppointed, entitled: text.baseEntitled, present: text.basePresent, valid: text.baseValid };
  const wanted = (rule.op === '>' ? text.moreThan : text.atLeast)({ ratio: text.ratio({ p, q }) });
  const sign = comparison.left > comparison.right ? '＞' : comparison.left === comparison.right ? '＝' : '＜';
  return html`<div class="measured">
    <p class="big"><span class="big-number">${yes}</span> ${text.yesVotes}</p>
    <div class="stack tight">
      <p>${text.ofBase({ base: counts.base, name: names[rule.base] })}</p>
      <p>${wanted}</p>
      <p class="sum">${comparison.holds ? icons.check : icons.cross}<span>${product(yes, q, comparison.left)} ${sign} ${product(counts.base, p, comparison.right)}</span></p>
    </div>
  </div>`;
}

const product = (count: number, factor: number, result: number): string => (factor === 1 ? String(result) : `${count} × ${factor} = ${result}`);

function headCounts({ counts }: VoteResult, text: DecisionWords): readonly (readonly [string, number])[] {
  return [
    [text.appointed, counts.appointed], [text.recused, counts.recused], [text.entitled, counts.entitled], [text.present, counts.present], [text.absent, counts.absent],
    [text.yes, counts.yes], [text.no, counts.no], [text.abstain, counts.abstain], ...(counts.void === 0 ? [] : [[text.void, counts.void] as const]),
  ];
}
