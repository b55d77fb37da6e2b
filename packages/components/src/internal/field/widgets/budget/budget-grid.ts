import type { BudgetColumn, BudgetLineAmount, BudgetSettings, BudgetValue, Problem } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { IconName } from '../../../icons.js';
import { icons } from '../../../icons.js';
import type { FieldContext } from '../../field-context.js';
import { idOf } from '../../field-context.js';
import { problemLine } from '../../record/problem-line.js';
import { numberOf } from '../../record/record-cell.js';
import { shownText } from '../control.js';
import { displayNumber } from '../number/number-text.js';
import { wordsFor } from '../../words-for.js';
import type { DraftLine, TypedColumn } from './budget-lines.js';
import { columnsFor, linesOf, withCell, withLineInserted, withLineMoved, withLineRemoved } from './budget-lines.js';
import { stepFrom } from './grid-keys.js';
import { budgetWords } from './words.js';

/** What the grid needs from the record around it. */
export interface GridHost {
  readonly context: FieldContext;
  readonly pointer: string;
  readonly value: BudgetValue | undefined;
  readonly budget: BudgetSettings;
  readonly showNotes: boolean;
  /** Id of what names the grid. */
  readonly titleId: string;
  problemsAt(at: string): readonly Problem[];
  /** The person typed; not complete yet. */
  type(value: BudgetValue | undefined): void;
  /** A change is complete; `before` is what an undo goes back to. */
  settle(before: BudgetValue | undefined, announcement?: string): void;
  redraw(): void;
  undo(): void;
}

const ACTIONS = ['insert', 'copy', 'up', 'down', 'remove'] as const;
type Action = (typeof ACTIONS)[number];
type Stop = BudgetColumn | Action;
const ACTION_ICONS: Readonly<Record<Action, IconName>> = { insert: 'plus', copy: 'copy', up: 'up', down: 'down', remove: 'trash' };

const isNumeric = (column: BudgetColumn): boolean => column === 'quantity' || column === 'unitPrice' || column === 'amount';
const isAction = (stop: Stop): stop is Action => (ACTIONS as readonly Stop[]).includes(stop);

/** The lines as a grid: one stop for Tab, arrows between cells, a control only in the cell that is being filled in. */
export class BudgetGrid {
  private at: { readonly row: number; readonly stop: Stop } = { row: 0, stop: 'item' };
  private editing: { readonly text: string; readonly before: BudgetValue | undefined } | undefined;

  constructor(private readonly element: HTMLElement, private readonly host: GridHost) {}

  private get lines(): readonly DraftLine[] {
    const lines = linesOf(this.host.value);
    // There is always one to begin with.
    return lines.length === 0 ? [{}] : lines;
  }

  private get columns(): readonly BudgetColumn[] {
    return columnsFor(this.host.value, this.host.budget, this.host.showNotes);
  }

  /** Where a new line begins to be filled in. */
  private get first(): Stop {
    return (this.host.budget.subjects ?? []).length > 0 ? 'subject' : 'item';
  }

  /** What takes the focus for a place inside the record. */
  control(at: string): HTMLElement | undefined {
    const [, row, column] = /^\/lines\/(\d+)(?:\/(\w+))?/.exec(at) ?? [];
    if (row === undefined) return this.cellElement(this.at);
    return this.cellElement({ row: Number(row), stop: (this.columns.find((each) => each === column) ?? 'item') });
  }

  focus(row: number, stop: Stop = 'item'): void {
    this.moveTo({ row, stop });
  }

  /** Goes to a new line and opens its first cell: an input method for Chinese types into a control only. */
  open(row: number): void {
    this.moveTo({ row, stop: this.first });
    this.begin();
  }

  view(amounts: readonly BudgetLineAmount[]): TemplateResult {
    const { context, titleId } = this.host;
    const words = wordsFor(context, budgetWords);
    const { columns, lines } = this;
    const at = this.current();
    return html`<table class="table cards budget-grid ${columns.includes('note') ? 'with-notes' : ''}" role="grid" aria-labelledby=${titleId} aria-describedby="${titleId}-keys" @keydown=${this.onKey} @focusin=${this.onFocus} @click=${this.onClick}>
      <thead>
        <tr role="row">
          <th role="columnheader" scope="col" class="position">#</th>
          ${columns.map((column) => html`<th role="columnheader" scope="col" class="c-${column} ${isNumeric(column) ? 'number' : ''}">${words.columns[column]}${column === 'unitPrice' || column === 'amount' ? html`<span class="unit">${context.words.inBrackets({ text: words.yuan })}</span>` : nothing}</th>`)}
          <th role="columnheader" scope="col" class="line-actions no-print"><span class="visually-hidden">${words.actions}</span></th>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line, row) => html`<tr role="row" class="line">
            <th role="rowheader" scope="row" class="position"><span class="visually-hidden-wide">${words.row({ row: row + 1 })}</span><span aria-hidden="true" class="position-number">${row + 1}</span></th>
            ${columns.map((column) => this.cellView(line, row, column, amounts[row], at))}
            <td role="gridcell" class="line-actions no-print"><div>${ACTIONS.map((action) => this.actionView(action, row, at))}</div></td>
          </tr>
          ${this.problemsRow(row)}`)}
      </tbody>
    </table>`;
  }

  private cellView(line: DraftLine, row: number, column: BudgetColumn, amount: BudgetLineAmount | undefined, at: BudgetGrid['at']): TemplateResult {
    const { context, pointer } = this.host;
    const words = wordsFor(context, budgetWords);
    const place = `/lines/${row}/${column}`;
    const problems = this.host.problemsAt(place);
    const isHere = at.row === row && at.stop === column;
    const isEditing = isHere && this.editing !== undefined;
    return html`<td
      role="gridcell"
      class="grid-cell c-${column} ${isNumeric(column) ? 'number' : ''} ${isEditing ? 'editing' : ''} ${problems.length > 0 ? 'invalid' : ''}"
      data-cell=${place}
      data-label=${words.columns[column]}
      id=${idOf(pointer + place)}
      tabindex=${isHere && !isEditing ? '0' : '-1'}
      aria-readonly=${column === 'amount' ? 'true' : nothing}
      aria-invalid=${problems.length > 0 ? 'true' : nothing}
      aria-describedby=${problems.length > 0 ? `${idOf(pointer + place)}-problems` : nothing}
    >${isEditing ? this.editorView(line, row, column as TypedColumn, words.columns[column]) : html`<span class="cell-text">${this.cellText(line, column, amount)}</span>`}</td>`;
  }

  private cellText(line: DraftLine, column: BudgetColumn, amount: BudgetLineAmount | undefined): string {
    const { budget, context } = this.host;
    if (column === 'amount') return amount?.amount === undefined ? '' : displayNumber({ widget: 'money', value: amount.amount }, context.locale);
    const value = line[column];
    if (column === 'unitPrice' || column === 'quantity') return displayNumber({ widget: column === 'unitPrice' ? 'money' : 'number', value }, context.locale);
    const subject = column === 'subject' ? budget.subjects?.find(({ id }) => id === value) : undefined;
    return subject ? localize(subject.title, context.locale) : shownText(value);
  }

  private editorView(line: DraftLine, row: number, column: TypedColumn, label: string): TemplateResult {
    const { budget, context } = this.host;
    const name = `${label} ${wordsFor(context, budgetWords).row({ row: row + 1 })}`;
    if (column === 'subject' && (budget.subjects ?? []).length > 0) {
      return html`<select class="input" aria-label=${name} data-value=${shownText(line.subject)} @input=${(event: Event) => this.typed((event.target as HTMLSelectElement).value)} @blur=${this.onBlur}>
        <option value=""></option>
        ${(budget.subjects ?? []).map(({ id, title }) => html`<option value=${id}>${localize(title, context.locale)}</option>`)}
      </select>`;
    }
    return html`<input class="input" type="text" autocomplete="off" inputmode=${isNumeric(column) ? 'decimal' : nothing} aria-label=${name} .value=${live(this.editing?.text ?? '')} @input=${(event: Event) => this.typed((event.target as HTMLInputElement).value)} @blur=${this.onBlur} />`;
  }

  private actionView(action: Action, row: number, at: BudgetGrid['at']): TemplateResult {
    const words = budgetWords[this.host.context.locale];
    const isOff = (action === 'up' && row === 0) || (action === 'down' && row >= this.lines.length - 1);
    return html`<button type="button" class="button quiet ${action === 'remove' ? 'danger' : ''}" data-line-action=${action} data-row=${row} tabindex=${at.row === row && at.stop === action ? '0' : '-1'} aria-label=${words[action]({ row: row + 1 })} title=${words[action]({ row: row + 1 })} aria-disabled=${isOff ? 'true' : nothing}>${icons[ACTION_ICONS[action]]}</button>`;
  }

  /** What is wrong in a line, under it: there is no room in the cells. */
  private problemsRow(row: number): TemplateResult | typeof nothing {
    const { context, pointer } = this.host;
    const places = ['', ...this.columns.map((column) => `/${column}`)].map((end) => `/lines/${row}${end}`).filter((place) => this.host.problemsAt(place).length > 0);
    if (places.length === 0) return nothing;
    return html`<tr role="row" class="line-problems"><td role="gridcell" aria-colspan=${this.columns.length + 2} colspan=${this.columns.length + 2}>${places.map((place) => html`<div id="${idOf(pointer + place)}-problems">${this.host.problemsAt(place).map((problem) => problemLine(problem, context.words))}</div>`)}</td></tr>`;
  }

  private cellElement({ row, stop }: BudgetGrid['at']): HTMLElement | undefined {
    const selector = isAction(stop) ? `[data-line-action="${stop}"][data-row="${row}"]` : `[data-cell="/lines/${row}/${stop}"]`;
    return this.element.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** Where the person is; after lines or columns went, the nearest place that is left. */
  private current(): BudgetGrid['at'] {
    const stop = isAction(this.at.stop) || this.columns.includes(this.at.stop) ? this.at.stop : 'item';
    return (this.at = { row: Math.min(this.at.row, this.lines.length - 1), stop });
  }

  private moveTo(at: BudgetGrid['at']): void {
    this.end();
    this.at = at;
    this.current();
    this.host.redraw();
    this.cellElement(this.at)?.focus();
  }

  /** Begins to fill in the cell; `text` takes the place of what stands there. */
  private begin(text?: string): void {
    const { row, stop } = this.current();
    if (isAction(stop) || stop === 'amount' || this.editing) return;
    this.editing = { text: text ?? shownText(this.lines[row]?.[stop]), before: this.host.value };
    if (text !== undefined && stop !== 'subject') this.store(text);
    this.host.redraw();
    const control = this.cellElement(this.at)?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    control?.focus();
    if (control instanceof HTMLInputElement) control.setSelectionRange(text === undefined ? 0 : control.value.length, control.value.length);
  }

  private typed(text: string): void {
    if (this.editing) this.editing = { ...this.editing, text };
    this.store(text);
  }

  private store(text: string): void {
    const { row, stop } = this.at;
    if (isAction(stop) || stop === 'amount') return;
    this.host.type(withCell(this.host.value, row, stop, isNumeric(stop) ? numberOf(text) : text === '' ? undefined : text));
  }

  /** The cell is done; the focus stays in it. */
  private end(): void {
    const { editing } = this;
    if (!editing) return;
    this.editing = undefined;
    // The control must not go while it has the focus: that would be leaving the field.
    if (this.cellElement(this.at)?.matches(':focus-within') === true) this.cellElement(this.at)?.focus();
    if (editing.before !== this.host.value) this.host.settle(editing.before);
    this.host.redraw();
  }

  private takeBack(): void {
    const before = this.editing?.before;
    if (this.editing && this.host.value !== before) this.host.type(before);
    this.end();
  }

  private act(action: Action, row: number): void {
    const { value, context } = this.host;
    const words = wordsFor(context, budgetWords);
    const change = (next: BudgetValue | undefined, to: number, announcement: string): void => {
      if (next === value) return;
      this.host.type(next);
      this.at = { row: Math.max(0, to), stop: action };
      this.host.settle(value, announcement);
      if (action === 'insert') this.open(this.at.row);
      else this.moveTo(this.at);
    };
    const line = this.lines[row] ?? {};
    if (action === 'insert') change(withLineInserted(value, row + 1), row + 1, words.inserted({ row: row + 2 }));
    if (action === 'copy') change(withLineInserted(value, row + 1, [line]), row + 1, words.copied({ row: row + 2 }));
    if (action === 'up') change(withLineMoved(value, row, row - 1), row - 1, words.moved({ row }));
    if (action === 'down') change(withLineMoved(value, row, row + 1), row + 1, words.moved({ row: row + 2 }));
    if (action === 'remove' && row < linesOf(value).length) change(withLineRemoved(value, row), Math.min(row, linesOf(value).length - 2), words.removed({ row: row + 1 }));
  }

  private readonly onFocus = (event: FocusEvent): void => {
    const target = event.target as HTMLElement;
    const [, row, column] = /^\/lines\/(\d+)\/(\w+)$/.exec(target.dataset['cell'] ?? '') ?? [];
    const action = target.dataset['lineAction'] as Action | undefined;
    const at = row !== undefined ? { row: Number(row), stop: column as Stop } : action ? { row: Number(target.dataset['row']), stop: action } : undefined;
    if (at === undefined || (at.row === this.at.row && at.stop === this.at.stop)) return;
    this.end();
    this.at = at;
    this.host.redraw();
  };

  private readonly onClick = (event: MouseEvent): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-line-action]');
    if (button) {
      this.end();
      this.act(button.dataset['lineAction'] as Action, Number(button.dataset['row']));
    } else if ((event.target as Element).closest('.grid-cell') && !(event.target as Element).matches('input, select')) this.begin();
  };

  private readonly onBlur = (event: FocusEvent): void => {
    if (this.editing && event.target instanceof Element && event.target.isConnected) this.end();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const step = stepFrom(event, { ...this.current(), rows: this.lines.length, stops: [...this.columns, ...ACTIONS], typed: this.columns.filter((column) => column !== 'amount'), editing: this.editing !== undefined, inList: event.target instanceof HTMLSelectElement, mirrored: getComputedStyle(event.target as Element).direction === 'rtl' });
    if (step === undefined) return;
    if (step.kind !== 'leave') event.preventDefault();
    if (step.kind === 'leave') this.end();
    else if (step.kind === 'cancel') this.takeBack();
    else if (step.kind === 'edit') this.begin(step.text);
    else if (step.kind === 'clear') this.clear();
    else if (step.kind === 'undo') this.host.undo();
    else if (step.kind === 'move') {
      this.moveTo({ row: step.row, stop: step.stop as Stop });
      if (step.edit === true) this.begin();
    }
  };

  private clear(): void {
    const { row, stop } = this.current();
    const before = this.host.value;
    if (isAction(stop) || stop === 'amount' || this.lines[row]?.[stop] === undefined) return;
    this.host.type(withCell(before, row, stop, undefined));
    this.host.settle(before);
    this.host.redraw();
  }
}
