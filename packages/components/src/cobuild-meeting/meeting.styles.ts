import type { CSSResult } from 'lit';
import { css } from 'lit';

export const meetingStyles: CSSResult = css`
  .meeting {
    max-inline-size: var(--cb-page-width);
  }
  .body:focus,
  [data-member]:focus:not(:focus-visible) {
    outline: none;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    color: var(--cb-muted);
  }
  .plain {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 1.2em;
  }

  .phases {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .phases li {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 8px;
    border-block-start: 4px solid var(--cb-border);
    color: var(--cb-muted);
  }
  .phases .done {
    border-color: var(--cb-success);
    color: var(--cb-text);
  }
  .phases .current {
    border-color: var(--cb-primary);
    color: var(--cb-text);
    font-weight: 600;
  }
  .phases .position {
    display: inline-grid;
    place-items: center;
    inline-size: 1.6em;
    block-size: 1.6em;
    flex: none;
    border: 1px solid currentColor;
    border-radius: 50%;
    font-size: var(--cb-small-size);
    font-variant-numeric: tabular-nums;
  }
  .phases .current .position {
    background: var(--cb-primary);
    color: var(--cb-on-primary);
  }

  .quorum {
    padding: 16px 20px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius-large);
    background: var(--cb-surface);
  }
  .quorum .tag {
    white-space: normal;
  }
  progress {
    appearance: none;
    display: block;
    inline-size: 100%;
    block-size: 14px;
    border: 1px solid var(--cb-field-border);
    border-radius: 7px;
    background: var(--cb-background);
    overflow: hidden;
    color: var(--cb-warning);
  }
  progress.met {
    color: var(--cb-success);
  }
  progress::-webkit-progress-bar {
    background: var(--cb-background);
  }
  progress::-webkit-progress-value {
    background: currentColor;
  }
  progress::-moz-progress-bar {
    background: currentColor;
  }
  .lead {
    font-size: var(--cb-subheading-size);
    font-weight: 600;
  }
  .reason p + p {
    margin-block-start: 4px;
  }

  .roster td,
  .roster th,
  .ballots td,
  .ballots th {
    vertical-align: middle;
  }
  .choice.sign {
    min-block-size: 36px;
    padding: 4px 12px;
    align-items: center;
  }
  .choice.sign > input {
    margin: 0;
  }
  .choice:has([aria-disabled='true']) {
    cursor: default;
  }
  .ballots .choices.inline .choice {
    min-inline-size: 5.5em;
    min-block-size: 40px;
    padding-block: 6px;
  }
  .confirm-box {
    border: 2px solid var(--cb-primary);
    background: var(--cb-info-background);
  }
  .closing {
    padding-block-start: 16px;
    border-block-start: var(--cb-line) solid var(--cb-border);
  }

  .count-fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9em, 1fr));
    gap: 16px;
    max-inline-size: 44em;
  }
  .count-fields > .field {
    grid-column: auto;
  }
  :is(.field, form) > :is(.label, .small, legend) {
    display: block;
    margin-block-end: 6px;
  }
  #tellers,
  #lot-seed {
    max-inline-size: 30em;
  }
  .sum-right {
    display: flex;
    gap: 6px;
    color: var(--cb-success);
    font-weight: 500;
  }

  details > summary {
    padding-block: 10px;
    font-weight: 600;
    cursor: pointer;
  }
  .result {
    display: grid;
    justify-items: center;
    gap: 6px;
    padding: 28px 24px;
    border: 2px solid var(--cb-border);
    border-radius: var(--cb-radius-large);
    text-align: center;
  }
  .result .verdict {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: var(--cb-title-size);
    font-weight: 700;
    line-height: 1.3;
  }
  .result.success {
    border-color: var(--cb-success);
  }
  .result.success .verdict {
    color: var(--cb-success);
  }
  .result.danger {
    border-color: var(--cb-danger);
  }
  .result.danger .verdict {
    color: var(--cb-danger);
  }
  .result.warning {
    border-color: var(--cb-warning);
  }
  .result.warning .verdict {
    color: var(--cb-warning);
  }
  .big-number {
    font-size: 64px;
    font-variant-numeric: tabular-nums;
    line-height: 1.15;
  }
  .big-number .of {
    color: var(--cb-muted);
    font-size: 0.6em;
  }
  .result .fraction {
    font-size: var(--cb-subheading-size);
    font-weight: 600;
  }
  .result .comparison {
    padding: 6px 16px;
    border-radius: var(--cb-radius);
    background: var(--cb-surface);
    font-size: var(--cb-subheading-size);
    font-variant-numeric: tabular-nums;
  }
  .next:focus {
    outline: none;
  }
  .counts-table {
    max-inline-size: 28em;
  }
  .votes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10em, 1fr));
    gap: 6px 24px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .votes li {
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding-block: 4px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }

  @media (max-width: 639px) {
    .phases li {
      flex-direction: column;
      gap: 4px;
      text-align: center;
    }
    .roster.cards > tbody > tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      column-gap: 12px;
    }
    .roster.cards [data-label]::before {
      content: none;
    }
    .roster.cards > tbody > tr > .department {
      grid-row: 2;
      color: var(--cb-muted);
    }
    .roster.cards > tbody > tr > .attendance {
      grid-column: 2;
      grid-row: 1;
    }
    .roster.cards > tbody > tr > .recusal-cell {
      grid-column: 1 / -1;
    }
    .roster.cards > tbody > tr > .recusal-cell:has(> .button):not(:has(> .row)) {
      grid-column: 2;
      grid-row: 2;
      justify-self: end;
      margin-inline-end: -10px;
    }
    .ballots.cards > tbody > tr > .department::before,
    .ballots.cards > tbody > tr > .ballot::before {
      content: none;
    }
    .ballots.cards > tbody > tr > .department {
      color: var(--cb-muted);
    }
    .ballots .choices.inline {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 6px;
    }
    .ballots .choices.inline .choice {
      min-inline-size: 0;
      padding-inline: 8px;
      gap: 6px;
    }
    .counts-table .table.cards > tbody > tr {
      display: flex;
      justify-content: space-between;
      margin: 0;
      padding: 6px 0;
      border: 0;
      border-block-end: var(--cb-line) solid var(--cb-border);
      border-radius: 0;
    }
    .counts-table [data-label]::before {
      content: none;
    }
  }

  @media (forced-colors: active) {
    progress {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
      color: Highlight;
    }
    progress.met {
      color: Highlight;
    }
    .phases .current,
    .phases .current .position {
      border-color: Highlight;
    }
    .phases .current .position {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    details:not([open]) {
      display: none;
    }
  }
`;
