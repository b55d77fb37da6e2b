import type { AnswerTableRow } from '@cobuild/core';
import { html } from 'lit';
import type { Column } from '../internal/pieces.js';
import { dataTable, summaryList } from '../internal/pieces.js';
import type { AnswerWidget } from './answer-widget.js';

/** An answer as it is said. */
export const textAnswer: AnswerWidget = { draw: ({ text }) => html`<span class="answer-text">${text}</span>` };

/** The questions of a group with their answers. */
export const groupAnswer: AnswerWidget = {
  draw: ({ rows = [] }, view) => summaryList(rows.map((row) => ({ label: row.label, value: view.widgets.draw(row, view), wide: view.widgets.isWide(row) }))),
};

/** The items of a list, one a row. */
export const listAnswer: AnswerWidget = {
  wide: true,
  draw: ({ table }, view) => {
    if (table === undefined) return '';
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
