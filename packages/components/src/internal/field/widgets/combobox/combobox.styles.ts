import type { CSSResult } from 'lit';
import { css } from 'lit';

export const comboboxStyles: CSSResult = css`
  .combobox {
    position: relative;
    max-inline-size: 100%;
  }
  .combobox > .input {
    padding-inline-end: var(--cb-control-height);
    text-overflow: ellipsis;
  }
  .combobox-open {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    inline-size: var(--cb-control-height);
    block-size: var(--cb-control-height);
    padding: 0;
    border: 0;
    background: none;
    color: var(--cb-muted);
    cursor: pointer;
  }
  .combobox-open:disabled {
    cursor: not-allowed;
  }
  .popup[hidden] {
    display: none;
  }
  .popup {
    position: absolute;
    z-index: 10;
    inset-block-start: calc(100% + 4px);
    inset-inline: 0;
    display: flex;
    flex-direction: column;
    max-block-size: 340px;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: var(--cb-line) solid var(--cb-field-border);
    border-radius: var(--cb-radius);
    background: var(--cb-background);
    color: var(--cb-text);
    box-shadow: 0 6px 20px rgb(0 0 0 / 18%);
  }
  .popup.on-top {
    position: fixed;
    inset: auto;
  }
  .popup-note {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 12px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .popup-note .again-key {
    inline-size: 100%;
  }
  @media (hover: none) {
    .popup-note .again-key {
      display: none;
    }
  }
  .popup-note[hidden] {
    display: none;
  }
  .options {
    flex: 1 1 auto;
    order: -1;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    list-style: none;
  }
  .option {
    min-block-size: 40px;
    padding-block: 8px;
    padding-inline: 32px 12px;
    line-height: 1.5;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .options.long .option {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .option:hover {
    background: var(--cb-surface);
  }
  .option.active {
    background: var(--cb-info-background);
    outline: 2px solid var(--cb-primary);
    outline-offset: -2px;
  }
  .option[aria-selected='true'] {
    font-weight: 600;
  }
  .option[aria-selected='true']::before {
    content: '✓';
    content: '✓' / '';
    float: inline-start;
    inline-size: 20px;
    margin-inline-start: -20px;
    color: var(--cb-primary);
  }
  .option-detail {
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-weight: 400;
  }
  .chosen-list {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0 0 8px;
    padding: 0;
    list-style: none;
  }
  .chosen-list:empty {
    display: none;
  }
  .chosen-item {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    max-inline-size: 100%;
    padding-inline-start: 10px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
    background: var(--cb-surface);
    overflow-wrap: anywhere;
  }
  .chosen-item > button {
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--cb-muted);
    cursor: pointer;
  }
  .chosen-item > button:hover {
    color: var(--cb-danger);
  }
  @media (forced-colors: active) {
    .option.active {
      outline-color: Highlight;
    }
  }
`;
