import type { TemplateResult } from 'lit';
import { nothing, html } from 'lit';
import { noticeBox } from '../internal/pieces.js';
import type { Panel, ReviewContext } from './review-context.js';

/** Why the host or the rules refused what was sent from a panel beside the sheet: it stands there, not on the sheet. */
export function refusalBox({ refused, words, common }: ReviewContext, panel: Panel): TemplateResult | typeof nothing {
  if (refused.panel !== panel || refused.problems.length === 0) return nothing;
  return noticeBox('danger', common.error, refused.problems.map(({ message, remedy }) => html`<p>${message}${remedy === undefined ? '' : ` ${remedy}`}</p>`), { role: 'alert', title: words.refused });
}
