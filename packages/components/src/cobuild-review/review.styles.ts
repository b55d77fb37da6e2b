import type { CSSResult } from 'lit';
import { css } from 'lit';

export const reviewStyles: CSSResult = css`
  .review {
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
    grid-template-columns: minmax(0, 1fr) minmax(360px, 420px);
    gap: 32px;
    align-items: start;
  }
  /* The sheet stays in sight beside long answers; where it is taller than the window it scrolls by itself. */
  .side {
    position: sticky;
    inset-block-start: 16px;
    max-block-size: calc(100vh - 32px);
    overflow-y: auto;
    padding-inline: 6px;
    padding-block-end: 6px;
  }
  .sheet {
    scroll-margin-block-start: 16px;
  }
  .review > header h2 {
    font-size: var(--cb-title-size);
  }
  :is(.sheet, .answers, .panel) > h3 {
    font-size: var(--cb-heading-size);
  }
  :is(.sheet, .answers, #notice, .objection, #overrides, #override-form, #assignment):focus:not(:focus-visible) {
    outline: none;
  }
  .field > :is(.label, .small, legend) {
    display: block;
    margin-block-end: 6px;
  }
  :is(.sheet, .panel) .choices .choice {
    display: flex;
  }
  /* Beside the answers the sheet is in sight anyway. */
  .to-sheet {
    display: none;
  }
  .confirm-box {
    border: 2px solid var(--cb-danger);
    background: var(--cb-danger-background);
  }
  .quoted {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--cb-border);
  }
  details > summary {
    padding-block: 6px;
    color: var(--cb-primary);
    cursor: pointer;
  }

  .remark-list {
    display: grid;
    gap: 8px;
    margin: 8px 0;
    padding: 0;
    list-style: none;
  }
  .remark-list > li {
    display: grid;
    justify-items: start;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--cb-accent);
    overflow-wrap: anywhere;
  }
  .remark-list .link {
    min-block-size: 24px;
    text-align: start;
  }
  .answered-remarks {
    padding: 16px 20px;
    border: 1px solid var(--cb-border);
    border-radius: var(--cb-radius-large);
  }
  .answered-remarks > ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .answered-remark + .answered-remark {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--cb-border);
  }
  .versions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px 24px;
    margin: 0;
  }
  .versions.wide {
    grid-template-columns: minmax(0, 1fr);
  }
  .versions dt {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .versions dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .findings {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  .findings dt {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .findings dd {
    margin: 0;
  }
  .people {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .objection {
    padding: 14px 16px;
  }
  /* Both stand in the narrow column beside the answers. */
  #notice .summary-row,
  #overrides .summary-row {
    grid-template-columns: 6em minmax(0, 1fr);
  }

  @media (max-width: 639px) {
    .answered-remarks {
      padding: 12px 16px;
    }
    .versions {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 959px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .side {
      position: static;
      max-block-size: none;
      overflow: visible;
    }
    .to-sheet {
      display: block;
    }
  }
  @media print {
    .side {
      position: static;
      max-block-size: none;
      overflow: visible;
    }
  }
`;
