import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Three words beside each other, one under the other on a phone. */
export const baseStyles: CSSResult = css`
  .base-review .decisions { margin: 0; padding: 0; list-style: none; display: grid; gap: 12px; }
  .base-review .decision { padding: 12px 16px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); outline: none; overflow-wrap: anywhere; }
  .base-review .decision.decided { background: var(--cb-surface); }
  .base-review h5 { margin: 0 0 8px; font-size: inherit; }
  .base-review .three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px 16px; margin: 8px 0; }
  .base-review .three dt { color: var(--cb-muted); font-size: var(--cb-small-size); }
  .base-review .three dd { margin: 0; white-space: pre-line; }
  .base-review .three .word { padding-inline-start: 10px; border-inline-start: 3px solid var(--cb-border); }
  .base-review .three .word.now { border-inline-start-color: var(--cb-primary); }
  .base-review .three .word.own { border-inline-start-color: var(--cb-warning); }
  .base-review .refused { margin-block: 4px; color: var(--cb-danger); }
  .base-review .refused .icon { inline-size: 1.1em; block-size: 1.1em; vertical-align: -0.2em; }
  @media (max-width: 639px) { .base-review .three { grid-template-columns: minmax(0, 1fr); } }
`;
