import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { AnswersView } from './answer-widget.js';
import { paperWords } from './paper-words.js';

/** Boxes to tick. */
export const ticks = (labels: readonly string[]): TemplateResult => html`<ul class="ticks">${labels.map((label) => html`<li><span class="tick"></span>${label}</li>`)}</ul>`;

/** A line to write on, behind what is to be written there. */
export const namedLine = (name: string): TemplateResult => html`<div class="write-line named"><span>${name}</span></div>`;

/** An empty table with numbered rows. */
export function blankTable(heads: readonly string[], rows: number, view: AnswersView): TemplateResult {
  const text = paperWords[view.locale];
  return html`<table class="write-table">
      <thead><tr><th class="position" scope="col">${text.position}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${Array.from({ length: rows }, (_, index) => html`<tr><td class="position">${index + 1}</td>${heads.map(() => html`<td></td>`)}</tr>`)}</tbody>
    </table>
    <p class="hint">${text.moreRows}</p>`;
}

/** A table whose rows are given: the first column says what each is about. */
export function namedTable([first = '', ...heads]: readonly string[], names: readonly string[]): TemplateResult {
  return html`<table class="write-table named">
    <thead><tr><th scope="col">${first}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${names.map((name) => html`<tr><th scope="row">${name}</th>${heads.map(() => html`<td></td>`)}</tr>`)}</tbody>
  </table>`;
}
