import type { AnswerRemark, AnswerRow, ComparedRow, ComparedSection } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AnswersView } from '../answers-view/answer-widget.js';
import { icons } from '../internal/icons.js';
import { tag } from '../internal/pieces.js';
import type { ReviewWords } from './words.js';

export interface AnsweredRemarksOptions {
  /** Those of the return that the present answers follow, as far as the reader may see their answers. */
  readonly remarks: readonly AnswerRemark[];
  /** The answers of now beside those of before the return. */
  readonly sections: readonly ComparedSection[];
  readonly labelOf: (remark: AnswerRemark) => string;
  readonly view: AnswersView;
  readonly text: ReviewWords;
}

/** After an application came back: every remark with the answer to which it was written and the one of now, side by side. */
export function answeredRemarks({ remarks, sections, labelOf, view, text }: AnsweredRemarksOptions): TemplateResult | typeof nothing {
  if (remarks.length === 0) return nothing;
  const rows = sections.flatMap((section) => section.rows);
  return html`<section class="answered-remarks stack" aria-labelledby="answered-remarks-title">
    <h4 id="answered-remarks-title">${text.remarksAnswered({ count: remarks.length })}</h4>
    <p class="muted small">${text.remarksAnsweredHelp}</p>
    <ol class="stack">
      ${remarks.map((remark) => html`<li class="answered-remark stack tight">${answeredRemark(remark, rowOf(remark, rows), labelOf(remark), view, text)}</li>`)}
    </ol>
  </section>`;
}

/** The row of an answer. A place inside an item has none of its own: there the list stands for it. */
function rowOf({ pointer }: AnswerRemark, rows: readonly ComparedRow[]): ComparedRow | undefined {
  return rows.find(({ row }) => row.pointer === pointer) ?? rows.find(({ row }) => pointer.startsWith(`${row.pointer}/`));
}

function answeredRemark(remark: AnswerRemark, compared: ComparedRow | undefined, label: string, view: AnswersView, text: ReviewWords): TemplateResult {
  const changed = compared !== undefined && compared.kind !== 'same';
  const wide = compared !== undefined && [compared.row, compared.before].some((row) => row !== undefined && (row.table !== undefined || view.widgets.isWide(row)));
  return html`<p class="answered-label"><strong>${label}</strong> ${changed ? tag('info', text.remarkChanged, 'pen') : tag('neutral', text.remarkUnchanged)}</p>
    <div class="remark"><p class="remark-title">${icons.pen}${text.remarkText}</p><p class="answer-text">${remark.text}</p></div>
    ${compared === undefined ? html`<p class="muted">${text.answerGone}</p>` : versions(compared, wide, view, text)}`;
}

function versions({ row, before, kind }: ComparedRow, wide: boolean, view: AnswersView, text: ReviewWords): TemplateResult {
  const answer = (of: AnswerRow | undefined): unknown => (of?.answered === true ? view.widgets.draw(of, view) : html`<span class="muted">${text.answerNone}</span>`);
  return html`<dl class="versions ${wide ? 'wide' : ''}">
    <div><dt>${text.answerBefore}</dt><dd>${answer(kind === 'same' ? row : before)}</dd></div>
    <div><dt>${text.answerNow}</dt><dd>${answer(row)}</dd></div>
  </dl>`;
}
