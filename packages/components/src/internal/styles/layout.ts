import type { CSSResult } from 'lit';
import { css } from 'lit';

/**
 * Headings, panels, summary lists, tags. A sheet is sent to the page as it stands, so what there is to say stands here.
 *
 * - `*`: without `::before` and `::after`, which the browser would work out for each element of a form and draw for none. One with a size and a border says it itself.
 * - `:dir(rtl)`: in a page that runs from right to left, each text still runs as its letters do: a full stop would come to stand before a sentence, and
 *   the groups of a number in reverse.
 * - `.stack`: one thing under the other, at an even distance.
 * - `.tag`: a word with an icon, since state is never told by colour alone.
 * - `.summary-list`: questions and answers, read only; `.answers-part` are answers of a group of the layout, under its heading.
 */
export const layoutStyles: CSSResult = css`
  * {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4 {
    margin: 0;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
  }
  h1 {
    font-size: var(--cb-title-size);
  }
  h2 {
    font-size: var(--cb-heading-size);
  }
  h3,
  h4 {
    font-size: var(--cb-subheading-size);
  }
  p {
    margin: 0;
  }
  :where(p, li, dt, dd, h1, h2, h3, h4, legend, label, summary, a, button, output, .label, .help, .intro, .tag, .answer-text, .input, .field-error > span, .field-warning > span):where(:dir(rtl)) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .muted {
    color: var(--cb-muted);
  }
  .small {
    font-size: var(--cb-small-size);
  }
  .measure {
    max-width: 40em;
  }
  .figure {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .answer-text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .stack.wide {
    gap: 32px;
  }
  .stack.tight {
    gap: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .row.spread {
    justify-content: space-between;
  }

  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    vertical-align: -0.22em;
  }
  .icon .hole {
    stroke: var(--cb-icon-hole, var(--cb-background));
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .panel {
    padding: 20px 24px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius-large);
    background: var(--cb-background);
  }
  .panel.quiet {
    background: var(--cb-surface);
  }
  .panel > :first-child {
    margin-block-start: 0;
  }

  .tag {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 8px;
    border: 1px solid currentColor;
    border-radius: var(--cb-radius);
    background: var(--cb-background);
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 500;
    line-height: 1.5;
    white-space: nowrap;
  }
  .tag .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .tag.neutral {
    border-color: var(--cb-border);
    font-weight: 400;
  }
  .tag.info {
    background: var(--cb-info-background);
    color: var(--cb-info);
    --cb-icon-hole: var(--cb-info-background);
  }
  .tag.success {
    background: var(--cb-success-background);
    color: var(--cb-success);
    --cb-icon-hole: var(--cb-success-background);
  }
  .tag.warning {
    background: var(--cb-warning-background);
    color: var(--cb-warning);
    --cb-icon-hole: var(--cb-warning-background);
  }
  .tag.danger {
    background: var(--cb-danger-background);
    color: var(--cb-danger);
    --cb-icon-hole: var(--cb-danger-background);
  }

  .summary-list {
    margin: 0;
    border-block-start: var(--cb-line) solid var(--cb-border);
  }
  .answers-part {
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--cb-border);
  }
  .summary-row {
    display: grid;
    grid-template-columns: minmax(8em, 15em) minmax(0, 1fr) auto;
    gap: 4px 24px;
    padding-block: 12px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .summary-row dt {
    color: var(--cb-muted);
  }
  .summary-row dd {
    margin: 0;
    min-width: 0;
  }
  .summary-row dd.full {
    grid-column: 2 / -1;
  }

  @media (min-width: 640px) {
    /* A short word beside long sentences is not broken into single characters. */
    .summary-row .table td {
      min-inline-size: 5.25em;
    }
    .summary-row.wide > dd:first-of-type {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .summary-row.wide > dd:last-of-type:not(:first-of-type) {
      grid-column: 3;
    }
  }

  @media (max-width: 639px) {
    .panel {
      padding: 16px;
    }
    .summary-row {
      grid-template-columns: minmax(0, 1fr);
    }
    .summary-row dd.full {
      grid-column: auto;
    }
    .summary-row dt {
      font-size: var(--cb-small-size);
    }
  }

  @media print {
    /* Whatever else says how it is laid out, in whichever sheet: rows of buttons are flex. */
    .no-print {
      display: none !important;
    }
    .panel,
    .summary-row,
    tr {
      break-inside: avoid;
    }
    /* An answer that is a table may be longer than a page. */
    .summary-row:has(table) {
      break-inside: auto;
    }
    h2,
    h3,
    h4,
    h5 {
      break-after: avoid;
    }
  }
`;
