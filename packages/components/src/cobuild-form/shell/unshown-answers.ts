import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { noticeBox } from '../../internal/pieces.js';
import type { Messages } from '../../locales/messages.js';
import type { ShellWords } from './words.js';

/** Answers that no question shows, each with what can be done about it; folded, because it stands in nobody's way. */
export function unshownAnswers(unshown: readonly Problem[], words: Messages, text: ShellWords): TemplateResult | typeof nothing {
  if (unshown.length === 0) return nothing;
  const body = html`<details>
    <summary>${text.unshown({ count: unshown.length })}</summary>
    <ul>
      ${unshown.map(({ message, remedy }) => html`<li>${message}<p class="note">${remedy}</p></li>`)}
    </ul>
  </details>`;
  return html`<div part="unshown">${noticeBox('info', words.info, body)}</div>`;
}
