import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Label above, help, control, error beside it; choices as large targets. */
export const fieldStyles: CSSResult = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 28px 24px;
    align-items: start;
  }
  /* Nothing stands beside anything: a grid of many questions is laid out for longer. */
  .fields.single {
    display: block;
  }
  .fields.single > .field {
    display: flow-root;
  }
  .fields.single > * + * {
    margin-block-start: 28px;
  }
  .field {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }
  .field.half {
    grid-column: span 1;
  }
  .label-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-block-end: 8px;
  }
  /* Where no label stands beside it. */
  .field > .tag {
    margin-block-end: 8px;
  }
  .label {
    font-weight: 600;
    line-height: 1.5;
  }
  .label.alone {
    display: block;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block-end: 8px;
  }
  .label .mark {
    color: var(--cb-muted);
    font-weight: 400;
  }
  .help {
    margin-block: -4px 8px;
    color: var(--cb-muted);
    max-width: 44em;
    white-space: pre-line;
  }
  .count {
    margin-block-start: 4px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .count.over {
    color: var(--cb-danger);
    font-weight: 600;
  }
  .note {
    margin-block-start: 4px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }

  .input {
    display: block;
    inline-size: 100%;
    min-block-size: var(--cb-control-height);
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--cb-field-border);
    border-radius: var(--cb-radius);
    background: var(--cb-background);
    color: var(--cb-text);
    font: inherit;
    line-height: 1.5;
  }
  .input:hover {
    border-color: var(--cb-primary);
  }
  .input::placeholder {
    color: var(--cb-muted);
    opacity: 1;
  }
  .input:focus-visible {
    outline-offset: 1px;
  }
  .input[aria-invalid='true'] {
    border: 2px solid var(--cb-danger);
    padding: 7px 11px;
  }
  .input:disabled {
    border-color: var(--cb-border);
    background: var(--cb-surface);
    color: var(--cb-muted);
    cursor: not-allowed;
  }
  textarea.input {
    min-block-size: 7.5em;
    resize: vertical;
    line-height: var(--cb-line-height);
    field-sizing: content;
    max-block-size: 60vh;
  }
  select.input {
    appearance: auto;
  }
  .input.number,
  .input.percent,
  .input.money {
    max-inline-size: 16em;
    font-variant-numeric: tabular-nums;
  }
  .short > .input,
  .short > .with-unit {
    max-inline-size: 14em;
  }
  .with-unit {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .with-unit > :is(.unit, .button) {
    flex: none;
  }
  .with-unit > .unit {
    color: var(--cb-muted);
  }
  .input.date {
    max-inline-size: 12em;
  }

  .input.date-time {
    max-inline-size: 15em;
  }
  .input.code {
    max-inline-size: 18em;
    font-variant-numeric: tabular-nums;
  }
  .typed-date > .picker {
    flex: none;
    inline-size: 44px;
    padding-inline: 10px;
    color: transparent;
  }
  .typed-date > .picker::-webkit-datetime-edit {
    display: none;
  }
  .typed-date > .picker::-webkit-calendar-picker-indicator {
    margin: 0;
  }

  .choices {
    display: grid;
    gap: 8px;
  }
  .choices.inline {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
  }
  .choice {
    display: inline-flex;
    align-items: flex-start;
    gap: 10px;
    min-block-size: var(--cb-control-height);
    padding-block: 8px;
    padding-inline: 12px 14px;
    border: 1px solid var(--cb-border);
    border-radius: var(--cb-radius);
    background: var(--cb-background);
    line-height: 1.6;
    cursor: pointer;
  }
  .choices.inline .choice {
    min-inline-size: 7em;
  }
  .choice:hover {
    border-color: var(--cb-primary);
  }
  .choice.chosen {
    border-color: var(--cb-primary);
    background: var(--cb-info-background);
    box-shadow: inset 0 0 0 1px var(--cb-primary);
  }
  .choice > input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 3px 0 0;
    accent-color: var(--cb-primary);
    cursor: inherit;
  }
  .choice.confirmation {
    display: flex;
  }
  .ways {
    grid-column: 1 / -1;
  }
  .choice.nothing-to-say {
    inline-size: fit-content;
    min-block-size: 32px;
    margin-block-start: -12px;
    padding: 0 4px 0 0;
    border: 0;
    background: none;
    box-shadow: none;
    color: var(--cb-muted);
  }
  .choice.nothing-to-say.chosen {
    color: var(--cb-text);
  }
  .choice.invalid {
    border-color: var(--cb-danger);
  }
  .choice:has(:disabled) {
    background: var(--cb-surface);
    color: var(--cb-muted);
    cursor: not-allowed;
  }

  .field-error,
  .field-warning {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    margin-block-start: 6px;
    color: var(--cb-danger);
    font-weight: 500;
  }
  .field-error > .icon,
  .field-warning > .icon {
    margin-block-start: 0.2em;
  }
  .field-error > span,
  .field-warning > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .field-warning {
    color: var(--cb-warning);
  }

  .computed-value {
    display: block;
    min-block-size: var(--cb-control-height);
    padding: 8px 12px;
    border-radius: var(--cb-radius);
    background: var(--cb-surface);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .computed-value.empty {
    color: var(--cb-muted);
    font-weight: 400;
  }

  @media (forced-colors: active) {
    .choice.chosen {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
  @media (max-width: 639px) {
    .fields {
      grid-template-columns: minmax(0, 1fr);
      gap: 24px;
    }
    .fields.single > * + * {
      margin-block-start: 24px;
    }
    .field.half {
      grid-column: 1 / -1;
    }
  }
`;
