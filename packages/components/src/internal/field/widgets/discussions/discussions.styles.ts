import type { CSSResult } from 'lit';
import { css } from 'lit';
import { recordStyles } from '../../record/record.styles.js';

export const discussionsStyles: CSSResult = css`
  ${recordStyles}
  .sheet-cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .sheet-card {
    display: block;
    padding: 0;
  }
  .sheet-card.refused {
    border-color: var(--cb-danger);
  }
  .sheet-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 12px 20px;
    border-radius: var(--cb-radius-large);
    cursor: pointer;
    list-style: none;
  }
  .sheet-head::-webkit-details-marker {
    display: none;
  }
  .sheet-head:hover {
    background: var(--cb-surface);
  }
  .sheet-head > .record-title {
    flex: 1 1 8em;
  }
  .sheet-head::after {
    content: '';
    inline-size: 8px;
    block-size: 8px;
    box-sizing: border-box;
    margin-inline-start: 4px;
    border-block-end: 2px solid var(--cb-muted);
    border-inline-end: 2px solid var(--cb-muted);
    transform: translateY(-3px) rotate(45deg);
  }
  .sheet-card[open] > .sheet-head::after {
    transform: translateY(2px) rotate(-135deg);
  }
  .sheet-card[open] > .sheet-head {
    border-block-end: var(--cb-line) solid var(--cb-border);
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  .sheet-number {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border: 1px solid var(--cb-border);
    border-radius: 50%;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-variant-numeric: tabular-nums;
  }
  .sheet-card.current .sheet-number {
    border-color: var(--cb-primary);
    background: var(--cb-primary);
    color: var(--cb-on-primary);
  }
  .sheet-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 16px 20px 20px;
  }
  .sheet-before {
    display: flex;
    gap: 6px;
    margin: 0;
  }
  .sheet-copy {
    padding-block-start: 32px;
  }
  .sheet-counts {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
    gap: 16px;
    align-items: start;
  }
  .sheet-counts > .record-cell {
    grid-column: span 1;
  }
  .sheet-counts > .record-cell:has(.field-error) {
    grid-column: 1 / -1;
  }
  .sheet-counts .with-unit,
  .sheet-counts .input {
    max-inline-size: 10em;
  }
  .record-cells > .record-sum {
    grid-column: 1 / -1;
    margin: -4px 0 4px;
  }
  @media (max-width: 639px) {
    .sheet-head,
    .sheet-body {
      padding-inline: 16px;
    }
    .sheet-counts {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 12px;
    }
    .sheet-copy {
      padding-block-start: 0;
    }
    .sheet-copy:not(:has(button)) {
      display: none;
    }
  }
`;
