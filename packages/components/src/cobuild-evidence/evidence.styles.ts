import type { CSSResult } from 'lit';
import { css } from 'lit';

export const evidenceStyles: CSSResult = css`
  .demands {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .demands > li {
    padding-block: 12px;
    border-block-start: var(--cb-line) solid var(--cb-border);
  }
  .demand {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
  }
  .demand h4 {
    flex: 1 1 10em;
    margin: 0;
    font-size: inherit;
  }
  .records {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    overflow-wrap: anywhere;
  }
  .records > li {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--cb-border);
  }
`;
