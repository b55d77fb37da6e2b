import type { CSSResult } from 'lit';
import { css } from 'lit';

export const scoreSheetStyles: CSSResult = css`
  :host {
    display: block;
  }
  .scores {
    max-inline-size: var(--cb-page-width);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    align-items: center;
    color: var(--cb-muted);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(400px, 480px);
    gap: 32px;
    align-items: start;
  }
  .columns.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .side {
    min-inline-size: 0;
  }
  :is(.sheet, .evidence, .panel) > h3 {
    font-size: var(--cb-heading-size);
  }
  :is(.sheet, .evidence, .panel):focus:not(:focus-visible) {
    outline: none;
  }

  .cases > summary,
  details.how > summary,
  details.criterion-remark > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--cb-primary);
    font-size: var(--cb-small-size);
    cursor: pointer;
  }
  .cases ol {
    display: grid;
    gap: 4px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .cases li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
    padding: 6px 12px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
  }
  .cases li[aria-current] {
    border-color: var(--cb-primary);
    box-shadow: inset 0 0 0 1px var(--cb-primary);
  }
  .cases .link {
    min-block-size: 24px;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .group {
    display: grid;
    gap: 20px;
  }
  .group > h4 {
    padding-block-end: 6px;
    border-block-end: 2px solid var(--cb-border);
  }
  .criterion {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }
  .criterion .label-line {
    justify-content: space-between;
    margin: 0;
  }
  .input.mark {
    inline-size: 7em;
    font-size: var(--cb-subheading-size);
    font-weight: 600;
    text-align: end;
  }
  .points {
    margin-inline-start: auto;
    color: var(--cb-muted);
    font-variant-numeric: tabular-nums;
  }
  .na {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 24px;
    cursor: pointer;
  }
  .na > input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--cb-primary);
  }
  .anchors {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    font-size: var(--cb-small-size);
    list-style: none;
  }
  .anchor {
    min-block-size: 24px;
    text-align: start;
  }
  details.criterion-remark > textarea {
    min-block-size: 4em;
    margin-block-start: 4px;
  }
  .field > .label {
    display: block;
    margin-block-end: 4px;
  }
  .field > .small {
    margin-block-end: 6px;
  }

  /* How far the sheet is stays in sight under a long list of criteria, and covers nothing that has the focus. */
  :is(input, textarea, select, button, summary) {
    scroll-margin-block: 16px 200px;
  }
  .total {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding-block: 10px;
    border-block-start: 2px solid var(--cb-primary);
    background: var(--cb-background);
  }
  /* A text is scrolled to by its caret: the comment above the total would stay half covered. */
  .field:focus-within ~ .total {
    position: static;
  }
  .total .actions {
    margin: 0;
  }
  .total-line strong {
    font-variant-numeric: tabular-nums;
  }
  #saving:empty {
    display: none;
  }
  .verdict {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .table tbody th {
    min-inline-size: 4em;
  }
  nav .button {
    flex: none;
    white-space: nowrap;
  }
  /* Beside the answers the sheet is in sight anyway. */
  .to-sheet {
    display: none;
  }
  .remark-text {
    white-space: pre-wrap;
  }

  .dots {
    max-inline-size: 30em;
    margin: 0;
  }
  .dots svg {
    display: block;
    inline-size: 100%;
  }
  .dots p {
    display: flex;
    justify-content: space-between;
    font-variant-numeric: tabular-nums;
  }
  .axis,
  .median {
    fill: none;
    stroke: var(--cb-border);
    stroke-width: 2;
  }
  .median {
    stroke: var(--cb-muted);
    stroke-dasharray: 3 2;
  }
  .dot {
    fill: var(--cb-primary);
    stroke: var(--cb-background);
    stroke-width: 1.5;
  }
  .dot.dropped {
    fill: var(--cb-background);
    stroke: var(--cb-primary);
  }
  .dot.far {
    stroke: var(--cb-warning);
    stroke-width: 4;
  }

  .skeleton {
    display: grid;
    gap: 16px;
  }
  .skeleton > span {
    block-size: 3.2em;
    border-radius: var(--cb-radius);
    background: var(--cb-surface);
  }

  @media (max-width: 959px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .to-sheet {
      display: block;
    }
  }
  @media (max-width: 639px) {
    .keys {
      display: none;
    }
    /* With the keyboard of a phone open there is no room for it. */
    .total {
      position: static;
    }
  }
  @media print {
    .total {
      position: static;
    }
  }
`;
