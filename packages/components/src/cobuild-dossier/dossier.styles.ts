import type { CSSResult } from 'lit';
import { css } from 'lit';

export const dossierStyles: CSSResult = css`
  :host {
    display: block;
  }
  .dossier {
    max-inline-size: var(--cb-page-width);
  }
  .part-row > th {
    background: var(--cb-surface);
    font-weight: 600;
  }
  .name {
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }
  .day {
    white-space: nowrap;
  }
  .hash span {
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
  }
  .item {
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
    scroll-margin-block-start: 16px;
  }
  .item > summary {
    padding: 10px 16px;
    cursor: pointer;
  }
  .item > summary > h4 {
    display: inline;
    font-size: inherit;
  }
  .content {
    padding: 8px 16px 16px;
    overflow-x: auto;
  }
  .content h5 {
    margin: 8px 0 0;
    font-size: inherit;
    font-weight: 600;
  }
  .minutes {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .files {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .files a {
    display: inline-block;
    min-block-size: 24px;
  }
  @media screen and (max-width: 639px) {
    .table.cards > tbody > .part-row {
      padding: 0;
      border: 0;
    }
    .table.cards > tbody > .part-row > th {
      padding: 8px 16px;
      border-radius: var(--cb-radius);
    }
  }
  @media print {
    /* Forms and tables, set smaller than the text of an official document. */
    .dossier {
      font-size: 12pt;
      letter-spacing: normal;
      line-height: 1.6;
    }
    [part='contents'] {
      break-before: page;
    }
    .item {
      border: 0;
      break-inside: auto;
    }
    .item > summary {
      padding-inline: 0;
      list-style: none;
    }
    .content {
      padding-inline: 0;
      overflow: visible;
    }
    .tag {
      border: 0;
      padding: 0;
    }
    .tag .icon {
      display: none;
    }
    /* The type area of an official document is narrower than the width under which tables become cards. */
    .table.cards,
    .table.cards > thead {
      position: static;
      clip-path: none;
    }
    .table.cards {
      display: table;
      font-size: 10pt;
    }
    .table.cards > thead {
      display: table-header-group;
    }
    .table.cards > tbody {
      display: table-row-group;
    }
    .table.cards > tbody > tr {
      display: table-row;
      border: 0;
    }
    .table.cards > tbody > tr > * {
      display: table-cell;
      padding: 5px 4px;
      border-block-end: 1px solid #000;
    }
    .table.cards [data-label]::before {
      content: none;
    }
  }
`;
