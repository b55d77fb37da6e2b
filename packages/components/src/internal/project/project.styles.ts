import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Figures on top, short forms, lists in cells: what the elements of a project share. */
export const projectStyles: CSSResult = css`
  :host {
    display: block;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    gap: 1px;
    margin: 0;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
    overflow: hidden;
  }
  .figures > div {
    padding: 12px 16px;
    box-shadow: 0 0 0 1px var(--cb-border);
  }
  .figures dt {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .figures dd {
    margin: 0;
    font-size: var(--cb-subheading-size);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .files,
  .plain,
  .reasons {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .reasons {
    margin-block-start: 4px;
    color: var(--cb-muted);
  }
  .files a {
    display: inline-block;
    min-block-size: 24px;
    overflow-wrap: anywhere;
  }
  .day {
    white-space: nowrap;
  }
  td .button.quiet,
  th .button.quiet {
    margin-inline-start: -10px;
  }
  .entry:focus:not(:focus-visible) {
    outline: none;
  }
  .entry {
    max-inline-size: var(--cb-form-width);
    scroll-margin-block-start: 16px;
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

/** A4 across, for tables with many columns. */
export const widePageSheet: CSSResult = css`
  @page {
    size: A4 landscape;
    margin: 16mm 18mm;
  }
`;
