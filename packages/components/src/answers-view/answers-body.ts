import type { ComparedRow, ComparedSection } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AnswersView } from './answer-widget.js';
import { answersPart, headedParts } from './headed-parts.js';
import { answersWords } from './words.js';
import { changedRow, originMarks, rowLabel } from './compared-row.js';
import type { RemarkDesk } from './remark-view.js';
import { remarkView } from './remark-view.js';

export interface AnswersBodyOptions extends AnswersView {
  /** How the earlier answer stands beside the present one: `shown` (由…改为…), or `folded`, one click away. Default `shown`. */
  readonly earlier?: 'shown' | 'folded';
  readonly onlyChanges?: boolean;
  /** Says which answers are calculated, inferred or invented. */
  readonly origins?: boolean;
  /** A remark for each answer. */
  readonly remarks?: RemarkDesk;
  /** Of the sections' headings; default 3. */
  readonly level?: 2 | 3 | 4;
}

const rowsOf = ({ rows }: ComparedSection, { onlyChanges = false }: AnswersBodyOptions): readonly ComparedRow[] => (onlyChanges ? rows.filter(({ kind }) => kind !== 'same') : rows);

/** Id of a section's heading, for the list of contents. */
export const headingId = (index: number): string => `answers-section-${index + 1}`;

/** Answers section by section, each row with what is to be said of it. */
export function answersBody(sections: readonly ComparedSection[], options: AnswersBodyOptions): TemplateResult[] {
  const shown = sections.map((section) => ({ ...section, rows: rowsOf(section, options) })).filter(({ rows }) => options.onlyChanges !== true || rows.length > 0);
  return shown.map(({ rows, ...section }, index) => {
    return html`<section class="answers-section stack tight">
      ${section.title === '' ? nothing : heading(section.title, headingId(index), options.level ?? 3)}
      ${headedParts(rows, ({ row }) => row).map(({ title, notes, entries }) => answersPart({ title, notes, level: options.level === 2 ? 3 : 4 }, html`<dl class="summary-list">${entries.map((row) => answerRow(row, options, sections))}</dl>`))}
    </section>`;
  });
}

function heading(title: string, id: string, level: 2 | 3 | 4): TemplateResult {
  if (level === 2) return html`<h2 id=${id} tabindex="-1">${title}</h2>`;
  return level === 3 ? html`<h3 id=${id} tabindex="-1">${title}</h3>` : html`<h4 id=${id} tabindex="-1">${title}</h4>`;
}

function answerRow(compared: ComparedRow, options: AnswersBodyOptions, sections: readonly ComparedSection[]): TemplateResult {
  const { row, kind } = compared;
  const wide = row.table !== undefined || compared.before?.table !== undefined || options.widgets.isWide(row);
  return html`<div class="summary-row ${wide ? 'wide' : ''} ${kind === 'same' ? '' : 'differs'}" data-pointer=${row.pointer}>
    ${rowLabel(compared, options)}
    <dd class="full">
      ${kind === 'same' ? options.widgets.draw(row, options) : changedRow(compared, options, sections)}
      ${options.origins === true ? originMarks(row, options) : nothing}
      ${options.remarks === undefined ? nothing : remarkView(row, options.remarks, answersWords[options.locale])}
    </dd>
  </div>`;
}
