import type { CSSResult } from 'lit';
import { css } from 'lit';

export const sliderStyles: CSSResult = css`
  .slider {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
  }
  .slider > .input {
    flex: 1 1 12em;
    inline-size: auto;
    min-inline-size: 0;
    max-inline-size: 28em;
    padding-inline: 0;
    border: 0;
    background: none;
    accent-color: var(--cb-primary);
  }
  .slider > .input[aria-invalid='true'] {
    padding-inline: 0;
    border: 0;
    accent-color: var(--cb-danger);
  }
  .slider > .input.none {
    accent-color: var(--cb-muted);
  }
  .slider > output {
    min-inline-size: 4em;
    font-weight: 600;
  }
`;
