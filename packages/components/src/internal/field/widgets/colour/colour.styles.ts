import type { CSSResult } from 'lit';
import { css } from 'lit';

export const colourStyles: CSSResult = css`
  .colour > .input {
    max-inline-size: 10em;
    font-variant-numeric: tabular-nums;
  }
  .swatch {
    flex: none;
    inline-size: var(--cb-control-height);
    block-size: var(--cb-control-height);
    padding: 4px;
    border: 1px solid var(--cb-field-border);
    border-radius: var(--cb-radius);
    background: var(--cb-background);
    cursor: pointer;
  }
  .swatch.none::-webkit-color-swatch {
    border-style: dashed;
  }
`;
