import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Grids of the rule editor: they scroll inside their frame, with the heads and the names of the rows in sight. */
export const ruleStyles: CSSResult = css`
  .grid-frame { min-inline-size: 0; }
  .grid-tools { display: flex; flex-wrap: wrap; gap: 4px 32px; }
  .grid-tools .row { gap: 4px; }
  .grid-scroll { max-block-size: 70vh; overflow: auto; border: var(--cb-line) solid var(--cb-border); border-radius: var(--cb-radius); }
  .grid { inline-size: 100%; border-collapse: separate; border-spacing: 0; font-variant-numeric: tabular-nums; }
  .grid th, .grid td { min-inline-size: 6.5em; max-inline-size: 22em; padding: 8px 10px; border-block-end: 1px solid var(--cb-border); border-inline-end: 1px solid var(--cb-border); text-align: start; vertical-align: top; overflow-wrap: break-word; cursor: cell; scroll-margin: 60px 12px 12px 9em; }
  .grid thead th { position: sticky; inset-block-start: 0; z-index: 2; background: var(--cb-surface); font-weight: 600; line-height: 1.4; }
  .grid th.col-head { position: sticky; inset-inline-start: 0; z-index: 1; min-inline-size: 8em; max-inline-size: 12em; background: var(--cb-surface); font-weight: 500; }
  .grid thead th.col-head { z-index: 3; }
  .grid th.col-output, .grid td.col-output { background: var(--cb-surface); }
  .grid .group-word { display: block; font-weight: 400; }
  .grid th:focus-visible, .grid td:focus-visible { outline: var(--cb-focus-width, 3px) solid var(--cb-focus); outline-offset: -3px; }
  .grid .here { box-shadow: inset 0 0 0 2px var(--cb-primary); }
  .grid .refused { box-shadow: inset 0 0 0 2px var(--cb-danger); }
  .grid .row-number { font-weight: 400; }
  .grid .row-mark .icon, .grid .open-cell .icon { inline-size: 1em; block-size: 1em; vertical-align: -0.15em; }
  .grid .row-mark { color: var(--cb-danger); }
  .grid .open-cell { color: var(--cb-warning); }
  .grid .parameter-cell { text-decoration: underline dotted; text-underline-offset: 3px; }
  .grid .cell-input { inline-size: 100%; min-inline-size: 9em; min-block-size: 36px; padding: 4px 6px; }
  .grid .row-problems td { max-inline-size: none; background: var(--cb-background); cursor: auto; }
  .grid .row-problems .problem-lines { position: sticky; inset-inline-start: 10px; inline-size: fit-content; max-inline-size: min(44em, calc(100vw - 64px)); margin: 0; }
  .refused-cells { max-block-size: 16em; margin: 0; padding-inline-start: 1.2em; overflow: auto; overflow-wrap: anywhere; }
  .cell-panel, .gaps { display: grid; gap: 12px; }
  .cell-panel .bounds { display: flex; flex-wrap: wrap; gap: 8px 24px; }
  .cell-panel .bound { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
  .cell-panel .ticks { gap: 4px 20px; }
  .gaps .problems li { gap: 12px; }
`;
