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
  :is(.sheet, .answers) > h3 {
    font-size: var(--cb-heading-size);
  }
  :is(.sheet, .answers, #notice, .objection):focus:not(:focus-visible) {
    outline: none;
  }
  .field > :is(.label, .small, legend) {
    display: block;
    margin-block-end: 6px;
  }
  .sheet .choices .choice {
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
  .objection {
    padding: 14px 16px;
  }
  #notice .summary-row {
    grid-template-columns: 6em minmax(0, 1fr);
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
