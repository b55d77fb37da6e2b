import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Messages } from '../locales/messages.js';
import type { IconName } from './icons.js';
import { icons } from './icons.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

/** A state as a word with an icon: `tag('success', '已通过')`. Without tone: a quiet grey word. */
export function tag(tone: Tone | 'neutral', text: string, icon?: IconName | 'none'): TemplateResult {
  const drawing = icon === 'none' || (tone === 'neutral' && icon === undefined) ? nothing : icons[icon ?? (tone as Tone)];
  return html`<span class="tag ${tone}">${drawing}${text}</span>`;
}

export interface ButtonOptions {
  readonly label: unknown;
  readonly onClick: (event: Event) => void;
  /** `secondary` is the default; `quiet` has no frame; `danger` is outlined, `danger solid` filled (for the last confirmation). */
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'danger solid' | 'quiet' | 'quiet danger';
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly id?: string;
  /** A longer name for readers, where the label alone is not clear: `删除预算明细第 2 项`. It contains the label. */
  readonly name?: string;
}

export function button({ label, onClick, kind = 'secondary', icon, disabled = false, id, name }: ButtonOptions): TemplateResult {
  return html`<button type="button" class="button ${kind}" id=${id ?? nothing} aria-label=${name ?? nothing} ?disabled=${disabled} @click=${onClick}>
    ${icon ? icons[icon] : nothing}${label}
  </button>`;
}

/** A message of the page itself, with its kind in words for readers. */
export function noticeBox(tone: Tone, kindWord: string, body: unknown, options: { readonly role?: 'status' | 'alert'; readonly title?: string } = {}): TemplateResult {
  return html`<div class="notice-box ${tone}" role=${options.role ?? nothing}>
    ${icons[tone]}
    <div class="body">
      <span class="visually-hidden">${kindWord}</span>
      ${options.title === undefined ? nothing : html`<p class="box-title">${options.title}</p>`}${body}
    </div>
  </div>`;
}

export interface SummaryRow {
  readonly label: unknown;
  readonly value: unknown;
  /** A link or button at the end of the row, such as “修改”. */
  readonly action?: unknown;
  /** The value, such as a table, stands under the label and has the whole width. */
  readonly wide?: boolean;
}

/** Questions with their answers, read only. */
export function summaryList(rows: readonly SummaryRow[]): TemplateResult {
  return html`<dl class="summary-list">
    ${rows.map(
      ({ label, value, action, wide = false }) => html`<div class="summary-row ${wide ? 'wide' : ''}">
        <dt>${label}</dt>
        <dd class=${action === undefined ? 'full' : ''}>${value}</dd>
        ${action === undefined ? nothing : html`<dd>${action}</dd>`}
      </div>`,
    )}
  </dl>`;
}

export interface Column<Row> {
  readonly head: unknown;
  /** Text of the head on a phone, where each cell carries it; the head itself when that is text. */
  readonly label?: string;
  readonly number?: boolean;
  /** The cell that names the row. */
  readonly rowHead?: boolean;
  readonly cell: (row: Row, index: number) => unknown;
}

/** A table that becomes cards under 640 px; `empty` says what will appear and what to do first, `open` how many cards a phone shows: see `moreCards`. */
export function dataTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], options: { readonly caption?: unknown; readonly empty?: unknown; readonly open?: number } = {}): TemplateResult {
  if (rows.length === 0 && options.empty !== undefined) return html`<div class="table-empty">${options.empty}</div>`;
  const cell = (column: Column<Row>, row: Row, index: number): TemplateResult => {
    const label = column.label ?? (typeof column.head === 'string' ? column.head : '');
    const body = column.cell(row, index);
    return column.rowHead === true
      ? html`<th scope="row" data-label=${label}>${body}</th>`
      : html`<td class=${column.number === true ? 'number' : ''} data-label=${label}>${body}</td>`;
  };
  return html`<table class="table cards">
    ${options.caption === undefined ? nothing : html`<caption>${options.caption}</caption>`}
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col" class=${column.number === true ? 'number' : ''}>${column.head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row, index) => html`<tr class=${index < (options.open ?? rows.length) ? '' : 'beyond'}>${columns.map((column) => cell(column, row, index))}</tr>`)}
    </tbody>
  </table>`;
}

/** So many cards of a long table a phone shows at a time: each takes a third of its height. */
export const PHONE_CARDS = 10;

/** The button under a long table that opens more of its cards; only a phone has it, and paper is whole without. Nothing where all of them stand open. */
export function moreCards({ count, open, label, onMore }: { readonly count: number; readonly open: number; readonly label: (of: { readonly more: number; readonly left: number }) => string; readonly onMore: (open: number) => void }): TemplateResult | typeof nothing {
  const left = count - open;
  return left <= 0 ? nothing : html`<div class="more-cards no-print">${button({ label: label({ more: Math.min(PHONE_CARDS, left), left }), onClick: () => onMore(open + PHONE_CARDS) })}</div>`;
}

/** Documents that cannot be used: what happened, that the rest still works, and the lines for the administrator. */
export function documentProblems(problems: readonly Problem[], words: Messages): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  const body = html`<p>${words.documentProblemsHelp}</p>
    <ul>
      ${problems.map((problem) => html`<li>${problem.message}${problem.remedy === undefined ? '' : ` ${problem.remedy}`}</li>`)}
    </ul>`;
  return html`<div class="document-problems">${noticeBox('danger', words.error, body, { role: 'alert', title: words.documentProblems })}</div>`;
}
