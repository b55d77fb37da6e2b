import type { CSSResult } from 'lit';
import { css } from 'lit';

/** What all records look like: cells in a grid, cards with a head, tables with a line per row. */
export const recordStyles: CSSResult = css`
  .record {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  /* A record is a form within the form: its title stands above those of its cells. */
  .field:has(> .live > .record) > .label,
  .field:has(> .live > .record) > .label-line .label {
    font-size: var(--cb-subheading-size);
  }
  .record-cells {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 16px;
    align-items: start;
  }
  .record-cell {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .record-cell.half {
    grid-column: span 2;
  }
  .record-cell.quarter {
    grid-column: span 1;
  }
  .record-cell > .label:not(.cell-label) {
    display: block;
    margin-block-end: 4px;
  }
  .record-cell > .help {
    margin-block: 0 4px;
    font-size: var(--cb-small-size);
  }
  .record-cell .input.date,
  .record-cell .input.number {
    max-inline-size: none;
  }
  .record-part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .record-card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 16px 20px 20px;
  }
  .record-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding-block-end: 8px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .record-title {
    font-weight: 600;
  }
  .record-part > .note {
    margin-block: -8px 0;
  }
  .record-table .input {
    padding-inline: 8px;
  }
  .record-table th,
  .record-table td {
    padding: 8px 6px;
  }
  .record-table .number {
    font-variant-numeric: tabular-nums;
  }
  .record-table :is(.field-error, .field-warning) {
    font-size: var(--cb-small-size);
    text-align: start;
    white-space: normal;
  }
  .record-sum {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    padding: 10px 14px;
    border-radius: var(--cb-radius);
    background: var(--cb-surface);
    --cb-icon-hole: var(--cb-surface);
  }
  .record-sum > .icon {
    margin-block-start: 0.2em;
  }
  .record-sum.success > .icon {
    color: var(--cb-success);
  }
  .record-sum.warning > .icon {
    color: var(--cb-warning);
  }
  .record-sum.danger > .icon {
    color: var(--cb-danger);
  }
  .record-sum.info > .icon {
    color: var(--cb-info);
  }
  .removal:not([hidden]) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  @media (min-width: 640px) {
    .record-table .in-table .input.number {
      text-align: end;
    }
  }
  @media (max-width: 639px) {
    .record-cells {
      gap: 12px;
    }
    .record-cell.half {
      grid-column: 1 / -1;
    }
    .record-cell.quarter {
      grid-column: span 2;
    }
    .record-card {
      padding: 12px 16px 16px;
    }
    .record-table.cards > tbody > tr > th[scope='row'] {
      font-weight: 600;
    }
    .record-table .in-table .input.number {
      text-align: start;
    }
    .record-table .in-table > .cell-label {
      margin-block-end: 4px;
      font-weight: 400;
    }
  }
`;
