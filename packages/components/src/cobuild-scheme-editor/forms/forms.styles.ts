import type { CSSResult } from 'lit';
import { css } from 'lit';

/** Palette, form and settings beside each other where there is room; below each other in a narrow editor. */
export const formsStyles: CSSResult = css`
  .designer-box { container-type: inline-size; min-inline-size: 0; }
  .designer { grid-template-columns: minmax(0, 13em) minmax(0, 1fr); gap: 16px 24px; align-items: start; }
  .designer:has(.field-panel) { grid-template-columns: minmax(0, 11em) minmax(0, 1fr) minmax(0, 21em); }
  .designer.readonly { grid-template-columns: minmax(0, 1fr); }
  .designer.readonly:has(.field-panel) { grid-template-columns: minmax(0, 1fr) minmax(0, 21em); }
  .palette, .field-panel { position: sticky; inset-block-start: 8px; max-block-size: calc(100vh - 16px); overflow: auto; }
  .palette { display: grid; gap: 8px; padding-inline-end: 4px; }
  .palette h4 { margin-block: 8px 2px; font-size: var(--cb-small-size); color: var(--cb-muted); }
  .palette .entries { display: grid; gap: 4px; margin: 0; padding: 0; list-style: none; }
  .palette .body { display: grid; gap: 6px; }
  .palette-toggle { display: none; }
  .entry { display: flex; align-items: center; gap: 6px; inline-size: 100%; min-block-size: 36px; padding: 4px 8px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); background: var(--cb-background); color: var(--cb-text); font: inherit; text-align: start; cursor: grab; touch-action: pan-y; }
  .entry:hover { border-color: var(--cb-primary); background: var(--cb-surface); }
  .entry .icon, .grip .icon { flex: none; color: var(--cb-muted); }
  .form-step { display: grid; gap: 12px; }
  .form-step + .form-step { margin-block-start: 20px; padding-block-start: 16px; border-block-start: 2px solid var(--cb-border); }
  .step-head, .part-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 12px; }
  .step-head h3, .part-head h4 { margin: 0; }
  /* Of a form with hundreds of questions the page lays out and paints those that are in sight. */
  .form-steps.long .form-part { content-visibility: auto; contain-intrinsic-block-size: auto 500px; }
  .form-part { padding: 10px 12px; border: 1px solid var(--cb-border); border-radius: var(--cb-radius); }
  .form-part.selected { border-color: var(--cb-primary); box-shadow: 0 0 0 1px var(--cb-primary); }
  .field-list { margin: 0; padding: 0; list-style: none; min-block-size: 12px; }
  .field-list .field-list { margin-inline-start: 12px; padding-inline-start: 10px; border-inline-start: 2px solid var(--cb-border); }
  .field-row { position: relative; border-block-end: 1px solid var(--cb-border); }
  .field-row > .line { display: flex; align-items: center; gap: 6px; min-block-size: 44px; }
  .field-row > .line > .grow { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; flex: 1 1 auto; min-inline-size: 0; }
  .field-row.selected { background: var(--cb-surface); }
  .field-row .actions { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding-block-end: 8px; }
  /* On a phone too these small buttons stand beside each other. */
  .field-row .actions > .button { flex: none; }
  .field-row .actions .input { max-inline-size: 12em; }
  .grip { display: grid; place-items: center; flex: none; inline-size: 28px; min-block-size: 36px; padding: 0; border: 0; border-radius: var(--cb-radius); background: none; color: inherit; cursor: grab; touch-action: none; }
  .dragged { opacity: .45; }
  .form-steps, .form-parts { display: grid; gap: 12px; }
  .form-step, .form-part { position: relative; }
  .step-head > .grow, .part-head > .grow { flex: 1 1 auto; min-inline-size: 0; }
  [data-list] > .drop-before::before, [data-list] > .drop-after::after, [data-list].drop-empty::after { content: ""; position: absolute; inset-inline: 0; z-index: 1; block-size: 4px; border-radius: 2px; background: var(--cb-primary); pointer-events: none; }
  [data-list] > .drop-before::before { inset-block-start: -2px; }
  [data-list] > .drop-after::after { inset-block-end: -2px; }
  [data-list].drop-empty { position: relative; min-block-size: 12px; }
  [data-list].drop-empty::after { inset-block-start: 4px; }
  .drag-ghost { position: fixed; z-index: 10; max-inline-size: 20em; padding: 6px 12px; border: 1px solid var(--cb-primary); border-radius: var(--cb-radius); background: var(--cb-background); box-shadow: 0 4px 12px rgb(0 0 0 / .2); pointer-events: none; inset-block-start: 0; inset-inline-start: 0; }
  .is-dragging { user-select: none; }
  .lock { display: inline-flex; align-items: center; gap: 4px; }
  .field-panel { display: grid; gap: 14px; }
  .field-panel h3 { outline: none; overflow-wrap: anywhere; }
  .field-panel fieldset { min-inline-size: 0; }
  .field-panel details > summary { padding-block: 8px; font-weight: 600; cursor: pointer; }
  .field-panel .folded { display: grid; gap: 14px; padding-block: 4px 8px; }
  .field-panel .words { display: grid; gap: 4px; }
  .field-panel .option-row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px; align-items: center; }
  .field-panel .choice-line { display: grid; gap: 4px; }
  .field-panel .input { max-inline-size: 100%; min-inline-size: 0; }
  .field-panel .number { inline-size: 8em; }
  .definition-note { display: grid; gap: 8px; justify-items: start; }
  .definition-note p { margin: 0; }
  .taking { inline-size: 100%; }
  .taking ul { margin-block: 4px 12px; padding-inline-start: 1.2em; }
  .sight-scroll { overflow: auto; max-inline-size: 100%; }
  .sight { border-collapse: collapse; inline-size: 100%; }
  .sight th, .sight td { padding: 4px 8px; border-block-end: 1px solid var(--cb-border); text-align: start; vertical-align: top; }
  .sight thead th { background: var(--cb-surface); font-weight: 600; }
  .sight td.tick-cell { text-align: center; }
  .sight tbody th { min-inline-size: 11em; font-weight: 400; position: sticky; inset-inline-start: 0; background: var(--cb-background); }
  .sight input[type="checkbox"] { inline-size: 24px; block-size: 24px; accent-color: var(--cb-primary); }
  @container (max-width: 760px) {
    .designer, .designer:has(.field-panel) { grid-template-columns: minmax(0, 1fr); }
    .palette, .field-panel { position: static; max-block-size: none; }
    .palette-toggle { display: inline-flex; }
    .palette .body { display: none; }
    .palette.open .body { display: grid; }
    .palette .entries { grid-template-columns: repeat(auto-fill, minmax(9em, 1fr)); }
  }
`;
