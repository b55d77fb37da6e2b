import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The requirements: folded under the form on a phone, beside it and always in sight on a wide window. */
export const eligibilityStyles: CSSResult = css`
  .eligibility {
    border: var(--cb-line) solid var(--cb-border);
    border-radius: var(--cb-radius-large);
    background: var(--cb-background);
  }
  .eligibility > :not(summary) {
    margin-inline: 16px;
  }
  .eligibility > p {
    margin-block-start: 12px;
  }
  .eligibility summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 8px;
    padding: 12px 16px;
    border-radius: var(--cb-radius-large);
    background: var(--cb-surface);
    cursor: pointer;
    list-style: none;
  }
  .eligibility summary::-webkit-details-marker {
    display: none;
  }
  .eligibility-title {
    font-size: var(--cb-subheading-size);
    font-weight: 600;
  }
  .eligibility-counts {
    grid-column: 1;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
    font-variant-numeric: tabular-nums;
  }
  .chevron {
    grid-row: 1 / 3;
    grid-column: 2;
    align-self: center;
    color: var(--cb-muted);
  }
  .eligibility[open] .chevron {
    transform: rotate(180deg);
  }
  .eligibility-group {
    padding-block: 12px;
  }
  .eligibility-group + .eligibility-group {
    border-block-start: var(--cb-line) solid var(--cb-border);
  }
  .eligibility-group h3 {
    margin-block-end: 8px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .group-count {
    margin-inline-start: 6px;
    font-variant-numeric: tabular-nums;
  }
  .eligibility-group ul {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .requirement {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
    line-height: 1.5;
  }
  .requirement > .icon {
    margin-block-start: 0.12em;
    color: var(--cb-muted);
  }
  .requirement.true > .icon {
    color: var(--cb-success);
  }
  .requirement.false > .icon {
    color: var(--cb-danger);
  }
  .requirement-body {
    display: grid;
    gap: 4px;
    overflow-wrap: anywhere;
  }
  .requirement.false .requirement-title {
    font-weight: 600;
  }
  .requirement .tag,
  .pre-check .tag {
    font-weight: 400;
  }
  /* Questions to answer follow each other in a sentence, line under line. */
  .requirement p:has(.link) {
    line-height: 1.8;
  }
  .remedy-mark {
    font-weight: 600;
  }

  @media (min-width: 1024px) {
    .side {
      position: sticky;
      inset-block-start: 16px;
    }
    .eligibility {
      max-block-size: calc(100vh - 32px);
      overflow: auto;
    }
  }
`;
