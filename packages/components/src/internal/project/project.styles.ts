import type { CSSResult } from 'lit';
import { css } from 'lit';
import { figureRules } from '../styles/figures.js';

/** Figures on top, short forms, lists in cells: what the elements of a project share. */
export const projectStyles: CSSResult = css`
  :host {
    display: block;
  }
  ${figureRules}
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
