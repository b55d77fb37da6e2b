import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The way through the steps of a form: list of all, closed ones, progress. */
export const shellStyles: CSSResult = css`
  .step-progress {
    font-variant-numeric: tabular-nums;
  }
  .step-head .small > * + .step-progress::before {
    content: '·';
    margin-inline: 4px 8px;
  }
  .task-list {
    margin: 0;
    padding: 0;
    border-block-start: var(--cb-line) solid var(--cb-border);
    list-style: none;
  }
  .task-list > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 24px;
    align-items: center;
    padding-block: 12px;
    border-block-end: var(--cb-line) solid var(--cb-border);
  }
  .task-name .link {
    min-block-size: 32px;
    font-weight: 600;
    text-align: start;
  }
  .task-title {
    color: var(--cb-muted);
    font-weight: 600;
  }
  .task-state {
    display: grid;
    justify-items: end;
    gap: 4px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .closed-steps {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--cb-border);
    color: var(--cb-muted);
  }
  .closed-title {
    display: flex;
    align-items: center;
    gap: 8px;
    font-weight: 600;
  }
  .closed-steps ul {
    margin: 4px 0 0;
    padding-inline-start: 28px;
  }
  .step.closed {
    padding-block: 16px;
    border-block: var(--cb-line) solid var(--cb-border);
  }
  @media (max-width: 639px) {
    .task-list > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .task-state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
  }
`;
