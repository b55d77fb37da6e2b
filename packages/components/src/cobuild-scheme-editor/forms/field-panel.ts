import type { FieldUsePart, FormDefinition, JsonChange } from '@cobuild/core';
import { escapeToken, fieldUses, formatName, pointerTokens, removeField, renameField, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import { idOf, plainText } from '../editor-context.js';
import { lockNotice } from '../guided/guard-rails.js';
import { except, placeEditor, problemLines } from '../guided/place-editor.js';
import { computationEditor, numericFields } from './computation-editor.js';
import { definitionNote } from './definition-views.js';
import { drawnField, isDefinition, madeDefinition, mayBeDefinition } from './definitions.js';
import type { Designer } from './designer-actions.js';
import { fieldTitle, settingsPointer, textOf } from './designer-actions.js';
import { isFieldKey } from './field-key.js';
import { followed, listAt, schemaPointer } from './form-outline.js';
import { choiceInput, conditionInput, folded, localizedInput, tickInput } from './panel-parts.js';
import { detachedField, madeShared, sharedOf } from './shared-fields.js';
import { sightTicks } from './visibility-map.js';

/** Settings that the panel draws under headings of its own. */
const DRAWN: readonly string[] = ['title', 'help', 'placeholder', 'unit', 'recommended', 'options', 'visibleWhen', 'requiredWhen', 'readonlyWhen', 'hiddenAnswer', 'visibleTo', 'publish', 'mask', 'width', 'widget', 'record'];
const LIMITS: Readonly<Record<string, readonly string[]>> = { string: ['minLength', 'maxLength'], number: ['minimum', 'maximum'], integer: ['minimum', 'maximum'], array: ['minItems', 'maxItems'] };

/** What the panel says itself, with the button that takes the newer version. */
const NEWER = 'scheme/newer-definition';

/** Settings of one field: what is asked for most comes first, the rest is folded. */
export function fieldPanel(designer: Designer, field: string): TemplateResult {
  const { context, words, form } = designer;
  const at = settingsPointer(form, field);
  const title = fieldTitle(context, form, field);
  const schemaAt = followed(context.document, form, schemaPointer(context.document, form, field));
  const shared = sharedOf(context.document, form, field);
  const drawn = drawnField(context.document, form, field);
  const hasProblem = (names: readonly string[]): boolean => names.some((name) => context.problemsIn(`${at}/${name}`).some(({ severity }) => severity === 'error'));
  const computedAt = `${form}/computed/${escapeToken(field)}`;
  const isComputed = valueAt(context.document, computedAt) !== undefined;
  const record = valueAt(context.document, `${at}/record`);
  const later = (heading: string, draw: () => unknown, isOpen = false): TemplateResult => folded(heading, designer.isFresh ? nothing : draw(), isOpen);
  return html`<aside class="panel quiet field-panel" aria-label=${words.settingsOf(title)} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') { event.stopPropagation(); designer.take(undefined, { focus: true }); } }}>
    <div class="row spread"><h3 tabindex="-1" class="panel-title">${title}</h3>${button({ label: '', icon: 'cross', kind: 'quiet', name: words.close, onClick: () => designer.take(undefined, { focus: true }) })}</div>
    ${lockNotice(context, schemaAt)}${problemLines(context, context.problemsAt(schemaAt).filter(({ code }) => code !== NEWER), idOf(schemaAt))}
    ${drawn === undefined ? nothing : definitionNote(designer, drawn)}
    ${shared === undefined ? nothing : html`<p class="small">${words.sharedNote(shared.name, shared.fields.length)}</p>${context.readonly ? nothing : button({ label: words.detach, kind: 'quiet', onClick: () => { if (context.change(detachedField(context.document, form, field))) designer.say(words.detached); } })}`}
    ${localizedInput(designer, `${at}/title`, words.title, { name: 'title' })}
    ${requiredInput(designer, field)}
    ${localizedInput(designer, `${at}/help`, words.help, { long: true })}
    ${drawn === undefined || drawn.isList ? answerInputs(designer, field, schemaAt) : nothing}
    ${record === undefined ? nothing : later(words.recordSettings, () => placeEditor(context, `${at}/record`), hasProblem(['record']))}
    ${later(words.when, () => html`${conditionInput(designer, `${at}/visibleWhen`, words.visibleWhen)}${conditionInput(designer, `${at}/requiredWhen`, words.requiredWhen)}${conditionInput(designer, `${at}/readonlyWhen`, words.readonlyWhen)}
      ${choiceInput(context, `${at}/hiddenAnswer`, words.hiddenAnswer, (['keepButNotSubmit', 'keep', 'clear'] as const).map((value) => [value, words.hidden[value]] as const))}`, hasProblem(['visibleWhen', 'requiredWhen', 'readonlyWhen']))}
    ${!isDefinition(form) && (isComputed || numericFields(designer, pointerTokens(field)[0]).includes(field)) ? later(words.calculation, () => calculation(designer, field, computedAt, isComputed), isComputed) : nothing}
    ${later(words.publicity, () => sightTicks(designer, field))}
    ${later(words.look, () => html`${localizedInput(designer, `${at}/placeholder`, words.placeholder)}${localizedInput(designer, `${at}/unit`, words.unitText)}
      ${choiceInput(context, `${at}/width`, words.width, (['full', 'half', 'short'] as const).map((value) => [value, words.widths[value]] as const))}
      ${record === undefined && drawn === undefined ? choiceInput(context, `${at}/widget`, words.widgetTitle, [['', words.automatic], ...widgetsFor(valueAt(context.document, schemaAt)).map((name) => [name, words.widgets[name]] as const)]) : nothing}`, hasProblem(['widget']))}
    ${later(words.more, () => html`${tickInput(context, `${at}/recommended`, words.recommended)}${drawn === undefined ? defaultInput(designer, field, schemaAt) : nothing}${field === '' ? nothing : keyInput(designer, field)}
      ${valueAt(context.document, at) === undefined ? nothing : placeEditor(context, at, except(...DRAWN))}
      ${shared !== undefined || drawn !== undefined || context.readonly || isDefinition(form) || pointerTokens(field).length !== 1 ? nothing : sharing(designer, field, record !== undefined)}`)}
    ${removing(designer, field, title)}
  </aside>`;
}

/** Within this form, and among all forms of the scheme where there are several. */
function sharing({ context, words, form }: Designer, field: string, isRecord: boolean): TemplateResult {
  return html`<div class="row">${isRecord ? nothing : button({ label: words.makeShared, kind: 'quiet', onClick: () => void context.change(madeShared(context.document, form, field)) })}
    ${listAt(context.document, '/forms').length < 2 || !mayBeDefinition(context.document, form, field) ? nothing : button({ label: words.makeDefinition, kind: 'quiet', onClick: () => void context.change(madeDefinition(context.document, form, field)) })}</div>`;
}

/** What can be drawn otherwise than by itself. */
function widgetsFor(schema: unknown): readonly (keyof Designer['words']['widgets'])[] {
  if (Array.isArray(valueAt(schema, '/enum'))) return ['radio', 'select', 'combobox'];
  if (Array.isArray(valueAt(schema, '/items/enum'))) return ['checkboxes', 'multiCombobox'];
  switch (valueAt(schema, '/type')) {
    case 'string': return valueAt(schema, '/format') === undefined ? ['text', 'textarea'] : [];
    case 'number': case 'integer': return ['number', 'percent', 'slider'];
    case 'boolean': return ['yesNo', 'toggle', 'confirmation'];
    case 'array': return ['cards', 'table', 'listDetail'];
    default: return [];
  }
}

/** Whether it has to be answered: said by the object around it. */
function requiredInput({ context, words, form }: Designer, field: string): unknown {
  const tokens = pointerTokens(field);
  const name = tokens[tokens.length - 1] ?? '';
  if (name === '*' || name === '') return nothing;
  const holder = tokens.length === 1 ? `${form}/schema` : followed(context.document, form, schemaPointer(context.document, form, field).replace(/\/properties\/[^/]+$/, ''));
  const pointer = `${holder}/required`;
  const required = listAt(context.document, pointer);
  const isRequired = required.includes(name);
  const change = (): JsonChange => (isRequired ? { kind: 'remove', pointer: `${pointer}/${required.indexOf(name)}` } : valueAt(context.document, pointer) === undefined ? { kind: 'set', pointer, value: [name] } : { kind: 'insert', pointer, index: required.length, value: name });
  return html`<label class="row tick"><input type="checkbox" ?disabled=${context.readonly} .checked=${live(isRequired)} @change=${() => void context.change(change())}>${words.requiredField}</label>`;
}

const limitsOf = (schema: Readonly<Record<string, unknown>>, optionsAt: string | undefined): readonly string[] => (optionsAt === undefined || schema['type'] === 'array' ? LIMITS[plainText(schema['type'])] ?? [] : []);

/** Limits and choices, in the words of JSON Schema that people change most. */
function answerInputs(designer: Designer, field: string, schemaAt: string): unknown {
  const { context, form } = designer;
  const schema = valueAt(context.document, schemaAt) as Readonly<Record<string, unknown>> | undefined;
  if (schema === undefined) return nothing;
  const optionsAt = Array.isArray(schema['enum']) ? `${schemaAt}/enum` : Array.isArray(valueAt(schema, '/items/enum')) ? `${schemaAt}/items/enum` : undefined;
  // A format says how long it is.
  const names = schema['format'] === undefined || schema['type'] !== 'string' ? limitsOf(schema, optionsAt) : [];
  const set = (name: string, event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    const isNumber = /^-?\d+(\.\d+)?$/.test(text);
    input.setCustomValidity(text === '' || isNumber ? '' : context.words.notNumber);
    if (text === '') { if (schema[name] !== undefined) context.change({ kind: 'remove', pointer: `${schemaAt}/${name}` }); } else if (isNumber) context.change({ kind: 'set', pointer: `${schemaAt}/${name}`, value: Number(text) });
    else input.reportValidity();
  };
  return html`${optionsAt === undefined ? nothing : optionInputs(designer, `${settingsPointer(form, field)}/options`, optionsAt)}
    ${names.length === 0 ? nothing : html`<div class="row">${names.map((name) => html`<span class="choice-line"><label class="small" for="${idOf(schemaAt)}-${name}">${context.words.limits[name] ?? name}</label><input class="input number" id="${idOf(schemaAt)}-${name}" inputmode="decimal" autocomplete="off" ?readonly=${context.readonly} .value=${live(plainText(schema[name]))} @change=${(event: Event) => set(name, event)}></span>`)}</div>`}`;
}

/** What stands there before anybody types: the schema's own default. */
function defaultInput({ context, words, form }: Designer, field: string, schemaAt: string): unknown {
  const pointer = `${schemaAt}/default`;
  const schema = valueAt(context.document, schemaAt) as Readonly<Record<string, unknown>> | undefined;
  const type = schema?.['type'];
  const label = words.prefilled;
  if (Array.isArray(schema?.['enum'])) {
    const values = (schema['enum'] as readonly unknown[]).filter((value): value is string => typeof value === 'string');
    return choiceInput(context, pointer, label, [['', words.no], ...values.map((value) => [value, textOf(context, `${settingsPointer(form, field)}/options/${escapeToken(value)}`) || value] as const)]);
  }
  if (type !== 'string' && type !== 'number' && type !== 'integer') return nothing;
  const id = idOf(pointer);
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    const isRight = type === 'string' || text === '' || /^-?\d+(\.\d+)?$/.test(text);
    input.setCustomValidity(isRight ? '' : context.words.notNumber);
    if (!isRight) input.reportValidity();
    else if (text !== '') context.change({ kind: 'set', pointer, value: type === 'string' ? text : Number(text) });
    else if (schema?.['default'] !== undefined) context.change({ kind: 'remove', pointer });
  };
  return html`<div class="choice-line" data-pointer=${pointer}><label class="label" for=${id}>${label}</label><input class="input" id=${id} autocomplete="off" ?readonly=${context.readonly} .value=${live(plainText(schema?.['default']))} @change=${take}></div>`;
}

/** The choices by their titles; the values stay what they are, so that rules that name them hold. */
function optionInputs(designer: Designer, titlesAt: string, optionsAt: string): TemplateResult {
  const { context, words } = designer;
  const values = valueAt(context.document, optionsAt) as readonly unknown[];
  const textual = values.every((value) => typeof value === 'string');
  const add = (): void => {
    let number = values.length + 1;
    while (values.includes(`option${number}`)) number += 1;
    const value = `option${number}`;
    const isAdded = context.change([{ kind: 'insert', pointer: optionsAt, index: values.length, value }, { kind: 'set', pointer: `${titlesAt}/${value}`, value: { 'zh-CN': `${words.newOption}${number}` } }]);
    // Whoever adds a choice writes next what it says.
    if (isAdded) context.redraw((root) => { const title = root.querySelector<HTMLInputElement>(`#${idOf(`${titlesAt}/${value}`)}-zh-CN`); title?.focus(); title?.select(); });
  };
  const remove = (value: string, index: number): void => {
    const title = `${titlesAt}/${escapeToken(value)}`;
    context.change([{ kind: 'remove', pointer: `${optionsAt}/${index}` }, ...(valueAt(context.document, title) === undefined ? [] : [{ kind: 'remove', pointer: title } as const])]);
  };
  return html`<fieldset class="setting group" data-pointer=${titlesAt}><legend class="label">${words.options}</legend>
    ${values.map((value, index) => html`<div class="option-row">${localizedInput(designer, `${titlesAt}/${escapeToken(plainText(value))}`, words.optionTitle(index + 1))}<span class="row">
      ${context.readonly ? nothing : html`${button({ label: '', icon: 'up', kind: 'quiet', name: context.words.up(plainText(value)), disabled: index === 0, onClick: () => void context.change({ kind: 'move', pointer: optionsAt, from: index, to: index - 1 }) })}
      ${button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeOption(plainText(value)), disabled: values.length < 2, onClick: () => remove(plainText(value), index) })}`}</span></div>`)}
    ${context.readonly || !textual ? nothing : button({ label: words.addOption, icon: 'plus', kind: 'quiet', onClick: add })}</fieldset>`;
}

function calculation(designer: Designer, field: string, pointer: string, isComputed: boolean): TemplateResult {
  const { context, words } = designer;
  if (!isComputed) {
    const [first] = numericFields(designer).filter((each) => each !== field);
    return html`<p class="small muted">${words.noCalculation}</p>${context.readonly ? nothing : button({ label: words.addCalculation, kind: 'quiet', icon: 'plus', onClick: () => void context.change({ kind: 'set', pointer, value: { op: 'sum', of: [first ?? 0], missing: 'zero' } }) })}`;
  }
  return html`${computationEditor(designer, pointer, field)}${problemLines(context, context.problemsIn(pointer), idOf(pointer))}${context.readonly ? nothing : button({ label: words.removeCalculation, kind: 'quiet', icon: 'trash', onClick: () => void context.change({ kind: 'remove', pointer }) })}`;
}

/** The name by which rules and tables know the answer; what names it follows. */
function keyInput(designer: Designer, field: string): TemplateResult {
  const { context, words, form } = designer;
  const old = pointerTokens(field).pop() ?? '';
  const id = `${idOf(form + field)}-key`;
  const rename = (event: Event): void => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).elements.namedItem('key') as HTMLInputElement;
    const key = input.value.trim();
    if (key === old) return;
    const wrong = isFieldKey(key) ? renameProblem(designer, field, key) : words.keyWrong;
    input.setCustomValidity(wrong);
    if (wrong !== '') { input.reportValidity(); return; }
    const changes = renameField(context.document, form, field, key, publishedForm(designer)) ?? [];
    if (!context.change(changes)) return;
    designer.take({ kind: 'field', field: `${field.slice(0, field.lastIndexOf('/'))}/${escapeToken(key)}` });
    designer.say(changes.some(({ pointer }) => pointer.startsWith(`${form}/migrations`)) ? words.renamedWithDrafts(key) : words.renamed(key));
  };
  return html`<form class="choice-line" @submit=${rename}><label class="label" for=${id}>${words.key}</label><p class="help small" id="${id}-help">${words.keyHelp}${publishedForm(designer) === undefined ? '' : ` ${words.keyHelpInUse}`}</p>
    <span class="row"><input class="input key" id=${id} name="key" autocomplete="off" spellcheck="false" aria-describedby="${id}-help" ?readonly=${context.readonly} .value=${live(old)} @input=${(event: Event) => (event.target as HTMLInputElement).setCustomValidity('')}>${context.readonly ? nothing : html`<button class="button secondary">${words.keyApply}</button>`}</span></form>`;
}

/** This form as it is in use, where it is one that is. */
function publishedForm({ context, form }: Designer): FormDefinition | undefined {
  const id = valueAt(context.document, `${form}/id`);
  return context.publishedForms.find((published) => published.id === id);
}

function renameProblem({ context, words, form }: Designer, field: string, key: string): string {
  try {
    return renameField(context.document, form, field, key) === undefined ? words.keyShared : '';
  } catch {
    return words.keyTaken(key);
  }
}

/** What reads the field is named before it goes. */
function removing(designer: Designer, field: string, title: string): unknown {
  const { context, words, form } = designer;
  if (!designer.isRemoving) return nothing;
  const uses = fieldUses(context.document, form, field).filter(({ part }) => part !== 'test');
  const remove = (): void => { if (context.change(removeField(context.document, form, field))) { designer.take(undefined, { focus: true }); designer.say(words.removed(title)); } };
  return html`<div class="notice-box warning removing" role="group" aria-label=${context.words.removeThing(title)} tabindex="-1"><div class="body"><p>${words.usedBy(uses.length)}</p>
    <ul>${uses.slice(0, 8).map(({ pointer, part }) => html`<li><button type="button" class="link" @click=${() => context.open(pointer)}>${placeTitle(designer, pointer, part)}</button></li>`)}</ul>
    <div class="row">${button({ label: words.removeAnyway, kind: 'danger', onClick: remove })}${button({ label: words.cancel, onClick: () => designer.askToRemove(false) })}</div></div></div>`;
}

/** The thing that a place lies in, as people call it. */
function placeTitle({ context, words, form }: Designer, pointer: string, part: FieldUsePart): string {
  const tokens = pointerTokens(pointer);
  for (let length = tokens.length; length > 1; length -= 1) {
    const at = tokens.slice(0, length).map((token) => `/${escapeToken(token)}`).join('');
    const title = valueAt(context.document, `${at}/title`) as FormDefinition['title'] | undefined;
    if (title !== undefined && at !== form) return `${words.parts[part]}${context.messages.colon}${title[context.locale] ?? title['zh-CN']}`;
  }
  return `${words.parts[part]}${context.messages.colon}${formatName(tokens[0] ?? '', context.locale)}`;
}
