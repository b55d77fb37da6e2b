import type { CSSResult } from 'lit';
import { css } from 'lit';

export const toggleStyles: CSSResult = css`
  .toggle {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: var(--cb-control-height);
  }
  .toggle > .input,
  .toggle > .input[aria-invalid='true'] {
    appearance: none;
    flex: none;
    inline-size: 52px;
    min-block-size: 28px;
    block-size: 28px;
    padding: 3px;
    border: 2px solid var(--cb-field-border);
    border-radius: 14px;
    background: var(--cb-surface);
    cursor: pointer;
  }
  .toggle > .input[aria-invalid='true'] {
    border-color: var(--cb-danger);
  }
  .toggle > .input::before {
    content: '';
    display: block;
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--cb-field-border);
    transition: transform 120ms;
  }
  .toggle > .input:checked {
    border-color: var(--cb-primary);
    background: var(--cb-primary);
  }
  .toggle > .input:checked::before {
    background: var(--cb-background);
    transform: translateX(24px);
  }
  .toggle > .input:dir(rtl):checked::before {
    transform: translateX(-24px);
  }
  @media (prefers-reduced-motion: reduce) {
    .toggle > .input::before {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .toggle > .input[aria-invalid='true'] {
      outline: 2px dashed;
      outline-offset: 2px;
    }
    .toggle > .input[aria-invalid='true']:focus-visible {
      outline-style: solid;
    }
    .toggle > .input::before {
      forced-color-adjust: none;
      background: ButtonText;
    }
    .toggle > .input:checked::before {
      background: Highlight;
    }
  }
`;
