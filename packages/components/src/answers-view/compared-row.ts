import type { AnswerRow, ComparedRow, ComparedSection } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AnswersBodyOptions } from './answers-body.js';
import { changeTag } from './change-tag.js';
import { comparedTable } from './compared-table.js';
import { answersWords } from './words.js';

/** The question, with the groups around it and what became of its answer. */
export function rowLabel({ row, within, kind }: ComparedRow, options: AnswersBodyOptions): TemplateResult {
  const label = within.reduceRight((inner, group) => answersWords[options.locale].inGroup({ group, label: inner }), row.label);
  return html`<dt>${label}${kind === 'same' ? nothing : html` ${changeTag(kind, options.locale)}`}</dt>`;
}

/** Says of an answer that nobody typed it, or that the source text does not ask for it. */
export function originMarks({ computed, provenance }: AnswerRow, { words }: AnswersBodyOptions): TemplateResult | typeof nothing {
  if (computed === true) return html`<p class="origin">${words.computed}</p>`;
  if (provenance === undefined) return nothing;
  const [name, explanation] = provenance === 'invented' ? [words.provenanceInvented, words.provenanceInventedHelp] : [words.provenanceInferred, words.provenanceInferredHelp];
  return html`<p class="origin" title=${explanation}>${name}<span class="visually-hidden">${words.colon}${explanation}</span></p>`;
}

/** A changed answer beside the earlier one. */
export function changedRow(compared: ComparedRow, options: AnswersBodyOptions, sections: readonly ComparedSection[]): TemplateResult {
  return html`${changeInside(compared, options) ?? (options.earlier === 'folded' ? foldedChange(compared, options) : shownChange(compared, options))}${consequenceLine(compared, options, sections)}`;
}

/** Lists and records say themselves what changed in them; `undefined` for an answer that is changed as a whole. */
function changeInside(compared: ComparedRow, options: AnswersBodyOptions): unknown {
  const { row, before, items } = compared;
  if (items !== undefined) return comparedTable(compared, items, options);
  return row.answered && before !== undefined ? options.widgets.compare(row, before, options) : undefined;
}

function foldedChange({ row, before }: ComparedRow, options: AnswersBodyOptions): TemplateResult {
  const text = answersWords[options.locale];
  return html`${options.widgets.draw(row, options)}
    ${before === undefined
      ? nothing
      : html`<details class="before">
          <summary>${text.before}<span class="visually-hidden">${options.words.colon}${row.label}</span></summary>
          <div class="earlier">${options.widgets.draw(before, options)}</div>
        </details>`}`;
}

function shownChange(compared: ComparedRow, options: AnswersBodyOptions): TemplateResult {
  const { row, before } = compared;
  const text = answersWords[options.locale];
  if (before === undefined) return html`<ins>${options.widgets.draw(row, options)}</ins>`;
  if (!row.answered) return html`<p class="change"><span class="change-word">${text.was}</span> <del>${options.widgets.draw(before, options)}</del></p>`;
  return html`<div class="change">
    <span class="change-word">${text.from}</span> <del>${options.widgets.draw(before, options)}</del>
    <span class="change-word">${text.to}</span> <ins>${options.widgets.draw(row, options)}</ins>
  </div>`;
}

/** What a calculated answer follows from. */
function consequenceLine({ causes = [] }: ComparedRow, { locale, words }: AnswersBodyOptions, sections: readonly ComparedSection[]): TemplateResult | typeof nothing {
  if (causes.length === 0) return nothing;
  const text = answersWords[locale];
  const rows = sections.flatMap((section) => section.rows);
  const labels = causes.map((pointer) => text.quoted({ label: rows.find(({ row }) => row.pointer === pointer)?.row.label ?? pointer }));
  return html`<p class="muted small">${text.follows({ labels: labels.join(words.listSeparator) })}</p>`;
}
