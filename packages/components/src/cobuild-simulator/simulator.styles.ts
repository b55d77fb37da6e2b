import type { CSSResult } from 'lit';
import { css } from 'lit';
import { cardRules } from '../internal/styles/tables.js';

export const simulatorPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 18mm 16mm;
  }
`;

/** Parameters beside the picture, which stays in sight while they are turned; one above the other on a phone. */
export const simulatorStyles: CSSResult = css`
  :host {
    display: block;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(17em, 24em) minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  .desk > * {
    min-inline-size: 0;
  }
  .picture {
    position: sticky;
    inset-block-start: 12px;
  }
  .turns {
    display: grid;
    gap: 20px;
  }
  .turn {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .turn .label,
  .pools .label {
    display: block;
    margin-block-end: 4px;
  }
  .turn .label .tag {
    font-weight: 400;
  }
  .turn-controls {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }
  .slider {
    flex: 1 1 10em;
    min-inline-size: 8em;
    min-block-size: 28px;
    margin-block: 8px;
    margin-inline: 0;
    accent-color: var(--cb-primary);
  }
  .turn-fields {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .turn-fields > .input {
    inline-size: 8em;
  }
  .turn-fields > .input.half {
    inline-size: 4em;
  }
  .turn .help {
    margin-block: 4px 0;
  }
  .ticks {
    display: grid;
    flex: 1 1 100%;
  }
  .tick {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 36px;
  }
  .tick input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--cb-primary);
  }
  .others > summary {
    min-block-size: 36px;
    cursor: pointer;
  }
  .others > .turns {
    margin-block-start: 12px;
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
  .wide-table {
    overflow-x: auto;
  }
  /* The longest table is laid out once it comes into sight: while a slider moves, it would take whole frames. Not what stands around it: readers find no words in choices that are not laid out. */
  .wide-table.flips {
    content-visibility: auto;
    contain-intrinsic-size: auto 30em;
  }
  .turned {
    gap: 4px;
  }
  .pools .input,
  .look-up .input {
    inline-size: min(14em, 100%);
  }
  .pictures[aria-busy='true'] .chart {
    opacity: 0.75;
  }
  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20em, 100%), 1fr));
    gap: 24px;
    align-items: start;
  }
  .direction {
    inline-size: auto;
  }
  .explanation h4:focus {
    outline: none;
  }
  .run {
    padding-block-start: 16px;
    border-block-start: var(--cb-line) solid var(--cb-border);
  }
  .run > summary {
    min-block-size: 36px;
    cursor: pointer;
  }
  .at-hand {
    display: none;
  }
  [part='flips'] .table .button {
    white-space: nowrap;
  }
  /* Paper has room for tables. */
  @media screen and (max-width: 899px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .picture {
      position: static;
    }
    /* The picture is further down: what comes of a move is in sight while it is made, and covers nothing that has the focus. */
    :is(input, select, button, summary) {
      scroll-margin-block: 16px 100px;
    }
    .at-hand {
      position: sticky;
      inset-block-end: 0;
      display: block;
      margin: 0;
      padding-block: 8px;
      border-block-start: var(--cb-line) solid var(--cb-border);
      background: var(--cb-surface);
      font-weight: 600;
    }
    ${cardRules}
    .table caption {
      display: block;
    }
  }
  @media print {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .picture {
      position: static;
    }
    .wide-table {
      overflow: visible;
    }
    .wide-table.flips {
      content-visibility: visible;
    }
    /* A table is not torn from its heading; a long list goes on, with its head on each page, between its rows. */
    .wide-table:not(.flips),
    .table :is(caption, thead, tr) {
      break-inside: avoid;
    }
    .table caption {
      break-after: avoid;
    }
    /* Nothing is pressed on paper. */
    .flips .table .button {
      display: none;
    }
    .table {
      font-size: 12px;
    }
    .table :is(th, td) {
      padding-inline: 6px;
    }
    .table :is(th, td):first-child {
      min-inline-size: 6em;
    }
    .one-run > :not(.runs),
    .one-run .run:not(.printed),
    .one-run .runs > h3 {
      display: none;
    }
    .run > summary {
      list-style: none;
    }
  }
`;
