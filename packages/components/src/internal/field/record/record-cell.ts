import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { idOf } from '../field-context.js';
import { shownText } from '../widgets/control.js';
import { displayNumber, withoutSeparators } from '../widgets/number/number-text.js';
import { wordsFor } from '../words-for.js';
import { problemLine } from './problem-line.js';
import type { RecordPart } from './record-part.js';
import { recordWords } from './words.js';

export interface CellOptions {
  /** Pointer inside the record: `/counts/0/for`. */
  readonly at: string;
  readonly label: string;
  /** What the label is about, for readers alone: the row of a table. */
  readonly of?: string;
  readonly value: unknown;
  /** The person changed it; `undefined` when emptied. */
  readonly change: (value: unknown) => void;
  /** Marks what may stay empty. */
  readonly optional?: boolean;
  readonly help?: string;
  readonly unit?: string;
  /** `half` stands two in a row, `quarter` four. */
  readonly width?: 'half' | 'quarter';
  /** In a table the head says the label. */
  readonly inTable?: boolean;
  /** Under the control: what the cell comes to. */
  readonly note?: unknown;
}

export interface Choice { readonly id: string; readonly title: string }

type Part = RecordPart<unknown>;
type Draw = (attributes: { readonly id: string; readonly describedBy: string | typeof nothing; readonly invalid: 'true' | typeof nothing }) => unknown;

/** Label, help, control and problems of one cell. */
function frame(part: Part, { at, label, of, optional = false, help, unit, width, inTable = false, note }: CellOptions, draw: Draw): TemplateResult {
  const { context, pointer } = part;
  const id = idOf(pointer + at);
  const problems = part.problemsAt(at);
  const describedBy = [...(help === undefined ? [] : [`${id}-help`]), ...(note === undefined ? [] : [`${id}-note`]), ...(problems.length === 0 ? [] : [`${id}-problems`])].join(' ');
  const control = draw({ id, describedBy: describedBy === '' ? nothing : describedBy, invalid: problems.some(({ severity }) => severity === 'error') ? 'true' : nothing });
  return html`<div class="record-cell ${width ?? ''} ${inTable ? 'in-table' : ''}" data-cell=${at}>
    <label class="label ${inTable ? 'cell-label' : ''}" for=${id}>${of === undefined ? nothing : html`<span class="visually-hidden">${of}</span>`}${label}${optional && !inTable ? html`<span class="mark">${context.words.optional}</span>` : nothing}</label>
    ${help === undefined ? nothing : html`<p class="help" id="${id}-help">${help}</p>`}
    ${unit === undefined ? control : html`<div class="with-unit">${control}<span class="unit">${unit}</span></div>`}
    ${note === undefined ? nothing : html`<div class="note" id="${id}-note">${note}</div>`}
    ${problems.length === 0 ? nothing : html`<div id="${id}-problems">${problems.map((problem) => problemLine(problem, context.words))}</div>`}
  </div>`;
}

export function textCell(part: Part, options: CellOptions & { readonly maximum?: number; readonly list?: string }): TemplateResult {
  return frame(part, options, ({ id, describedBy, invalid }) => html`<input
    class="input"
    type="text"
    autocomplete="off"
    id=${id}
    list=${options.list ?? nothing}
    maxlength=${options.maximum ?? nothing}
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    .value=${live(shownText(options.value))}
    @input=${(event: Event) => options.change(typed(event))}
    @change=${() => part.commit()}
  />`);
}

export function longTextCell(part: Part, options: CellOptions & { readonly maximum?: number }): TemplateResult {
  return frame(part, options, ({ id, describedBy, invalid }) => html`<textarea
    class="input"
    id=${id}
    maxlength=${options.maximum ?? nothing}
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    .value=${live(shownText(options.value))}
    @input=${(event: Event) => options.change(typed(event))}
    @change=${() => part.commit()}
  ></textarea>`);
}

export function dateCell(part: Part, options: CellOptions): TemplateResult {
  return frame(part, options, ({ id, describedBy, invalid }) => html`<input
    class="input date"
    type="date"
    max="9999-12-31"
    autocomplete="off"
    id=${id}
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    .value=${live(shownText(options.value))}
    @input=${(event: Event) => options.change(typed(event))}
    @change=${() => part.commit()}
  />`);
}

/** A number as people type it; what is none stays as text, so that it can be refused in words. */
export function numberCell(part: Part, options: CellOptions & { readonly whole?: boolean; readonly money?: boolean }): TemplateResult {
  const text = part.typing?.at === options.at ? part.typing.text : displayNumber({ widget: options.money === true ? 'money' : 'number', value: options.value }, part.context.locale);
  return frame(part, options, ({ id, describedBy, invalid }) => html`<input
    class="input number"
    type="text"
    inputmode=${options.whole === true ? 'numeric' : 'decimal'}
    autocomplete="off"
    id=${id}
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    .value=${live(text)}
    @input=${(event: Event) => {
      const { value } = event.target as HTMLInputElement;
      part.typing = { at: options.at, text: value };
      options.change(numberOf(value));
    }}
    @change=${() => part.commit()}
    @blur=${() => {
      part.typing = undefined;
      part.redraw();
    }}
  />`);
}

/** One of a few, from a list to open. An answer that is none of them is shown as it is. */
export function choiceCell(part: Part, options: CellOptions & { readonly choices: readonly Choice[]; /** There is always one: none of them is not offered. */ readonly required?: boolean }): TemplateResult {
  const { context } = part;
  const value = shownText(options.value);
  const isKnown = value === '' || options.choices.some(({ id }) => id === value);
  return frame(part, options, ({ id, describedBy, invalid }) => html`<select
    class="input"
    id=${id}
    data-value=${value}
    aria-describedby=${describedBy}
    aria-invalid=${invalid}
    @input=${(event: Event) => options.change(typed(event))}
    @change=${() => part.commit()}
  >
    ${options.required === true ? nothing : html`<option value="">${wordsFor(context, recordWords).choose}</option>`}
    ${options.choices.map((choice) => html`<option value=${choice.id}>${choice.title}</option>`)}
    ${isKnown ? nothing : html`<option value=${value}>${context.words.unknownChoice({ value })}</option>`}
  </select>`);
}

/** Something a person says yes to; not ticked is no. */
export function checkCell(part: Part, { at, label, value, change, width }: CellOptions): TemplateResult {
  const id = idOf(part.pointer + at);
  const problems = part.problemsAt(at);
  return html`<div class="record-cell ${width ?? ''}" data-cell=${at}>
    <label class="choice ${value === true ? 'chosen' : ''} ${problems.length > 0 ? 'invalid' : ''}">
      <input
        type="checkbox"
        id=${id}
        aria-describedby=${problems.length === 0 ? nothing : `${id}-problems`}
        .checked=${live(value === true)}
        @change=${(event: Event) => {
          change((event.target as HTMLInputElement).checked);
          part.commit();
        }}
      /><span>${label}</span>
    </label>
    ${problems.length === 0 ? nothing : html`<div id="${id}-problems">${problems.map((problem) => problemLine(problem, part.context.words))}</div>`}
  </div>`;
}

function typed(event: Event): string | undefined {
  const { value } = event.target as HTMLInputElement;
  return value === '' ? undefined : value;
}

export function numberOf(text: string): unknown {
  const plain = withoutSeparators(text);
  if (plain.trim() === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}
