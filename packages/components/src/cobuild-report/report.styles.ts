import type { CSSResult } from 'lit';
import { css } from 'lit';

export const reportStyles: CSSResult = css`
  .reading:focus:not(:focus-visible) {
    outline: none;
  }
  .reading summary {
    min-block-size: 24px;
    color: var(--cb-primary);
    cursor: pointer;
  }
  .reading {
    scroll-margin-block-start: 16px;
  }
`;
