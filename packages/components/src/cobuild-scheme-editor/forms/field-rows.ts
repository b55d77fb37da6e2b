import { escapeToken, pointerTokens, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { button } from '../../internal/pieces.js';
import { idOf, plainText } from '../editor-context.js';
import { lockSentence } from '../guided/guard-rails.js';
import { counts } from '../guided/place-editor.js';
import { definitionName } from './definition-views.js';
import { drawnField, isDefinition } from './definitions.js';
import type { RowDesigner } from './designer-actions.js';
import { fieldTitle, settingsPointer, textOf } from './designer-actions.js';
import { addedInner } from './form-changes.js';
import type { FormOutline, PlacedField } from './form-outline.js';
import { currentOutline, followed, listAt, schemaPointer } from './form-outline.js';
import { kindWord } from './kind-word.js';
import { palette, paletteEntry } from './palette.js';
import { arrows, grip, lock, placeInput, removeButton } from './row-actions.js';
import { rowInputs } from './row-inputs.js';
import { sharedOf } from './shared-fields.js';

/** Drawn where something that it shows has changed; whatever row is acted upon, it acts upon the form as it is then. */
export function fieldRow(designer: RowDesigner, field: string, place: PlacedField | undefined): unknown {
  return guard(rowInputs(designer, field, place), () => rowView(designer, currentOutline(designer.context, designer.form), field, place));
}

function rowView(designer: RowDesigner, outline: FormOutline, field: string, place: PlacedField | undefined): TemplateResult {
  const { context, words, form } = designer;
  const title = fieldTitle(context, form, field);
  const isInHand = designer.inHand?.kind === 'field' && designer.inHand.field === field;
  const required = listAt(context.document, `${form}/schema/required`);
  const settings = settingsPointer(form, field);
  const isSet = (name: string): boolean => valueAt(context.document, `${settings}/${name}`) !== undefined;
  const rule = context.overlayRule(`${form}/schema/properties/${escapeToken(pointerTokens(field)[0] ?? '')}`);
  const isBase = rule !== undefined;
  const drawn = drawnField(context.document, form, field);
  const marks = [...(drawn === undefined ? [] : [definitionName(designer, drawn.definition)]), ...(required.includes(pointerTokens(field)[0]) ? [context.words.required] : []), ...(isSet('visibleWhen') || isSet('requiredWhen') ? [words.conditional] : []), ...(valueAt(context.document, `${form}/computed/${escapeToken(field)}`) === undefined ? [] : [words.computedField]), ...(sharedOf(context.document, form, field) === undefined ? [] : [words.sharedField])];
  return html`<li class="field-row ${isInHand ? 'selected' : ''}" data-field=${field} data-index=${place?.index ?? nothing}><div class="line">
    ${context.readonly || isDefinition(form) ? nothing : grip(designer, place, title, field)}
    <span class="grow"><button type="button" class="link" data-row=${`field ${field}`} aria-expanded=${isInHand} @click=${() => designer.take(isInHand ? undefined : { kind: 'field', field }, { focus: true })}>${title}</button><span class="small muted">${[kindWord(designer, field), ...marks].join(' · ')}</span></span>
    ${lock(isBase ? lockSentence(context, rule) || words.locked : '')}${counts(context, settings)}</div>
    ${isInHand && !context.readonly ? fieldActions(designer, outline, field, place, title, isBase) : nothing}
    ${innerRows(designer, outline, field)}</li>`;
}

function fieldActions(designer: RowDesigner, outline: FormOutline, field: string, place: PlacedField | undefined, title: string, isBase: boolean): TemplateResult {
  const { context, words } = designer;
  const items = place === undefined ? 0 : listAt(context.document, place.list).length;
  return html`<div class="actions">${place === undefined ? nothing : arrows(designer, place, items, title, field)}
    ${placeInput(designer, outline, place, title, field)}
    ${place === undefined ? nothing : button({ label: words.addBelow, icon: 'plus', kind: 'quiet', onClick: () => designer.addAt({ list: place.list, index: place.index + 1 }) })}
    ${removeButton(designer, field, title, isBase)}</div>`;
}

/** The answers in a group or in the items of a list. */
function innerRows(designer: RowDesigner, outline: FormOutline, field: string): unknown {
  const { context, form } = designer;
  if (valueAt(context.document, `${settingsPointer(form, field)}/record`) !== undefined) return nothing;
  const drawn = drawnField(context.document, form, field);
  if (drawn !== undefined) return drawnRows(designer, drawn.definition.pointer, '', 0);
  const schema = valueAt(context.document, followed(context.document, form, schemaPointer(context.document, form, field)));
  const widget = valueAt(context.document, `${settingsPointer(form, field)}/widget`);
  const isWhole = ['dateRange', 'period', 'address'].includes(plainText(widget));
  const inner = isWhole ? [] : [...Object.keys((valueAt(schema, '/properties') ?? {})).map((name) => `${field}/${escapeToken(name)}`), ...Object.keys((valueAt(schema, '/items/properties') ?? {})).map((name) => `${field}/*/${escapeToken(name)}`)];
  const mayHold = !isWhole && (valueAt(schema, '/properties') !== undefined || valueAt(schema, '/items/properties') !== undefined);
  if (!mayHold || pointerTokens(field).length > 4) return nothing;
  const isInHand = designer.inHand?.kind === 'field' && designer.inHand.field === field;
  return html`<ol class="field-list">${inner.map((each) => innerRow(designer, outline, each))}</ol>${isInHand && !context.readonly ? innerAdd(designer, field) : nothing}`;
}

/** What a definition asks, to be read where it is used: it is changed on its own page. */
function drawnRows(designer: RowDesigner, definition: string, field: string, depth: number): unknown {
  const { context, words } = designer;
  const schema = valueAt(context.document, followed(context.document, definition, schemaPointer(context.document, definition, field)));
  const inner = [...Object.keys((valueAt(schema, '/properties') ?? {})).map((name) => `${field}/${escapeToken(name)}`), ...Object.keys((valueAt(schema, '/items/properties') ?? {})).map((name) => `${field}/*/${escapeToken(name)}`)];
  if (inner.length === 0 || depth > 3) return nothing;
  const row = (each: string): TemplateResult => {
    const drawn = drawnField(context.document, definition, each);
    const isRequired = listAt(context.document, `${schemaPointer(context.document, definition, each).replace(/\/properties\/[^/]+$/, '')}/required`).includes(pointerTokens(each).pop());
    return html`<li class="field-row"><div class="line"><span class="grow"><span>${fieldTitle(context, definition, each)}</span><span class="small muted">${[kindWord({ ...designer, form: definition }, each), ...(drawn === undefined ? [] : [definitionName(designer, drawn.definition)]), ...(isRequired ? [context.words.required] : [])].join(' · ')}</span></span></div>
      ${drawn === undefined ? drawnRows(designer, definition, each, depth + 1) : drawnRows(designer, drawn.definition.pointer, '', depth + 1)}</li>`;
  };
  return html`<ol class="field-list drawn" aria-label=${words.ofDefinition(textOf(context, `${definition}/title`))}>${inner.map(row)}</ol>`;
}

function innerAdd(designer: RowDesigner, field: string): TemplateResult {
  const { context, words, form } = designer;
  const id = `${idOf(form + field)}-inside`;
  const add = (event: Event): void => {
    event.preventDefault();
    const { elements } = event.target as HTMLFormElement;
    const input = elements.namedItem('title') as HTMLInputElement;
    const title = input.value.trim();
    if (title === '' || !context.change(addedInner(context.document, form, field, paletteEntry((elements.namedItem('kind') as HTMLSelectElement).value), { 'zh-CN': title }).changes)) return;
    input.value = '';
    designer.say(words.added(title, `“${fieldTitle(context, form, field)}”`));
  };
  const kinds = palette.filter(({ settings, schema, inner }) => settings?.record === undefined && schema['type'] !== 'object' && inner === undefined);
  return html`<form class="row add actions" @submit=${add}><label for=${id}>${words.inside(fieldTitle(context, form, field))}</label><input class="input" id=${id} name="title" autocomplete="off" placeholder=${context.words.name} required>
    <label class="visually-hidden" for="${id}-kind">${context.words.fieldKind}</label><select class="input small-input" id="${id}-kind" name="kind">${[...kinds].sort((one, other) => Number(other.group === 'type') - Number(one.group === 'type')).map((entry) => html`<option value=${entry.id}>${words.entries[entry.id]}</option>`)}</select><button class="button secondary" aria-label="${context.words.addField}${context.messages.colon}${words.inside(fieldTitle(context, form, field))}">${context.words.addField}</button></form>`;
}

function innerRow(designer: RowDesigner, outline: FormOutline, field: string): TemplateResult {
  const { context, form } = designer;
  const isInHand = designer.inHand?.kind === 'field' && designer.inHand.field === field;
  return html`<li class="field-row ${isInHand ? 'selected' : ''}"><div class="line"><span class="grow"><button type="button" class="link" data-row=${`field ${field}`} aria-expanded=${isInHand} @click=${() => designer.take(isInHand ? undefined : { kind: 'field', field }, { focus: true })}>${fieldTitle(context, form, field)}</button><span class="small muted">${kindWord(designer, field)}</span></span>${counts(context, settingsPointer(form, field))}</div>
    ${isInHand && !context.readonly ? html`<div class="actions">${removeButton(designer, field, fieldTitle(context, form, field), context.overlayRule(schemaPointer(context.document, form, field)) !== undefined)}</div>` : nothing}${innerRows(designer, outline, field)}</li>`;
}
