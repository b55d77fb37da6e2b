import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { tag } from '../internal/pieces.js';
import type { MeetingView } from './meeting-view.js';
import type { MeetingWords } from './words.js';

/** The sentence about those present that is drawn and announced. */
export function quorumSentence({ quorum, heads }: MeetingView, words: MeetingWords): string {
  if (quorum === undefined) return words.quorumNone({ present: heads.present });
  return quorum.met ? words.quorumMet(quorum) : words.quorumMissing(quorum);
}

/** Quorum in words, numbers and as a bar that is full when it is reached. */
export function quorumMeter(view: MeetingView, words: MeetingWords): TemplateResult {
  const { quorum, heads } = view;
  return html`<div class="stack tight quorum">
    <div class="row">
      <h3>${words.quorum}</h3>
      ${quorum === undefined ? nothing : quorum.met ? tag('success', quorumSentence(view, words)) : tag('warning', quorumSentence(view, words))}
      ${quorum === undefined ? html`<span>${quorumSentence(view, words)}</span>` : nothing}
    </div>
    ${quorum === undefined ? nothing : html`<progress class=${quorum.met ? 'met' : ''} aria-label=${words.quorum} max=${Math.max(quorum.needed, 1)} .value=${Math.min(quorum.present, quorum.needed)}></progress>`}
    <p class="muted">${words.heads(heads)}</p>
  </div>`;
}
