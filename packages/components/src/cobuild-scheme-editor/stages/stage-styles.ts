import type { CSSResult } from 'lit';
import { css } from 'lit';

/** The picture scrolls inside its frame; kinds of stages and lines differ in shape and stroke as well as in colour. */
export const stageStyles: CSSResult = css`
  .stages { min-inline-size: 0; }
  .stage-picture { max-block-size: 80vh; overflow: auto; border: var(--cb-line) solid var(--cb-border); border-radius: var(--cb-radius); background: var(--cb-surface); font-size: var(--cb-small-size); }
  .stage-picture svg { display: block; margin-inline: auto; max-inline-size: none; }
  .stage-picture text { fill: var(--cb-text); font-size: 14px; }
  .stage-picture .middle { text-anchor: middle; }
  .stage-picture .title { font-weight: 600; }
  .stage-picture .note { fill: var(--cb-muted); }
  .stage-picture .warning-text { fill: var(--cb-danger); }
  .stage-picture .warning-mark { fill: var(--cb-danger); }
  .stage-picture [tabindex] { cursor: pointer; outline: none; }
  .stage-node .shape { fill: var(--cb-background); stroke: var(--cb-field-border); stroke-width: 1.5; }
  .stage-node .inner { fill: none; stroke: var(--cb-field-border); stroke-width: 1.5; }
  .stage-node.rule .shape, .stage-node.wait .shape { stroke: var(--cb-primary); }
  .stage-node.missing .shape { stroke: var(--cb-danger); stroke-dasharray: 6 4; }
  .stage-node.wrong .shape { stroke: var(--cb-danger); stroke-width: 2.5; }
  .stage-node.chosen .shape { stroke: var(--cb-primary); stroke-width: 3.5; }
  .stage-node[tabindex]:focus-visible .shape { stroke: var(--cb-focus); stroke-width: 5; }
  .stage-node .clock circle, .stage-node .clock path { fill: none; stroke: var(--cb-primary); stroke-width: 1.8; stroke-linecap: round; }
  .stage-line path { fill: none; stroke: var(--cb-muted); stroke-width: 1.8; }
  .stage-line polygon { fill: var(--cb-muted); }
  .stage-line.return path { stroke-dasharray: 8 5; }
  .stage-line.ending path { stroke-dasharray: 1.5 5; stroke-linecap: round; stroke-width: 2.4; }
  .stage-line.chosen path { stroke: var(--cb-primary); stroke-width: 3.2; }
  .stage-line.chosen polygon { fill: var(--cb-primary); }
  .stage-label rect { fill: var(--cb-surface); stroke: transparent; stroke-width: 2; }
  .stage-label text { fill: var(--cb-muted); }
  .stage-label:hover rect { stroke: var(--cb-border); }
  .stage-label.chosen text { fill: var(--cb-primary); font-weight: 600; }
  .stage-label[tabindex]:focus-visible rect { stroke: var(--cb-focus); stroke-width: 3; }
  .picking .stage-node[tabindex] .shape { stroke: var(--cb-primary); stroke-dasharray: 3 3; }
  .picking .stage-label { opacity: 0.55; }
  .stage-legend ul { columns: 2 18em; }
  .stage-line-item { display: grid; padding-block: 8px; }
  .stage-panel { outline-offset: -3px; }
  .outcome-line { gap: 6px 12px; padding-block: 6px; }
  .outcome-line .outcome-title { flex: 1 1 10em; }
  .outcome-line.here { box-shadow: inset 4px 0 0 var(--cb-primary); padding-inline-start: 10px; }
`;
