import { valueAt } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf } from '../editor-context.js';
import { guarded } from '../guided/guard-rails.js';
import { placeEditor } from '../guided/place-editor.js';
import { addedPart } from './added-part.js';
import { definitionActions, definitionName, isChangeable } from './definition-views.js';
import type { OfferedDefinition } from './definitions.js';
import { addedDrawn, isDefinition, offeredDefinitions } from './definitions.js';
import type { Designer, InHand, RowDesigner } from './designer-actions.js';
import { fieldPanel } from './field-panel.js';
import { fieldRow } from './field-rows.js';
import type { FormChange } from './form-changes.js';
import { addedField, movedItem, movedTo, placedField, spotAfter } from './form-changes.js';
import type { Dragged } from './form-dragging.js';
import { FormDragging } from './form-dragging.js';
import { leavesNothing } from './form-moves.js';
import type { FormOutline, Spot } from './form-outline.js';
import { endOf, formOutline, listsIn, schemaPointer } from './form-outline.js';
import { newFieldTitle } from './new-titles.js';
import type { PaletteEntry, PartKind } from './palette.js';
import { isPartKind, palette, paletteEntry, paletteGroups } from './palette.js';
import type { PaletteOptions } from './palette-view.js';
import { definitionEntry, paletteView } from './palette-view.js';
import { partPanel } from './part-panel.js';
import { stepView } from './part-rows.js';
import type { SharedField } from './shared-fields.js';
import { addedShared } from './shared-fields.js';
import { sharedView } from './shared-view.js';
import { spotTitle } from './spot-titles.js';
import { visibilityMap } from './visibility-map.js';
import { formsWords } from './words.js';

/** Of a form with more questions than this, only what is in sight is laid out. */
const LONG_FORM = 60;

type View = 'arrange' | 'sight' | 'shared';
type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** A form as its steps, sections and fields: what can be asked beside it, the settings of what is in hand on the other side; who sees what; and what fields share. */
export class FormDesigner implements ReactiveController, Omit<Designer, 'context' | 'words' | 'form'> {
  inHand: InHand | undefined;
  isRemoving = false;
  isFresh = false;
  private view: View = 'arrange';
  private query = '';
  private stage = '*';
  /** Where the next field of the palette goes, where somebody chose it. */
  private spot: Spot | undefined;
  private isPaletteOpen = false;
  private said = '';
  private wantsFocus: 'panel' | 'title' | 'row' | 'grip' | 'palette' | 'removing' | undefined;
  /** Of the row in hand the button of this name, else its grip. */
  private wantsButton: string | undefined;
  private lastInHand: InHand | undefined;
  private dragging: FormDragging | undefined;
  private drawn: { readonly context: EditorContext; readonly form: string } | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.dragging?.cancel();
  }

  hostUpdated(): void {
    const { wantsFocus, wantsButton } = this;
    this.wantsFocus = undefined;
    this.wantsButton = undefined;
    if (this.isFresh) this.drawRestSoon();
    if (wantsFocus === undefined) return;
    const root = this.host.renderRoot;
    const row = this.lastInHand === undefined ? undefined : Array.from(root.querySelectorAll<HTMLElement>('[data-row]')).find(({ dataset }) => dataset['row'] === keyOf(this.lastInHand));
    const target = wantsFocus === 'row' ? row : wantsFocus === 'grip' ? buttonIn(row?.closest('[data-field], [data-index]'), wantsButton) : root.querySelector<HTMLElement>({ panel: '.panel-title', title: '.field-panel [name="title"]', palette: '.palette [type="search"]', removing: '.removing' }[wantsFocus]);
    target?.focus();
    if (wantsFocus === 'title' && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) target.select();
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** Once the next frame has been painted. */
  private drawRestSoon(): void {
    requestAnimationFrame(() => setTimeout(() => {
      this.isFresh = false;
      this.host.requestUpdate();
    }));
  }

  /** The settings of a field, a step or a section come beside the form. */
  take(inHand: InHand | undefined, { focus = false }: { readonly focus?: boolean } = {}): void {
    this.lastInHand = inHand ?? this.inHand;
    this.inHand = inHand;
    this.isRemoving = false;
    this.isFresh = false;
    this.spot = undefined;
    if (focus) this.wantsFocus = inHand === undefined ? 'row' : 'panel';
    this.host.requestUpdate();
  }

  askToRemove(isRemoving: boolean): void {
    this.isRemoving = isRemoving;
    this.wantsFocus = isRemoving ? 'removing' : 'panel';
    this.host.requestUpdate();
  }

  say(text: string): void {
    this.said = text;
    this.host.requestUpdate();
  }

  render(context: EditorContext, form: string): TemplateResult {
    if (this.drawn?.form !== form) this.inHand = this.inHand?.kind === 'field' && valueAt(context.document, schemaPointer(context.document, form, this.inHand.field)) !== undefined ? this.inHand : undefined;
    this.drawn = { context, form };
    const designer = this.designerOf(context, form);
    const { words } = designer;
    if (!context.readonly && this.host.renderRoot instanceof ShadowRoot) this.dragging ??= this.draggingIn(this.host.renderRoot);
    if (isDefinition(form)) return html`<div class="designer-box stack">${definitionActions(designer)}${this.arrangeView(definitionDesigner(designer))}<p class="visually-hidden" role="status">${this.said}</p></div>`;
    return html`<div class="designer-box stack">
      <div class="row views" role="group" aria-label=${words.views}>${(['arrange', 'sight', 'shared'] as const).map((view) => html`<button type="button" class="button ${this.view === view ? 'primary' : 'secondary'}" aria-pressed=${this.view === view} @click=${() => { this.view = view; this.host.requestUpdate(); }}>${words[view]}</button>`)}</div>
      ${this.view === 'sight' ? visibilityMap(designer, this.stage, (stage) => { this.stage = stage; this.host.requestUpdate(); }) : this.view === 'shared' ? sharedView(designer, { open: (field) => this.openShared(field), use: (shared) => this.useShared(designer, shared) }) : this.arrangeView(designer)}
      <p class="visually-hidden" role="status">${this.said}</p></div>`;
  }

  private designerOf(context: EditorContext, form: string): RowDesigner {
    const designer: RowDesigner = {
      context, words: formsWords[context.locale], form, inHand: this.inHand, isRemoving: this.isRemoving, isFresh: this.isFresh,
      take: (inHand, options) => this.take(inHand, options), askToRemove: (isRemoving) => this.askToRemove(isRemoving), say: (text) => this.say(text),
      move: (from, to, title, field) => this.move(designer, from, to, title, field), addAt: (spot) => this.addAt(spot), addPart: (kind, spot) => this.addPart(designer, kind, spot), focusRow: (name) => { this.wantsFocus = 'grip'; this.wantsButton = name; },
    };
    return designer;
  }

  private arrangeView(designer: RowDesigner): TemplateResult {
    const { context, words, form } = designer;
    const outline = formOutline(context.document, form);
    return html`<div class="designer ${context.readonly ? 'readonly' : ''}">
      ${context.readonly || (isDefinition(form) && !holdsQuestions(context, form)) ? nothing : paletteView(designer, outline, this.paletteOptions(designer, outline))}
      ${isDefinition(form) ? this.definitionView(designer, outline) : html`<div class="stack">
        <div class="form-steps ${outline.names.length > LONG_FORM ? 'long' : ''}" data-list="${form}/layout/steps" data-holds="steps">${outline.steps.map((step) => stepView(designer, outline, step))}</div>
        ${outline.unplaced.length === 0 && outline.steps.length > 0 ? nothing : html`<section class="form-part"><h4>${outline.sections.length === 0 ? context.words.fields : context.words.unplaced}</h4>
          <ol class="field-list">${repeat(outline.unplaced, (field) => field, (field) => fieldRow(designer, field, undefined))}</ol></section>`}
        ${context.readonly ? nothing : html`<div class="row">${outline.steps.length > 1 ? nothing : button({ label: words.addSection, icon: 'plus', kind: 'quiet', onClick: () => this.addPart(designer, 'section') })}
          ${outline.steps.length === 0 ? nothing : button({ label: words.addStep, icon: 'plus', kind: 'quiet', onClick: () => this.addPart(designer, 'step') })}</div>
          ${this.quickAdd(designer, outline)}`}
      </div>`}
      ${this.inHand === undefined ? nothing : this.inHand.kind === 'field' ? fieldPanel(guardedDesigner(designer, schemaPointer(context.document, form, this.inHand.field)), this.inHand.field) : valueAt(context.document, this.inHand.pointer) === undefined ? nothing : partPanel(guardedDesigner(designer, this.inHand.pointer), this.inHand.pointer)}
    </div>`;
  }

  /** The questions of a definition, or the definition as the one question that it is. */
  private definitionView(designer: RowDesigner, outline: FormOutline): TemplateResult {
    const { context, words, form } = designer;
    const holds = holdsQuestions(context, form);
    return html`<div class="stack"><section class="form-part"><h4>${words.definitionQuestions}</h4><ol class="field-list">${repeat(holds ? outline.unplaced : [''], (field) => field, (field) => fieldRow(designer, field, undefined))}</ol></section>
      ${context.readonly || !holds ? nothing : this.quickAdd(designer, outline)}</div>`;
  }

  private paletteOptions(designer: Designer, outline: FormOutline): PaletteOptions {
    return {
      isOpen: this.isPaletteOpen, query: this.query, spot: this.addingSpot(designer, outline),
      toggle: () => { this.isPaletteOpen = !this.isPaletteOpen; this.host.requestUpdate(); }, search: (query) => { this.query = query; this.host.requestUpdate(); },
      addEntry: (entry) => this.addEntry(designer, entry), addDefinition: (offered) => this.addDefinition(designer, offered), addPart: (kind) => this.addPart(designer, kind),
    };
  }

  private addingSpot({ context, form }: Designer, outline: FormOutline): Spot | undefined {
    const chosen = this.spot;
    if (chosen !== undefined && outline.sections.some((section) => listsIn(section).includes(chosen.list))) return chosen;
    return (this.inHand?.kind === 'part' ? endOf(outline, this.inHand.pointer) : undefined) ?? spotAfter(context.document, form, this.inHand?.kind === 'field' ? this.inHand.field : undefined);
  }

  private addEntry(designer: Designer, entry: PaletteEntry, spot = this.addingSpot(designer, formOutline(designer.context.document, designer.form))): void {
    const { context, form } = designer;
    const title = newFieldTitle(entry.id);
    this.carryOut(designer, addedField(context.document, form, entry, title, spot), designer.words.entries[entry.id], spot, 'title');
  }

  private addDefinition(designer: Designer, offered: OfferedDefinition, spot = this.addingSpot(designer, formOutline(designer.context.document, designer.form))): void {
    this.carryOut(designer, addedDrawn(designer.context.document, designer.form, offered, spot), definitionName(designer, offered), spot, 'title');
  }

  /** Of what was added the title comes next. */
  private carryOut(designer: Designer, { changes, field }: FormChange, title: string, spot: Spot | undefined, focus?: 'title'): boolean {
    const { context, words } = designer;
    const place = spotTitle(designer, spot);
    const isFirst = this.inHand?.kind !== 'field';
    if (!context.change(changes)) return false;
    this.take({ kind: 'field', field });
    this.isFresh = isFirst;
    this.wantsFocus = focus;
    this.say(words.added(title, place));
    return true;
  }

  /** A step, a section or a block comes where it is dropped, else where fields are added now: its title comes next. */
  private addPart(designer: Designer, kind: PartKind, dropped?: Spot): void {
    const { context, form, words } = designer;
    const outline = formOutline(context.document, form);
    const change = addedPart(context.document, form, kind, dropped ?? this.addingSpot(designer, outline), dropped !== undefined);
    if (change === undefined || !context.change(change.changes)) return;
    this.take({ kind: 'part', pointer: change.pointer });
    this.wantsFocus = 'title';
    this.say(words.addedPart(words[kind]));
  }

  /** By its title and kind in one line: the quickest way for who knows what is asked. */
  private quickAdd(designer: Designer, outline: FormOutline): TemplateResult {
    const { context, words, form } = designer;
    const id = `${idOf(form)}-new`;
    const add = (event: Event): void => {
      event.preventDefault();
      const { elements } = event.target as HTMLFormElement;
      const input = elements.namedItem('title') as HTMLInputElement;
      const title = input.value.trim();
      if (title === '') return;
      const last = outline.sections[outline.sections.length - 1];
      const spot = last === undefined ? undefined : { list: last.list, index: last.items.length };
      const entry = paletteEntry((elements.namedItem('kind') as HTMLSelectElement).value);
      if (this.carryOut(designer, addedField(context.document, form, entry, { 'zh-CN': title }, spot), title, spot)) input.value = '';
    };
    return html`<form class="row add" @submit=${add}><label for=${id}>${context.words.newField}</label><input class="input" id=${id} name="title" autocomplete="off" placeholder=${words.quickHelp} required>
      <label class="visually-hidden" for="${id}-kind">${context.words.fieldKind}</label><select class="input small-input" id="${id}-kind" name="kind">${[...paletteGroups].sort((one, other) => Number(other === 'type') - Number(one === 'type')).map((group) => html`<optgroup label=${words.groups[group]}>${palette.filter((entry) => entry.group === group).map((entry) => html`<option value=${entry.id}>${words.entries[entry.id]}</option>`)}</optgroup>`)}</select>
      <button class="button secondary" aria-label="${context.words.addField}${context.messages.colon}${context.words.newField}">${context.words.addField}</button></form>`;
  }

  /** The palette adds here next. */
  private addAt(spot: Spot): void {
    this.spot = spot;
    this.isPaletteOpen = true;
    this.wantsFocus = 'palette';
    this.host.requestUpdate();
  }

  /** Takes what stands at one place, or a field that stands nowhere, to another; `false` where that cannot be. */
  private move(designer: Designer, from: Spot | undefined, to: Spot, title: string, field?: string): boolean {
    const { context, words } = designer;
    if (from !== undefined && leavesNothing(context.document, from, to)) {
      this.say(words.onlySectionOfStep);
      return false;
    }
    const changes = from !== undefined ? movedItem(context.document, from, to) : field === undefined ? [] : placedField(context.document, field, to);
    const said = words.movedTo(title, spotTitle(designer, to));
    if (changes.length === 0 || !context.change(changes)) return false;
    const spot = from === undefined ? to : movedTo(from, to);
    this.take(field === undefined ? { kind: 'part', pointer: `${spot.list}/${spot.index}` } : { kind: 'field', field });
    this.say(said);
    return true;
  }

  private openShared(field: string): void {
    this.view = 'arrange';
    this.take({ kind: 'field', field }, { focus: true });
  }

  private useShared(designer: Designer, { name }: SharedField): void {
    const { context, form } = designer;
    const spot = spotAfter(context.document, form, undefined);
    this.view = 'arrange';
    this.carryOut(designer, addedShared(context.document, form, name, { 'zh-CN': name }, spot), name, spot, 'title');
  }

  private draggingIn(root: ShadowRoot): FormDragging {
    const designer = (): Designer | undefined => this.drawn && this.designerOf(this.drawn.context, this.drawn.form);
    return new FormDragging(root, {
      get isOpen() { return designer()?.context.readonly === false; },
      over: (dragged, spot) => { const now = designer(); if (now !== undefined && spot !== undefined) this.say(now.words.dragging(dragged.title, spotTitle(now, spot))); },
      drop: (dragged: Dragged, spot) => {
        const now = designer();
        if (now === undefined || now.context.readonly) return;
        if (dragged.kind === 'row') this.move(now, dragged.from, spot, dragged.title, dragged.field);
        else if (isPartKind(dragged.id)) this.addPart(now, dragged.id, spot);
        else {
          const offered = offeredDefinitions(now.context.document).find((each) => dragged.id === definitionEntry(each));
          if (offered === undefined) this.addEntry(now, paletteEntry(dragged.id), spot);
          else this.addDefinition(now, offered, spot);
        }
      },
      cancelled: () => { const now = designer(); if (now !== undefined) this.say(now.words.cancelled); },
    });
  }
}

/** The button of a name where it can be pressed, else what takes hold of the row. */
function buttonIn(row: Element | null | undefined, name: string | undefined): HTMLElement | null | undefined {
  return Array.from(row?.querySelectorAll('button') ?? []).find((each) => name !== undefined && each.ariaLabel === name && !each.disabled) ?? row?.querySelector<HTMLElement>('[data-grip]');
}

/** What a version that forms are drawn from asks can be read, and not changed. */
const definitionDesigner = (designer: RowDesigner): RowDesigner => (isChangeable(designer.context, designer.form) ? designer : { ...designer, context: { ...designer.context, readonly: true } });

/** Whether a definition asks for several things, to which more can be added. */
const holdsQuestions = (context: EditorContext, form: string): boolean => valueAt(context.document, `${form}/schema/type`) === 'object';

const keyOf = (inHand: InHand | undefined): string => (inHand === undefined ? '' : inHand.kind === 'field' ? `field ${inHand.field}` : `part ${inHand.pointer}`);

/** The settings of the form, or of a definition, below its fields. */
export const formSettings = (context: EditorContext, pointer: string): TemplateResult => html`<details><summary>${isDefinition(pointer) ? formsWords[context.locale].definitionSettings : context.words.formSettings}</summary>${placeEditor(context, pointer, (name) => !['schema', 'layout', 'fields', 'computed'].includes(name))}</details>`;

/** What the base locks can be read, and not changed. */
function guardedDesigner(designer: Designer, pointer: string): Designer {
  return { ...designer, context: guarded(designer.context, designer.context.overlayRule(pointer)) };
}
