import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Each row as a card, for a sheet to put under a width. */
export const cardRules: CSSResult = css`
  .table.cards,
  .table.cards > caption,
  .table.cards > tbody,
  .table.cards > tfoot,
  .table.cards > tbody > tr,
  .table.cards > tfoot > tr,
  .table.cards > tbody > tr > *,
  .table.cards > tfoot > tr > * {
    display: block;
  }
  .table.cards > thead {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .table.cards > tbody > tr,
  .table.cards > tfoot > tr {
    margin-block-end: 12px;
    padding: 8px 16px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius-large);
  }
  .table.cards > tbody > tr > *,
  .table.cards > tfoot > tr > * {
    padding: 6px 0;
    border: 0;
    text-align: start;
    white-space: normal;
  }
  /* A head with nothing under it takes a line of the card and says nothing; on paper a table has all its cells. */
  @media screen {
    .table.cards > :is(tbody, tfoot) > tr > td:empty {
      display: none;
    }
  }
  .table.cards [data-label]::before {
    content: attr(data-label);
    display: block;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 400;
  }
`;

/** A label beside a short value, after `cardRules`: a card of eight lines, not of sixteen. */
export const shortCards: CSSResult = css`
  .table.cards > :is(tbody, tfoot) > tr > [data-label] {
    display: flow-root;
    padding-inline-start: calc(var(--cb-small-size) * 9.5);
  }
  /* Long labels and long values wrap each in their own column. */
  .table.cards > :is(tbody, tfoot) > tr > [data-label]::before {
    float: inline-start;
    inline-size: calc(var(--cb-small-size) * 9);
    margin-inline-start: calc(var(--cb-small-size) * -9.5);
  }
  .table.cards > tbody > tr > *,
  .table.cards > tfoot > tr > * {
    padding-block: 4px;
  }
`;

/**
 * `<table class="table cards">`: hairlines, figures to the right; under 640 px each row becomes a card whose cells show their
 * head from `data-label` (or from a `.cell-label` inside).
 */
export const tableStyles: CSSResult = css`
  .table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .table caption {
    padding-block-end: 8px;
    font-weight: 600;
    text-align: start;
  }
  .table th,
  .table td {
    padding: 10px 12px;
    border-block-end: var(--cb-line) solid var(--cb-border);
    text-align: start;
    vertical-align: top;
  }
  .table thead th {
    background: var(--cb-surface);
    color: var(--cb-text);
    font-weight: 600;
    line-height: 1.4;
    vertical-align: bottom;
  }
  .table tbody th {
    font-weight: 500;
  }
  .table .number {
    text-align: end;
    white-space: nowrap;
  }
  .table tfoot td,
  .table tfoot th {
    font-weight: 600;
    border-block-end-width: 2px;
  }
  .table .unit {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 400;
  }
  .table-empty {
    padding: 20px;
    border: var(--cb-line) dashed var(--cb-border);
    border-radius: var(--cb-radius);
    color: var(--cb-muted);
    text-align: center;
  }

  .more-cards {
    display: none;
  }

  @media (max-width: 639px) {
    ${cardRules}
  }
  /* Paper is whole, however narrow. */
  @media screen and (max-width: 639px) {
    .table.cards > tbody > tr.beyond {
      display: none;
    }
    .more-cards {
      display: block;
    }
  }
`;
