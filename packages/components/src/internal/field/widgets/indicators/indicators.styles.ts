import type { CSSResult } from 'lit';
import { css } from 'lit';
import { recordStyles } from '../../record/record.styles.js';

export const indicatorsStyles: CSSResult = css`
  ${recordStyles}
  .indicator-actions {
    display: flex;
    flex-wrap: wrap;
  }
  .indicators-table .button.icon-only {
    min-inline-size: 32px;
    min-block-size: 32px;
    padding: 2px;
  }
  .row-title {
    display: none;
    font-weight: 600;
  }
  @media (min-width: 640px) {
    .indicators-table {
      table-layout: fixed;
    }
    .indicators-table th,
    .indicators-table td {
      padding-inline: 3px;
    }
    .indicators-table thead th {
      overflow-wrap: normal;
    }
    .indicators-table .input {
      padding-inline: 6px;
    }
    .indicators-table .column-name {
      inline-size: 22%;
    }
    .indicators-table .column-direction {
      inline-size: 5.6em;
    }
    .indicators-table .column-group {
      inline-size: 6.4em;
    }
    .indicators-table .input.number {
      padding-inline: 4px;
    }
    .indicators-table select.input {
      padding-inline: 2px;
    }
    .indicators-table th:is(.column-baseline, .column-target, .column-actual, .column-weight) {
      text-align: end;
    }
    .indicators-table .column-weight {
      inline-size: 4.6em;
    }
    /* The buttons in two rows leave room for large numbers. */
    .indicators-table .column-actions {
      inline-size: 60px;
    }
    .indicators-table .button.icon-only {
      min-inline-size: 26px;
      padding-inline: 0;
    }
  }
  @media (max-width: 639px) {
    .indicators-table.cards > tbody > tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 4px 12px;
    }
    .indicators-table.cards > tbody > tr > .column-name,
    .indicators-table.cards > tbody > tr > .column-actions,
    .indicators-table.cards > tbody > tr > :first-child {
      grid-column: 1 / -1;
    }
    .indicators-table .row-title {
      display: block;
      margin-block-end: 8px;
    }
    .indicators-table .button.icon-only {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
`;
