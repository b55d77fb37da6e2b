import type { CSSResult } from 'lit';
import { css } from 'lit';
import { recordStyles } from '../../record/record.styles.js';

/** Files with their state, and the place to choose or drop them. */
export const attachmentsStyles: CSSResult = css`
  ${recordStyles}
  .file-list {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    padding: 8px 12px;
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius);
  }
  .file:focus {
    outline: var(--cb-focus-width) solid var(--cb-focus);
    outline-offset: 2px;
  }
  .file-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .file-name {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .file-state {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-variant-numeric: tabular-nums;
  }
  .file-state.clean > .icon {
    color: var(--cb-success);
  }
  .file-state.quarantined > .icon {
    color: var(--cb-danger);
  }
  .file-state.failed > .icon,
  .broken .file-state > .icon {
    color: var(--cb-warning);
  }
  .file progress {
    inline-size: 100%;
    accent-color: var(--cb-primary);
  }
  .file-drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 12px 16px;
    border: 1px dashed var(--cb-field-border);
    border-radius: var(--cb-radius);
  }
  .over .file-drop {
    border-color: var(--cb-primary);
    background: var(--cb-info-background);
  }
  .file-drop .note {
    flex: 1 1 14rem;
    margin: 0;
  }
  .file-choose {
    position: relative;
  }
  .file-input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .file-choose:focus-within {
    outline: var(--cb-focus-width) solid var(--cb-focus);
    outline-offset: 2px;
  }
  .refused {
    padding: 8px 12px;
    border: var(--cb-line) solid var(--cb-danger);
    border-radius: var(--cb-radius);
  }
  .refused p {
    margin-block: 4px;
  }
  @media (hover: none) {
    .file-drop-hint {
      display: none;
    }
  }
`;
