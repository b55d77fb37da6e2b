import type { FormDefinition, Locale } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../internal/icons.js';
import { button } from '../internal/pieces.js';
import type { RegisterAssessmentDesk } from './register-assessment.js';
import type { RegisterColumn } from './register-columns.js';
import type { RegisterLine } from './register-lines.js';
import type { RegisterSort } from './register-view.js';
import type { RegisterWords } from './words.js';

export interface RegisterTable {
  readonly columns: readonly RegisterColumn[];
  readonly lines: readonly RegisterLine[];
  readonly sort: RegisterSort | undefined;
  readonly desk: RegisterAssessmentDesk;
  /** Marks may be typed. */
  readonly isEntering: boolean;
  /** Id of the entry whose details are open. */
  readonly opened: string | undefined;
  readonly form: FormDefinition | undefined;
  /** Role for which the details are shown; without it they are those of the public. */
  readonly role: string | undefined;
  readonly caption: string;
  readonly locale: Locale;
  readonly words: RegisterWords;
  readonly onSort: (key: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onType: (line: RegisterLine, input: string, value: string) => void;
  readonly onPaste: (event: ClipboardEvent, line: RegisterLine, input: string) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

export function registerTable(table: RegisterTable): TemplateResult {
  const { columns, lines } = table;
  return html`<table class="table cards" @keydown=${table.onKey}>
    <caption class="visually-hidden">${table.caption}</caption>
    <thead><tr>${columns.map((column) => headCell(column, table))}</tr></thead>
    <tbody>${repeat(lines, ({ entry }) => entry.id, (line) => row(line, table))}</tbody>
  </table>`;
}

function headCell({ key, label, isNumber, isMasked }: RegisterColumn, { sort, words, onSort }: RegisterTable): TemplateResult {
  const active = sort?.key === key;
  const name = !active ? words.sortBy({ label }) : sort.down ? words.sortedDown({ label }) : words.sortedUp({ label });
  return html`<th scope="col" class=${isNumber ? 'number' : ''} aria-sort=${active ? (sort.down ? 'descending' : 'ascending') : nothing}>
    <button type="button" class="sort" aria-label=${name} @click=${() => onSort(key)}>${label}${active ? html`<span aria-hidden="true"> ${sort.down ? '↓' : '↑'}</span>` : nothing}</button>
    <span class="phone-head">${label}</span>
    ${isMasked === true ? html`<div class="unit">${words.masked}</div>` : nothing}
  </th>`;
}

function row(line: RegisterLine, table: RegisterTable): TemplateResult {
  const { columns, opened, onToggle } = table;
  const { id } = line.entry;
  const isOpened = opened === id;
  return html`<tr class=${isOpened ? 'opened' : ''} data-entry=${id}>
      ${columns.map((column, index) => {
        const text = column.text(line);
        if (index === 0) {
          return html`<th scope="row" data-label=${column.label}><button type="button" class="link name" aria-expanded=${String(isOpened)} @click=${() => onToggle(id)}>${text || id}</button></th>`;
        }
        return column.input !== undefined && table.isEntering ? markCell(line, column, column.input, table) : html`<td class=${cellClass(column, index)} data-label=${column.label}>${text}</td>`;
      })}
    </tr>
    ${isOpened ? details(line, table) : nothing}`;
}

/** How many columns of a card stand open on a phone before the assessment; the name opens the others. */
const KEPT_ON_A_PHONE = 3;

function cellClass({ key, isNumber }: RegisterColumn, index: number): string {
  const folds = index >= KEPT_ON_A_PHONE && key.startsWith('column:');
  return [...(isNumber ? ['number'] : /^(town|unit|grade)$/.test(key) ? ['short'] : []), ...(folds ? ['folds'] : [])].join(' ');
}

function markCell(line: RegisterLine, { label, cell }: RegisterColumn, input: string, { columns, desk, words, onType, onPaste }: RegisterTable): TemplateResult {
  const { id } = line.entry;
  const refused = desk.refusedAt(id, input);
  const errorId = `refused-${input}-${id}`;
  const name = words.markOf({ name: columns[0]?.text(line) || id, input: label });
  return html`<td class="number" data-label=${label}>
    <input class="input mark" inputmode="decimal" autocomplete="off" data-input=${input} aria-label=${name} aria-invalid=${refused === undefined ? nothing : 'true'} aria-describedby=${refused === undefined ? nothing : errorId}
      .value=${refused?.value ?? String(cell(line) ?? '')} @change=${(event: Event) => onType(line, input, (event.target as HTMLInputElement).value)} @paste=${(event: ClipboardEvent) => onPaste(event, line, input)} />
    ${refused === undefined ? nothing : html`<div class="field-error" id=${errorId}>${icons.danger}<span>${refused.message}</span></div>`}
  </td>`;
}

function details(line: RegisterLine, { columns, form, role, words, onOpen }: RegisterTable): TemplateResult {
  const { entry } = line;
  const name = columns[0]?.text(line) || entry.id;
  return html`<tr class="details">
    <td colspan=${columns.length}>
      <section class="panel quiet stack" aria-label=${words.details({ name })}>
        <p class="muted small">${words.code} ${entry.id}</p>
        ${form === undefined ? nothing : html`<cobuild-answers view=${role === undefined ? 'public' : 'review'} viewer-role=${role ?? nothing} .definition=${form} .value=${entry.answers}></cobuild-answers>`}
        <div class="no-print">${button({ label: words.open, name: `${words.open} ${name}`, onClick: () => onOpen(entry.id) })}</div>
      </section>
    </td>
  </tr>`;
}

/** Arrow keys go up and down in a column of names or marks, as in a spreadsheet; `undefined` where the page has no such row. */
export function neighbour(target: HTMLElement, key: string): HTMLElement | undefined {
  const selector = target.matches('.mark') ? `.mark[data-input="${CSS.escape(target.dataset['input'] ?? '')}"]` : target.matches('.name') ? '.name' : undefined;
  if (selector === undefined) return undefined;
  const all = Array.from(target.closest('tbody')?.querySelectorAll<HTMLElement>(selector) ?? []);
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' || (key === 'Enter' && target.matches('.mark')) ? 1 : 0;
  return step === 0 ? undefined : all[all.indexOf(target) + step];
}
