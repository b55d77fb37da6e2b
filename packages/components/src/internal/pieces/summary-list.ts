import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';

export interface SummaryRow {
  readonly label: unknown;
  readonly value: unknown;
  /** A link or button at the end of the row, such as “修改”. */
  readonly action?: unknown;
  /** The value, such as a table, stands under the label and has the whole width. */
  readonly wide?: boolean;
}

/** Questions with their answers, read only. */
export function summaryList(rows: readonly SummaryRow[]): TemplateResult {
  return html`<dl class="summary-list">
    ${rows.map(
      ({ label, value, action, wide = false }) => html`<div class="summary-row ${wide ? 'wide' : ''}">
        <dt>${label}</dt>
        <dd class=${action === undefined ? 'full' : ''}>${value}</dd>
        ${action === undefined ? nothing : html`<dd>${action}</dd>`}
      </div>`,
    )}
  </dl>`;
}
