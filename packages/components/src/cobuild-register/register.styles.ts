import type { CSSResult } from 'lit';
import { css } from 'lit';
import { figureRules } from '../internal/styles/figures.js';
import { cardRules, shortCards } from '../internal/styles/tables.js';

export const registerStyles: CSSResult = css`
  :host {
    display: block;
  }
  ${figureRules}
  .figures {
    --figure: 8em;
  }
  .filters {
    display: grid;
    grid-template-columns: minmax(14em, 2fr) repeat(auto-fit, minmax(9em, 1fr));
    gap: 12px 16px;
    align-items: end;
  }
  .filters label,
  .pager label {
    font-size: var(--cb-small-size);
  }
  .filters .input,
  .pager .input {
    font-size: var(--cb-text-size);
  }
  .sort,
  .name {
    min-block-size: 24px;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .sort {
    min-inline-size: 4em;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  /* Heads of many marks leave the columns of words more than a character’s width. */
  .table th.number {
    white-space: normal;
  }
  .number > .sort {
    text-align: end;
  }
  .name {
    min-inline-size: 4.5em;
    font-weight: 500;
  }
  .short {
    min-inline-size: 5em;
  }
  .table.cards > tbody > tr.opened > * {
    border-block-end: 0;
  }
  .details > td {
    padding: 0 12px 20px;
  }
  .mark {
    inline-size: 6.5em;
    min-block-size: 36px;
    padding: 4px 8px;
    margin-inline-start: auto;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .mark[aria-invalid='true'] {
    padding: 3px 7px;
  }
  td .field-error {
    max-inline-size: 13em;
    margin-inline-start: auto;
    font-size: var(--cb-small-size);
    white-space: normal;
    text-align: start;
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    justify-content: space-between;
  }
  .pager .input {
    inline-size: auto;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  progress {
    inline-size: min(20em, 100%);
    block-size: 12px;
    accent-color: var(--cb-primary);
  }
  input[type='file'] {
    max-inline-size: 100%;
    min-block-size: 36px;
    font: inherit;
    font-size: var(--cb-small-size);
  }
  .groups ul,
  .refused ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .groups > summary {
    min-block-size: 24px;
    color: var(--cb-primary);
    cursor: pointer;
  }
  .on-paper,
  .phone-head,
  .phone-sort {
    display: none;
  }
  @media screen and (max-width: 899px) {
    ${cardRules}
    ${shortCards}
    /* The head of the table is out of sight; the list above puts in order instead. */
    .phone-sort {
      display: grid;
    }
    .sort {
      display: none;
    }
    .phone-head {
      display: inline;
    }
    .filters {
      grid-template-columns: minmax(0, 1fr);
    }
    .table.cards > tbody > tr:not(.opened) > .folds {
      display: none;
    }
    .table.cards > tbody > tr.opened {
      margin-block-end: 0;
      border-block-end: 0;
    }
    .mark,
    td .field-error {
      margin-inline-start: 0;
      text-align: start;
    }
    td .field-error {
      max-inline-size: none;
    }
  }
  @media print {
    .on-paper {
      display: block;
    }
    thead {
      display: table-header-group;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
