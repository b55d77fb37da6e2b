import type { FormNode, Problem, RecordSettings } from '@cobuild/core';
import { withParameters } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { button } from '../../pieces.js';
import type { FieldContext } from '../field-context.js';
import type { LivePart } from '../live-widget.js';
import type { WidgetField } from '../widget.js';
import { wordsFor } from '../words-for.js';
import { problemLine } from './problem-line.js';
import { recordWords } from './words.js';

/** What was taken out last, so that it can be brought back. */
interface Removal { readonly value: unknown; readonly focus: string }

const NO_PARAMETERS: Readonly<Record<string, unknown>> = {};

function parametersOf({ facts }: FieldContext): Readonly<Record<string, unknown>> {
  const parameters = facts['parameters'];
  return typeof parameters === 'object' && parameters !== null ? (parameters as Readonly<Record<string, unknown>>) : NO_PARAMETERS;
}

/**
 * One drawn record: a value of several cells that change together. What a cell is for stands in its `data-cell`, the pointer inside the record; a problem is told
 * at the cell of its pointer or the nearest one around it, and those of no cell at the end.
 */
export abstract class RecordPart<Value> implements LivePart {
  protected node!: FormNode;
  protected field!: WidgetField;
  /** The text in a number cell while somebody types into it. */
  typing: { readonly at: string; readonly text: string } | undefined;
  private announcement = '';
  private removal: Removal | undefined;
  private read: { readonly record: unknown; readonly parameters: unknown; readonly settings: RecordSettings } | undefined;
  private isDrawing = false;
  private isStale = false;

  constructor(protected readonly element: HTMLElement, readonly context: FieldContext) {}

  get pointer(): string {
    return this.node.pointer;
  }

  get value(): Value | undefined {
    const { value } = this.node;
    return typeof value === 'object' && value !== null ? (value as Value) : undefined;
  }

  patch(field: WidgetField, node: FormNode): void {
    this.field = field;
    this.node = node;
    this.redraw();
  }

  control(pointer = this.pointer): HTMLElement | undefined {
    for (let at = pointer.slice(this.pointer.length); at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      const cell = this.cell(this.placeOf(at));
      // A cell without a control, such as somebody else's signature, takes the focus itself.
      const control = cell?.querySelector<HTMLElement>(CONTROLS) ?? (cell?.hasAttribute('tabindex') === true ? cell : undefined);
      if (control) {
        const folded = control.closest('details');
        if (folded) folded.open = true;
        return control;
      }
    }
    return this.element.querySelector<HTMLElement>(CONTROLS) ?? this.element.querySelector<HTMLElement>('[data-cell][tabindex]') ?? undefined;
  }

  /** Taking away a control that has the focus makes the person leave the field, which shows its problems: while it is being drawn. */
  redraw(): void {
    this.isStale = true;
    if (this.isDrawing) return;
    this.isDrawing = true;
    try {
      while (this.isStale) {
        this.isStale = false;
        this.context.inTerms(() => this.draw());
      }
    } finally {
      this.isDrawing = false;
    }
  }

  protected draw(): void {
    const { removal } = this;
    const words = wordsFor(this.context, recordWords);
    const rest = this.problems.filter((problem) => this.cellOf(problem) === undefined);
    render(
      html`${this.view()}
        <div class="removal" ?hidden=${removal === undefined}>
          <span aria-hidden="true">${this.announcement}</span>
          ${removal === undefined ? nothing : button({ label: words.undo, kind: 'quiet', icon: 'returned', onClick: () => this.bringBack(removal) })}
        </div>
        <div class="visually-hidden" role="status">${this.announcement}</div>
        ${this.problems.length === 0 ? nothing : html`<div id="${this.field.id}-problems">${rest.map((problem) => problemLine(problem, this.context.words))}</div>`}`,
      this.element,
    );
    // The choice of a list can only be set once its options are there.
    for (const select of Array.from(this.element.querySelectorAll<HTMLSelectElement>('select[data-value]'))) {
      if (select.value !== select.dataset['value']) select.value = select.dataset['value'] ?? '';
    }
  }

  get problems(): readonly Problem[] {
    return this.node.problems;
  }

  /** What the record has to keep to, with the scheme's parameters put in, as it is checked. */
  get settings(): RecordSettings {
    const { record } = this.node;
    const parameters = parametersOf(this.context);
    if (this.read?.record !== record || this.read?.parameters !== parameters) {
      const valueOf = (key: string): unknown => (Object.prototype.hasOwnProperty.call(parameters, key) ? parameters[key] : undefined);
      this.read = { record, parameters, settings: (record === undefined ? {} : withParameters(record, valueOf)) as RecordSettings };
    }
    return this.read.settings;
  }

  /** Problems told at a cell. */
  problemsAt(at: string): readonly Problem[] {
    return this.problems.filter((problem) => this.cellOf(problem) === at);
  }

  /** The person changed the record; `undefined` empties it. */
  change(value: Value | undefined): void {
    this.removal = undefined;
    this.announcement = '';
    this.context.input(this.pointer, value);
    this.redraw();
  }

  /** The change is complete. */
  commit(): void {
    this.context.commit(this.pointer);
  }

  /** A change by a button: complete at once, said to readers, the focus on a cell or button (a selector) afterwards. */
  protected act(value: Value | undefined, announcement: string, focus: string, removal?: Removal): void {
    // The button may go with what it does; the focus stays inside, or the person would have left the field.
    this.element.tabIndex = -1;
    this.element.focus({ preventScroll: true });
    this.change(value);
    this.commit();
    this.announcement = announcement;
    this.removal = removal;
    this.redraw();
    this.focus(focus);
  }

  /** The same for what takes something away: it can be brought back. */
  protected remove(value: Value | undefined, announcement: string, focus: string): void {
    this.act(value, announcement, focus, { value: this.node.value, focus });
  }

  /** Said to readers with the next drawing. */
  protected say(announcement: string): void {
    this.announcement = announcement;
    this.redraw();
  }

  protected focus(selector: string): void {
    this.element.querySelector<HTMLElement>(selector)?.focus();
  }

  protected abstract view(): TemplateResult;

  /** The cell that stands for a place inside the record, where the two have different names. @param problem - That is to be told there. */
  protected placeOf(at: string, _problem?: Problem): string {
    return at;
  }

  /** The cells that problems can be told at. */
  protected abstract cells(): ReadonlySet<string>;

  private bringBack({ value, focus }: Removal): void {
    this.act(value as Value, wordsFor(this.context, recordWords).broughtBack, focus);
  }

  private cell(at: string): HTMLElement | undefined {
    return Array.from(this.element.querySelectorAll<HTMLElement>('[data-cell]')).find((cell) => cell.dataset['cell'] === at);
  }

  private cellOf(problem: Problem): string | undefined {
    const cells = this.cells();
    const place = this.placeOf(problem.pointer.slice(this.pointer.length), problem);
    return cells.has(place) ? place : undefined;
  }
}

const CONTROLS = 'input:not([disabled]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])';
