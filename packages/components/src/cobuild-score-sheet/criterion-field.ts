import type { Criterion } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { CriterionScore } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../internal/icons.js';
import type { ScoreContext } from './score-context.js';
import { pointsText, settingText } from './score-context.js';
import { markOf, stepMark } from './sheet-draft.js';

type Kind = 'regular' | 'bonus' | 'deduction' | 'byFact';

const kindOf = ({ byFact, kind = 'regular' }: Criterion): Kind => (byFact === undefined ? kind : 'byFact');

/** The criteria under what they do to the total. */
export function criterionGroups(context: ScoreContext): TemplateResult[] {
  const { desk: { scoring }, words } = context;
  const heads: Readonly<Record<Kind, string>> = { regular: words.regularOf({ points: settingText(scoring.outOf ?? 100, words) }), bonus: words.bonus, deduction: words.deduction, byFact: words.byFact };
  return (['regular', 'bonus', 'deduction', 'byFact'] as const).flatMap((kind) => {
    const criteria = scoring.criteria.filter((criterion) => kindOf(criterion) === kind);
    return criteria.length === 0 ? [] : [html`<section class="group" aria-labelledby="group-${kind}"><h4 id="group-${kind}">${heads[kind]}</h4>${criteria.map((criterion) => (kind === 'byFact' ? factLine(criterion, context) : markField(criterion, context)))}</section>`];
  });
}

const scoreOf = ({ score }: ScoreContext, id: string): CriterionScore | undefined => score.criteria.find(({ criterion }) => criterion === id);

function weightText({ kind = 'regular', weight }: Criterion, { words }: ScoreContext): string {
  const number = settingText(weight, words);
  if (kind === 'bonus') return words.adds({ points: number });
  return kind === 'deduction' ? words.takes({ points: number }) : words.weight({ weight: number });
}

function rangeText({ minimum, maximum, step }: Criterion, { words }: ScoreContext): string {
  return `${words.range({ minimum: settingText(minimum ?? 0, words), maximum: settingText(maximum, words) })}${step === undefined ? '' : words.step({ step: settingText(step, words) })}${words.points === '分' ? '。' : '.'}`;
}

function markField(criterion: Criterion, context: ScoreContext): TemplateResult {
  const { words, locale, draft, busy, problems } = context;
  const { id } = criterion;
  const title = localize(criterion.title, locale);
  const given = markOf(draft, id);
  const problem = problems.find(({ pointer }) => pointer === `/marks/${id}`);
  const description = localize(criterion.description, locale);
  const note = markNote(criterion, context);
  const change = (changed: Partial<typeof given>): void => context.mark({ ...given, ...changed });
  const keys = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    const next = direction === undefined ? undefined : stepMark(criterion, given.text, direction);
    if (next !== undefined) change({ text: next });
    else if (event.key === 'Enter') context.nextMark(event.target as HTMLElement);
    else return;
    event.preventDefault();
  };
  return html`<div class="criterion" data-criterion=${id}>
    <div class="label-line"><label class="label" for="mark-${id}">${title}</label><span class="muted small">${weightText(criterion, context)}</span></div>
    ${description === '' ? nothing : html`<p class="muted small">${description}</p>`}
    <p class="muted small" id="range-${id}">${rangeText(criterion, context)}</p>
    ${anchorList(criterion, title, context, (text) => change({ text, notApplicable: false }))}
    <div class="row">
      <span class="with-unit">
        <input
          class="input number mark"
          id="mark-${id}"
          inputmode="decimal"
          autocomplete="off"
          maxlength="20"
          ?readonly=${busy}
          ?disabled=${given.notApplicable === true}
          aria-required="true"
          aria-invalid=${problem === undefined ? nothing : 'true'}
          aria-describedby="range-${id}${problem === undefined ? '' : ` error-${id}`}"
          .value=${live(given.text)}
          @input=${(event: Event) => change({ text: (event.target as HTMLInputElement).value })}
          @keydown=${keys}
        /><span class="unit" aria-hidden="true">${words.points}</span>
      </span>
      ${criterion.mayBeNotApplicable === true
        ? html`<label class="na"><input type="checkbox" id="na-${id}" .checked=${live(given.notApplicable === true)} ?disabled=${busy} @change=${(event: Event) => change({ notApplicable: (event.target as HTMLInputElement).checked })} /><span>${words.notApplicable}<span class="visually-hidden">${context.common.colon}${title}</span></span></label>`
        : nothing}
      <output class="points" for="mark-${id}">${note}</output>
    </div>
    ${problem === undefined ? nothing : html`<p class="field-error" id="error-${id}">${icons.danger}<span>${problem.message}</span></p>`}
    <details class="criterion-remark" ?open=${(given.comment ?? '') !== ''}>
      <summary>${words.comment}<span class="visually-hidden">${context.common.colon}${title}</span></summary>
      <textarea class="input" rows="2" id="comment-${id}" aria-label=${words.commentOf({ criterion: title })} ?readonly=${busy} .value=${live(given.comment ?? '')} @input=${(event: Event) => change({ comment: (event.target as HTMLTextAreaElement).value })}></textarea>
    </details>
  </div>`;
}

/** What the mark brings, beside it. */
function markNote(criterion: Criterion, context: ScoreContext): string {
  const { words } = context;
  const found = scoreOf(context, criterion.id);
  if (found?.state !== 'marked' || found.points === undefined) return '';
  const points = pointsText(found.points.replace(/^-/, ''), words);
  return criterion.kind === 'deduction' ? words.loses({ points }) : words.gets({ points });
}

function anchorList({ id, anchors = [] }: Criterion, title: string, { words, locale, busy }: ScoreContext, choose: (text: string) => void): TemplateResult | typeof nothing {
  if (anchors.length === 0) return nothing;
  return html`<ul class="anchors" aria-label=${words.anchors({ criterion: title })}>
    ${anchors.map((anchor, index) => {
      const mark = settingText(anchor.mark, words);
      const text = words.anchor({ mark, title: localize(anchor.title, locale) });
      return html`<li>${typeof anchor.mark === 'number' ? html`<button type="button" class="link anchor" id="anchor-${id}-${index}" ?disabled=${busy} @click=${() => choose(mark)}>${text}</button>` : text}</li>`;
    })}
  </ul>`;
}

function factLine(criterion: Criterion, context: ScoreContext): TemplateResult {
  const { words, locale } = context;
  const found = scoreOf(context, criterion.id);
  const mark = found?.state === 'marked' ? words.fromAnswers({ mark: found.mark ?? '', maximum: found.maximum ?? '' }) : words.notKnown;
  return html`<div class="criterion" data-criterion=${criterion.id}><div class="label-line"><span class="label">${localize(criterion.title, locale)}</span><span class="muted small">${weightText(criterion, context)}</span></div><p class="row"><span>${mark}</span><span class="points">${markNote(criterion, context)}</span></p></div>`;
}
