import type { CSSResult } from 'lit';
import { css } from 'lit';

/** A list by the titles of its items, beside the one that is open. */
export const detailStyles: CSSResult = css`
  .list-detail {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .detail {
    min-inline-size: 0;
  }
  .list-detail > .detail > .items > .item[hidden] {
    display: none;
  }
  .list-detail > .detail > .items > .item > .item-head > .item-title {
    cursor: auto;
    touch-action: auto;
  }
  .list-detail .item-title:focus {
    outline: none;
  }
  .detail-names {
    margin: 0;
    padding: 0;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius-large);
    list-style: none;
  }
  .detail-names > li + li {
    border-block-start: 1px solid var(--cb-border);
  }
  .detail-open {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 0;
    background: none;
    color: var(--cb-text);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .detail-open > .position {
    min-inline-size: 1.5em;
    color: var(--cb-muted);
    font-variant-numeric: tabular-nums;
    cursor: grab;
    touch-action: none;
  }
  .detail-name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .detail-open:hover > .detail-name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .detail-open:focus-visible {
    position: relative;
    z-index: 1;
  }
  .detail-names > .drop-before {
    box-shadow: 0 -4px 0 -1px var(--cb-primary);
  }
  .detail-names > .drop-after {
    box-shadow: 0 4px 0 -1px var(--cb-primary);
  }
  @media screen and (min-width: 640px) {
    .list-detail {
      grid-template-columns: minmax(144px, 30%) minmax(0, 1fr);
      gap: 16px;
      align-items: start;
    }
    .detail-open[aria-current] {
      background: var(--cb-surface);
      box-shadow: inset 4px 0 0 var(--cb-primary);
      font-weight: 600;
    }
    .detail-open[aria-current]:dir(rtl) {
      box-shadow: inset -4px 0 0 var(--cb-primary);
    }
    .detail-back {
      display: none;
    }
  }
  @media screen and (max-width: 639px) {
    .list-detail:not(.at-item) > .detail,
    .list-detail.at-item > .detail-names {
      display: none;
    }
    .detail-back {
      margin-block-end: 8px;
    }
  }
  @media print {
    .list-detail > .detail > .items > .item[hidden] {
      display: grid;
    }
  }
`;
