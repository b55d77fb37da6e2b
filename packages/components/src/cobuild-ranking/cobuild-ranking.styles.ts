import type { CSSResult } from 'lit';
import { css } from 'lit';
import { figureRules } from '../internal/styles/figures.js';
import { cardRules } from '../internal/styles/tables.js';

export const rankingStyles: CSSResult = css`
  :host {
    display: block;
  }
  ${figureRules}

  .rank,
  .table thead th {
    white-space: nowrap;
  }
  .place {
    font-size: var(--cb-subheading-size);
    font-weight: 600;
  }
  .name {
    min-block-size: 24px;
    font-weight: 500;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .award {
    font-weight: 600;
  }
  .why {
    margin-block-start: 6px;
  }
  .why > summary {
    min-block-size: 24px;
    color: var(--cb-primary);
    font-size: var(--cb-small-size);
    cursor: pointer;
  }
  .why .node-head {
    padding-block: 2px;
    font-size: var(--cb-small-size);
  }
  .table tbody tr.line > td {
    padding-block: 6px;
    border-block: 2px solid var(--cb-primary);
    background: var(--cb-surface);
    color: var(--cb-text);
    font-size: var(--cb-small-size);
    font-weight: 600;
    text-align: center;
  }

  /* With wide letters its columns need more than 640 px. */
  @media screen and (max-width: 767px) {
    ${cardRules}
  }
  @media (max-width: 639px) {
    .table.cards > tbody > tr.line {
      padding: 0;
      border: 0;
    }
  }
  @media print {
    tr {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
  }
`;
