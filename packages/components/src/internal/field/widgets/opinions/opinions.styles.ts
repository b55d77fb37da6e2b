import type { CSSResult } from 'lit';
import { css } from 'lit';
import { recordStyles } from '../../record/record.styles.js';

export const opinionsStyles: CSSResult = css`
  ${recordStyles}
  /* Most opinions are a sentence; a longer one makes room for itself. */
  .record-card textarea.input {
    min-block-size: 4.2em;
  }
  @media (min-width: 640px) {
    .opinions-table {
      table-layout: fixed;
    }
    .opinions-table th:first-child {
      inline-size: 26%;
    }
    .opinions-table th:last-child {
      inline-size: 4em;
    }
    .opinions-table thead .unit {
      display: block;
    }
    .opinions-table .row-sum {
      padding-block-start: 18px;
    }
    .opinions-table tbody th {
      padding-block-start: 16px;
    }
  }
  @media (max-width: 639px) {
    .opinions-table.cards > tbody > tr,
    .opinions-table.cards > tfoot > tr {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 4px 12px;
    }
    .opinions-table.cards > tbody > tr > th,
    .opinions-table.cards > tfoot > tr > th {
      grid-column: 1 / -1;
    }
  }
`;
