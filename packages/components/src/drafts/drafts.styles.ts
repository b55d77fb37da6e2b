import type { CSSResult } from 'lit';
import { css } from 'lit';

export const draftStyles: CSSResult = css`
  .draft-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 20px;
  }
  .saved {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 1.65em;
    font-variant-numeric: tabular-nums;
  }
  .draft-files {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .draft-files > .link {
    min-block-size: 24px;
  }
  .draft-notices {
    display: contents;
  }
  /* Hidden regions would not be read when they get their text; without one they take no room. */
  .draft-news:empty,
  .draft-file-done:empty,
  .merge-missing:empty {
    position: absolute;
  }
  .draft-file-done,
  .merge-missing {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .merge-missing {
    color: var(--cb-danger);
    font-weight: 500;
  }
  .draft-file {
    max-inline-size: var(--cb-form-width);
  }
  .draft-file .field {
    display: grid;
    gap: 8px;
  }
  .draft-file .help,
  .draft-file .field-error {
    margin: 0;
  }
  .draft-aside .summary-list {
    margin-block-start: 8px;
  }
  /* In sight wherever one is typing; what gets the focus stops below it. */
  .save-failure {
    position: sticky;
    inset-block-start: 8px;
    z-index: 2;
  }
  .save-failure .notice-box {
    margin-block-end: 0;
    box-shadow: 0 4px 16px rgb(27 37 52 / 18%);
  }
  .save-failure ~ * :is(input, select, textarea, button) {
    scroll-margin-block: 200px;
  }
  .draft-aside .body,
  .draft-prefill .body {
    min-inline-size: 0;
    flex: 1;
  }

  .merge {
    max-inline-size: 960px;
  }
  .merge:focus {
    outline: none;
  }
  .merge-places {
    display: grid;
    gap: 24px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .merge-place {
    display: grid;
    gap: 8px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--cb-border);
  }
  .merge-place legend {
    float: inline-start;
    font-weight: 600;
  }
  .merge-sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  .merge-side > span {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .merge-who {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .merge .answer-text {
    white-space: pre-line;
  }
  @media (max-width: 639px) {
    .saved:is(.idle, .merging, .failed) {
      display: none;
    }
    .merge-sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
