import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The tree of reasons that `explanationTree` draws. */
export const explanationStyles: CSSResult = css`
  .tree {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .node-head {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    min-block-size: 24px;
    padding-block: 6px;
    line-height: 1.55;
  }
  summary.node-head {
    border-radius: var(--cb-radius);
    cursor: pointer;
    list-style: none;
  }
  summary.node-head::-webkit-details-marker {
    display: none;
  }
  summary.node-head:hover {
    background: var(--cb-surface);
  }
  .node-head > .icon {
    margin-block-start: 0.15em;
    color: var(--cb-muted);
  }
  .node.met > .node-head > .icon,
  .node.met > details > .node-head > .icon {
    color: var(--cb-success);
  }
  .node.notMet > .node-head > .icon,
  .node.notMet > details > .node-head > .icon {
    color: var(--cb-danger);
  }
  .node.info > .node-head > .icon,
  .node.info > details > .node-head > .icon {
    color: var(--cb-info);
  }
  .node-text {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .node-text .tag {
    font-weight: 400;
  }
  .node-body {
    display: grid;
    gap: 4px;
    margin-inline-start: 9px;
    padding-block-end: 10px;
    padding-inline-start: 20px;
    border-inline-start: 2px solid var(--cb-border);
  }
  .chevron {
    flex: none;
    color: var(--cb-muted);
  }
  details[open] > summary > .chevron {
    transform: rotate(180deg);
  }

  @media print {
    .chevron {
      display: none;
    }
    .node {
      break-inside: avoid;
    }
  }
`;
