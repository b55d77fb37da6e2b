import type { CSSResult } from 'lit';
import { css } from 'lit';

export const demandStyles: CSSResult = css`
  :host {
    display: block;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 24px;
    align-items: end;
  }
  .filters > .find {
    flex: 1 1 14em;
    max-inline-size: 24em;
  }
  .check {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: 36px;
  }
  .check > input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--cb-primary);
  }
  .lanes {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(11em, 1fr);
    gap: 12px;
    overflow-x: auto;
    padding-block-end: 8px;
  }
  .lane {
    min-inline-size: 0;
    padding: 12px;
    border-radius: var(--cb-radius-large);
    background: var(--cb-surface);
    border: var(--cb-line) solid var(--cb-border);
  }
  .lane > h3 {
    display: flex;
    gap: 8px;
    justify-content: space-between;
    margin-block-end: 12px;
    font-size: var(--cb-text-size);
  }
  .lane ol {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    display: grid;
    gap: 6px;
    padding: 12px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
    background: var(--cb-background);
  }
  .card.mine {
    border-inline-start: 4px solid var(--cb-primary);
  }
  .card .name {
    min-block-size: 24px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .card .tag {
    white-space: normal;
  }
  .card .button {
    min-block-size: 36px;
    padding: 4px 12px;
    font-size: var(--cb-small-size);
  }
  .late {
    color: var(--cb-danger);
    font-weight: 500;
  }
  .sheet .two {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 32px;
    align-items: start;
  }
  @media (max-width: 767px) {
    .lanes,
    .sheet .two {
      grid-auto-flow: row;
      grid-template-columns: minmax(0, 1fr);
      grid-auto-columns: auto;
      overflow-x: visible;
    }
    .lane.vacant {
      display: none;
    }
  }
  @media print {
    .lanes {
      grid-auto-columns: minmax(0, 1fr);
      overflow: visible;
    }
    .card {
      break-inside: avoid;
    }
  }
`;
