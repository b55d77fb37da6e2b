import { startValue, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf, plainText } from '../editor-context.js';
import { except, placeEditor, problemLines } from '../guided/place-editor.js';
import { titleOf } from '../outline.js';
import { cellPanel } from './cell-panel.js';
import { gridEditor, gridState, spotIn } from './grid.js';
import { ruleWords } from './rule-words.js';
import { scoreGrid, totalSentences } from './score-card.js';

/** A score card: its criteria as a grid with what their weights come to, its grades, and the rest of its settings. */
export function scoreCardPage(context: EditorContext): TemplateResult {
  const words = ruleWords(context.locale);
  const criteria = scoreGrid(context, 'criteria');
  if (criteria === undefined) return placeEditor(context, '/scoring');
  const bands = scoreGrid(context, 'bands');
  const hasBands = valueAt(context.document, '/scoring/bands') !== undefined;
  return html`<div class="stack">
    ${scoreList(context, 'criteria', words.criteria)}
    <div class="sentence totals" role="status">${totalSentences(context).map((sentence) => html`<p>${sentence}</p>`)}<p class="small muted">${words.howScored}</p></div>
    ${bands !== undefined ? scoreList(context, 'bands', words.bands) : hasBands ? nothing : html`<h4>${words.bands}</h4><p class="muted">${words.noBands}</p>${context.readonly ? nothing : html`<div class="row">${button({ label: words.addBand, icon: 'plus', onClick: () => void context.change({ kind: 'set', pointer: '/scoring/bands', value: [startValue(context.document, '/scoring/bands/0')] }) })}</div>`}`}
    <details><summary>${words.scoringSettings}</summary>${placeEditor(context, '/scoring', except('criteria', ...(bands === undefined && hasBands ? [] : ['bands'])))}</details>
  </div>`;
}

function scoreList(context: EditorContext, part: 'criteria' | 'bands', title: string): unknown {
  const words = ruleWords(context.locale);
  const grid = scoreGrid(context, part);
  if (grid === undefined) return nothing;
  const spot = spotIn(grid, gridState(context, grid.pointer));
  const column = grid.columns[spot.column];
  const row = grid.rows[spot.row];
  const at = `${grid.pointer}/${spot.row}`;
  const [maximum, weight] = ['maximum', 'weight'].map((name) => valueAt(row, `/${name}`));
  return html`<section class="stack tight" aria-labelledby="${idOf(grid.pointer)}-title"><h4 id="${idOf(grid.pointer)}-title">${title}</h4>
    ${gridEditor(context, grid, [valueAt(context.document, '/parameters'), valueAt(context.document, '/forms')])}
    ${problemLines(context, context.problemsAt(grid.pointer), idOf(grid.pointer))}
    ${row === undefined || column === undefined || part === 'bands' ? nothing : html`<p class="row small"><span>${titleOf(row, context.locale)}${typeof maximum === 'number' && typeof weight === 'number' ? `${words.colon}${words.criterionPoints(plainText(maximum), plainText(weight))}` : ''}</span>${button({ label: words.openCriterion, kind: 'quiet', name: `${words.openCriterion}${words.colon}${titleOf(row, context.locale)}`, onClick: () => context.open(at) })}</p>`}
    ${row === undefined || column === undefined ? nothing : cellPanel(context, grid, spot.row, column)}</section>`;
}
