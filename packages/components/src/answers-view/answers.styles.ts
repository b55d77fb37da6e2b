import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Answers in review: marks, changes, remarks, the list of contents. */
export const answersStyles: CSSResult = css`
  .answers-section > :is(h2, h3, h4) {
    scroll-margin-block-start: 16px;
  }
  .answers-section > :is(h2, h3, h4):focus:not(:focus-visible) {
    outline: none;
  }
  .contents > ol {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin: 0;
    padding: 8px 0;
    list-style: none;
  }
  .contents .link {
    min-block-size: 24px;
  }
  .answer-files {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .answer-files > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 24px;
  }
  .answer-files .answer-text {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .summary-row.differs {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--cb-primary);
  }
  .summary-row dt .tag {
    margin-inline-start: 4px;
  }
  .origin {
    inline-size: fit-content;
    margin-block-start: 4px;
    padding: 0 8px;
    border: 1px solid var(--cb-border);
    border-radius: var(--cb-radius);
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .change {
    overflow-wrap: anywhere;
  }
  .change-word {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    white-space: nowrap;
  }
  ins {
    text-decoration: none;
  }
  .change ins {
    font-weight: 600;
  }
  del {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .summary-row .table tbody th {
    min-inline-size: 4em;
  }
  td .change {
    white-space: normal;
  }
  /* Sentences that may break anywhere would be left a column of a few characters by the others. */
  td:not(.number) > .change {
    display: block;
    min-inline-size: 9em;
  }
  .item-change {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .item-change .tag {
    white-space: normal;
  }
  details.before > summary {
    padding-block: 6px;
    color: var(--cb-primary);
    cursor: pointer;
  }
  .earlier {
    padding: 8px 12px;
    border-inline-start: 3px solid var(--cb-border);
    background: var(--cb-surface);
  }
  .remark {
    margin-block-start: 8px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--cb-accent);
    background: var(--cb-surface);
  }
  .remark-title {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .remark-add {
    margin-block: 4px -8px;
    margin-inline-start: -12px;
  }
  .filter {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
    cursor: pointer;
  }
  .filter > input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--cb-primary);
  }
  @media print {
    .filter {
      display: none;
    }
    .summary-row .table :is(th, td) {
      padding-inline: 6px;
    }
    .summary-row.differs {
      padding-inline-start: 0;
      border-inline-start: 0;
    }
  }
`;
