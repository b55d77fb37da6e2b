import type { CSSResult } from 'lit';
import { css } from 'lit';

export const applicationStyles: CSSResult = css`
  .application {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
  }
  :host {
    max-inline-size: var(--cb-page-width);
  }
  .application-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 24px;
  }
  .form-title {
    font-size: var(--cb-heading-size);
    font-weight: 600;
    line-height: 1.35;
  }
  .box-action {
    margin-block-start: 8px;
  }
  .returned,
  .notice-box[role='alert'] {
    margin-block-end: 24px;
  }
  .notice-box .body > p + p {
    margin-block-start: 4px;
  }

  .remarks-count {
    margin-block-start: 12px;
  }
  .returned-remarks {
    display: grid;
    gap: 12px;
    margin-block-start: 8px;
  }
  .notice-box .returned-remarks {
    padding: 0;
    list-style: none;
  }
  .returned-remarks > li,
  .field-remark {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--cb-warning);
    background: var(--cb-background);
    overflow-wrap: anywhere;
  }
  .field-remark {
    grid-column: 1 / -1;
    margin-block-end: -16px;
    border-radius: var(--cb-radius);
    background: var(--cb-warning-background);
    scroll-margin-block: 16px;
  }
  :is(.returned-remarks > li, .field-remark).done {
    border-color: var(--cb-success);
  }
  .field-remark.done {
    background: var(--cb-success-background);
  }
  .field-remark-title {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .returned-remarks .link {
    display: inline-block;
    min-block-size: 24px;
  }
  .remark-done {
    display: inline-flex;
    gap: 8px;
    align-items: center;
    min-block-size: 32px;
    cursor: pointer;
  }
  .remark-done > input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--cb-primary);
  }

  .steps ol {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9.5em, 1fr));
    gap: 8px 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps-toggle {
    display: none;
  }
  .step-entry {
    display: flex;
    gap: 10px;
    inline-size: 100%;
    block-size: 100%;
    padding-block: 10px;
    padding-inline: 4px 8px;
    border: 0;
    border-block-start: 4px solid var(--cb-border);
    background: none;
    color: var(--cb-text);
    font: inherit;
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
  }
  .step-entry:hover {
    background: var(--cb-surface);
  }
  .step-entry.complete,
  .step-entry.current {
    border-color: var(--cb-primary);
  }
  .step-entry.error {
    border-color: var(--cb-danger);
  }
  .step-number {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border: 1.5px solid var(--cb-field-border);
    border-radius: 50%;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .current .step-number {
    border-color: var(--cb-primary);
    background: var(--cb-primary);
    color: var(--cb-on-primary);
  }
  .error .step-number {
    border-color: var(--cb-danger);
    background: var(--cb-background);
    color: var(--cb-danger);
  }
  .step-text {
    display: grid;
    align-content: start;
    gap: 2px;
    padding-block-start: 1px;
  }
  .current .step-title {
    font-weight: 600;
  }
  .step-status {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .step-status .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .complete .step-status {
    color: var(--cb-success);
  }
  .error .step-status {
    color: var(--cb-danger);
  }

  .application-body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    align-items: start;
  }
  .current-step h2:focus {
    outline: none;
  }
  .form.checking {
    max-inline-size: none;
  }
  .answers .number .answer-text {
    white-space: nowrap;
  }
  .answers h2 {
    font-size: var(--cb-subheading-size);
  }
  .answers h3 {
    color: var(--cb-muted);
    font-size: var(--cb-text-size);
  }
  .answers .link {
    white-space: nowrap;
  }
  .pre-check .unmet {
    gap: 16px;
    margin: 0;
    padding-inline-start: 1.5em;
  }
  .pre-check .requirement-title {
    font-weight: 600;
  }
  .pre-check .unmet p + p {
    margin-block-start: 4px;
  }
  .pre-check {
    max-inline-size: var(--cb-form-width);
  }
  .unmet {
    display: grid;
    gap: 12px;
    margin-block-start: 8px;
  }

  .receipt {
    display: grid;
    gap: 20px;
    max-inline-size: var(--cb-form-width);
    padding: 28px 32px;
    border: var(--cb-line) solid var(--cb-success);
    border-block-start-width: 5px;
    border-radius: var(--cb-radius-large);
  }
  .receipt:focus {
    outline-offset: 4px;
  }
  .receipt-head {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .receipt-head .icon {
    inline-size: 36px;
    block-size: 36px;
    color: var(--cb-success);
  }
  .receipt-number {
    font-size: var(--cb-heading-size);
    font-weight: 600;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  @media (min-width: 1024px) {
    .application-body {
      grid-template-columns: minmax(0, 1fr) minmax(280px, 384px);
      gap: 48px;
    }
  }
  @media (max-width: 639px) {
    .steps-toggle {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      inline-size: 100%;
      min-block-size: var(--cb-control-height);
      padding: 8px 12px;
      border: var(--cb-line) solid var(--cb-border);
      border-radius: var(--cb-radius);
      background: var(--cb-surface);
      color: var(--cb-text);
      font: inherit;
      font-weight: 500;
      text-align: start;
      cursor: pointer;
    }
    .steps ol {
      display: none;
      margin-block-start: 8px;
    }
    .steps ol.open {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .step-entry {
      padding: 10px 12px;
      border-block-start: 0;
      border-inline-start: 4px solid var(--cb-border);
    }
    .receipt {
      padding: 20px 16px;
    }
  }
  @media (forced-colors: active) {
    .step-entry.current,
    .current .step-number {
      border-color: Highlight;
    }
    .current .step-number {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    .steps,
    .actions,
    .side {
      display: none;
    }
  }
`;
