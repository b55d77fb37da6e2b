import type { Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Messages } from '../locales/messages.js';
import type { IconName } from './icons.js';
import { icons } from './icons.js';

export type { SummaryRow } from './pieces/summary-list.js';
export { summaryList } from './pieces/summary-list.js';
export type { Column } from './pieces/data-table.js';
export { dataTable } from './pieces/data-table.js';
export { tag } from './pieces/tag.js';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

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
