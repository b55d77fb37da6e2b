import type { CSSResult } from 'lit';
import { css } from 'lit';
import { cardRules } from '../../../styles/tables.js';
import { recordStyles } from '../../record/record.styles.js';

/** The grid of a budget and its totals. */
export const budgetStyles: CSSResult = css`
  ${recordStyles}
  .budget-grid {
    table-layout: fixed;
  }
  .budget-grid th,
  .budget-grid td {
    padding: 6px 8px;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  /* A head may take two lines, the unit in one of them; its words are not cut. */
  .budget-grid thead :is(th, .number) {
    overflow-wrap: normal;
    white-space: normal;
  }
  .budget-grid thead .unit {
    display: inline-block;
    white-space: nowrap;
  }
  .budget-grid th.position {
    inline-size: 2.25rem;
    color: var(--cb-muted);
    font-weight: 400;
    text-align: center;
  }
  .budget-grid .c-subject {
    inline-size: 15%;
  }
  .budget-grid .c-unit {
    inline-size: 3.5rem;
  }
  .budget-grid .c-quantity {
    inline-size: 5rem;
  }
  .budget-grid .c-unitPrice,
  .budget-grid .c-amount {
    inline-size: 6.75rem;
  }
  .budget-grid .line-actions {
    inline-size: 8.25rem;
    padding-inline: 4px;
  }
  /* The buttons in two rows leave room for what is written. */
  .budget-grid.with-notes .line-actions {
    inline-size: 5.25rem;
  }
  .line-actions > div {
    display: flex;
    flex-wrap: wrap;
  }
  .budget-grid .line-actions .button {
    min-block-size: 28px;
    min-inline-size: 24px;
    padding: 4px 0;
  }
  .budget-grid .line-actions [aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }
  .budget-grid .grid-cell {
    border: var(--cb-line) solid var(--cb-border);
    cursor: text;
  }
  .budget-grid .grid-cell.c-amount {
    background: var(--cb-surface);
    cursor: default;
  }
  .budget-grid .grid-cell.invalid {
    box-shadow: inset 0 0 0 2px var(--cb-danger);
  }
  .budget-grid .grid-cell:focus {
    position: relative;
    outline: var(--cb-focus-width) solid var(--cb-focus);
    outline-offset: -1px;
  }
  .budget-grid .grid-cell.editing {
    padding: 2px;
  }
  .budget-grid .grid-cell.editing .input {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 2px 5px;
  }
  .budget-grid .number .input {
    text-align: end;
  }
  .cell-text:empty::before {
    content: '\\00a0';
  }
  .visually-hidden-wide {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .line-problems td {
    padding-block: 4px 10px;
  }
  .line-problems p {
    margin-block: 2px;
  }
  .budget-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }
  .budget-paste {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 16px 20px;
  }
  .budget-paste .help {
    margin: 0;
  }
  .paste-problems p {
    margin-block: 4px;
  }
  .totals {
    display: grid;
    gap: 0;
    margin: 0;
    padding: 4px 16px;
    border-radius: var(--cb-radius);
    background: var(--cb-surface);
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding-block: 8px;
  }
  .totals > div + div {
    border-block-start: var(--cb-line) solid var(--cb-border);
  }
  .totals dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .totals .most {
    font-weight: 600;
  }
  .budget-steps summary {
    padding-block: 6px;
    cursor: pointer;
  }
  .budget-steps ol {
    margin-block: 4px 0;
    padding-inline-start: 1.5em;
  }
  .budget-steps li {
    margin-block: 4px;
    font-variant-numeric: tabular-nums;
  }
  .budget-steps .decides {
    font-weight: 600;
  }
  /* Seven columns and their buttons need more room than other tables. */
  @media screen and (max-width: 767px) {
    ${cardRules}
    .budget-grid.cards > tbody > tr.line {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px 12px;
      padding: 12px 16px;
    }
    .budget-grid.cards > tbody > tr.line > * {
      grid-column: 1 / -1;
      inline-size: auto;
      padding: 0;
      border: 0;
      text-align: start;
    }
    .budget-grid.cards > tbody > tr.line > .c-unit,
    .budget-grid.cards > tbody > tr.line > .c-unitPrice {
      grid-column: 1;
    }
    .budget-grid.cards > tbody > tr.line > .c-quantity,
    .budget-grid.cards > tbody > tr.line > .c-amount {
      grid-column: 2;
    }
    .budget-grid.cards > tbody > tr.line > th.position {
      color: inherit;
      font-weight: 600;
    }
    .position-number {
      display: none;
    }
    .visually-hidden-wide {
      position: static;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
    }
    .budget-grid .grid-cell,
    .budget-grid .grid-cell.c-amount {
      background: none;
    }
    .budget-grid .grid-cell.invalid {
      box-shadow: none;
    }
    .cell-text {
      display: block;
      min-block-size: 44px;
      padding: 9px 12px;
      border: 1px solid var(--cb-field-border);
      border-radius: var(--cb-radius);
    }
    .budget-grid .invalid .cell-text {
      border-color: var(--cb-danger);
      box-shadow: inset 0 0 0 1px var(--cb-danger);
    }
    .budget-grid .c-amount .cell-text {
      border-color: transparent;
      background: var(--cb-surface);
    }
    .budget-grid .grid-cell.editing .input {
      min-block-size: 44px;
      text-align: start;
    }
    .budget-grid .line-actions .button {
      min-block-size: 40px;
      min-inline-size: 40px;
    }
    .budget-grid .line-problems {
      margin-block-start: -12px;
    }
  }
  @media (forced-colors: active) {
    .budget-grid .grid-cell.invalid,
    .budget-grid .invalid .cell-text {
      border-width: 3px;
    }
  }
  @media print {
    .budget-grid .grid-cell {
      box-shadow: none;
    }
    .budget-steps > ol {
      display: block;
    }
  }
`;
