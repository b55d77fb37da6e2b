import type { JsonChange } from '@cobuild/core';
import { isParameterReference, valueAt, withValueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { icons } from '../../internal/icons.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf, plainText } from '../editor-context.js';
import { isHole, problemLines } from '../guided/place-editor.js';
import { fittingParameters } from './cell-text.js';
import type { Grid, GridColumn, Spot } from './grid-model.js';
import { cellText, cellValue, freshIds, newRow, readCell, stemOf, writeCell } from './grid-model.js';
import type { PastePlan, RefusedCell } from './paste-cells.js';
import { planPaste } from './paste-cells.js';
import type { RuleWords } from './rule-words.js';
import { ruleWords } from './rule-words.js';
import { spreadsheetCells, spreadsheetText } from './spreadsheet-text.js';

/** What the screen holds of a grid besides its document. Row -1 is that of the heads. */
export interface GridState {
  spot: Spot;
  /** The text that is being typed, and why it could not be taken. */
  editing?: { text: string; readonly why?: string };
  /** What is pasted and waits for an answer. */
  pasted?: PastePlan;
  said: string;
}

export const gridState = (context: EditorContext, pointer: string): GridState => context.keep(`grid ${pointer}`, () => ({ spot: { row: 0, column: 0 }, said: '' }));

/** The spot as far as the grid still reaches. */
export function spotIn(grid: Grid, { spot }: GridState): Spot {
  return { row: Math.min(spot.row, grid.rows.length - 1), column: Math.min(spot.column, grid.columns.length - 1) };
}

/** What changes columns, where a grid has columns of its author's. */
export interface ColumnTools {
  readonly copy: (column: GridColumn) => void;
  readonly remove: (column: GridColumn) => void;
  readonly move: (column: GridColumn, by: -1 | 1) => void;
  readonly canMove: (column: GridColumn, by: -1 | 1) => boolean;
  /** Buttons that add one. */
  readonly add: unknown;
}

/** A list of things as a grid: cells are edited in place, by keyboard as in a spreadsheet, and cells of a spreadsheet can be pasted. */
export function gridEditor(context: EditorContext, grid: Grid, depends: readonly unknown[], tools?: ColumnTools): TemplateResult {
  const words = ruleWords(context.locale);
  const state = gridState(context, grid.pointer);
  const id = idOf(grid.pointer);
  const view = new GridView(context, grid, state, words, id, tools);
  return html`<div class="grid-frame stack tight">
    ${context.readonly ? nothing : view.toolbar()}
    <p class="help small" id="${id}-help">${words.gridHelp}</p>
    <div class="grid-scroll"><table class="grid" role="grid" id=${id} aria-label=${grid.label} aria-describedby="${id}-help" aria-readonly=${context.readonly} @keydown=${(event: KeyboardEvent) => view.onKey(event)} @focusin=${(event: FocusEvent) => view.onFocus(event)} @focusout=${(event: FocusEvent) => view.onFocusOut(event)} @dblclick=${(event: MouseEvent) => view.onDoubleClick(event)} @paste=${(event: ClipboardEvent) => view.onPaste(event)} @copy=${(event: ClipboardEvent) => view.onCopy(event)}>
      <thead><tr role="row">${grid.columns.map((column, place) => view.head(column, place))}</tr></thead>
      <tbody>${grid.rows.map((row, index) => guard([row, index, ...view.rowKey(index), ...depends, context.locale, context.readonly], () => view.row(index)))}</tbody>
    </table></div>
    ${view.pasteAnswer()}
    <p class="small" role="status">${state.said}</p>
  </div>`;
}

/** How a row is called in sentences and names. */
export function rowName(grid: Grid, row: number): string {
  const words = ruleWords(grid.locale);
  const [head] = grid.columns;
  const title = head !== undefined && row < grid.rows.length ? cellText(grid, row, head) : '';
  return title === '' ? words.row(row + 1) : words.named(row + 1, title);
}

class GridView {
  private readonly spot: Spot;

  constructor(private readonly context: EditorContext, private readonly grid: Grid, private readonly state: GridState, private readonly words: RuleWords, private readonly id: string, private readonly tools: ColumnTools | undefined) {
    this.spot = spotIn(grid, state);
  }

  /** What a row is drawn from besides itself. */
  rowKey(row: number): readonly unknown[] {
    const isHere = this.spot.row === row;
    return [isHere ? this.spot.column : -1, isHere ? this.state.editing : undefined, this.problemsOf(row).map(({ message }) => message).join('\n')];
  }

  head(column: GridColumn, place: number): TemplateResult {
    const { words } = this;
    const isHere = this.spot.row === -1 && this.spot.column === place;
    const group = column.group === 'input' ? words.inputs : column.group === 'output' ? words.outputs : undefined;
    return html`<th role="columnheader" scope="col" class="col-${column.group} ${isHere ? 'here' : ''}" id="${this.id}-h${place}" data-row="-1" data-column=${place} tabindex=${isHere ? 0 : -1}>${group === undefined ? nothing : html`<span class="small muted group-word">${group}</span>`}<span>${column.title}</span></th>`;
  }

  row(index: number): TemplateResult {
    const { grid } = this;
    const problems = this.problemsOf(index);
    return html`<tr role="row" class=${problems.length === 0 ? nothing : 'wrong'}>${grid.columns.map((column, place) => this.cell(index, column, place, problems.length > 0))}</tr>
      ${problems.length === 0 ? nothing : html`<tr role="row" class="row-problems"><td role="gridcell" colspan=${grid.columns.length}>${problemLines(this.context, problems, `${this.id}-r${index}`)}</td></tr>`}`;
  }

  private problemsOf(row: number): ReturnType<EditorContext['problemsIn']> {
    // What is not decided stands in its cell.
    return this.context.problemsIn(`${this.grid.pointer}/${row}`).filter((problem) => !isHole(problem));
  }

  private cell(row: number, column: GridColumn, place: number, hasProblems: boolean): TemplateResult {
    const { grid, spot, state, words } = this;
    const isHere = spot.row === row && spot.column === place;
    const editing = isHere ? state.editing : undefined;
    const cellId = `${this.id}-r${row}c${place}`;
    const name = words.cellName(rowName(grid, row), column.title);
    const content = editing === undefined ? this.shown(row, column) : html`<input class="input cell-input" id="${cellId}-input" aria-label=${name} list=${place === 0 ? nothing : `${cellId}-list`} autocomplete="off" aria-invalid=${editing.why !== undefined} aria-describedby=${editing.why === undefined ? nothing : `${cellId}-why`} .value=${live(editing.text)} @input=${(event: Event) => { editing.text = (event.target as HTMLInputElement).value; }}>
      ${place === 0 ? nothing : html`<datalist id="${cellId}-list">${this.suggestions(column).map((text) => html`<option value=${text}></option>`)}</datalist>`}${editing.why === undefined ? nothing : html`<p class="field-error small" id="${cellId}-why" role="alert">${editing.why}</p>`}`;
    const classes = `col-${column.group} ${isHere ? 'here' : ''} ${this.state.pasted?.refused.some((cell) => cell.row === row && cell.column?.id === column.id) === true ? 'refused' : ''}`;
    return place === 0
      ? html`<th role="rowheader" scope="row" id=${cellId} class=${classes} data-row=${row} data-column=${place} tabindex=${isHere && editing === undefined ? 0 : -1} aria-describedby=${hasProblems ? `${this.id}-r${row}-problems` : nothing}>${hasProblems ? html`<span class="row-mark">${icons.danger}<span class="visually-hidden">${words.problemsHere}</span></span>` : nothing}<span class="row-number muted">${row + 1}</span> ${content}</th>`
      : html`<td role="gridcell" id=${cellId} class=${classes} data-row=${row} data-column=${place} tabindex=${isHere && editing === undefined ? 0 : -1}>${content}</td>`;
  }

  private shown(row: number, column: GridColumn): unknown {
    const value = cellValue(this.grid, row, column);
    const text = cellText(this.grid, row, column);
    if (text === '') return column.holds === 'title' ? html`<span class="muted">${plainText(valueAt(this.grid.rows[row], '/id'))}</span>` : html`<span class="muted">${column.empty}</span>`;
    if (value === 'UNDECIDED') return html`<span class="open-cell">${icons.unknown}${text}</span>`;
    const reads = JSON.stringify(value).includes('"parameter"') && (isParameterReference(value) || column.holds === 'entry');
    return reads ? html`<span class="parameter-cell">${text}</span>` : text;
  }

  private suggestions(column: GridColumn): readonly string[] {
    const { words, grid } = this;
    const used = grid.rows.map((_, row) => cellText(grid, row, column)).filter((text) => text !== '');
    return [...new Set([...(column.kind.options ?? []).map(({ label }) => label), ...used, ...fittingParameters(column.kind).map(({ key, title }) => `{${title || key}}`), ...(column.open ? [words.open] : [])])].slice(0, 50);
  }

  toolbar(): TemplateResult {
    const { grid, words, spot, tools } = this;
    const hasRow = spot.row >= 0 && grid.rows.length > 0;
    const row = rowName(grid, Math.max(0, spot.row));
    const column = grid.columns[spot.column];
    const own = column?.pointer === undefined ? undefined : column;
    const named = (label: string, about: string): string => `${label}${words.colon}${about}`;
    const title = own === undefined ? '' : words.column(own.title);
    return html`<div class="grid-tools"><div class="row" role="group" aria-label=${words.rowTools}>
      ${button({ label: words.addRow, icon: 'plus', disabled: grid.rows.length >= grid.mostRows, onClick: () => this.addRow() })}
      ${button({ label: words.copyRow, icon: 'copy', kind: 'quiet', name: named(words.copyRow, row), disabled: !hasRow, onClick: () => this.copyRow() })}
      ${button({ label: words.rowUp, icon: 'up', kind: 'quiet', name: named(words.rowUp, row), disabled: !hasRow || spot.row === 0, onClick: () => this.moveRow(-1) })}
      ${button({ label: words.rowDown, icon: 'down', kind: 'quiet', name: named(words.rowDown, row), disabled: !hasRow || spot.row === grid.rows.length - 1, onClick: () => this.moveRow(1) })}
      ${button({ label: words.removeRow, icon: 'trash', kind: 'quiet', name: named(words.removeRow, row), disabled: !hasRow, onClick: () => this.removeRow() })}
      </div>${tools === undefined ? nothing : html`<div class="row" role="group" aria-label=${words.columnTools}>${tools.add}${own === undefined ? nothing : html`
        ${button({ label: words.copyColumn, icon: 'copy', kind: 'quiet', name: named(words.copyColumn, title), onClick: () => tools.copy(own) })}
        ${button({ label: words.columnLeft, icon: 'chevronLeft', kind: 'quiet', name: named(words.columnLeft, title), disabled: !tools.canMove(own, -1), onClick: () => tools.move(own, -1) })}
        ${button({ label: words.columnRight, icon: 'chevronRight', kind: 'quiet', name: named(words.columnRight, title), disabled: !tools.canMove(own, 1), onClick: () => tools.move(own, 1) })}
        ${button({ label: words.removeColumn, icon: 'trash', kind: 'quiet', name: named(words.removeColumn, title), onClick: () => tools.remove(own) })}`}</div>`}
    </div>`;
  }

  /** What was refused, cell by cell, and the choice that is left. */
  pasteAnswer(): unknown {
    const { state, words, grid } = this;
    const plan = state.pasted;
    if (plan === undefined) return nothing;
    const said = (cell: RefusedCell): string => words.refused(rowName(grid, cell.row), cell.column?.title ?? '—', cell.text === '' ? words.emptyText : cell.text, wantedOf(words, cell));
    const first = plan.refused.slice(0, MOST_LISTED);
    const end = (say: string): void => {
      delete state.pasted;
      state.said = say;
      this.focusCell(this.spot);
    };
    return html`<div class="panel stack paste-answer" id="${this.id}-paste" tabindex="-1" role="group" aria-labelledby="${this.id}-paste-title" @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') end(''); }}>
      <h4 id="${this.id}-paste-title">${words.refusedTitle(plan.refused.length)}</h4>
      <ul class="refused-cells">${first.map((cell) => html`<li>${said(cell)}</li>`)}${plan.refused.length > first.length ? html`<li>${words.tooMany(plan.refused.length - first.length)}</li>` : nothing}</ul>
      <p>${words.refusedHelp(plan.good.length)}</p>
      <div class="actions">${plan.changes.length === 0 ? nothing : button({ label: words.takeGood(plan.good.length), onClick: () => { if (this.change(plan.changes)) end(words.pastedGood(plan.good.length, plan.refused.length)); } })}${button({ label: words.takeNone, kind: 'primary', onClick: () => end('') })}</div>
    </div>`;
  }

  onFocus(event: FocusEvent): void {
    const spot = spotOf(event.target);
    if (spot === undefined || (spot.row === this.state.spot.row && spot.column === this.state.spot.column)) return;
    // What cannot be taken stays where it is typed until somebody mends it or gives it up.
    if (this.state.editing !== undefined && !this.commit()) return;
    this.state.spot = spot;
    this.context.redraw();
  }

  /** Whoever turns to something else has finished the cell; what cannot be taken stays in it, with the reason. */
  onFocusOut(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (this.state.editing === undefined || !(to instanceof Node) || (event.currentTarget as Node).contains(to)) return;
    if (this.commit(false)) this.context.redraw();
  }

  onDoubleClick(event: MouseEvent): void {
    const spot = spotOf(event.target);
    if (spot !== undefined && spot.row >= 0 && this.state.editing === undefined) this.edit();
  }

  onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (this.state.editing !== undefined) this.onTypingKey(event);
    else if (spotOf(event.target) !== undefined) this.onGridKey(event);
  }

  private onTypingKey(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    // While a cell is typed, undoing is about its letters.
    if ((ctrlKey || metaKey) && /^[zy]$/i.test(key)) event.stopPropagation();
    if (key === 'Escape') {
      event.stopPropagation();
      delete this.state.editing;
      this.focusCell(this.spot);
    } else if (key === 'Enter' || key === 'Tab') {
      const next = key === 'Enter' ? this.moved(shiftKey ? -1 : 1, 0) : this.following(shiftKey ? -1 : 1);
      event.preventDefault();
      if (this.commit()) this.focusCell(next);
    }
  }

  private onGridKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isCommand = ctrlKey || metaKey;
    const last = this.grid.rows.length - 1;
    const done = (): void => event.preventDefault();
    if (altKey) {
      if (this.context.readonly) return;
      if (key === 'ArrowUp' || key === 'ArrowDown') { done(); this.moveRow(key === 'ArrowUp' ? -1 : 1); }
      return;
    }
    const target = {
      ArrowUp: this.moved(isCommand ? -this.spot.row : -1, 0), ArrowDown: this.moved(isCommand ? last : 1, 0), ArrowLeft: this.moved(0, isCommand ? -this.grid.columns.length : -1), ArrowRight: this.moved(0, isCommand ? this.grid.columns.length : 1),
      Home: isCommand ? { row: 0, column: 0 } : { ...this.spot, column: 0 }, End: { row: isCommand ? last : this.spot.row, column: this.grid.columns.length - 1 }, PageUp: this.moved(-10, 0), PageDown: this.moved(10, 0),
    }[key];
    if (target !== undefined) { done(); this.focusCell(target); return; }
    if (this.context.readonly || this.spot.row < 0) return;
    if (key === 'Enter' || key === 'F2') { done(); this.edit(); }
    else if (key === 'Delete' || key === 'Backspace') { done(); this.clear(); }
    else if (key.length === 1 && !isCommand) { done(); this.edit(key); }
  }

  onCopy(event: ClipboardEvent): void {
    const column = this.grid.columns[this.spot.column];
    if (this.state.editing !== undefined || column === undefined || event.clipboardData === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', this.spot.row < 0 ? this.wholeText() : spreadsheetText([[cellText(this.grid, this.spot.row, column)]]));
    this.state.said = this.spot.row < 0 ? this.words.copiedAll : this.words.copied;
    this.context.redraw();
  }

  /** The table with its heads, as a spreadsheet takes it. */
  private wholeText(): string {
    const { grid } = this;
    return spreadsheetText([grid.columns.map(({ title }) => title), ...grid.rows.map((_, row) => grid.columns.map((column) => cellText(grid, row, column)))]);
  }

  onPaste(event: ClipboardEvent): void {
    if (this.context.readonly) return;
    const cells = spreadsheetCells(event.clipboardData?.getData('text/plain') ?? '');
    const isSingle = cells.length === 1 && cells[0]?.length === 1;
    // One text goes into the cell that is being typed.
    if (this.state.editing !== undefined && isSingle) return;
    event.preventDefault();
    delete this.state.editing;
    this.paste(cells);
  }

  private paste(cells: readonly (readonly string[])[]): void {
    const { state, words, grid } = this;
    const plan = planPaste(this.context.document, grid, this.spot, cells);
    delete state.pasted;
    if (plan.tooManyRows) state.said = words.tooManyRows(grid.mostRows);
    else if (plan.refused.length > 0) {
      state.pasted = plan;
      state.said = '';
      this.context.redraw((root) => root.querySelector<HTMLElement>(`#${this.id}-paste`)?.focus());
      return;
    } else if (plan.changes.length === 0) state.said = cells.length === 0 ? words.nothingPasted : words.pasted(plan.good.length, 0);
    else if (this.change(plan.changes)) state.said = `${words.pasted(plan.good.length, plan.addedRows)}${plan.skippedHead ? words.headSkipped : ''}`;
    this.focusCell(this.spot);
  }

  private edit(typed?: string): void {
    const column = this.grid.columns[this.spot.column];
    if (column === undefined || this.spot.row < 0 || this.context.readonly) return;
    this.state.editing = { text: typed ?? cellText(this.grid, this.spot.row, column) };
    const { row, column: place } = this.spot;
    this.context.redraw((root) => {
      const input = root.querySelector<HTMLInputElement>(`#${this.id}-r${row}c${place}-input`);
      input?.focus();
      if (typed === undefined) input?.select();
    });
  }

  /** Takes what was typed; `false` where it cannot be taken, and is told. */
  private commit(staysHere = true): boolean {
    const { state, grid, spot, words } = this;
    const column = grid.columns[spot.column];
    const { editing } = state;
    if (editing === undefined || column === undefined) return true;
    if (editing.text.trim() !== cellText(grid, spot.row, column)) {
      const reading = readCell(grid, column, editing.text, [editing.text], new Set([spot.row]));
      if (!reading.ok) {
        state.editing = { text: editing.text, why: wantedOf(words, { row: spot.row, column, text: editing.text, ...(reading.why === undefined ? {} : { why: reading.why }) }) };
        this.context.redraw((root) => { if (staysHere) root.querySelector<HTMLElement>(`#${this.id}-r${spot.row}c${spot.column}-input`)?.focus(); });
        return false;
      }
      const changes = writeCell(grid, spot.row, column, reading.value);
      if (changes.length > 0 && !this.context.change(changes)) state.said = words.cannot;
    }
    delete state.editing;
    return true;
  }

  /** What has to say something becomes “not decided yet”. */
  private clear(): void {
    const column = this.grid.columns[this.spot.column];
    if (column === undefined || (column.required && !column.open)) return;
    this.change(writeCell(this.grid, this.spot.row, column, column.required ? 'UNDECIDED' : undefined));
  }

  private addRow(): void {
    const { grid, context, spot } = this;
    const index = spot.row < 0 ? grid.rows.length : spot.row + 1;
    const [id = ''] = freshIds(grid, stemOf(context.document, grid), 1);
    if (this.change([{ kind: 'insert', pointer: grid.pointer, index: Math.min(index, grid.rows.length), value: newRow(context.document, grid, id, new Map()) }])) this.focusCell({ row: Math.min(index, grid.rows.length), column: grid.columns[0]?.required === true ? 0 : Math.min(1, grid.columns.length - 1) });
  }

  private copyRow(): void {
    const { grid, context, spot } = this;
    const [id = ''] = freshIds(grid, stemOf(context.document, grid), 1);
    if (this.change([{ kind: 'insert', pointer: grid.pointer, index: spot.row + 1, value: withValueAt(grid.rows[spot.row], '/id', id) }])) this.focusCell({ ...spot, row: spot.row + 1 });
  }

  private moveRow(by: -1 | 1): void {
    const to = this.spot.row + by;
    if (this.spot.row < 0 || to < 0 || to >= this.grid.rows.length) return;
    if (this.change([{ kind: 'move', pointer: this.grid.pointer, from: this.spot.row, to }])) this.focusCell({ ...this.spot, row: to });
  }

  private removeRow(): void {
    if (this.change([{ kind: 'remove', pointer: `${this.grid.pointer}/${this.spot.row}` }])) this.focusCell({ ...this.spot, row: Math.min(this.spot.row, this.grid.rows.length - 2) });
  }

  private change(changes: readonly JsonChange[]): boolean {
    if (changes.length === 0) return true;
    const isDone = this.context.change(changes);
    this.state.said = isDone ? '' : this.words.cannot;
    this.context.redraw();
    return isDone;
  }

  private moved(rows: number, columns: number): Spot {
    return { row: clamp(this.spot.row + rows, -1, this.grid.rows.length - 1), column: clamp(this.spot.column + columns, 0, this.grid.columns.length - 1) };
  }

  /** The next cell in reading order; the last one stays. */
  private following(by: -1 | 1): Spot {
    const { columns, rows } = this.grid;
    const place = clamp(this.spot.row * columns.length + this.spot.column + by, 0, rows.length * columns.length - 1);
    return { row: Math.floor(place / columns.length), column: place % columns.length };
  }

  private focusCell(spot: Spot): void {
    this.state.spot = spot;
    this.context.redraw((root) => {
      const cell = root.querySelector<HTMLElement>(spot.row < 0 ? `#${this.id}-h${spot.column}` : `#${this.id}-r${spot.row}c${spot.column}`);
      cell?.focus();
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
}

/** More lines than that nobody reads. */
const MOST_LISTED = 50;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** What is wanted in a cell, with what is wrong besides. */
function wantedOf(words: RuleWords, { column, why }: RefusedCell): string {
  if (column === undefined) return words.noColumn;
  return `${why === undefined ? '' : `${why}${words.colon === ': ' ? '; ' : '，'}`}${column.wanted}`;
}

function spotOf(target: EventTarget | null): Spot | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell === null ? undefined : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
