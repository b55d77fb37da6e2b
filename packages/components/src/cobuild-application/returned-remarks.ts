import type { AnswerRemark, FormState } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing, render } from 'lit';
import { live } from 'lit/directives/live.js';
import { itemWith, labelAt, pointersAround, stepWith } from '../cobuild-form/field-places.js';
import { make } from '../internal/field/dom.js';
import { idOf } from '../internal/field/field-context.js';
import type { FieldViews } from '../internal/field/field-views.js';
import type { View } from '../internal/field/view.js';
import { icons } from '../internal/icons.js';
import type { ViewWords } from './application-views.js';

export interface ReturnedRemarksHost {
  /** Those of the review that returned the application; none once it was sent in again. */
  remarks(): readonly AnswerRemark[];
  /** Pointers that the page gave as dealt with. */
  given(): readonly string[];
  state(): FormState | undefined;
  views(): FieldViews;
  view(): ViewWords;
  lead(pointer: string): void;
  /** The person marked a remark, or took the mark back. */
  marked(pointers: readonly string[]): void;
}

/**
 * The remarks on an application that came back: a list that leads to each question, and a note before the question itself. Both have the box
 * that says it is dealt with, which is for the person alone and holds nothing back.
 *
 * Notes stand beside the questions, not in them: widgets look for their controls in their own box.
 */
export class ReturnedRemarks implements ReactiveController {
  private done = new Set<string>();
  private base: readonly string[] | undefined;
  private readonly notes = new Map<string, HTMLElement>();

  constructor(private readonly element: ReactiveControllerHost, private readonly host: ReturnedRemarksHost) {
    element.addController(this);
  }

  hostUpdate(): void {
    const given = this.host.given();
    if (given === this.base) return;
    this.base = given;
    this.done = new Set(given);
  }

  hostUpdated(): void {
    const remarks = this.host.remarks();
    for (const [pointer, note] of this.notes) if (!remarks.some((remark) => remark.pointer === pointer)) this.drop(pointer, note);
    for (const remark of remarks) this.place(remark);
  }

  /** The list, for the banner of the return. */
  list(): TemplateResult | typeof nothing {
    const remarks = this.host.remarks();
    if (remarks.length === 0) return nothing;
    const { text } = this.host.view();
    return html`<p class="remarks-count" role="status"><strong>${text.remarksCount({ count: remarks.length, done: remarks.filter(({ pointer }) => this.done.has(pointer)).length })}</strong></p>
      <ul class="returned-remarks">
        ${remarks.map((remark) => html`<li class=${this.done.has(remark.pointer) ? 'done' : ''} data-remark=${remark.pointer}><p>${this.link(remark)}</p><p class="answer-text">${remark.text}</p>${this.box(remark)}</li>`)}
      </ul>`;
  }

  private link({ pointer }: AnswerRemark): TemplateResult {
    const { words, text } = this.host.view();
    const state = this.host.state();
    const label = this.labelOf(pointer);
    const step = state && stepWith(state, pointer);
    if (step === undefined) return html`<strong>${label}</strong>${words.inBrackets({ text: text.remarkNotAsked })}`;
    const lead = (event: Event): void => {
      event.preventDefault();
      // A router that listens at the page has no business here.
      event.stopPropagation();
      this.host.lead(pointer);
      this.notes.get(pointer)?.scrollIntoView({ block: 'nearest' });
    };
    return html`<a class="link" href="#${idOf(pointer)}" @click=${lead}>${step.title === '' ? label : text.inStep({ step: step.title, message: label })}</a>`;
  }

  /** What the question is called, with its item in front where there are several. */
  private labelOf(pointer: string): string {
    const state = this.host.state();
    const { words } = this.host.view();
    const label = state && labelAt(state, pointer);
    const item = state && itemWith(state, pointer);
    if (label === undefined) return this.host.view().text.remark;
    if (item === undefined) return label;
    return words.inItem({ label: item.node.label, position: item.position, title: item.title === undefined || item.title === '' ? '' : words.inBrackets({ text: item.title }), message: label });
  }

  private box(remark: AnswerRemark): TemplateResult {
    const { text } = this.host.view();
    const { pointer } = remark;
    const mark = (event: Event): void => {
      const { checked } = event.target as HTMLInputElement;
      if (checked) this.done.add(pointer);
      else this.done.delete(pointer);
      this.element.requestUpdate();
      this.host.marked(this.host.remarks().flatMap((known) => (this.done.has(known.pointer) ? [known.pointer] : [])));
    };
    return html`<label class="remark-done"><input type="checkbox" .checked=${live(this.done.has(pointer))} @change=${mark} />${text.remarkDone}<span class="visually-hidden">${text.remarkDoneOf({ label: this.labelOf(pointer) })}</span></label>`;
  }

  /** Puts the note where the question is drawn now, if it is. */
  private place(remark: AnswerRemark): void {
    const { pointer } = remark;
    const known = this.notes.get(pointer);
    const view = this.viewOf(pointer);
    if (view === undefined) return known?.remove();
    const note = known ?? make('div', { class: 'field-remark', role: 'group', id: `${idOf(pointer)}-remark` });
    this.notes.set(pointer, note);
    note.classList.toggle('done', this.done.has(pointer));
    const { text } = this.host.view();
    note.setAttribute('aria-label', text.remark);
    render(html`<p class="field-remark-title">${icons.pen}${text.remark}</p><p class="answer-text">${remark.text}</p>${this.box(remark)}`, note);
    if (note.nextElementSibling !== view.element) view.element.before(note);
    describe(view, `${note.id}-text`, note);
  }

  private drop(pointer: string, note: HTMLElement): void {
    note.remove();
    this.notes.delete(pointer);
  }

  /** The question, or the nearest one around it that a note can stand before: a row of a table has no room for one. */
  private viewOf(pointer: string): View | undefined {
    for (const candidate of pointersAround(pointer)) {
      const view = this.host.views().get(candidate);
      if (view !== undefined && !(view.element instanceof HTMLTableRowElement)) return view;
    }
    return this.host.views().firstInside(pointer);
  }
}

/** The text of the note belongs to what describes the question. A question that is written anew loses it, and gets it back with the next drawing. */
function describe(view: View, id: string, note: HTMLElement): void {
  const text = note.querySelector('.answer-text');
  if (text !== null) text.id = id;
  const described = view.element.matches('fieldset, [role=group], [role=radiogroup]') ? view.element : view.control();
  const ids = described?.getAttribute('aria-describedby')?.split(' ') ?? [];
  if (described !== undefined && !ids.includes(id)) described.setAttribute('aria-describedby', [...ids, id].join(' '));
}
