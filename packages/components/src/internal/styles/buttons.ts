import type { CSSResult } from 'lit';
import { css } from 'lit';

/**
 * `<button class="button primary|secondary|danger|quiet">`, `.link` for one that reads as a link, and the focus ring of everything. Colours fade only under the
 * pointer: a button that comes to life because a row was added would paint the form in every frame meanwhile.
 */
export const buttonStyles: CSSResult = css`
  :focus-visible {
    outline: var(--cb-focus-width) solid var(--cb-focus);
    outline-offset: 2px;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--cb-control-height);
    margin: 0;
    padding: 6px 20px;
    border: 1px solid var(--cb-primary);
    border-radius: var(--cb-radius);
    background: var(--cb-background);
    color: var(--cb-primary);
    font: inherit;
    font-weight: 500;
    line-height: 1.4;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--cb-primary-hover);
    background: var(--cb-info-background);
    color: var(--cb-primary-hover);
    transition: background-color 120ms, border-color 120ms, color 120ms;
  }
  .button.primary {
    background: var(--cb-primary);
    color: var(--cb-on-primary);
  }
  .button.primary:hover {
    background: var(--cb-primary-hover);
    color: var(--cb-on-primary);
  }
  .button.danger {
    border-color: var(--cb-danger);
    color: var(--cb-danger);
  }
  .button.danger:hover {
    border-color: var(--cb-danger-hover);
    background: var(--cb-danger-background);
    color: var(--cb-danger-hover);
  }
  .button.danger.solid {
    background: var(--cb-danger);
    color: var(--cb-on-danger);
  }
  .button.danger.solid:hover {
    background: var(--cb-danger-hover);
    color: var(--cb-on-danger);
  }
  .button.quiet {
    min-block-size: 36px;
    padding: 4px 10px;
    border-color: transparent;
    background: transparent;
    font-size: var(--cb-small-size);
  }
  .button.quiet:hover {
    background: var(--cb-info-background);
  }
  .button.quiet.danger:hover {
    background: var(--cb-danger-background);
  }
  .button.icon-only {
    min-inline-size: 36px;
    padding: 4px;
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    border-color: var(--cb-border);
    background: var(--cb-surface);
    color: var(--cb-muted);
    cursor: not-allowed;
  }
  .button.quiet:disabled {
    border-color: transparent;
    background: transparent;
    opacity: 0.5;
  }

  a,
  .link {
    color: var(--cb-primary);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  .link {
    display: inline;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  a:hover,
  .link:hover {
    color: var(--cb-primary-hover);
    text-decoration-thickness: 2px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
  }

  @media (max-width: 639px) {
    .actions > .button {
      flex: 1 1 100%;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .button:hover {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .button.quiet {
      border-color: ButtonText;
    }
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
