import type { AnswerRemark, AnswerRow } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../internal/icons.js';
import { button } from '../internal/pieces.js';
import { idOf } from '../internal/field/field-context.js';
import type { AnswersWords } from './words.js';

/** What a reviewer noted on an answer; `pointer` is that of the answer. In `cobuild-remark` an empty text takes the remark back. */
export type { AnswerRemark };

/** What the remarks need from the element that keeps them. */
export interface RemarkDesk {
  /** Nobody can write here; remarks that are there are shown. */
  readonly readonly: boolean;
  textOf(pointer: string): string;
  /** The answer whose remark is being written. */
  readonly editing: string | undefined;
  edit(row: AnswerRow): void;
  save(row: AnswerRow, text: string): void;
  cancel(row: AnswerRow): void;
}

/** The remark on an answer, and the way to write one. */
export function remarkView(row: AnswerRow, desk: RemarkDesk, text: AnswersWords): TemplateResult | typeof nothing {
  const { pointer, label } = row;
  const remark = desk.textOf(pointer);
  if (desk.editing === pointer && !desk.readonly) return remarkForm(row, remark, desk, text);
  if (remark === '') {
    if (desk.readonly) return nothing;
    return html`<p class="remark-add no-print">${button({ id: remarkId(pointer), label: text.addRemark, name: text.addRemarkTo({ label }), kind: 'quiet', icon: 'pen', onClick: () => desk.edit(row) })}</p>`;
  }
  return html`<div class="remark">
    <p class="remark-title">${icons.pen}${text.remark}</p>
    <p class="answer-text">${remark}</p>
    ${desk.readonly
      ? nothing
      : html`<p class="row no-print">
          ${button({ id: remarkId(pointer), label: text.editRemark, name: text.editRemarkOf({ label }), kind: 'quiet', onClick: () => desk.edit(row) })}
          ${button({ label: text.removeRemark, name: text.removeRemarkOf({ label }), kind: 'quiet', onClick: () => desk.save(row, '') })}
        </p>`}
  </div>`;
}

/** Id of the button that opens the remark of an answer; the text field has it with `-text` behind. */
export const remarkId = (pointer: string): string => `remark-${idOf(pointer)}`;

function remarkForm(row: AnswerRow, remark: string, desk: RemarkDesk, text: AnswersWords): TemplateResult {
  const id = `${remarkId(row.pointer)}-text`;
  const save = (event: Event): void => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLElement).closest('.remark')?.querySelector('textarea');
    desk.save(row, box?.value.trim() ?? '');
  };
  return html`<div class="remark stack tight no-print">
    <label class="label" for=${id}>${text.remarkOf({ label: row.label })}</label>
    <textarea class="input" id=${id} rows="3" maxlength="2000" .value=${remark} @keydown=${(event: KeyboardEvent) => (event.key === 'Escape' ? desk.cancel(row) : undefined)}></textarea>
    <div class="row">
      ${button({ label: text.saveRemark, kind: 'primary', onClick: save })} ${button({ label: text.cancel, onClick: () => desk.cancel(row) })}
    </div>
  </div>`;
}
