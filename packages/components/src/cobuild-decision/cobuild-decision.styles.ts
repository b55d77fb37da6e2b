import type { CSSResult } from 'lit';
import { css } from 'lit';
import { figureRules } from '../internal/styles/figures.js';

export const decisionPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 20mm 22mm;
  }
`;

export const decisionStyles: CSSResult = css`
  :host {
    max-inline-size: 880px;
  }
  .verdict {
    display: grid;
    gap: 10px;
    padding: 20px 24px;
    border: var(--cb-line) solid var(--cb-border);
    border-inline-start-width: 6px;
    border-radius: var(--cb-radius-large);
    background: var(--cb-background);
  }
  .verdict.success {
    border-color: var(--cb-success);
    background: var(--cb-success-background);
  }
  .verdict.danger {
    border-color: var(--cb-danger);
    background: var(--cb-danger-background);
  }
  .verdict.warning {
    border-color: var(--cb-warning);
    background: var(--cb-warning-background);
  }
  .verdict.info {
    border-color: var(--cb-info);
    background: var(--cb-info-background);
  }
  .verdict .muted {
    color: var(--cb-text);
  }
  .verdict-project {
    font-weight: 500;
    overflow-wrap: anywhere;
  }

  .measured {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px 32px;
    align-items: center;
  }
  .big {
    white-space: nowrap;
  }
  .big-number {
    font-size: 56px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
  }
  .sum {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  ${figureRules}
  .figures {
    --figure: 6.2em;
  }
  .figures > div {
    padding: 8px 12px;
  }

  .reasons > .tree > .node {
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .reasons > .tree > .node:first-child {
    border-block-start: var(--cb-line) solid var(--cb-border);
  }
  .reasons > .tree > .node > details > summary,
  .reasons > .tree > .node > .node-head {
    padding-block: 12px;
    font-weight: 500;
  }

  .mends ul {
    display: grid;
    gap: 10px;
    margin: 0;
    padding-inline-start: 1.2em;
  }

  @media (max-width: 639px) {
    .verdict {
      padding: 16px;
    }
    .measured {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .verdict,
    .panel {
      background: none;
    }
    .reasons > .tree > .node {
      break-inside: auto;
    }
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
