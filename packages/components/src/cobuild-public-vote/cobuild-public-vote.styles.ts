import type { CSSResult } from 'lit';
import { css } from 'lit';
import { figureRules } from '../internal/styles/figures.js';
import { shortCards } from '../internal/styles/tables.js';

export const publicVoteStyles: CSSResult = css`
  :host {
    display: block;
  }
  .vote {
    max-inline-size: var(--cb-page-width);
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(12em, 1fr));
    gap: 12px 16px;
    align-items: end;
  }
  .filters .field {
    grid-column: auto;
  }
  .filters .label {
    display: block;
    margin-block-end: 4px;
  }
  .only {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: var(--cb-control-height);
    cursor: pointer;
  }
  :is(.only, .head) > input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--cb-primary);
  }

  ul.cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    display: grid;
    align-content: start;
    min-inline-size: 0;
    border: 1px solid var(--cb-border);
    border-radius: var(--cb-radius-large);
    overflow: hidden;
  }
  .card:hover {
    border-color: var(--cb-primary);
  }
  .card.chosen {
    border-color: var(--cb-primary);
    background: var(--cb-info-background);
    box-shadow: inset 0 0 0 1px var(--cb-primary);
  }
  .card > label {
    display: grid;
    gap: 4px;
    padding: 12px 14px;
    cursor: pointer;
  }
  .card img {
    display: block;
    inline-size: calc(100% + 28px);
    max-inline-size: none;
    aspect-ratio: 16 / 9;
    margin: -12px -14px 8px;
    object-fit: cover;
  }
  .head {
    display: flex;
    gap: 10px;
    align-items: flex-start;
  }
  .head > input {
    margin-block-start: 3px;
  }
  .card .name {
    min-inline-size: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .card details {
    padding: 0 14px 12px;
    font-size: var(--cb-small-size);
  }
  :is(.card summary, .why > summary) {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--cb-primary);
    font-size: var(--cb-small-size);
    cursor: pointer;
  }
  .card :is(input, summary) {
    scroll-margin-block: 16px 140px;
  }

  /* How many are chosen stays in sight under a long list. */
  .bar {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
    padding-block: 10px;
    border-block-start: 2px solid var(--cb-primary);
    background: var(--cb-background);
  }
  .bar .field-error {
    margin: 0;
  }
  .chosen {
    font-variant-numeric: tabular-nums;
  }
  .confirm-box {
    border: 2px solid var(--cb-primary);
  }
  .confirm-box ul {
    margin: 0;
    padding-inline-start: 1.4em;
  }

  ${figureRules}
  .figures {
    --figure: 9em;
  }
  .rank {
    font-size: var(--cb-subheading-size);
    font-weight: 600;
  }
  .table thead th {
    white-space: nowrap;
  }

  @media screen and (max-width: 639px) {
    [part] {
      ${shortCards}
    }
  }
  @media (max-width: 639px) {
    .bar .actions {
      flex: 1 1 100%;
    }
  }
  @media print {
    .bar {
      position: static;
    }
    tr {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
  }
`;
