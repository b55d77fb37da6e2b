import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Outline beside canvas, checks in a drawer below; one under the other on a phone. */
export const editorStyles: CSSResult = css`
  :host { display: block; }
  code, .json { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: var(--cb-small-size); overflow-wrap: anywhere; }
  .editor { display: grid; gap: 12px; }
  .file-over { position: relative; outline: 3px dashed var(--cb-primary); outline-offset: 4px; }
  .file-over::after { content: attr(data-drop); position: absolute; inset-block-start: 8px; inset-inline: 8px; z-index: 10; padding: 12px; background: var(--cb-primary); color: var(--cb-on-primary, #fff); font-weight: 600; text-align: center; }
  .refused-files { margin: 0; padding-inline-start: 1.2em; overflow-wrap: anywhere; }
  .start { max-inline-size: 40em; }
  .toolbar { padding-block-end: 12px; border-block-end: var(--cb-line) solid var(--cb-border); }
  .scheme-title { font-size: var(--cb-subheading-size); }
  .panes { display: grid; grid-template-columns: minmax(12em, 18em) minmax(0, 1fr); gap: 24px; align-items: start; }
  .outline ul { margin: 0; padding: 0; list-style: none; }
  .outline ul ul { margin-inline-start: 12px; padding-inline-start: 8px; border-inline-start: 2px solid var(--cb-border); }
  .outline-fold { display: none; }
  .outline .line { flex-wrap: nowrap; min-block-size: 36px; }
  .link { padding: 6px 2px; border: 0; background: none; color: var(--cb-primary); font: inherit; text-align: start; text-decoration: underline; text-underline-offset: 3px; cursor: pointer; overflow-wrap: anywhere; }
  .link[aria-current], .selected > span > .link { color: var(--cb-text); font-weight: 600; text-decoration: none; }
  .canvas { min-inline-size: 0; outline: none; }
  .page-title { outline: none; }
  .settings { display: grid; gap: 20px; }
  .setting { position: relative; min-inline-size: 0; }
  .setting.group { padding: 12px 16px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); }
  .setting > .corner { position: absolute; inset-block-start: 4px; inset-inline-end: 8px; }
  .setting > .corner + .help { padding-inline-end: 48px; }
  .setting > .corner + :not(.help) { margin-block-start: 32px; }
  .setting .help { margin-block: 2px 6px; }
  .setting .label { font-weight: 600; }
  .input.text { resize: vertical; min-block-size: 44px; max-inline-size: 44em; }
  .input[readonly] { border-color: var(--cb-border); background: var(--cb-surface); color: var(--cb-muted); }
  .input.number { inline-size: 9em; }
  .input.key { inline-size: 14em; }
  .small-input { inline-size: auto; min-block-size: 40px; padding-block: 4px; }
  .language { display: grid; gap: 2px; margin-block-end: 6px; }
  .way { margin-block-end: 6px; }
  .pair { align-items: center; }
  .control > .input, .named > .input { inline-size: auto; min-inline-size: min(16em, 100%); max-inline-size: 100%; }
  .control > .input.number { min-inline-size: 0; }
  .control > .input.text { flex: 1 1 20em; }
  .control > .way { margin: 0; }
  .control > .named { display: contents; }
  .thing-name { display: grid; flex: 1 1 16em; min-inline-size: 0; justify-items: start; }
  .guard-rail { margin-block-start: 6px; padding: 4px 12px; border-inline-start: 4px solid var(--cb-warning); background: var(--cb-surface); }
  .lock-line { display: flex; gap: 8px; align-items: baseline; }
  .lock-line .icon { flex: none; align-self: center; }
  .things, .items, .parts, .problems { margin: 0; padding: 0; list-style: none; }
  .thing { min-block-size: 48px; border-block-end: 1px solid var(--cb-border); }
  .things + .button { margin-block-start: 12px; }
  .item { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 4px 12px; margin-block-end: 8px; padding: 8px 12px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); }
  .item > details, .item > .row:first-child, .item > .problem-lines { flex: 1 1 20em; min-inline-size: 0; }
  .item .grow { flex: 1 1 16em; min-inline-size: 0; }
  .item summary { padding-block: 6px; font-weight: 600; cursor: pointer; }
  .item .inner { padding-block-start: 12px; }
  .add { padding-block-start: 8px; }
  .differences { flex: 1 0 100%; margin: 0; padding-inline-start: 1.4em; }
  .test-outcome p, .test-outcome ul { margin-block: 4px; }
  .test-answers > summary { padding-block: 6px; font-weight: 600; cursor: pointer; }
  .sentence { padding: 10px 14px; border-inline-start: 4px solid var(--cb-primary); background: var(--cb-surface); }
  .condition .branch { margin-block: 8px; padding: 10px 12px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); }
  .part { display: flex; align-items: flex-start; gap: 8px; margin-block-end: 8px; }
  .part > :first-child { flex: 1 1 auto; min-inline-size: 0; }
  .comparison { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  .comparison > .input { inline-size: auto; max-inline-size: 22em; flex: 0 1 auto; }
  .comparison > .field-error { flex-basis: 100%; }
  .ticks { display: grid; gap: 0 16px; }
  .tick { gap: 6px; min-block-size: 36px; }
  .tick input { inline-size: 20px; block-size: 20px; accent-color: var(--cb-primary); }
  .designer { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
  .designer:has(.field-panel) { grid-template-columns: minmax(0, 1fr) minmax(0, 24em); align-items: start; }
  .form-part h3 { display: grid; }
  .json { margin: 0; padding: 8px 12px; max-block-size: 16em; overflow: auto; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); background: var(--cb-surface); white-space: pre-wrap; }
  .preview { padding: 16px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); }
  .preview.phone { max-inline-size: 390px; margin-inline: auto; }
  .drawer { display: grid; gap: 8px; padding-block-start: 12px; border-block-start: var(--cb-line) solid var(--cb-border); }
  .drawer-body { max-block-size: 20em; overflow: auto; }
  .problems li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 12px; align-items: baseline; padding-block: 4px; border-block-end: 1px solid var(--cb-border); }
  .problems .told { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; }
  .problems .told > * { min-inline-size: 0; overflow-wrap: anywhere; }
  .problem-lines { display: grid; gap: 4px; margin-block-start: 6px; }
  @media (max-width: 899px) {
    .panes, .designer:has(.field-panel) { grid-template-columns: minmax(0, 1fr); }
    .comparison > .input { inline-size: 100%; max-inline-size: none; }
    .outline-fold { display: inline-flex; inline-size: 100%; }
    .outline > .folded { display: none; }
  }
  @media print { .toolbar, .outline, .faces, .drawer { display: none; } .panes { display: block; } }
`;
