import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Controls of one answer beside each other, where there is room. */
export const partsStyles: CSSResult = css`
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 16px;
  }
  .part {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .part-label {
    display: block;
    margin-block-end: 4px;
    color: var(--cb-muted);
    font-size: var(--cb-small-size);
  }
  .part.amount > .input {
    inline-size: 7em;
  }
  .part.unit > .input {
    inline-size: auto;
    max-inline-size: 100%;
  }
`;
