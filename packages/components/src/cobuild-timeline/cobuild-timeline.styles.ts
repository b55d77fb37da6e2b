import type { CSSResult } from 'lit';
import { css } from 'lit';

export const caseTimelineStyles: CSSResult = css`
  :host {
    display: block;
  }
  .history {
    max-inline-size: 60em;
  }
  .replay {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
  }
  .replay .label {
    display: block;
    margin-block-end: 4px;
  }
  .counted ul {
    margin: 4px 0 0;
    padding-inline-start: 1.4em;
  }
  [part='cadence'] .late {
    color: var(--cb-danger);
    font-weight: 600;
  }
  .plain {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 0;
    padding: 0;
    font-size: var(--cb-small-size);
    list-style: none;
  }
  .facts .late {
    color: var(--cb-danger);
    font-weight: 600;
  }
  .timeline details > summary,
  .counted > summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--cb-primary);
    font-size: var(--cb-small-size);
    cursor: pointer;
  }
  .timeline ul:not(.facts) {
    margin: 0;
    padding-inline-start: 1.4em;
  }
`;
