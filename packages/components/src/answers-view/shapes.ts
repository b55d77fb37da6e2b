import type { AnswerRow, AnswerTableRow } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Column } from '../internal/pieces.js';
import { dataTable, summaryList } from '../internal/pieces.js';
import type { AnswersView, AnswerWidget } from './answer-widget.js';

/** An answer as it is said. */
export const textAnswer: AnswerWidget = { draw: ({ text }) => html`<span class="answer-text">${text}</span>` };

/** The questions of a group with their answers. */
export const groupAnswer: AnswerWidget = {
  draw: ({ rows = [] }, view) => summaryList(rows.map((row) => ({ label: row.label, value: view.widgets.draw(row, view), wide: view.widgets.isWide(row) }))),
};

/** More questions about each item than this make no table that can be read. */
const MOST_COLUMNS = 6;

/** The items of a list, one a row; items that ask much, one below the other with their questions. */
export const listAnswer: AnswerWidget = {
  wide: true,
  draw: ({ table, widget }, view) => {
    if (table === undefined) return '';
    if (widget === 'listDetail' || table.columns.length > MOST_COLUMNS) return html`<div class="stack">${table.rows.map((row, index) => itemAnswer(row, index, view))}</div>`;
    const columns = table.columns.map(({ label, isNumber }, index): Column<AnswerTableRow> => ({
      head: label,
      number: isNumber,
      cell: ({ answers }) => {
        const answer = answers[index];
        return answer === undefined ? '' : view.widgets.draw(answer, view);
      },
    }));
    return dataTable(columns, table.rows);
  },
};

/** An item under its number and title. */
function itemAnswer({ title, answers }: AnswerTableRow, index: number, view: AnswersView): TemplateResult {
  const { words } = view;
  const rows = answers.filter((answer): answer is AnswerRow => answer !== undefined);
  return html`<div class="stack tight answer-item">
    <p class="item-title">${words.item({ position: index + 1 })}${title === undefined ? nothing : words.inBrackets({ text: title })}</p>
    ${summaryList(rows.map((row) => ({ label: row.label, value: view.widgets.draw(row, view), wide: view.widgets.isWide(row) })))}
  </div>`;
}
