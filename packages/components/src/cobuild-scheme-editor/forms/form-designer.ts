import type { FormDefinition } from '@cobuild/core';
import { escapeToken, fieldUses, pointerTokens, removeField, valueAt } from '@cobuild/core';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../../internal/icons.js';
import { button, tag } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf, plainText } from '../editor-context.js';
import { guarded, lockSentence } from '../guided/guard-rails.js';
import { counts, placeEditor } from '../guided/place-editor.js';
import { definitionActions, definitionList, definitionName, isChangeable } from './definition-views.js';
import type { OfferedDefinition } from './definitions.js';
import { addedDrawn, drawnField, isDefinition, offeredDefinitions } from './definitions.js';
import type { Designer, InHand } from './designer-actions.js';
import { fieldTitle, partTitle, settingsPointer, textOf } from './designer-actions.js';
import { fieldPanel } from './field-panel.js';
import type { FormChange, PartChange } from './form-changes.js';
import { addedBlock, addedField, addedInner, addedSection, addedStep, movedItem, movedTo, placedField, spotAfter } from './form-changes.js';
import type { Dragged } from './form-dragging.js';
import { FormDragging } from './form-dragging.js';
import { holdsOf, leavesNothing, spotBeside } from './form-moves.js';
import type { FormOutline, PlacedBlock, PlacedField, PlacedItem, SectionOutline, Spot, StepOutline } from './form-outline.js';
import { blocksIn, currentOutline, endOf, followed, formOutline, listAt, listsIn, schemaPointer } from './form-outline.js';
import { newFieldTitle, newTitle } from './new-titles.js';
import type { PaletteEntry } from './palette.js';
import { palette, paletteEntry, paletteGroups } from './palette.js';
import { partPanel } from './part-panel.js';
import { rowInputs } from './row-inputs.js';
import { addedShared, removedShared, sharedFields, sharedOf } from './shared-fields.js';
import { visibilityMap } from './visibility-map.js';
import type { FormsWords } from './words.js';
import { formsWords } from './words.js';

/** Before the address of a definition that is dragged from the palette. */
const DEFINITION = 'definition ';
const LONGEST_LINE = 100;
/** Of a form with more questions than this, only what is in sight is laid out. */
const LONG_FORM = 60;

/** What arranges fields, and what it stands among. */
const PARTS = { step: 'steps', section: 'sections', group: 'items', tabs: 'items', text: 'items' } as const;
type PartKind = keyof typeof PARTS;
const partKinds = Object.keys(PARTS) as readonly PartKind[];

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
    const words = formsWords[context.locale];
    const designer: Designer = { context, words, form, inHand: this.inHand, isRemoving: this.isRemoving, isFresh: this.isFresh, take: (inHand, options) => this.take(inHand, options), askToRemove: (isRemoving) => this.askToRemove(isRemoving), say: (text) => this.say(text) };
    if (!context.readonly && this.host.renderRoot instanceof ShadowRoot) this.dragging ??= this.draggingIn(this.host.renderRoot);
    if (isDefinition(form)) return html`<div class="designer-box stack">${definitionActions(designer)}${this.arrangeView(definitionDesigner(designer))}<p class="visually-hidden" role="status">${this.said}</p></div>`;
    return html`<div class="designer-box stack">
      <div class="row views" role="group" aria-label=${words.views}>${(['arrange', 'sight', 'shared'] as const).map((view) => html`<button type="button" class="button ${this.view === view ? 'primary' : 'secondary'}" aria-pressed=${this.view === view} @click=${() => { this.view = view; this.host.requestUpdate(); }}>${words[view]}</button>`)}</div>
      ${this.view === 'sight' ? visibilityMap(designer, this.stage, (stage) => { this.stage = stage; this.host.requestUpdate(); }) : this.view === 'shared' ? this.sharedView(designer) : this.arrangeView(designer)}
      <p class="visually-hidden" role="status">${this.said}</p></div>`;
  }

  private arrangeView(designer: Designer): TemplateResult {
    const { context, words, form } = designer;
    const outline = formOutline(context.document, form);
    return html`<div class="designer ${context.readonly ? 'readonly' : ''}">
      ${context.readonly || (isDefinition(form) && !holdsQuestions(context, form)) ? nothing : this.paletteView(designer, outline)}
      ${isDefinition(form) ? this.definitionView(designer, outline) : html`<div class="stack">
        <div class="form-steps ${outline.names.length > LONG_FORM ? 'long' : ''}" data-list="${form}/layout/steps" data-holds="steps">${outline.steps.map((step) => this.stepView(designer, outline, step))}</div>
        ${outline.unplaced.length === 0 && outline.steps.length > 0 ? nothing : html`<section class="form-part"><h4>${outline.sections.length === 0 ? context.words.fields : context.words.unplaced}</h4>
          <ol class="field-list">${repeat(outline.unplaced, (field) => field, (field) => this.fieldRow(designer, field, undefined))}</ol></section>`}
        ${context.readonly ? nothing : html`<div class="row">${outline.steps.length > 1 ? nothing : button({ label: words.addSection, icon: 'plus', kind: 'quiet', onClick: () => this.addPart(designer, 'section') })}
          ${outline.steps.length === 0 ? nothing : button({ label: words.addStep, icon: 'plus', kind: 'quiet', onClick: () => this.addPart(designer, 'step') })}</div>
          ${this.quickAdd(designer, outline)}`}
      </div>`}
      ${this.inHand === undefined ? nothing : this.inHand.kind === 'field' ? fieldPanel(guardedDesigner(designer, schemaPointer(context.document, form, this.inHand.field)), this.inHand.field) : valueAt(context.document, this.inHand.pointer) === undefined ? nothing : partPanel(guardedDesigner(designer, this.inHand.pointer), this.inHand.pointer)}
    </div>`;
  }

  /** The questions of a definition, or the definition as the one question that it is. */
  private definitionView(designer: Designer, outline: FormOutline): TemplateResult {
    const { context, words, form } = designer;
    const holds = holdsQuestions(context, form);
    return html`<div class="stack"><section class="form-part"><h4>${words.definitionQuestions}</h4><ol class="field-list">${repeat(holds ? outline.unplaced : [''], (field) => field, (field) => this.fieldRow(designer, field, undefined))}</ol></section>
      ${context.readonly || !holds ? nothing : this.quickAdd(designer, outline)}</div>`;
  }

  // ---- Palette

  private paletteView(designer: Designer, outline: FormOutline): TemplateResult {
    const { words } = designer;
    const found = this.found(words);
    const parts = isDefinition(designer.form) ? [] : this.foundParts(words).filter((kind) => kind === 'section' || outline.steps.length > 0);
    const shared = isDefinition(designer.form) ? [] : this.foundDefinitions(designer);
    return html`<section class="palette ${this.isPaletteOpen ? 'open' : ''}" aria-label=${words.palette}>
      <button type="button" class="button secondary palette-toggle" aria-expanded=${this.isPaletteOpen} @click=${() => { this.isPaletteOpen = !this.isPaletteOpen; this.host.requestUpdate(); }}>${icons.plus}${words.showPalette}</button>
      <div class="body"><label class="visually-hidden" for="palette-search">${words.search}</label><input class="input" id="palette-search" type="search" autocomplete="off" placeholder=${words.searchHelp} .value=${live(this.query)} @input=${(event: Event) => { this.query = (event.target as HTMLInputElement).value; this.host.requestUpdate(); }}>
        <p class="small muted">${words.addsTo(this.spotTitle(designer, this.addingSpot(designer, outline)))}</p>
        ${found.length + parts.length + shared.length === 0 ? html`<p class="small" role="status">${words.noEntry}</p>` : paletteGroups.map((group) => {
          const entries = found.filter((entry) => entry.group === group);
          return entries.length === 0 ? nothing : html`<h4 id="palette-${group}">${words.groups[group]}</h4><ul class="entries" aria-labelledby="palette-${group}">${entries.map((entry) => html`<li><button type="button" class="entry" data-entry=${entry.id} data-holds="items" data-title=${words.entries[entry.id]} @click=${() => this.addEntry(designer, entry)}>${icons.plus}${words.entries[entry.id]}</button></li>`)}</ul>`;
        })}
        ${shared.length === 0 ? nothing : html`<h4 id="palette-definitions">${words.definitions}</h4><ul class="entries" aria-labelledby="palette-definitions">${shared.map((each) => html`<li><button type="button" class="entry" data-entry="${DEFINITION}${each.address}" data-holds="items" data-title=${definitionName(designer, each)} @click=${() => this.addDefinition(designer, each)}>${icons.plus}<span>${definitionName(designer, each)}${each.ready === undefined ? nothing : html`<span class="small muted"> ${words.readyDefinition}</span>`}</span></button></li>`)}</ul>`}
        ${parts.length === 0 ? nothing : html`<h4 id="palette-parts">${words.arranging}</h4><ul class="entries" aria-labelledby="palette-parts">${parts.map((kind) => html`<li><button type="button" class="entry" data-entry=${kind} data-holds=${PARTS[kind]} data-title=${words[kind]} @click=${() => this.addPart(designer, kind)}>${icons.plus}${words[kind]}</button></li>`)}</ul>`}</div></section>`;
  }

  /** By words of both languages, since people know either. */
  private found(words: FormsWords): readonly PaletteEntry[] {
    const query = this.query.trim().toLowerCase();
    const all = [formsWords['zh-CN'], formsWords.en];
    return query === '' ? palette : palette.filter(({ id, group }) => [words, ...all].some((each) => `${each.entries[id]} ${each.others[id]} ${each.groups[group]}`.toLowerCase().includes(query)));
  }

  private foundDefinitions({ context, words }: Designer): readonly OfferedDefinition[] {
    const query = this.query.trim().toLowerCase();
    return offeredDefinitions(context.document).filter(({ title, name }) => `${title['zh-CN']} ${title.en ?? ''} ${name} ${words.definitions} ${formsWords['zh-CN'].definitions} ${formsWords.en.definitions}`.toLowerCase().includes(query));
  }

  private foundParts(words: FormsWords): readonly PartKind[] {
    const query = this.query.trim().toLowerCase();
    return partKinds.filter((kind) => query === '' || [words, formsWords['zh-CN'], formsWords.en].some((each) => `${each[kind]} ${each.arranging}`.toLowerCase().includes(query)));
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
    const place = this.spotTitle(designer, spot);
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
    const change = this.partChange(designer, outline, kind, dropped ?? this.addingSpot(designer, outline), dropped !== undefined);
    if (change === undefined || !context.change(change.changes)) return;
    this.take({ kind: 'part', pointer: change.pointer });
    this.wantsFocus = 'title';
    this.say(words.addedPart(words[kind]));
  }

  private partChange({ context, form }: Designer, { steps, sections }: FormOutline, kind: PartKind, spot: Spot | undefined, isDropped: boolean): PartChange | undefined {
    const { document } = context;
    const section = sections.find((each) => spot !== undefined && listsIn(each).includes(spot.list));
    const step = steps.find(({ pointer }) => pointer === section?.step) ?? [...steps].reverse().find(({ review }) => !review);
    switch (kind) {
      case 'step': {
        const last = steps[steps.length - 1];
        return addedStep(document, form, isDropped && spot !== undefined ? spot.index : last?.review === true ? last.index : steps.length, newTitle('newStep'), newTitle('newSection'));
      }
      case 'section': return isDropped && spot !== undefined ? addedSection(document, form, spot.list.replace(/\/sections$/, ''), newTitle('newSection'), spot.index) : addedSection(document, form, step?.pointer, newTitle('newSection'));
      default: return spot === undefined ? undefined : addedBlock(document, form, kind, spot, newTitle(({ group: 'newGroup', tabs: 'newTab', text: 'newText' } as const)[kind]));
    }
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

  // ---- Steps, sections, fields

  private stepView(designer: Designer, outline: FormOutline, step: StepOutline): TemplateResult {
    const { context, words } = designer;
    const isAlone = outline.steps.length === 1 && !step.review;
    const title = partTitle(designer, step.pointer);
    const name = `${words.step}${context.messages.colon}${title}`;
    const place = { list: `${designer.form}/layout/steps`, index: step.index };
    const list = `${step.pointer}/sections`;
    return html`<section class="form-step" aria-label=${name} data-index=${step.index}>
      <div class="step-head">${isAlone || context.readonly ? nothing : this.grip(designer, place, name)}<h3 class="grow">${this.partLink(designer, step.pointer, `${words.step} ${step.index + 1}${context.messages.colon}${title}`)}</h3>${isAlone || context.readonly ? nothing : html`<span class="row">${this.arrows(designer, place, outline.steps.length, name)}</span>`}</div>
      ${step.review ? html`<p class="muted small">${words.review}</p>` : html`<div class="form-parts" data-list=${list} data-holds="sections">${step.sections.map((section) => this.sectionView(designer, outline, section))}</div>`}
      ${context.readonly || step.review || outline.steps.length < 2 ? nothing : html`<div class="row">${button({ label: words.addSection, icon: 'plus', kind: 'quiet', name: `${words.addSection}${context.messages.colon}${title}`, onClick: () => this.addPart(designer, 'section', { list, index: step.sections.length }) })}</div>`}
    </section>`;
  }

  private sectionView(designer: Designer, outline: FormOutline, section: SectionOutline): TemplateResult {
    const { context, words } = designer;
    const title = partTitle(designer, section.pointer);
    const list = `${section.step}/sections`;
    const name = `${words.section}${context.messages.colon}${title}`;
    const place = { list, index: Number(section.pointer.slice(list.length + 1)) };
    const all = outline.sections.filter(({ step }) => step === section.step).length;
    const isInHand = this.inHand?.kind === 'part' && this.inHand.pointer === section.pointer;
    return html`<section class="form-part ${isInHand ? 'selected' : ''}" aria-labelledby=${idOf(section.pointer)} data-index=${place.index}>
      <div class="part-head">${context.readonly || outline.sections.length < 2 ? nothing : this.grip(designer, place, name)}<h4 class="grow" id=${idOf(section.pointer)}>${this.partLink(designer, section.pointer, name)}</h4>${context.readonly || all < 2 ? nothing : html`<span class="row">${this.arrows(designer, place, all, name)}</span>`}</div>
      ${this.itemList(designer, outline, section.list, section.items)}
      ${context.readonly ? nothing : button({ label: words.addHere, icon: 'plus', kind: 'quiet', name: `${words.addHere}${context.messages.colon}${title}`, onClick: () => this.addAt({ list: section.list, index: section.items.length }) })}</section>`;
  }

  /** The palette adds here next. */
  private addAt(spot: Spot): void {
    this.spot = spot;
    this.isPaletteOpen = true;
    this.wantsFocus = 'palette';
    this.host.requestUpdate();
  }

  /** Among its neighbours, one place up or down. */
  private arrows(designer: Designer, { list, index }: Spot, all: number, title: string, field?: string): TemplateResult {
    const { words } = designer.context;
    const move = (to: number, name: string): void => {
      if (!this.move(designer, { list, index }, { list, index: to }, title, field)) return;
      this.wantsFocus = 'grip';
      this.wantsButton = name;
    };
    const [up, down] = [words.up(title), words.down(title)];
    return html`${button({ label: '', icon: 'up', kind: 'quiet', name: up, disabled: index === 0, onClick: () => move(index - 1, up) })}${button({ label: '', icon: 'down', kind: 'quiet', name: down, disabled: index === all - 1, onClick: () => move(index + 2, down) })}`;
  }

  /** Takes hold of something: dragging it, or its arrow keys, which go past the end of a list into the next one. */
  private grip(designer: Designer, place: Spot | undefined, title: string, field?: string): TemplateResult {
    const { words, context } = designer;
    const take = (): void => { if (field !== undefined) this.take({ kind: 'field', field }); else if (place !== undefined) this.take({ kind: 'part', pointer: `${place.list}/${place.index}` }); };
    const moveByKey = (event: KeyboardEvent): void => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const outline = formOutline(context.document, designer.form);
      const lists = outline.sections.flatMap(listsIn);
      const spot = place !== undefined ? spotBeside(context.document, outline, place, step) : step > 0 && lists[0] !== undefined ? { list: lists[0], index: 0 } : undefined;
      if (spot !== undefined && this.move(designer, place, spot, title, field)) this.wantsFocus = 'grip';
    };
    return html`<button type="button" class="grip" data-grip data-title=${title} title=${words.drag} aria-label=${words.moveOf(title)} @click=${take} @keydown=${moveByKey}>${icons.grip}</button>`;
  }

  private partLink(designer: Designer, pointer: string, label: string): TemplateResult {
    const isInHand = this.inHand?.kind === 'part' && this.inHand.pointer === pointer;
    const isConditional = valueAt(designer.context.document, `${pointer}/visibleWhen`) !== undefined || valueAt(designer.context.document, `${pointer}/opensWhen`) !== undefined;
    return html`<button type="button" class="link" data-row=${`part ${pointer}`} aria-expanded=${isInHand} @click=${() => this.take(isInHand ? undefined : { kind: 'part', pointer }, { focus: true })}>${label}</button>${isConditional ? html` ${tag('neutral', designer.words.conditional)}` : nothing}${this.lock(lockSentence(designer.context, designer.context.overlayRule(pointer)))}`;
  }

  private lock(said: string): unknown {
    return said === '' ? nothing : html`<span class="lock muted" title=${said}>${icons.lock}<span class="visually-hidden">${said}</span></span>`;
  }

  private itemList(designer: Designer, outline: FormOutline, list: string, items: readonly PlacedItem[]): TemplateResult {
    return html`<ol class="field-list" data-list=${list} data-holds="items">${repeat(items, (item) => (item.kind === 'field' ? item.field : item.pointer), (item) => (item.kind === 'field' ? this.fieldRow(designer, item.field, item) : this.blockRow(designer, outline, item)))}</ol>
      ${items.length === 0 ? html`<p class="small muted">${designer.words.emptyList}</p>` : nothing}`;
  }

  private blockRow(designer: Designer, outline: FormOutline, block: PlacedBlock): TemplateResult {
    const { context } = designer;
    const { pointer, list, index, lists } = block;
    const title = blockTitle(designer, block);
    const isInHand = this.inHand?.kind === 'part' && this.inHand.pointer === pointer;
    return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-index=${index}><div class="line">${context.readonly ? nothing : this.grip(designer, { list, index }, title)}<span class="grow">${this.partLink(designer, pointer, title)}</span></div>
      ${isInHand && !context.readonly ? this.blockActions(designer, outline, block, title) : nothing}
      ${block.kind === 'tabs' ? html`<ol class="field-list tab-list" data-list="${pointer}/tabs" data-holds="tabs">${lists.map((tab, place) => this.tabRow(designer, outline, block, tab, place))}</ol>` : lists.map((inner) => this.itemList(designer, outline, inner.list, inner.items))}</li>`;
  }

  private tabRow(designer: Designer, outline: FormOutline, block: PlacedBlock, { pointer, list, items }: PlacedBlock['lists'][number], index: number): TemplateResult {
    const { context, words } = designer;
    const title = partTitle(designer, pointer);
    const name = `${words.tabs}${context.messages.colon}${title}`;
    const place = { list: `${block.pointer}/tabs`, index };
    const isInHand = this.inHand?.kind === 'part' && this.inHand.pointer === pointer;
    return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-index=${index}><div class="line">${context.readonly || block.lists.length < 2 ? nothing : this.grip(designer, place, name)}<span class="grow">${this.partLink(designer, pointer, name)}</span></div>
      ${isInHand && !context.readonly ? html`<div class="actions">${this.arrows(designer, place, block.lists.length, name)}${this.addHere(designer, { list, index: items.length }, title)}</div>` : nothing}${this.itemList(designer, outline, list, items)}</li>`;
  }

  private addHere({ context, words }: Designer, spot: Spot, title: string): TemplateResult {
    return button({ label: words.addHere, icon: 'plus', kind: 'quiet', name: `${words.addHere}${context.messages.colon}${title}`, onClick: () => this.addAt(spot) });
  }

  private blockActions(designer: Designer, outline: FormOutline, block: PlacedBlock, title: string): TemplateResult {
    const [inner] = block.kind === 'group' ? block.lists : [];
    return html`<div class="actions">${this.arrows(designer, block, listAt(designer.context.document, block.list).length, title)}${this.placeInput(designer, outline, block, title)}
      ${inner === undefined ? nothing : this.addHere(designer, { list: inner.list, index: inner.items.length }, title)}</div>`;
  }

  /** Drawn where something that it shows has changed; whatever row is acted upon, it acts upon the form as it is then. */
  private fieldRow(designer: Designer, field: string, place: PlacedField | undefined): unknown {
    return guard(rowInputs(designer, field, place), () => this.rowView(designer, currentOutline(designer.context, designer.form), field, place));
  }

  private rowView(designer: Designer, outline: FormOutline, field: string, place: PlacedField | undefined): TemplateResult {
    const { context, words, form } = designer;
    const title = fieldTitle(context, form, field);
    const isInHand = this.inHand?.kind === 'field' && this.inHand.field === field;
    const required = listAt(context.document, `${form}/schema/required`);
    const settings = settingsPointer(form, field);
    const isSet = (name: string): boolean => valueAt(context.document, `${settings}/${name}`) !== undefined;
    const rule = context.overlayRule(`${form}/schema/properties/${escapeToken(pointerTokens(field)[0] ?? '')}`);
    const isBase = rule !== undefined;
    const drawn = drawnField(context.document, form, field);
    const marks = [...(drawn === undefined ? [] : [definitionName(designer, drawn.definition)]), ...(required.includes(pointerTokens(field)[0]) ? [context.words.required] : []), ...(isSet('visibleWhen') || isSet('requiredWhen') ? [words.conditional] : []), ...(valueAt(context.document, `${form}/computed/${escapeToken(field)}`) === undefined ? [] : [words.computedField]), ...(sharedOf(context.document, form, field) === undefined ? [] : [words.sharedField])];
    return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-field=${field} data-index=${place?.index ?? nothing}><div class="line">
      ${context.readonly || isDefinition(form) ? nothing : this.grip(designer, place, title, field)}
      <span class="grow"><button type="button" class="link" data-row=${`field ${field}`} aria-expanded=${isInHand} @click=${() => this.take(isInHand ? undefined : { kind: 'field', field }, { focus: true })}>${title}</button><span class="small muted">${[kindWord(designer, field), ...marks].join(' · ')}</span></span>
      ${this.lock(isBase ? lockSentence(context, rule) || words.locked : '')}${counts(context, settings)}</div>
      ${isInHand && !context.readonly ? this.fieldActions(designer, outline, field, place, title, isBase) : nothing}
      ${this.innerRows(designer, outline, field)}</li>`;
  }

  /** The answers in a group or in the items of a list. */
  private innerRows(designer: Designer, outline: FormOutline, field: string): unknown {
    const { context, form } = designer;
    if (valueAt(context.document, `${settingsPointer(form, field)}/record`) !== undefined) return nothing;
    const drawn = drawnField(context.document, form, field);
    if (drawn !== undefined) return this.drawnRows(designer, drawn.definition.pointer, '', 0);
    const schema = valueAt(context.document, followed(context.document, form, schemaPointer(context.document, form, field)));
    const widget = valueAt(context.document, `${settingsPointer(form, field)}/widget`);
    const isWhole = ['dateRange', 'period', 'address'].includes(plainText(widget));
    const inner = isWhole ? [] : [...Object.keys((valueAt(schema, '/properties') ?? {})).map((name) => `${field}/${escapeToken(name)}`), ...Object.keys((valueAt(schema, '/items/properties') ?? {})).map((name) => `${field}/*/${escapeToken(name)}`)];
    const mayHold = !isWhole && (valueAt(schema, '/properties') !== undefined || valueAt(schema, '/items/properties') !== undefined);
    if (!mayHold || pointerTokens(field).length > 4) return nothing;
    const isInHand = this.inHand?.kind === 'field' && this.inHand.field === field;
    return html`<ol class="field-list">${inner.map((each) => this.innerRow(designer, outline, each))}</ol>${isInHand && !context.readonly ? this.innerAdd(designer, field) : nothing}`;
  }

  /** What a definition asks, to be read where it is used: it is changed on its own page. */
  private drawnRows(designer: Designer, definition: string, field: string, depth: number): unknown {
    const { context, words } = designer;
    const schema = valueAt(context.document, followed(context.document, definition, schemaPointer(context.document, definition, field)));
    const inner = [...Object.keys((valueAt(schema, '/properties') ?? {})).map((name) => `${field}/${escapeToken(name)}`), ...Object.keys((valueAt(schema, '/items/properties') ?? {})).map((name) => `${field}/*/${escapeToken(name)}`)];
    if (inner.length === 0 || depth > 3) return nothing;
    const row = (each: string): TemplateResult => {
      const drawn = drawnField(context.document, definition, each);
      const isRequired = listAt(context.document, `${schemaPointer(context.document, definition, each).replace(/\/properties\/[^/]+$/, '')}/required`).includes(pointerTokens(each).pop());
      return html`<li class="field-row"><div class="line"><span class="grow"><span>${fieldTitle(context, definition, each)}</span><span class="small muted">${[kindWord({ ...designer, form: definition }, each), ...(drawn === undefined ? [] : [definitionName(designer, drawn.definition)]), ...(isRequired ? [context.words.required] : [])].join(' · ')}</span></span></div>
        ${drawn === undefined ? this.drawnRows(designer, definition, each, depth + 1) : this.drawnRows(designer, drawn.definition.pointer, '', depth + 1)}</li>`;
    };
    return html`<ol class="field-list drawn" aria-label=${words.ofDefinition(textOf(context, `${definition}/title`))}>${inner.map(row)}</ol>`;
  }

  private innerAdd(designer: Designer, field: string): TemplateResult {
    const { context, words, form } = designer;
    const id = `${idOf(form + field)}-inside`;
    const add = (event: Event): void => {
      event.preventDefault();
      const { elements } = event.target as HTMLFormElement;
      const input = elements.namedItem('title') as HTMLInputElement;
      const title = input.value.trim();
      if (title === '' || !context.change(addedInner(context.document, form, field, paletteEntry((elements.namedItem('kind') as HTMLSelectElement).value), { 'zh-CN': title }).changes)) return;
      input.value = '';
      this.say(words.added(title, `“${fieldTitle(context, form, field)}”`));
    };
    const kinds = palette.filter(({ settings, schema, inner }) => settings?.record === undefined && schema['type'] !== 'object' && inner === undefined);
    return html`<form class="row add actions" @submit=${add}><label for=${id}>${words.inside(fieldTitle(context, form, field))}</label><input class="input" id=${id} name="title" autocomplete="off" placeholder=${context.words.name} required>
      <label class="visually-hidden" for="${id}-kind">${context.words.fieldKind}</label><select class="input small-input" id="${id}-kind" name="kind">${[...kinds].sort((one, other) => Number(other.group === 'type') - Number(one.group === 'type')).map((entry) => html`<option value=${entry.id}>${words.entries[entry.id]}</option>`)}</select><button class="button secondary" aria-label="${context.words.addField}${context.messages.colon}${words.inside(fieldTitle(context, form, field))}">${context.words.addField}</button></form>`;
  }

  private innerRow(designer: Designer, outline: FormOutline, field: string): TemplateResult {
    const { context, form } = designer;
    const isInHand = this.inHand?.kind === 'field' && this.inHand.field === field;
    return html`<li class="field-row ${isInHand ? 'selected' : ''}"><div class="line"><span class="grow"><button type="button" class="link" data-row=${`field ${field}`} aria-expanded=${isInHand} @click=${() => this.take(isInHand ? undefined : { kind: 'field', field }, { focus: true })}>${fieldTitle(context, form, field)}</button><span class="small muted">${kindWord(designer, field)}</span></span>${counts(context, settingsPointer(form, field))}</div>
      ${isInHand && !context.readonly ? html`<div class="actions">${this.removeButton(designer, field, fieldTitle(context, form, field), context.overlayRule(schemaPointer(context.document, form, field)) !== undefined)}</div>` : nothing}${this.innerRows(designer, outline, field)}</li>`;
  }

  private fieldActions(designer: Designer, outline: FormOutline, field: string, place: PlacedField | undefined, title: string, isBase: boolean): TemplateResult {
    const { context, words } = designer;
    const items = place === undefined ? 0 : listAt(context.document, place.list).length;
    return html`<div class="actions">${place === undefined ? nothing : this.arrows(designer, place, items, title, field)}
      ${this.placeInput(designer, outline, place, title, field)}
      ${place === undefined ? nothing : button({ label: words.addBelow, icon: 'plus', kind: 'quiet', onClick: () => this.addAt({ list: place.list, index: place.index + 1 }) })}
      ${this.removeButton(designer, field, title, isBase)}</div>`;
  }

  private removeButton(designer: Designer, field: string, title: string, isBase: boolean): TemplateResult {
    const { context, words, form } = designer;
    const remove = (): void => {
      if (fieldUses(context.document, form, field).some(({ part }) => part !== 'test')) { this.askToRemove(true); return; }
      if (context.change(removeField(context.document, form, field))) { this.take(undefined); this.say(words.removed(title)); }
    };
    return html`${button({ label: '', icon: 'trash', kind: 'quiet', name: context.words.removeThing(title), disabled: isBase, onClick: remove })}${isBase ? html`<span class="small muted">${words.locked}</span>` : nothing}`;
  }

  /** Without dragging, to the end of any section, group or tab. */
  private placeInput(designer: Designer, outline: FormOutline, place: Spot | undefined, title: string, field?: string): unknown {
    const { context, words } = designer;
    const within = place === undefined ? undefined : `${place.list}/${place.index}/`;
    const lists = outline.sections.flatMap((section) => listsIn(section).map((list) => ({ list, title: this.listTitle(designer, section, list) }))).filter(({ list }) => within === undefined || !list.startsWith(within));
    if (lists.length < (place === undefined ? 1 : 2)) return nothing;
    const take = (event: Event): void => {
      const list = (event.target as HTMLSelectElement).value;
      if (list !== '' && list !== place?.list) this.move(designer, place, { list, index: listAt(context.document, list).length }, title, field);
    };
    return html`<select class="input small-input" aria-label="${context.words.moveTo}${context.messages.colon}${title}" .value=${live(place?.list ?? '')} @change=${take}>${place === undefined ? html`<option value="" selected>${words.moveField}</option>` : nothing}${lists.map((each) => html`<option value=${each.list} ?selected=${each.list === place?.list}>${each.title}</option>`)}</select>`;
  }

  /** Takes what stands at one place, or a field that stands nowhere, to another; `false` where that cannot be. */
  private move(designer: Designer, from: Spot | undefined, to: Spot, title: string, field?: string): boolean {
    const { context, words } = designer;
    if (from !== undefined && leavesNothing(context.document, from, to)) {
      this.say(words.onlySectionOfStep);
      return false;
    }
    const changes = from !== undefined ? movedItem(context.document, from, to) : field === undefined ? [] : placedField(context.document, field, to);
    const said = words.movedTo(title, this.spotTitle(designer, to));
    if (changes.length === 0 || !context.change(changes)) return false;
    const spot = from === undefined ? to : movedTo(from, to);
    this.take(field === undefined ? { kind: 'part', pointer: `${spot.list}/${spot.index}` } : { kind: 'field', field });
    this.say(said);
    return true;
  }

  private listTitle(designer: Designer, section: SectionOutline, list: string): string {
    const own = partTitle(designer, section.pointer);
    return list === section.list ? own : `${own} › ${partTitle(designer, list.replace(/\/(group|elements)$/, ''))}`;
  }

  /** What a place among fields, tabs, sections or steps is called. */
  private spotTitle(designer: Designer, spot: Spot | undefined): string {
    const { context, words, form } = designer;
    if (spot === undefined) return words.nowhere;
    const section = formOutline(context.document, form).sections.find((each) => listsIn(each).includes(spot.list));
    const holder = spot.list.replace(/\/(layout\/steps|sections|tabs)$/, '');
    if (section === undefined && holdsOf(spot.list) === 'items') return words.nowhere;
    const title = section === undefined ? (holdsOf(spot.list) === 'tabs' ? words.tabs : partTitle(designer, holder)) : this.listTitle(designer, section, spot.list);
    const before = valueAt(context.document, `${spot.list}/${spot.index}`);
    return before === undefined ? words.end(title) : words.before(title, typeof before === 'string' ? fieldTitle(context, form, before) : rowTitle(designer, `${spot.list}/${spot.index}`));
  }

  // ---- Dragging

  private draggingIn(root: ShadowRoot): FormDragging {
    const designer = (): Designer | undefined => (this.drawn === undefined ? undefined : { ...this.drawn, words: formsWords[this.drawn.context.locale], inHand: this.inHand, isRemoving: false, isFresh: false, take: (inHand) => this.take(inHand), askToRemove: () => undefined, say: (text) => this.say(text) });
    return new FormDragging(root, {
      get isOpen() { return designer()?.context.readonly === false; },
      over: (dragged, spot) => { const now = designer(); if (now !== undefined && spot !== undefined) this.say(now.words.dragging(dragged.title, this.spotTitle(now, spot))); },
      drop: (dragged: Dragged, spot) => {
        const now = designer();
        if (now === undefined || now.context.readonly) return;
        if (dragged.kind === 'row') this.move(now, dragged.from, spot, dragged.title, dragged.field);
        else if (isPartKind(dragged.id)) this.addPart(now, dragged.id, spot);
        else {
          const offered = offeredDefinitions(now.context.document).find(({ address }) => dragged.id === DEFINITION + address);
          if (offered === undefined) this.addEntry(now, paletteEntry(dragged.id), spot);
          else this.addDefinition(now, offered, spot);
        }
      },
      cancelled: () => { const now = designer(); if (now !== undefined) this.say(now.words.cancelled); },
    });
  }

  // ---- Shared fields

  private sharedView(designer: Designer): TemplateResult {
    const { context, words, form } = designer;
    const all = sharedFields(context.document, form);
    const open = (field: string): void => { this.view = 'arrange'; this.take({ kind: 'field', field }, { focus: true }); };
    return html`<div class="stack"><h4>${words.definitions}</h4>${definitionList(designer)}<h4>${words.sharedInForm}</h4><p class="small muted">${words.sharedHelp}</p>
      ${all.length === 0 ? html`<p>${words.noShared}</p>` : html`<ul class="things">${all.map((shared) => html`<li class="item"><div class="grow"><strong><code>${shared.name}</code></strong>
        <p class="small">${shared.fields.length === 0 ? words.notUsed : html`${words.usedAt}${context.messages.colon}${shared.fields.map((field, index) => html`${index === 0 ? nothing : ' · '}<button type="button" class="link" @click=${() => open(field)}>${fieldTitle(context, form, field)}</button>`)}`}</p></div>
        ${context.readonly ? nothing : html`<span class="row">${button({ label: words.useShared(shared.name), icon: 'plus', kind: 'quiet', onClick: () => {
          const spot = spotAfter(context.document, form, undefined);
          this.view = 'arrange';
          this.carryOut(designer, addedShared(context.document, form, shared.name, { 'zh-CN': shared.name }, spot), shared.name, spot, 'title');
        } })}
        ${button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeShared(shared.name), disabled: shared.fields.length > 0, onClick: () => void context.change(removedShared(context.document, form, shared)) })}</span>`}</li>`)}</ul>`}</div>`;
  }
}

/** The button of a name where it can be pressed, else what takes hold of the row. */
function buttonIn(row: Element | null | undefined, name: string | undefined): HTMLElement | null | undefined {
  return Array.from(row?.querySelectorAll('button') ?? []).find((each) => name !== undefined && each.ariaLabel === name && !each.disabled) ?? row?.querySelector<HTMLElement>('[data-grip]');
}

/** What a version that forms are drawn from asks can be read, and not changed. */
const definitionDesigner = (designer: Designer): Designer => (isChangeable(designer.context, designer.form) ? designer : { ...designer, context: { ...designer.context, readonly: true } });

/** Whether a definition asks for several things, to which more can be added. */
const holdsQuestions = (context: EditorContext, form: string): boolean => valueAt(context.document, `${form}/schema/type`) === 'object';

const isPartKind = (id: string): id is PartKind => id in PARTS;

/** What a group, tabs, a text, a tab, a section or a step is called where there is one of a kind beside others. */
function blockTitle(designer: Designer, { kind, pointer, lists }: PlacedBlock): string {
  const { words, context } = designer;
  return `${words[kind]}${context.messages.colon}${kind === 'tabs' ? lists.map((tab) => partTitle(designer, tab.pointer)).join(context.locale === 'en' ? ', ' : '、') : partTitle(designer, pointer)}`;
}

function rowTitle(designer: Designer, pointer: string): string {
  const block = formOutline(designer.context.document, designer.form).sections.flatMap(({ items }) => blocksIn(items)).find((each) => each.pointer === pointer);
  return block === undefined ? partTitle(designer, pointer) : blockTitle(designer, block);
}

const keyOf = (inHand: InHand | undefined): string => (inHand === undefined ? '' : inHand.kind === 'field' ? `field ${inHand.field}` : `part ${inHand.pointer}`);

/** What a field is, in a word: by its record, its widget, its format, its type. */
function kindWord(designer: Designer, field: string): string {
  const { context, words, form } = designer;
  const drawn = drawnField(context.document, form, field);
  if (drawn !== undefined) return drawn.isList ? words.entries.list : kindWord({ ...designer, form: drawn.definition.pointer }, '');
  const settings = valueAt(context.document, settingsPointer(form, field));
  const schema = valueAt(context.document, followed(context.document, form, schemaPointer(context.document, form, field)));
  const record = Object.keys((valueAt(settings, '/record') ?? {})).find((name) => palette.some(({ settings: own }) => own?.record !== undefined && name in own.record));
  // A text that may be long is drawn in several lines.
  const drawnBy = valueAt(settings, '/widget') ?? (valueAt(schema, '/type') === 'string' && Number(valueAt(schema, '/maxLength') ?? 0) > LONGEST_LINE ? 'textarea' : undefined);
  const fits = [...palette].sort((one, other) => Number(other.settings?.widget === drawnBy) - Number(one.settings?.widget === drawnBy)).find(({ schema: own, settings: set }) => (record === undefined
    ? own['type'] === valueAt(schema, '/type') && own['format'] === valueAt(schema, '/format') && ('enum' in own) === Array.isArray(valueAt(schema, '/enum')) && set?.record === undefined && (set?.widget === undefined || set.widget === drawnBy) && (set?.mask === undefined || own['format'] !== undefined || set.mask === valueAt(settings, '/mask')) && ((own['items'] as FormDefinition['schema'] | undefined)?.['enum'] !== undefined) === Array.isArray(valueAt(schema, '/items/enum')) && own['const'] === valueAt(schema, '/const') && !('properties' in own && own['type'] === 'object' && set?.widget === undefined)
    : set?.record !== undefined && record in set.record));
  return fits === undefined ? (valueAt(schema, '/type') === 'object' ? words.group : words.entries.text) : words.entries[fits.id];
}

/** The settings of the form, or of a definition, below its fields. */
export const formSettings = (context: EditorContext, pointer: string): TemplateResult => html`<details><summary>${isDefinition(pointer) ? formsWords[context.locale].definitionSettings : context.words.formSettings}</summary>${placeEditor(context, pointer, (name) => !['schema', 'layout', 'fields', 'computed'].includes(name))}</details>`;

/** What the base locks can be read, and not changed. */
function guardedDesigner(designer: Designer, pointer: string): Designer {
  return { ...designer, context: guarded(designer.context, designer.context.overlayRule(pointer)) };
}
