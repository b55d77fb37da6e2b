import type { CSSResult } from 'lit';
import { css } from 'lit';

/**
 * - `.section`: laid out and painted by itself, so that a key press costs what its own section costs; in a long form one that is out of sight is neither laid out nor
 *   painted, yet found by a search in the page and by the keyboard. What paints beyond the edge of a section, such as the focus ring, needs the margin; browsers without it
 *   treat the page as a whole. Where a list that opens is in no layer above the page (`:popover-open`), a section would cut it off.
 * - `.item-title`, `.position`: taken by its number or title, an item can be dragged.
 */
export const formStyles: CSSResult = css`
  .form {
    max-inline-size: var(--cb-form-width);
  }
  .form.read-only {
    max-inline-size: 960px;
  }
  .step-head {
    display: grid;
    gap: 4px;
  }
  .step-head h2:focus {
    outline: none;
  }
  .sections {
    display: contents;
  }
  @supports (content-visibility: auto) and (overflow-clip-margin: 8px) {
    @media not print {
      @supports selector(:popover-open) {
        .section {
          contain: content;
          overflow-clip-margin: 8px;
        }
      }
      .long .section {
        overflow-clip-margin: 8px;
        content-visibility: auto;
        contain-intrinsic-size: auto 900px;
      }
      .long .chapter {
        overflow-clip-margin: 8px;
        content-visibility: auto;
        contain-intrinsic-size: auto var(--room);
      }
      .long .section.few {
        contain-intrinsic-size: auto 360px;
      }
      .long .section.many {
        contain-intrinsic-size: auto 2000px;
      }
    }
  }
  .section-head {
    display: grid;
    gap: 4px;
    margin-block-end: 24px;
    padding-block-end: 8px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .intro {
    color: var(--cb-muted);
    white-space: pre-line;
  }

  .group-label {
    font-size: var(--cb-subheading-size);
  }
  .group > .fields {
    padding-inline-start: 20px;
    border-inline-start: 3px solid var(--cb-border);
  }
  .items {
    display: grid;
    gap: 16px;
  }
  .repeated > .fields + .items:not(:empty),
  .repeated > .items + .add-name {
    margin-block-start: 16px;
  }
  .add-name > .input {
    max-inline-size: 320px;
  }
  .item {
    display: grid;
    gap: 16px;
  }
  .item-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block-end: 8px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .item-title {
    font-weight: 600;
  }
  .items > .item > .item-head > .item-title,
  .input-table tbody > tr > .position {
    cursor: grab;
    touch-action: none;
  }
  .dragged {
    opacity: 0.6;
    cursor: grabbing;
  }
  .items > .drop-before,
  .input-table tbody > .drop-before {
    box-shadow: 0 -4px 0 -1px var(--cb-primary);
  }
  .items > .drop-after,
  .input-table tbody > .drop-after {
    box-shadow: 0 4px 0 -1px var(--cb-primary);
  }
  @media (forced-colors: active) {
    .items > .drop-before,
    .input-table tbody > .drop-before {
      border-block-start: 4px solid Highlight;
    }
    .items > .drop-after,
    .input-table tbody > .drop-after {
      border-block-end: 4px solid Highlight;
    }
  }
  .item-actions {
    display: flex;
    justify-content: flex-end;
    gap: 2px;
  }
  .add-item {
    margin-block-start: 12px;
  }
  .removal:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }

  .input-table {
    table-layout: fixed;
  }
  .input-table td,
  .input-table th {
    padding: 8px 6px;
  }
  .input-table th.position {
    inline-size: 3em;
    color: var(--cb-muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .input-table tbody th.position {
    padding-block-start: 18px;
  }
  .input-table th.actions-head {
    inline-size: 112px;
  }
  .input-table.with-copy th.actions-head {
    inline-size: 146px;
  }
  .input-table .with-unit > .unit,
  .input-table .computed-value > .unit {
    display: none;
  }
  .input-table .input,
  .input-table .computed-value {
    padding-inline: 8px;
  }
  .input-table:not(.few) th.position + th {
    inline-size: 24%;
  }
  .input-table th .mark {
    display: block;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 400;
  }
  .input-table .actions-cell {
    padding-block-start: 12px;
    text-align: end;
    white-space: nowrap;
  }
  .input-table .actions-cell .button {
    min-inline-size: 32px;
    vertical-align: top;
  }
  .input-table .actions-cell .button + .button {
    margin-inline-start: 2px;
  }
  @media (min-width: 640px) {
    .input-table th.amount,
    .input-table .amount .input,
    .input-table .amount .computed-value {
      text-align: end;
    }
    .input-table th.short {
      inline-size: 5.5em;
    }
    .input-table th.amount {
      inline-size: 5.2em;
    }
    .input-table th.amount.money {
      inline-size: 7.2em;
    }
    .input-table th.date {
      inline-size: 11em;
    }
    .input-table .computed-value {
      white-space: nowrap;
    }
    .cell-label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (max-width: 639px) {
    .input-table {
      table-layout: auto;
    }
    .input-table.cards > tbody > tr > th.position {
      inline-size: auto;
      padding-block: 4px;
      color: var(--cb-text);
      font-size: 0;
    }
    .input-table.cards > tbody > tr > th.position::before {
      content: attr(aria-label);
      font-size: var(--cb-text-size);
      font-weight: 600;
    }
    .input-table.cards > tbody > tr > .actions-cell {
      text-align: end;
    }
    .cell-label {
      display: block;
      margin-block-end: 4px;
    }
    .group > .fields {
      padding-inline-start: 12px;
    }
  }
`;
