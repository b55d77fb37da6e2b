import type { CSSResult } from 'lit';
import { css } from 'lit';

/** A4, room for a binding on the left, the number of the page below where the browser has boxes in margins. */
export const paperPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 20mm 18mm 20mm 22mm;
    @bottom-center {
      content: counter(page) ' / ' counter(pages);
      font-size: 9pt;
    }
  }
`;

/** On the document while a paper is up: nothing else is printed. */
export const paperOnlySheet: CSSResult = css`
  @media print {
    body > :not(.cobuild-paper) {
      display: none !important;
    }
  }
  @media not print {
    body > .cobuild-paper {
      display: none !important;
    }
  }
`;

export const paperStyles: CSSResult = css`
  :host {
    display: block;
    background: #fff;
    color: #000;
    font-family: var(--cb-font);
    font-size: 10.5pt;
    line-height: 1.5;
    --cb-text: #000;
    --cb-muted: #333;
    --cb-border: #666;
    --cb-background: #fff;
    --cb-surface: #f2f2f2;
  }
  h1 {
    margin-block-end: 6mm;
    font-size: 17pt;
    text-align: center;
  }
  h2 {
    margin-block: 6mm 2mm;
    padding-block-end: 1mm;
    border-block-end: 1.5px solid #000;
    font-size: 13pt;
    break-after: avoid;
  }
  h4 {
    margin-block: 3mm 1mm;
    font-size: 10.5pt;
    break-after: avoid;
  }
  .answers-part,
  .paper-part {
    padding-inline-start: 4mm;
    border-inline-start: 0.6mm solid #999;
  }
  h3 {
    margin-block: 4mm 2mm;
    font-size: 11.5pt;
    break-after: avoid;
  }
  .hint {
    margin: 0;
    color: #333;
    font-size: 9pt;
    font-weight: 400;
    white-space: pre-line;
  }
  .summary-list {
    border-block-start: 1px solid #666;
  }
  .summary-row {
    grid-template-columns: 9em minmax(0, 1fr);
    gap: 1mm 4mm;
    padding-block: 1.6mm;
    border-block-end: 1px solid #666;
  }
  .summary-row dt {
    font-size: inherit;
  }
  .summary-row dd.full {
    grid-column: 2;
  }
  .summary-row.wide > dd.full {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .summary-row.wide {
    break-inside: auto;
  }
  /* Paper is narrower than the width under which tables become cards. */
  .table.cards {
    display: table;
    font-size: 9.5pt;
  }
  .table.cards > thead {
    display: table-header-group;
    position: static;
    clip-path: none;
  }
  .table.cards > tbody {
    display: table-row-group;
  }
  .table.cards > tbody > tr {
    display: table-row;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .table.cards > thead th,
  .table.cards > tbody > tr > * {
    display: table-cell;
    padding: 1.2mm 2mm;
    border: 1px solid #666;
  }
  .table.cards [data-label]::before {
    content: none;
  }
  .table.cards .number {
    text-align: end;
  }

  /* Blocks, not boxes of a flex or grid container: between those the browser breaks pages where it was asked not to. */
  :is(.paper-section, .paper-part) > * + * {
    margin-block-start: 3mm;
  }
  .paper-section > .paper-field.half {
    display: inline-block;
    inline-size: calc(50% - 5mm);
    margin-inline-end: 4mm;
    vertical-align: top;
  }
  .paper-field {
    break-inside: avoid;
  }
  .paper-field:has(table, .paper-group, .paper-item) {
    break-inside: auto;
  }
  .paper-label {
    margin: 0;
    font-weight: 600;
  }
  .paper-label,
  .hint:has(+ table),
  .write-table:has(+ .hint) {
    break-after: avoid;
  }
  .paper-text {
    margin-block: 1mm 2mm;
    white-space: pre-line;
  }
  .paper-text,
  .write-line,
  .write-box,
  .write-date,
  .write-signature {
    break-inside: avoid;
  }
  /* The head of a table is on a page with its first row, and a row on one page. */
  caption,
  thead {
    break-after: avoid;
  }
  thead,
  tr {
    break-inside: avoid;
  }
  tbody > tr:first-child {
    break-before: avoid;
  }
  .paper-group,
  .paper-item {
    display: grid;
    gap: 3mm;
    margin-block-start: 1mm;
    padding-inline-start: 4mm;
    border-inline-start: 1.5px solid #666;
  }
  .paper-item {
    margin-block-end: 4mm;
    break-inside: avoid;
  }
  .write-line {
    display: flex;
    align-items: flex-end;
    justify-content: flex-end;
    block-size: 8mm;
    border-block-end: 1px solid #000;
  }
  .write-line.named {
    justify-content: flex-start;
  }
  .write-box {
    block-size: 18mm;
    margin-block-start: 1mm;
    border: 1px solid #000;
  }
  .write-box.tall {
    block-size: 45mm;
  }
  .write-date,
  .write-signature {
    display: flex;
    align-items: flex-end;
    gap: 2mm;
    block-size: 9mm;
  }
  .write-date > i {
    inline-size: 16mm;
    border-block-end: 1px solid #000;
  }
  .write-signature > i {
    flex: 1;
    border-block-end: 1px solid #000;
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 1mm 6mm;
    margin: 1mm 0 0;
    padding: 0;
    list-style: none;
  }
  .ticks > li {
    display: flex;
    gap: 1.5mm;
  }
  .tick {
    flex: none;
    inline-size: 3.6mm;
    block-size: 3.6mm;
    margin-block-start: 0.9mm;
    border: 1px solid #000;
  }
  .write-table {
    inline-size: 100%;
    margin-block: 1mm;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 9.5pt;
  }
  .write-table th,
  .write-table td {
    block-size: 8mm;
    padding: 1mm 1.5mm;
    border: 1px solid #000;
    text-align: start;
    vertical-align: middle;
  }
  .write-table th {
    font-weight: 600;
  }
  .write-table .position {
    inline-size: 12mm;
    text-align: center;
  }
  .write-table.named thead th:first-child {
    inline-size: 20%;
  }
  .write-table thead {
    display: table-header-group;
  }
`;
