import type { AnswerRow, ComparedItem, ComparedRow } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Column } from '../internal/pieces.js';
import { dataTable } from '../internal/pieces.js';
import type { AnswersBodyOptions } from './answers-body.js';
import { itemChange } from './change-tag.js';
import { answersWords } from './words.js';

/** The items of a list in both versions, one a row; the last column says what became of each. */
export function comparedTable({ row, before }: ComparedRow, items: readonly ComparedItem[], options: AnswersBodyOptions): TemplateResult {
  const text = answersWords[options.locale];
  const shown = options.onlyChanges === true ? items.filter(({ kind, moved }) => kind !== 'same' || moved) : items;
  const columns: Column<ComparedItem>[] = [
    { head: text.position, cell: ({ from = 0, to }) => (to ?? from) + 1 },
    ...((row.table ?? before?.table)?.columns ?? []).map(({ label, isNumber }, index): Column<ComparedItem> => ({ head: label, number: isNumber, cell: (item) => cell(item, index, options) })),
    { head: text.change, cell: (item) => itemChange(item, options.locale) },
  ];
  const left = items.length - shown.length;
  return html`${dataTable(columns, shown)}${left === 0 ? nothing : html`<p class="muted small">${text.unchangedItems({ count: left })}</p>`}`;
}

function cell({ kind, before, after, changedColumns }: ComparedItem, index: number, options: AnswersBodyOptions): unknown {
  const draw = (answer: AnswerRow | undefined): unknown => (answer === undefined ? '' : options.widgets.draw(answer, options));
  const text = answersWords[options.locale];
  if (kind === 'removed') return html`<del>${draw(before?.answers[index])}</del>`;
  if (kind === 'added') return html`<ins>${draw(after?.answers[index])}</ins>`;
  if (!changedColumns.includes(index)) return draw(after?.answers[index]);
  return html`<span class="change">
    <span class="change-word">${text.from}</span> <del>${draw(before?.answers[index])}</del>
    <span class="change-word">${text.to}</span> <ins>${draw(after?.answers[index])}</ins>
  </span>`;
}
