import type { CSSResult } from 'lit';
import { css } from 'lit';
import { cardRules } from '../internal/styles/tables.js';

export const noticeStyles: CSSResult = css`
  :host {
    display: block;
  }
  .notice {
    padding: 24px;
    border: var(--cb-line) solid var(--cb-border);
    border-block-start: 4px solid var(--cb-accent);
    border-radius: var(--cb-radius-large);
    background: var(--cb-background);
  }
  .title {
    text-align: center;
    justify-items: center;
  }
  .scheme {
    color: var(--cb-muted);
  }
  .stack > .tag {
    justify-self: start;
  }
  /* A head is broken between words alone: internal/word-breaks.ts. */
  .table thead th {
    word-break: keep-all;
  }
  .period {
    font-weight: 500;
  }
  .day {
    white-space: nowrap;
  }
  .masked {
    padding: 0 6px;
    border: 1px solid var(--cb-border);
    border-radius: var(--cb-radius);
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 400;
    white-space: nowrap;
  }
  .objection {
    min-inline-size: min(22em, 100%);
    max-inline-size: 40em;
  }
  .unfold {
    display: none;
    min-block-size: 24px;
  }
  .search {
    align-items: end;
  }
  .pages {
    display: none;
  }
  @media screen {
    .missed {
      display: none;
    }
  }
  @media screen and (min-width: 960px) {
    .table th,
    .table td {
      padding-inline: 8px;
    }
    /* Short values beside long ones are not broken into single characters. */
    .table td:not(.number) {
      min-inline-size: 3.5em;
    }
  }
  /* A notice has more columns than other tables. */
  @media screen and (max-width: 959px) {
    ${cardRules}
    .table.cards > tbody > tr.missed,
    .table.cards > tbody > tr.other-page,
    .table.cards > tbody > tr.folded > .folds {
      display: none;
    }
    .unfold {
      display: block;
    }
    .pages {
      display: flex;
    }
  }
  @media (max-width: 639px) {
    .notice {
      padding: 16px;
    }
  }
  @media print {
    .notice {
      padding: 0;
      border: 0;
    }
    .summary-list {
      border-color: #000;
    }
    .summary-row {
      grid-template-columns: 5em minmax(0, 1fr);
      column-gap: 1em;
      padding-block: 0;
      border: 0;
    }
    .summary-row dt {
      color: inherit;
    }
    .summary-row dd {
      overflow-wrap: anywhere;
    }
    /* The type area of an official document is narrower than the width under which tables become cards. */
    .table.cards {
      display: table;
      font-size: 9pt;
      letter-spacing: normal;
      line-height: 1.5;
    }
    .item-period .small {
      font-size: inherit;
    }
    .table.cards > thead th {
      padding: 6px 5px;
    }
    .masked {
      padding: 0;
      border: 0;
      color: inherit;
      font-size: 8pt;
    }
    .table.cards > thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }
    .table.cards > tbody {
      display: table-row-group;
    }
    .table.cards > tbody > tr {
      display: table-row;
      border: 0;
    }
    .table.cards > tbody > tr > * {
      display: table-cell;
      padding: 6px 5px;
      border-block-end: 1px solid #000;
    }
    .table.cards > tbody > tr.objecting {
      display: none;
    }
    /* The period stands on top of the notice; on paper nothing runs any more. */
    .table.cards.one-period > tbody > tr > .item-period,
    .one-period > thead .item-period,
    .item-period .tag {
      display: none;
    }
    .table.cards [data-label]::before {
      content: none;
    }
  }
`;
