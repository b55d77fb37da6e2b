import type { AnswerRow, AnswerTable, FormDefinition } from '@cobuild/core';
import { describeAnswers } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Column } from '../internal/pieces.js';
import { dataTable, tag } from '../internal/pieces.js';
import type { Messages } from '../locales/messages.js';
import type { ComparedRow, ComparedSection, Viewpoint } from './changed-answers.js';
import type { ReviewWords } from './words.js';

interface AnswerWords { readonly words: ReviewWords; readonly common: Messages }

/** The answers section by section; what changed says so and shows on demand how it read before. */
export function answersView(sections: readonly ComparedSection[], texts: AnswerWords): TemplateResult {
  return html`${sections.map(
    ({ title, rows }) => html`<section class="stack tight">
      ${title === '' ? nothing : html`<h4>${title}</h4>`}
      <dl class="summary-list">${rows.map((row) => comparedRow(row, texts))}</dl>
    </section>`,
  )}`;
}

function comparedRow({ row, before, changed }: ComparedRow, { words, common }: AnswerWords): TemplateResult {
  return html`<div class="summary-row ${row.table ? 'wide' : ''}" data-pointer=${row.pointer}>
    <dt>${row.label}${changed ? html` ${tag('info', words.changed, 'pen')}` : nothing}</dt>
    <dd class="full">
      ${answer(row, common)}
      ${before === undefined
        ? nothing
        : html`<details class="before">
            <summary>${words.before}<span class="visually-hidden">${common.colon}${row.label}</span></summary>
            <div class="earlier">${answer(before, common)}</div>
          </details>`}
    </dd>
  </div>`;
}

function answer(row: AnswerRow, common: Messages): TemplateResult {
  if (!row.answered) return html`<span class="muted">${common.notFilled}</span>`;
  return row.table ? answerTable(row.table) : html`<span class="answer-text">${row.text}</span>`;
}

function answerTable({ columns, rows }: AnswerTable): TemplateResult {
  const drawn = columns.map((column, index): Column<AnswerTable['rows'][number]> => ({ head: column.label, number: column.isNumber, cell: ({ cells }) => cells[index] ?? '' }));
  return dataTable(drawn, rows);
}

/** Answers of a stage's own form, in short: what the timeline opens. */
export function findingsList(form: FormDefinition, answers: Readonly<Record<string, unknown>>, { locale, role, stage }: Viewpoint): TemplateResult {
  const rows = describeAnswers(form, answers, locale, { role, stage }).flatMap((section) => section.rows).filter(({ answered }) => answered);
  return html`<dl class="findings">${rows.map(({ label, text }) => html`<div><dt>${label}</dt><dd class="answer-text">${text}</dd></div>`)}</dl>`;
}
