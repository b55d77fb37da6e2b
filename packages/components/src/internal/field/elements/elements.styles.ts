import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Groups, columns, tabs and texts between questions; tabs of steps look the same. */
export const elementStyles: CSSResult = css`
  .element-group,
  .element-tabs,
  .element-text {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .element-group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .element-title {
    margin: 0;
    font-size: var(--cb-subheading-size);
    font-weight: 600;
    line-height: 1.5;
  }
  .element-group > .intro {
    margin-block-start: -12px;
  }

  @media (min-width: 640px) {
    .fields.columns {
      column-gap: 24px;
    }
    .fields.columns-3 {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    .fields.columns-4 {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .fields.columns > .field:not(.repeated),
    .fields.columns > .element-group {
      grid-column: span 1;
    }
  }
  @media (min-width: 640px) and (max-width: 899px) {
    .fields.columns-3,
    .fields.columns-4 {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .tab-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .tab {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    padding: 8px 16px;
    border: var(--cb-line) solid transparent;
    border-block-end: 0;
    border-start-start-radius: var(--cb-radius);
    border-start-end-radius: var(--cb-radius);
    margin-block-end: calc(-1 * var(--cb-line));
    background: none;
    color: var(--cb-link, var(--cb-primary));
    font: inherit;
    cursor: pointer;
  }
  .tab:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .tab[aria-selected='true'] {
    border-color: var(--cb-border);
    background: var(--cb-surface, var(--cb-background));
    box-shadow: inset 0 3px 0 var(--cb-primary);
    color: var(--cb-text);
    font-weight: 600;
    text-decoration: none;
  }
  .tab[aria-disabled='true'] {
    color: var(--cb-muted);
    cursor: not-allowed;
    text-decoration: none;
  }
  .tab:focus-visible {
    position: relative;
    z-index: 1;
  }
  .tab-wrong,
  .tab.error .tab-mark {
    color: var(--cb-danger);
  }
  .tab.complete .tab-mark {
    color: var(--cb-success);
  }
  /* Shadows and transparent edges are not drawn as such there. */
  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border: 2px solid Highlight;
      border-block-start-width: 5px;
    }
    .tab[aria-disabled='true'] {
      color: GrayText;
    }
  }
  .tab-panel {
    padding-block-start: 24px;
  }
  .paper-only {
    display: none;
  }
  @media print {
    .element-tabs > .tab-bar {
      display: none;
    }
    .tab-panel[hidden] {
      display: block;
    }
    .paper-only {
      display: block;
      margin-block-end: 12px;
    }
  }
`;
