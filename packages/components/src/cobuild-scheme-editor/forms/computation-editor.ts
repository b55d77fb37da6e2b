import type { FormDefinition, RecordKind } from '@cobuild/core';
import { describePlace, recordCellTitle, recordKinds, toPointer, valueAt, withRecordSchemas } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import { idOf, plainText } from '../editor-context.js';
import { placeEditor } from '../guided/place-editor.js';
import type { Designer } from './designer-actions.js';
import { fieldTitle, settingsPointer } from './designer-actions.js';
import { listAt } from './form-outline.js';

const NUMBER = '=number';
const TREE = '=tree';
const DEEPEST = 4;

/** A calculation as what is done with which answers, also within each other. */
export function computationEditor(designer: Designer, pointer: string, own: string): TemplateResult {
  const { context } = designer;
  const operands = listAt(context.document, `${pointer}/of`);
  const offered = numericFields(designer).filter((field) => field !== own);
  const op = describePlace(context.document, `${pointer}/op`, context.locale);
  const missing = describePlace(context.document, `${pointer}/missing`, context.locale);
  const choice = (name: string, word: string, options: readonly { readonly value: string; readonly word: string }[]): TemplateResult => html`<label class="label" for=${idOf(`${pointer}/${name}`)}>${word}</label><select class="input" id=${idOf(`${pointer}/${name}`)} ?disabled=${context.readonly} .value=${live(plainText(valueAt(context.document, `${pointer}/${name}`)))} @change=${(event: Event) => void context.change({ kind: 'set', pointer: `${pointer}/${name}`, value: (event.target as HTMLSelectElement).value })}>${options.map((option) => html`<option value=${option.value} ?selected=${option.value === valueAt(context.document, `${pointer}/${name}`)}>${option.word}</option>`)}</select>`;
  return html`<div class="stack" data-pointer=${pointer}>
    ${op === undefined ? nothing : choice('op', designer.words.howCalculated, op.options)}
    <ol class="items">${operands.map((operand, index) => html`<li class="part"><div class="grow">${operandInput(designer, `${pointer}/of/${index}`, operand, offered, own)}</div>${context.readonly || operands.length < 2 ? nothing : button({ label: '', icon: 'trash', kind: 'quiet', name: context.words.removeThing(`${index + 1}`), onClick: () => void context.change({ kind: 'remove', pointer: `${pointer}/of/${index}` }) })}</li>`)}</ol>
    ${context.readonly ? nothing : html`<div class="row">${button({ label: context.words.add, icon: 'plus', kind: 'quiet', onClick: () => void context.change({ kind: 'insert', pointer: `${pointer}/of`, index: operands.length, value: offered[0] ?? 0 }) })}</div>`}
    ${missing === undefined ? nothing : choice('missing', missing.word, missing.options)}
    ${rounding(designer, pointer)}
  </div>`;
}

/** To which step the result is rounded, and which way; money that is shared needs both. */
function rounding({ context, words }: Designer, pointer: string): unknown {
  const at = `${pointer}/round`;
  if (valueAt(context.document, at) === undefined) return context.readonly ? nothing : html`<div class="row">${button({ label: words.addRounding, icon: 'plus', kind: 'quiet', onClick: () => void context.change({ kind: 'set', pointer: at, value: { step: 1, mode: 'half-up' } }) })}</div>`;
  return html`<fieldset class="setting group" data-pointer=${at}><legend class="label">${words.rounding}</legend>${placeEditor(context, at)}${context.readonly ? nothing : button({ label: words.removeRounding, icon: 'trash', kind: 'quiet', onClick: () => void context.change({ kind: 'remove', pointer: at }) })}</fieldset>`;
}

function operandInput(designer: Designer, pointer: string, operand: unknown, offered: readonly string[], own: string): TemplateResult {
  const { context, form } = designer;
  const id = idOf(pointer);
  const kind = typeof operand === 'string' ? operand : typeof operand === 'number' ? NUMBER : TREE;
  const take = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    context.change({ kind: 'set', pointer, value: chosen === NUMBER ? 1 : chosen === TREE ? { op: 'sum', of: [offered[0] ?? 0], missing: 'zero' } : chosen });
  };
  const takeNumber = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const isNumber = /^-?\d+(\.\d+)?$/.test(input.value.trim());
    input.setCustomValidity(isNumber ? '' : context.words.notNumber);
    if (isNumber) context.change({ kind: 'set', pointer, value: Number(input.value.trim()) }, { group: pointer });
    else input.reportValidity();
  };
  return html`<label class="visually-hidden" for=${id}>${context.words.value}</label><select class="input" id=${id} ?disabled=${context.readonly} .value=${live(kind)} @change=${take}>
    ${typeof operand === 'string' && !offered.includes(operand) ? html`<option value=${operand} selected>${operand}</option>` : nothing}${offered.map((field) => html`<option value=${field} ?selected=${field === operand}>${longTitle(designer, form, field)}</option>`)}<option value=${NUMBER} ?selected=${kind === NUMBER}>${context.words.value}</option><option value=${TREE} ?selected=${kind === TREE}>${designer.words.calculation}</option></select>
    ${kind === NUMBER ? html`<label class="visually-hidden" for="${id}-number">${context.words.value}</label><input class="input number" id="${id}-number" inputmode="decimal" autocomplete="off" ?readonly=${context.readonly} .value=${live(plainText(operand))} @change=${takeNumber}>` : nothing}
    ${kind === TREE ? html`<div class="branch">${computationEditor(designer, pointer, own)}</div>` : nothing}`;
}

/** What is inside something is told with what it is inside; cells of records have names of their own. */
function longTitle({ context }: Designer, form: string, field: string): string {
  const parts = field.split('/').slice(1);
  const record = valueAt(context.document, `${settingsPointer(form, `/${parts[0] ?? ''}`)}/record`);
  const kind = recordKinds.find((each): each is RecordKind => valueAt(record, `/${each}`) !== undefined);
  const titles = parts.flatMap((part, index) => {
    if (part === '*') return [];
    const cell = index === 0 || kind === undefined ? undefined : recordCellTitle(kind, part, context.locale);
    return [cell ?? fieldTitle(context, form, `/${parts.slice(0, index + 1).join('/')}`)];
  });
  return titles.join(' › ');
}

/** Answers that are numbers, and lists of them, in records too: of the form, or of what one property of its answers holds. */
export function numericFields({ context, form }: Designer, property?: string): readonly string[] {
  const definition = valueAt(context.document, form) as FormDefinition;
  const found = new Set<string>();
  const visit = (schema: unknown, at: string, depth: number): void => {
    if (schema === null || typeof schema !== 'object' || depth > DEEPEST) return;
    const { type, items, $ref: reference, properties } = schema as Readonly<Record<string, unknown>>;
    if (type === 'number' || type === 'integer') found.add(at);
    if (typeof reference === 'string' && reference.startsWith('#/')) visit(valueAt(definition.schema, reference.slice(1)), at, depth + 1);
    for (const part of listAt(schema, '/allOf')) visit(part, at, depth);
    for (const [name, inner] of Object.entries(properties ?? {})) if (depth > 0 || property === undefined || name === property) visit(inner, at + toPointer(name), depth + 1);
    if (items !== undefined) visit(items, `${at}/*`, depth + 1);
  };
  try {
    visit(withRecordSchemas(definition).schema, '', 0);
  } catch {
    // A form that cannot be read yet offers nothing to calculate with.
  }
  return [...found];
}
