import type { CSSResult } from 'lit';
import { css } from 'lit';

export const statusPageSheet: CSSResult = css`
  @page {
    size: A4;
    margin: 20mm 22mm;
  }
`;

export const statusStyles: CSSResult = css`
  .status {
    max-inline-size: var(--cb-form-width);
  }
  .head {
    padding: 20px 24px;
    border: var(--cb-line) solid var(--cb-border);
    border-inline-start: 4px solid var(--cb-muted);
    border-radius: var(--cb-radius-large);
    background: var(--cb-surface);
  }
  .head.info {
    border-inline-start-color: var(--cb-info);
  }
  .head.success {
    border-inline-start-color: var(--cb-success);
  }
  .head.warning {
    border-inline-start-color: var(--cb-warning);
  }
  .head.danger {
    border-inline-start-color: var(--cb-danger);
  }
  .head > .row {
    align-items: flex-start;
    flex-wrap: nowrap;
  }
  .head .icon {
    margin-block-start: 0.15em;
    inline-size: 1.4em;
    block-size: 1.4em;
    color: var(--cb-muted);
    --cb-icon-hole: var(--cb-surface);
  }
  .head.info .icon {
    color: var(--cb-info);
  }
  .head.success .icon {
    color: var(--cb-success);
  }
  .head.warning .icon {
    color: var(--cb-warning);
  }
  .head.danger .icon {
    color: var(--cb-danger);
  }
  .reason {
    max-width: 40em;
  }
  .steps {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps li {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
    padding: 0 0 16px 30px;
    color: var(--cb-muted);
  }
  .steps li:last-child {
    padding-block-end: 0;
  }
  .steps li::before {
    content: '';
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 2px;
    inline-size: 14px;
    block-size: 14px;
    box-sizing: border-box;
    border: 2px solid var(--cb-field-border);
    border-radius: 50%;
    background: var(--cb-background);
  }
  .steps li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 22px -4px;
    inset-inline-start: 8px;
    border-inline-start: 2px solid var(--cb-border);
  }
  .steps .done::before,
  .steps .current::before {
    border-color: var(--cb-primary);
  }
  .steps .done::before {
    background: var(--cb-primary);
  }
  .steps .done,
  .steps .current {
    color: var(--cb-text);
  }
  .steps .step-state {
    color: var(--cb-muted);
  }
  .steps .current .step-title,
  .steps .ended .step-title {
    color: var(--cb-text);
    font-weight: 600;
  }
  .steps .current::before {
    border-width: 4px;
  }
  .status:focus:not(:focus-visible) {
    outline: none;
  }
  .confirm-box {
    border: 2px solid var(--cb-danger);
    background: var(--cb-danger-background);
  }
  .table-empty {
    text-wrap: balance;
  }
  .late {
    color: var(--cb-danger);
    font-weight: 500;
  }
  @media (max-width: 639px) {
    .head {
      padding: 16px;
    }
  }
  @media print {
    .status {
      max-inline-size: none;
      color: #000;
    }
    .head {
      background: none;
    }
    .steps li {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .steps .done::before {
      background: CanvasText;
    }
  }
`;
