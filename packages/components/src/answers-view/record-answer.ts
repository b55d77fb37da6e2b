import type { AnswerRow } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { dataTable } from '../internal/pieces.js';
import type { AnswersView, AnswerWidget } from './answer-widget.js';
import type { recordTablesOf } from './record-tables-of.js';
import { textAnswer } from './shapes.js';

/** Comes with the first record that is read: a page that shows none need not load it. */
let tablesOf: typeof recordTablesOf | undefined;

/** Until it is there, and where it cannot be had, a record is read in one line. Paper waits for it. */
export async function loadRecordTables(): Promise<void> {
  try {
    tablesOf ??= (await import('./record-tables-of.js')).recordTablesOf;
  } catch {
    // The line says what matters most.
  }
}

function drawn(row: AnswerRow, view: AnswersView): TemplateResult {
  const tables = tablesOf?.(row, view.locale) ?? [];
  const { summary } = (row.value ?? {}) as { readonly summary?: unknown };
  return html`<p class="answer-text">${row.text}</p>
    ${tables.map(({ caption, columns, rows }) => dataTable(columns.map(({ head, number = false }, index) => ({ head, number, cell: (cells: readonly string[]) => cells[index] ?? '' })), rows, { caption }))}
    ${row.widget === 'opinions' && typeof summary === 'string' ? html`<p class="answer-text">${summary}</p>` : nothing}`;
}

/** The line now, the tables as soon as they can be drawn. */
function drawnLater(row: AnswerRow, view: AnswersView): HTMLElement {
  const { locale, words, widgets, hosts } = view;
  const box = document.createElement('div');
  render(textAnswer.draw(row, view), box);
  void loadRecordTables().then(() => render(drawn(row, { locale, words, widgets, hosts }), box));
  return box;
}

/** A record for whoever decides about it: the line, then its tables. */
export const recordAnswer: AnswerWidget = {
  wide: true,
  draw: (row, view) => (tablesOf === undefined ? drawnLater(row, view) : drawn(row, view)),
};
