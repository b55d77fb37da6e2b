import type { CriterionMark, Scoring } from '@cobuild/core';
import { decimalToText, localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { dataTable } from '../internal/pieces.js';
import type { ScoreContext } from './score-context.js';

/** The marks of sheets, criterion by criterion. */
export function marksTable(sheets: readonly { readonly name: string; readonly marks: readonly CriterionMark[] }[], { criteria }: Scoring, { words, locale }: ScoreContext): TemplateResult {
  const cell = (marks: readonly CriterionMark[], id: string): TemplateResult | string => {
    const mark = marks.find(({ criterion }) => criterion === id);
    const value = mark?.notApplicable === true ? words.notApplicable : mark?.mark === undefined ? '—' : decimalToText(mark.mark);
    return mark?.comment === undefined || mark.comment === '' ? value : html`${value}<div class="small muted remark-text">${mark.comment}</div>`;
  };
  return dataTable(
    [{ head: words.criterion, rowHead: true, cell: (criterion: Scoring['criteria'][number]) => localize(criterion.title, locale) }, ...sheets.map(({ name, marks }) => ({ head: name, number: true, cell: (criterion: Scoring['criteria'][number]) => cell(marks, criterion.id) }))],
    criteria.filter(({ byFact }) => byFact === undefined),
  );
}
