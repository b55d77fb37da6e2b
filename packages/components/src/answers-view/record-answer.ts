import type { AnswerRow } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { dataTable } from '../internal/pieces.js';
import type { AnswersView, AnswerWidget, ComparedView } from './answer-widget.js';
import { changedText, itemChange } from './change-tag.js';
import type { RecordRowChange, RecordTableChanges } from './record-changes.js';
import type { recordChangesOf, recordTablesOf } from './record-tables-of.js';
import { textAnswer } from './shapes.js';
import { answersWords } from './words.js';

/** Comes with the first record that is read: a page that shows none need not load it. */
let reading: { readonly recordTablesOf: typeof recordTablesOf; readonly recordChangesOf: typeof recordChangesOf } | undefined;

/** Until it is there, and where it cannot be had, a record is read in one line. Paper waits for it. */
export async function loadRecordTables(): Promise<void> {
  try {
    reading ??= await import('./record-tables-of.js');
  } catch {
    // The line says what matters most.
  }
}

const summaryOf = ({ widget, value }: AnswerRow): string => {
  const { summary } = (value ?? {}) as { readonly summary?: unknown };
  return widget === 'opinions' && typeof summary === 'string' ? summary : '';
};

function drawn(row: AnswerRow, view: AnswersView): TemplateResult {
  const tables = reading?.recordTablesOf(row, view.locale) ?? [];
  const summary = summaryOf(row);
  return html`<p class="answer-text">${row.text}</p>
    ${tables.map(({ caption, columns, rows }) => dataTable(columns.map(({ head, number = false }, index) => ({ head, number, cell: (cells: readonly string[]) => cells[index] ?? '' })), rows, { caption }))}
    ${summary === '' ? nothing : html`<p class="answer-text">${summary}</p>`}`;
}

/** Both versions in one: the line and the tables, with what was said before where it is not said any more. */
function compared(row: AnswerRow, before: AnswerRow, view: ComparedView): TemplateResult {
  const tables = reading?.recordChangesOf(before, row, view.locale) ?? [];
  const [summary, earlier] = [summaryOf(row), summaryOf(before)];
  const isTold = row.text !== before.text || summary !== earlier || tables.some(hasChange);
  return html`<p class="answer-text">${changedText(before.text, row.text, view.locale)}</p>
    ${isTold ? nothing : html`<p>${answersWords[view.locale].changedElsewhere}</p>`}
    ${tables.filter((table) => view.onlyChanges !== true || hasChange(table)).map((table) => changesTable(table, view))}
    ${summary === '' && earlier === '' ? nothing : html`<p class="answer-text">${changedText(earlier, summary, view.locale)}</p>`}`;
}

const isChanged = ({ kind, moved }: RecordRowChange): boolean => kind !== 'same' || moved;
const hasChange = ({ rows }: RecordTableChanges): boolean => rows.some(isChanged);

/** A table with what became of each row in its last column. Totals stay where other rows are left out. */
function changesTable(table: RecordTableChanges, view: ComparedView): TemplateResult {
  const { caption, columns, rows } = table;
  const { locale } = view;
  const text = answersWords[locale];
  const shown = view.onlyChanges === true ? rows.filter((row) => isChanged(row) || row.isTotal) : rows;
  const left = rows.length - shown.length;
  const cells = columns.map(({ head, number = false }, index) => ({ head, number, rowHead: index === 0, cell: ({ kind, cells: both }: RecordRowChange) => changedText(both[index]?.before ?? '', both[index]?.after ?? '', locale, kind) }));
  const last = { head: text.change, cell: (row: RecordRowChange) => itemChange(row, locale) };
  return html`${dataTable(hasChange(table) ? [...cells, last] : cells, shown, { caption })}${left === 0 ? nothing : html`<p class="muted small">${text.unchangedItems({ count: left })}</p>`}`;
}

/** The line now, the tables as soon as they can be drawn. */
function drawnLater(line: () => unknown, whole: () => TemplateResult): HTMLElement {
  const box = document.createElement('div');
  render(line(), box);
  void loadRecordTables().then(() => render(whole(), box));
  return box;
}

/** A record for whoever decides about it: the line, then its tables. */
export const recordAnswer: AnswerWidget = {
  wide: true,
  draw: (row, { locale, words, widgets, hosts }) => {
    // The view may be an object whose members are getters; what is drawn later is of now.
    const view = { locale, words, widgets, hosts };
    return reading === undefined ? drawnLater(() => textAnswer.draw(row, view), () => drawn(row, view)) : drawn(row, view);
  },
  compare: (row, before, view) => (reading === undefined ? drawnLater(() => changedText(before.text, row.text, view.locale), () => compared(row, before, view)) : compared(row, before, view)),
};
