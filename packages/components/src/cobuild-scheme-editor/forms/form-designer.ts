import type { FormDefinition, JsonChange, LocalizedText } from '@cobuild/core';
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
import type { Designer, InHand } from './designer-actions.js';
import { fieldTitle, partTitle, settingsPointer } from './designer-actions.js';
import { fieldPanel } from './field-panel.js';
import type { FormChange } from './form-changes.js';
import { addedField, addedInner, addedSection, addedStep, movedItem, placedField, spotAfter } from './form-changes.js';
import type { Dragged } from './form-dragging.js';
import { FormDragging } from './form-dragging.js';
import type { FormOutline, PlacedBlock, PlacedField, PlacedItem, SectionOutline, Spot, StepOutline } from './form-outline.js';
import { followed, formOutline, listAt, listsIn, placeOfField, schemaPointer } from './form-outline.js';
import type { PaletteEntry } from './palette.js';
import { palette, paletteEntry, paletteGroups } from './palette.js';
import { partPanel } from './part-panel.js';
import { rowInputs } from './row-inputs.js';
import { addedShared, removedShared, sharedFields, sharedOf } from './shared-fields.js';
import { visibilityMap } from './visibility-map.js';
import type { FormsWords } from './words.js';
import { formsWords } from './words.js';

const LONGEST_LINE = 100;

type View = 'arrange' | 'sight' | 'shared';
type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** A form as its steps, sections and fields: what can be asked beside it, the settings of what is in hand on the other side; who sees what; and what fields share. */
export class FormDesigner implements ReactiveController, Omit<Designer, 'context' | 'words' | 'form'> {
  inHand: InHand | undefined;
  isRemoving = false;
  private view: View = 'arrange';
  private query = '';
  private stage = '*';
  /** Where the next field of the palette goes, where somebody chose it. */
  private spot: Spot | undefined;
  private isPaletteOpen = false;
  private said = '';
  private wantsFocus: 'panel' | 'title' | 'row' | 'grip' | 'palette' | 'removing' | undefined;
  private lastInHand: InHand | undefined;
  private dragging: FormDragging | undefined;
  /** As the form was drawn last: a row that stayed as it is acts upon the form as it is now. */
  private drawn: Designer | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.dragging?.cancel();
  }

  hostUpdated(): void {
    const { wantsFocus } = this;
    this.wantsFocus = undefined;
    if (wantsFocus === undefined) return;
    const root = this.host.renderRoot;
    const row = this.lastInHand === undefined ? undefined : Array.from(root.querySelectorAll<HTMLElement>('[data-row]')).find(({ dataset }) => dataset['row'] === keyOf(this.lastInHand));
    const target = wantsFocus === 'row' ? row : wantsFocus === 'grip' ? row?.closest('[data-field]')?.querySelector<HTMLElement>('[data-grip]') : root.querySelector<HTMLElement>({ panel: '.panel-title', title: '.field-panel [name="title"]', palette: '.palette [type="search"]', removing: '.removing' }[wantsFocus]);
    target?.focus();
    if (wantsFocus === 'title' && target instanceof HTMLInputElement) target.select();
    target?.scrollIntoView({ block: 'nearest' });
  }

  /** The settings of a field, a step or a section come beside the form. */
  take(inHand: InHand | undefined, { focus = false }: { readonly focus?: boolean } = {}): void {
    this.lastInHand = inHand ?? this.inHand;
    this.inHand = inHand;
    this.isRemoving = false;
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
    const words = formsWords[context.locale];
    const designer: Designer = { context, words, form, inHand: this.inHand, isRemoving: this.isRemoving, take: (inHand, options) => this.take(inHand, options), askToRemove: (isRemoving) => this.askToRemove(isRemoving), say: (text) => this.say(text) };
    this.drawn = designer;
    if (!context.readonly && this.host.renderRoot instanceof ShadowRoot) this.dragging ??= this.draggingIn(this.host.renderRoot);
    return html`<div class="designer-box stack">
      <div class="row views" role="group" aria-label=${words.views}>${(['arrange', 'sight', 'shared'] as const).map((view) => html`<button type="button" class="button ${this.view === view ? 'primary' : 'secondary'}" aria-pressed=${this.view === view} @click=${() => { this.view = view; this.host.requestUpdate(); }}>${words[view]}</button>`)}</div>
      ${this.view === 'sight' ? visibilityMap(designer, this.stage, (stage) => { this.stage = stage; this.host.requestUpdate(); }) : this.view === 'shared' ? this.sharedView(designer) : this.arrangeView(designer)}
      <p class="visually-hidden" role="status">${this.said}</p></div>`;
  }

  private arrangeView(designer: Designer): TemplateResult {
    const { context, words, form } = designer;
    const outline = formOutline(context.document, form);
    return html`<div class="designer ${context.readonly ? 'readonly' : ''}">
      ${context.readonly ? nothing : this.paletteView(designer, outline)}
      <div class="stack">
        ${outline.steps.map((step) => this.stepView(designer, outline, step))}
        ${outline.unplaced.length === 0 && outline.steps.length > 0 ? nothing : html`<section class="form-part"><h4>${outline.sections.length === 0 ? context.words.fields : context.words.unplaced}</h4>
          <ol class="field-list">${repeat(outline.unplaced, (field) => field, (field) => this.fieldRow(designer, outline, field, undefined))}</ol></section>`}
        ${context.readonly ? nothing : html`<div class="row">${outline.steps.length > 1 ? nothing : button({ label: words.addSection, icon: 'plus', kind: 'quiet', onClick: () => this.addPart(designer, addedSection(context.document, form, outline.steps[0]?.pointer, both('newSection'))) })}
          ${outline.steps.length === 0 ? nothing : button({ label: words.addStep, icon: 'plus', kind: 'quiet', onClick: () => this.addPart(designer, addedStep(context.document, form, outline.steps.length - 1, both('newStep'), both('newSection'))) })}</div>
          ${this.quickAdd(designer, outline)}`}
      </div>
      ${this.inHand === undefined ? nothing : this.inHand.kind === 'field' ? fieldPanel(guardedDesigner(designer, schemaPointer(context.document, form, this.inHand.field)), this.inHand.field) : valueAt(context.document, this.inHand.pointer) === undefined ? nothing : partPanel(guardedDesigner(designer, this.inHand.pointer), this.inHand.pointer)}
    </div>`;
  }

  // ---- Palette

  private paletteView(designer: Designer, outline: FormOutline): TemplateResult {
    const { words } = designer;
    const found = this.found(words);
    return html`<section class="palette ${this.isPaletteOpen ? 'open' : ''}" aria-label=${words.palette}>
      <button type="button" class="button secondary palette-toggle" aria-expanded=${this.isPaletteOpen} @click=${() => { this.isPaletteOpen = !this.isPaletteOpen; this.host.requestUpdate(); }}>${icons.plus}${words.showPalette}</button>
      <div class="body"><label class="visually-hidden" for="palette-search">${words.search}</label><input class="input" id="palette-search" type="search" autocomplete="off" placeholder=${words.searchHelp} .value=${live(this.query)} @input=${(event: Event) => { this.query = (event.target as HTMLInputElement).value; this.host.requestUpdate(); }}>
        <p class="small muted">${words.addsTo(this.spotTitle(designer, this.addingSpot(designer, outline)))}</p>
        ${found.length === 0 ? html`<p class="small" role="status">${words.noEntry}</p>` : paletteGroups.map((group) => {
          const entries = found.filter((entry) => entry.group === group);
          return entries.length === 0 ? nothing : html`<h4 id="palette-${group}">${words.groups[group]}</h4><ul class="entries" aria-labelledby="palette-${group}">${entries.map((entry) => html`<li><button type="button" class="entry" data-entry=${entry.id} data-title=${words.entries[entry.id]} @click=${() => this.addEntry(designer, entry)}>${icons.plus}${words.entries[entry.id]}</button></li>`)}</ul>`;
        })}</div></section>`;
  }

  /** By words of both languages, since people know either. */
  private found(words: FormsWords): readonly PaletteEntry[] {
    const query = this.query.trim().toLowerCase();
    const all = [formsWords['zh-CN'], formsWords.en];
    return query === '' ? palette : palette.filter(({ id, group }) => [words, ...all].some((each) => `${each.entries[id]} ${each.others[id]} ${each.groups[group]}`.toLowerCase().includes(query)));
  }

  private addingSpot({ context, form }: Designer, outline: FormOutline): Spot | undefined {
    const chosen = this.spot;
    if (chosen !== undefined && outline.sections.some((section) => listsIn(section).includes(chosen.list))) return chosen;
    return spotAfter(context.document, form, this.inHand?.kind === 'field' ? this.inHand.field : undefined);
  }

  private addEntry(designer: Designer, entry: PaletteEntry, spot = this.addingSpot(designer, formOutline(designer.context.document, designer.form))): void {
    const { context, form } = designer;
    const title: LocalizedText = { 'zh-CN': formsWords['zh-CN'].entries[entry.id], en: formsWords.en.entries[entry.id] };
    this.carryOut(designer, addedField(context.document, form, entry, title, spot), designer.words.entries[entry.id], spot, 'title');
  }

  /** Of what was added the title comes next. */
  private carryOut(designer: Designer, { changes, field }: FormChange, title: string, spot: Spot | undefined, focus?: 'title'): boolean {
    const { context, words } = designer;
    const place = this.spotTitle(designer, spot);
    if (!context.change(changes)) return false;
    this.take({ kind: 'field', field });
    this.wantsFocus = focus;
    this.say(words.added(title, place));
    return true;
  }

  private addPart({ context }: Designer, { changes, pointer }: { readonly changes: readonly JsonChange[]; readonly pointer: string }): void {
    if (!context.change(changes)) return;
    this.take({ kind: 'part', pointer });
    this.wantsFocus = 'title';
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
    return html`<form class="row add" @submit=${add}><label for=${id}>${context.words.newField}</label><input class="input" id=${id} name="title" autocomplete="off" placeholder=${context.words.name} required>
      <label class="visually-hidden" for="${id}-kind">${context.words.fieldKind}</label><select class="input small-input" id="${id}-kind" name="kind">${[...paletteGroups].sort((one, other) => Number(other === 'type') - Number(one === 'type')).map((group) => html`<optgroup label=${words.groups[group]}>${palette.filter((entry) => entry.group === group).map((entry) => html`<option value=${entry.id}>${words.entries[entry.id]}</option>`)}</optgroup>`)}</select>
      <button class="button secondary" aria-label="${context.words.addField}${context.messages.colon}${context.words.newField}">${context.words.addField}</button></form>`;
  }

  // ---- Steps, sections, fields

  private stepView(designer: Designer, outline: FormOutline, step: StepOutline): TemplateResult {
    const { context, words } = designer;
    const isAlone = outline.steps.length === 1 && !step.review;
    const move = (to: number): void => { if (context.change({ kind: 'move', pointer: `${designer.form}/layout/steps`, from: step.index, to })) this.take({ kind: 'part', pointer: `${designer.form}/layout/steps/${to}` }); };
    const title = partTitle(designer, step.pointer);
    return html`<section class="form-step" aria-label="${words.step}${context.messages.colon}${title}">
      <div class="step-head"><h3>${this.partLink(designer, step.pointer, `${words.step} ${step.index + 1}${context.messages.colon}${title}`)}</h3>${isAlone || context.readonly ? nothing : html`<span class="row">${this.arrows(context, title, step.index, outline.steps.length, move)}</span>`}</div>
      ${step.review ? html`<p class="muted small">${words.review}</p>` : nothing}
      ${step.sections.map((section) => this.sectionView(designer, outline, section))}
      ${context.readonly || step.review || outline.steps.length < 2 ? nothing : html`<div class="row">${button({ label: words.addSection, icon: 'plus', kind: 'quiet', name: `${words.addSection}${context.messages.colon}${title}`, onClick: () => this.addPart(designer, addedSection(context.document, designer.form, step.pointer, both('newSection'))) })}</div>`}
    </section>`;
  }

  private sectionView(designer: Designer, outline: FormOutline, section: SectionOutline): TemplateResult {
    const { context, words } = designer;
    const title = partTitle(designer, section.pointer);
    const list = `${section.step}/sections`;
    const index = Number(section.pointer.slice(list.length + 1));
    const all = outline.sections.filter(({ step }) => step === section.step).length;
    const move = (to: number): void => { if (context.change({ kind: 'move', pointer: list, from: index, to })) this.take({ kind: 'part', pointer: `${list}/${to}` }); };
    const isInHand = this.inHand?.kind === 'part' && this.inHand.pointer === section.pointer;
    return html`<section class="form-part ${isInHand ? 'selected' : ''}" aria-labelledby=${idOf(section.pointer)}>
      <div class="part-head"><h4 id=${idOf(section.pointer)}>${this.partLink(designer, section.pointer, `${words.section}${context.messages.colon}${title}`)}</h4>${context.readonly || all < 2 ? nothing : html`<span class="row">${this.arrows(context, words.moveSection(title), index, all, move)}</span>`}</div>
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

  private arrows({ words }: EditorContext, title: string, index: number, all: number, move: (to: number) => void): TemplateResult {
    return html`${button({ label: '', icon: 'up', kind: 'quiet', name: words.up(title), disabled: index === 0, onClick: () => move(index - 1) })}${button({ label: '', icon: 'down', kind: 'quiet', name: words.down(title), disabled: index === all - 1, onClick: () => move(index + 1) })}`;
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
    return html`<ol class="field-list" data-list=${list}>${repeat(items, (item) => (item.kind === 'field' ? item.field : item.pointer), (item) => (item.kind === 'field' ? this.fieldRow(designer, outline, item.field, item) : this.blockRow(designer, outline, item)))}</ol>
      ${items.length === 0 ? html`<p class="small muted">${designer.words.emptyList}</p>` : nothing}`;
  }

  private blockRow(designer: Designer, outline: FormOutline, block: PlacedBlock): TemplateResult {
    const { context, words } = designer;
    return html`<li class="field-row" data-index=${block.index}><div class="line"><span class="grow">${this.partLink(designer, block.pointer, `${words[block.kind]}${context.messages.colon}${partTitle(designer, block.kind === 'tabs' ? `${block.pointer}/tabs/0` : block.pointer)}`)}</span></div>
      ${block.lists.map(({ pointer, list, items }) => html`${block.kind === 'tabs' ? html`<p>${this.partLink(designer, pointer, partTitle(designer, pointer))}</p>` : nothing}${this.itemList(designer, outline, list, items)}`)}</li>`;
  }

  private fieldRow(designer: Designer, outline: FormOutline, field: string, place: PlacedField | undefined): unknown {
    return guard(rowInputs(designer, field, place), () => this.rowView(designer, outline, field, place));
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
    const marks = [...(required.includes(pointerTokens(field)[0]) ? [context.words.required] : []), ...(isSet('visibleWhen') || isSet('requiredWhen') ? [words.conditional] : []), ...(valueAt(context.document, `${form}/computed/${escapeToken(field)}`) === undefined ? [] : [words.computedField]), ...(sharedOf(context.document, form, field) === undefined ? [] : [words.sharedField])];
    return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-field=${field} data-index=${place?.index ?? nothing}><div class="line">
      ${context.readonly ? nothing : html`<button type="button" class="grip" data-grip data-title=${title} title=${words.drag} aria-label=${words.moveOf(title)} @click=${() => this.take({ kind: 'field', field })} @keydown=${(event: KeyboardEvent) => this.moveByKey(event, field, place, title)}>${icons.grip}</button>`}
      <span class="grow"><button type="button" class="link" data-row=${`field ${field}`} aria-expanded=${isInHand} @click=${() => this.take(isInHand ? undefined : { kind: 'field', field }, { focus: true })}>${title}</button><span class="small muted">${[kindWord(designer, field), ...marks].join(' · ')}</span></span>
      ${this.lock(isBase ? lockSentence(context, rule) || words.locked : '')}${counts(context, settings)}</div>
      ${isInHand && !context.readonly ? this.fieldActions(designer, outline, field, place, title, isBase) : nothing}
      ${this.innerRows(designer, outline, field)}</li>`;
  }

  /** The answers in a group or in the items of a list. */
  private innerRows(designer: Designer, outline: FormOutline, field: string): unknown {
    const { context, form } = designer;
    if (valueAt(context.document, `${settingsPointer(form, field)}/record`) !== undefined) return nothing;
    const schema = valueAt(context.document, followed(context.document, form, schemaPointer(context.document, form, field)));
    const widget = valueAt(context.document, `${settingsPointer(form, field)}/widget`);
    const isWhole = ['dateRange', 'period', 'address'].includes(plainText(widget));
    const inner = isWhole ? [] : [...Object.keys((valueAt(schema, '/properties') ?? {})).map((name) => `${field}/${escapeToken(name)}`), ...Object.keys((valueAt(schema, '/items/properties') ?? {})).map((name) => `${field}/*/${escapeToken(name)}`)];
    const mayHold = !isWhole && (valueAt(schema, '/properties') !== undefined || valueAt(schema, '/items/properties') !== undefined);
    if (!mayHold || pointerTokens(field).length > 4) return nothing;
    const isInHand = this.inHand?.kind === 'field' && this.inHand.field === field;
    return html`<ol class="field-list">${inner.map((each) => this.innerRow(designer, outline, each))}</ol>${isInHand && !context.readonly ? this.innerAdd(designer, field) : nothing}`;
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
    const move = (to: number): void => { if (place !== undefined) context.change({ kind: 'move', pointer: place.list, from: place.index, to }); };
    return html`<div class="actions">${place === undefined ? nothing : this.arrows(context, title, place.index, items, move)}
      ${this.placeInput(designer, outline, field, place, title)}
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

  /** Without dragging, to the end of any section or group. */
  private placeInput(designer: Designer, outline: FormOutline, field: string, place: PlacedField | undefined, title: string): unknown {
    const { context, words } = designer;
    const lists = outline.sections.flatMap((section) => listsIn(section).map((list) => ({ list, title: this.listTitle(designer, section, list) })));
    if (lists.length < (place === undefined ? 1 : 2)) return nothing;
    const take = (event: Event): void => {
      const list = (event.target as HTMLSelectElement).value;
      const count = listAt(context.document, list).length;
      if (list !== '' && list !== place?.list) this.put(designer, field, { list, index: count }, title);
    };
    return html`<select class="input small-input" aria-label="${context.words.moveTo}${context.messages.colon}${title}" .value=${live(place?.list ?? '')} @change=${take}>${place === undefined ? html`<option value="" selected>${words.moveField}</option>` : nothing}${lists.map((each) => html`<option value=${each.list} ?selected=${each.list === place?.list}>${each.title}</option>`)}</select>`;
  }

  private put(designer: Designer, field: string, spot: Spot, title: string): void {
    const { context, words, form } = designer;
    const place = placeOfField(formOutline(context.document, form), field);
    const changes = place === undefined ? placedField(context.document, field, spot) : movedItem(context.document, place, spot);
    const said = words.movedTo(title, this.spotTitle(designer, spot));
    if (changes.length === 0 || !context.change(changes)) return;
    this.take({ kind: 'field', field });
    this.say(said);
  }

  /** The arrow keys on the grip do what dragging does: past the end of a section into the next one. */
  private moveByKey(event: KeyboardEvent, field: string, place: PlacedField | undefined, title: string): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const designer = this.drawn;
    if (designer === undefined || step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const lists = formOutline(designer.context.document, designer.form).sections.flatMap(listsIn);
    const count = (list: string): number => listAt(designer.context.document, list).length;
    const at = place === undefined ? -1 : lists.indexOf(place.list);
    const isInside = place !== undefined && place.index + step >= 0 && place.index + step < count(place.list);
    const next = lists[at + step];
    const spot = place === undefined ? undefined : isInside ? { list: place.list, index: step < 0 ? place.index - 1 : place.index + 2 } : next === undefined ? undefined : { list: next, index: step < 0 ? count(next) : 0 };
    if (spot === undefined) return;
    this.put(designer, field, spot, title);
    this.wantsFocus = 'grip';
  }

  private listTitle(designer: Designer, section: SectionOutline, list: string): string {
    const own = partTitle(designer, section.pointer);
    return list === section.list ? own : `${own} › ${partTitle(designer, list.replace(/\/(group|elements)$/, ''))}`;
  }

  private spotTitle(designer: Designer, spot: Spot | undefined): string {
    const { context, words, form } = designer;
    const section = formOutline(context.document, form).sections.find((each) => spot !== undefined && listsIn(each).includes(spot.list));
    if (spot === undefined || section === undefined) return words.nowhere;
    const title = this.listTitle(designer, section, spot.list);
    const before = valueAt(context.document, `${spot.list}/${spot.index}`);
    return typeof before === 'string' ? words.before(title, fieldTitle(context, form, before)) : words.end(title);
  }

  // ---- Dragging

  private draggingIn(root: ShadowRoot): FormDragging {
    return new FormDragging(root, {
      isOpen: () => this.drawn?.context.readonly === false,
      over: (dragged, spot) => { const now = this.drawn; if (now !== undefined && spot !== undefined) this.say(now.words.dragging(dragged.title, this.spotTitle(now, spot))); },
      drop: (dragged: Dragged, spot) => {
        const now = this.drawn;
        if (now === undefined || now.context.readonly) return;
        if (dragged.kind === 'entry') this.addEntry(now, paletteEntry(dragged.id), spot);
        else this.put(now, dragged.field, spot, dragged.title);
      },
      cancelled: () => { const now = this.drawn; if (now !== undefined) this.say(now.words.cancelled); },
    });
  }

  // ---- Shared fields

  private sharedView(designer: Designer): TemplateResult {
    const { context, words, form } = designer;
    const all = sharedFields(context.document, form);
    const open = (field: string): void => { this.view = 'arrange'; this.take({ kind: 'field', field }, { focus: true }); };
    return html`<div class="stack"><p class="small muted">${words.sharedHelp}</p>
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

const keyOf = (inHand: InHand | undefined): string => (inHand === undefined ? '' : inHand.kind === 'field' ? `field ${inHand.field}` : `part ${inHand.pointer}`);

const both = (word: 'newSection' | 'newStep'): LocalizedText => ({ 'zh-CN': formsWords['zh-CN'][word], en: formsWords.en[word] });

/** What a field is, in a word: by its record, its widget, its format, its type. */
function kindWord({ context, words, form }: Designer, field: string): string {
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

/** The settings of the form itself, below its fields. */
export const formSettings = (context: EditorContext, pointer: string): TemplateResult => html`<details><summary>${context.words.formSettings}</summary>${placeEditor(context, pointer, (name) => !['schema', 'layout', 'fields', 'computed'].includes(name))}</details>`;

/** What the base locks can be read, and not changed. */
function guardedDesigner(designer: Designer, pointer: string): Designer {
  return { ...designer, context: guarded(designer.context, designer.context.overlayRule(pointer)) };
}
