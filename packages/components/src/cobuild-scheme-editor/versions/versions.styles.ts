import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Changes as lines, texts laid over each other. */
export const versionsStyles: CSSResult = css`
  .offer { outline: none; }
  .offer .body { display: grid; gap: 8px; }
  .changes { margin: 0; padding: 0; list-style: none; }
  .change { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 10px; padding-block: 6px; border-block-end: 1px solid var(--cb-border); }
  .change-place { font-weight: 600; }
  .change-words { flex: 1 1 18em; min-inline-size: 0; overflow-wrap: anywhere; white-space: pre-line; }
  .change del { color: var(--cb-muted); text-decoration: line-through; }
  .change.removed del { text-decoration: none; }
  .change ins { text-decoration: none; font-weight: 500; }
  .lines { max-block-size: 32em; overflow: auto; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); }
  .lines table { inline-size: 100%; border-collapse: collapse; }
  .lines td { padding: 0 8px; border: 0; vertical-align: top; }
  .lines .number { inline-size: 1%; min-inline-size: 3em; color: var(--cb-muted); text-align: end; user-select: none; font-variant-numeric: tabular-nums; }
  .lines .sign { inline-size: 1%; font-weight: 600; text-align: center; }
  .lines code { white-space: pre-wrap; }
  .lines .added { background: var(--cb-success-background); }
  .lines .removed { background: var(--cb-danger-background); }
  .lines .gap td { color: var(--cb-muted); text-align: center; background: var(--cb-surface); }
`;
