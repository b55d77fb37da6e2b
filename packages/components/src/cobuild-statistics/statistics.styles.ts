import type { CSSResult } from 'lit';
import { css } from 'lit';

export const statisticsPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 18mm 16mm;
  }
`;

export const statisticsStyles: CSSResult = css`
  :host {
    display: block;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11.5em, 1fr));
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
  .choices-bar {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
    gap: 12px 16px;
    align-items: end;
  }
  .figures dd {
    overflow-wrap: anywhere;
  }
  .wide-table {
    overflow-x: auto;
  }
  @media (max-width: 639px) {
    .table caption {
      display: block;
    }
  }
  @media print {
    .wide-table {
      overflow: visible;
    }
  }
`;
