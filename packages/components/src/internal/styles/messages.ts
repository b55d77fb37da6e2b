import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The error summary, boxes for what a page has to say, and the quiet line after an action. */
export const messageStyles: CSSResult = css`
  .document-problems:not(:last-child) {
    margin-block-end: 16px;
  }
  .notice-box {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 10px;
    padding: 14px 18px;
    border: var(--cb-line) solid var(--cb-info);
    border-inline-start-width: 5px;
    border-radius: var(--cb-radius);
    background: var(--cb-info-background);
    --cb-icon-hole: var(--cb-info-background);
  }
  .notice-box > .icon {
    color: var(--cb-info);
    margin-block-start: 0.2em;
  }
  .notice-box > .body {
    grid-column: 2;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .notice-box > .body > :is(h2, h3, .box-title) {
    font-size: var(--cb-subheading-size);
    font-weight: 600;
    line-height: 1.45;
    margin-block-end: 4px;
  }
  .notice-box ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .notice-box.success {
    border-color: var(--cb-success);
    background: var(--cb-success-background);
    --cb-icon-hole: var(--cb-success-background);
  }
  .notice-box.success > .icon {
    color: var(--cb-success);
  }
  .notice-box.warning {
    border-color: var(--cb-warning);
    background: var(--cb-warning-background);
    --cb-icon-hole: var(--cb-warning-background);
  }
  .notice-box.warning > .icon {
    color: var(--cb-warning);
  }
  .notice-box.danger {
    border-color: var(--cb-danger);
    background: var(--cb-danger-background);
    --cb-icon-hole: var(--cb-danger-background);
  }
  .notice-box.danger > .icon {
    color: var(--cb-danger);
  }

  .error-summary {
    padding: 16px 20px;
    border: 2px solid var(--cb-danger);
    border-radius: var(--cb-radius-large);
    background: var(--cb-background);
    scroll-margin-block-start: 16px;
  }
  .error-summary h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: var(--cb-subheading-size);
  }
  .error-summary h2 .icon {
    color: var(--cb-danger);
  }
  .error-summary ul {
    display: grid;
    gap: 6px;
    margin: 10px 0 0;
    padding-block: 0;
    padding-inline: 1.9em 0;
    list-style: none;
  }
  .error-summary .link {
    color: var(--cb-danger);
    font-weight: 500;
  }
  .error-summary .link:hover {
    color: var(--cb-danger-hover);
  }
`;
