import type { Outcome } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../internal/pieces.js';
import type { ReviewContext } from './review-context.js';
import { goesBack } from './review-desk.js';

/** Beside the reason of a return: which answers have a remark, and the way to them. With another outcome: that they stay here. */
export function remarksOfReturn(outcome: Outcome, context: ReviewContext): TemplateResult | typeof nothing {
  const { scheme, remarks, words } = context;
  if (!goesBack(outcome, scheme)) return remarks.length === 0 ? nothing : html`<p class="muted small" id="remarks-kept">${words.remarksKept({ count: remarks.length })}</p>`;
  return html`<section class="field" id="remarks" aria-labelledby="remarks-title">
    <p class="label" id="remarks-title">${words.remarks}</p>
    <p class="muted small">${words.remarksHelp}</p>
    ${remarks.length === 0
      ? nothing
      : html`<ul class="remark-list">
          ${remarks.map((remark) => html`<li><button type="button" class="link" @click=${() => context.showRemark(remark)}>${context.labelOf(remark)}</button><span class="answer-text muted small">${remark.text}</span></li>`)}
        </ul>`}
    <p class="no-print">${button({ label: words.toAnswers, icon: 'pen', onClick: () => context.showRemark() })}</p>
  </section>`;
}
