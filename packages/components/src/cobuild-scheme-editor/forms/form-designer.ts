import type { FormDefinition, JsonChange } from '@cobuild/core';
import { describePlace, escapeToken, localize, pointerTokens, valueAt } from '@cobuild/core';
import type { LocalizedText } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf, plainText } from '../editor-context.js';
import { counts, placeEditor } from '../guided/place-editor.js';

/** Kinds of fields to choose from, with what each begins as: its schema, and its settings where the schema does not say enough. */
const KINDS = {
  text: { schema: { type: 'string', maxLength: 200 } },
  longText: { schema: { type: 'string', maxLength: 2000 }, settings: { widget: 'textarea' } },
  number: { schema: { type: 'number' } },
  integer: { schema: { type: 'integer', minimum: 0 } },
  money: { schema: { type: 'number', format: 'money', minimum: 0 } },
  date: { schema: { type: 'string', format: 'date' } },
  choice: { schema: { type: 'string', enum: ['one', 'two'] }, settings: { options: { one: { 'zh-CN': '选项一' }, two: { 'zh-CN': '选项二' } } } },
  choices: { schema: { type: 'array', items: { type: 'string', enum: ['one', 'two'] }, uniqueItems: true }, settings: { options: { one: { 'zh-CN': '选项一' }, two: { 'zh-CN': '选项二' } } } },
  boolean: { schema: { type: 'boolean' } },
  citizenNumber: { schema: { type: 'string', format: 'citizen-number' } },
  phone: { schema: { type: 'string', format: 'phone' } },
  organisationCode: { schema: { type: 'string', format: 'organisation-code' } },
} as const;

type Kind = keyof typeof KINDS;

/** Where a field stands in the layout. */
interface Spot { readonly section: string; readonly index: number; readonly all: number }

/** A form as its steps, sections and fields: add, move and remove them, and open the settings of each. */
export function formDesigner(context: EditorContext, pointer: string, selected: string | undefined, select: (field: string | undefined) => void): TemplateResult {
  const { words } = context;
  const form = valueAt(context.document, pointer) as FormDefinition | undefined;
  const steps = (valueAt(form, '/layout/steps') ?? []) as readonly unknown[];
  const properties = Object.keys((valueAt(form, '/schema/properties') ?? {}));
  const placed = new Set<string>();
  const sections = steps.flatMap((step, stepIndex) => ((valueAt(step, '/sections') ?? []) as readonly unknown[]).map((section, index) => ({ step, section, at: `${pointer}/layout/steps/${stepIndex}/sections/${index}` })));
  for (const { section } of sections) for (const field of pointersIn(section)) placed.add(pointerTokens(field)[0] ?? '');
  const unplaced = properties.filter((name) => !placed.has(name));
  return html`<div class="designer">
    <div class="stack">
      ${sections.map(({ step, section, at }, index) => html`<section class="form-part" aria-labelledby=${idOf(at)}>
        <h3 id=${idOf(at)}>${stepTitle(context, step, sections[index - 1]?.step)}${words.section(titleOf(context, section))}</h3>
        <ol class="things">${repeat(((valueAt(section, '/fields') ?? []) as readonly string[]), (field) => field, (field, place, all = (valueAt(section, '/fields') as readonly string[]).length) => fieldLine(context, pointer, field, { section: at, index: place, all }, sections.map((each) => each.at), selected, select))}</ol>
      </section>`)}
      ${unplaced.length === 0 ? nothing : html`<section class="form-part"><h3>${sections.length === 0 ? words.fields : words.unplaced}</h3><ol class="things">${unplaced.map((name) => fieldLine(context, pointer, `/${escapeToken(name)}`, undefined, sections.map(({ at }) => at), selected, select))}</ol></section>`}
      ${context.readonly ? nothing : addField(context, pointer, sections[sections.length - 1]?.at, properties, select)}
    </div>
    ${selected === undefined ? nothing : fieldPanel(context, pointer, selected, select)}
  </div>`;
}

/** Field pointers of a section, also where its elements are grouped. */
function pointersIn(section: unknown): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') for (const name of ['fields', 'elements', 'group', 'tabs']) visit((value as Readonly<Record<string, unknown>>)[name]);
  };
  visit(section);
  return found;
}

const titleOf = (context: EditorContext, thing: unknown): string => localize(valueAt(thing, '/title') as LocalizedText | undefined, context.locale) || plainText(valueAt(thing, '/id'));

const stepTitle = (context: EditorContext, step: unknown, before: unknown): unknown => (step === before ? nothing : html`<span class="small muted step-title">${context.words.step(titleOf(context, step))}</span>`);

/** What a field is called: by its settings, its schema, or its name. */
function labelOf(context: EditorContext, form: string, field: string): string {
  const set = localize(valueAt(context.document, `${form}/fields/${escapeToken(field)}/title`) as LocalizedText | undefined, context.locale);
  const written = valueAt(context.document, `${schemaOf(form, field)}/title`);
  return set || (typeof written === 'string' ? written : field.slice(1));
}

const schemaOf = (form: string, field: string): string => `${form}/schema${pointerTokens(field).map((token) => (token === '*' ? '/items' : `/properties/${escapeToken(token)}`)).join('')}`;

function fieldLine(context: EditorContext, form: string, field: string, spot: Spot | undefined, sections: readonly string[], selected: string | undefined, select: (field: string | undefined) => void): TemplateResult {
  const { words, readonly } = context;
  const label = labelOf(context, form, field);
  const isRequired = ((valueAt(context.document, `${form}/schema/required`) ?? []) as readonly unknown[]).includes(pointerTokens(field)[0]);
  const move = (to: number): void => { if (spot !== undefined) context.change({ kind: 'move', pointer: `${spot.section}/fields`, from: spot.index, to }); };
  return html`<li class="row spread thing ${selected === field ? 'selected' : ''}"><span class="row"><button type="button" class="link" aria-expanded=${selected === field} @click=${() => select(selected === field ? undefined : field)}>${label}</button>${isRequired ? html`<span class="small muted">${words.required}</span>` : nothing}</span>
    <span class="row">${counts(context, `${form}/fields/${escapeToken(field)}`)}${readonly ? nothing : html`
      ${spot === undefined ? nothing : html`${button({ label: '', icon: 'up', kind: 'quiet', name: words.up(label), disabled: spot.index === 0, onClick: () => move(spot.index - 1) })}${button({ label: '', icon: 'down', kind: 'quiet', name: words.down(label), disabled: spot.index === spot.all - 1, onClick: () => move(spot.index + 1) })}`}
      ${sections.length < 2 || spot === undefined ? nothing : sectionInput(context, field, label, spot, sections)}
      ${button({ label: '', icon: 'trash', kind: 'quiet', name: words.removeThing(label), onClick: () => { if (context.change(removal(context, form, field, spot))) select(undefined); } })}`}</span></li>`;
}

function sectionInput(context: EditorContext, field: string, label: string, spot: Spot, sections: readonly string[]): TemplateResult {
  const take = (event: Event): void => {
    const target = (event.target as HTMLSelectElement).value;
    if (target === spot.section) return;
    const fields = valueAt(context.document, `${target}/fields`) as readonly unknown[] | undefined;
    const insert: JsonChange = fields === undefined ? { kind: 'set', pointer: `${target}/fields`, value: [field] } : { kind: 'insert', pointer: `${target}/fields`, index: fields.length, value: field };
    context.change([{ kind: 'remove', pointer: `${spot.section}/fields/${spot.index}` }, insert]);
  };
  return html`<select class="input small-input" aria-label="${context.words.moveTo}${context.messages.colon}${label}" .value=${live(spot.section)} @change=${take}>${sections.map((at) => html`<option value=${at} ?selected=${at === spot.section}>${titleOf(context, valueAt(context.document, at))}</option>`)}</select>`;
}

/** Everything that names the field goes with it. */
function removal(context: EditorContext, form: string, field: string, spot: Spot | undefined): JsonChange[] {
  const [name = '', ...rest] = pointerTokens(field);
  const required = (valueAt(context.document, `${form}/schema/required`) ?? []) as readonly unknown[];
  const settings = Object.keys((valueAt(context.document, `${form}/fields`) ?? {})).filter((key) => key === field || key.startsWith(`${field}/`));
  return [
    ...(spot === undefined ? [] : [{ kind: 'remove', pointer: `${spot.section}/fields/${spot.index}` } as const]),
    ...settings.map((key) => ({ kind: 'remove', pointer: `${form}/fields/${escapeToken(key)}` }) as const),
    ...(rest.length === 0 && required.includes(name) ? [{ kind: 'remove', pointer: `${form}/schema/required/${required.indexOf(name)}` } as const] : []),
    ...(rest.length === 0 ? [{ kind: 'remove', pointer: `${form}/schema/properties/${escapeToken(name)}` } as const] : []),
  ];
}

function addField(context: EditorContext, form: string, section: string | undefined, taken: readonly string[], select: (field: string) => void): TemplateResult {
  const { words } = context;
  const id = `${idOf(form)}-new`;
  const add = (event: Event): void => {
    event.preventDefault();
    const target = event.target as HTMLFormElement;
    const title = (target.elements.namedItem('title') as HTMLInputElement).value.trim();
    const kind = (target.elements.namedItem('kind') as HTMLSelectElement).value as Kind;
    if (title === '') return;
    const made: { readonly schema: object; readonly settings?: object } = KINDS[kind];
    let number = taken.length + 1;
    while (taken.includes(`field${number}`)) number += 1;
    const name = `field${number}`;
    const field = `/${name}`;
    const fields = section === undefined ? undefined : (valueAt(context.document, `${section}/fields`) as readonly unknown[] | undefined);
    const settings = { title: { 'zh-CN': title }, ...made.settings };
    const changes: JsonChange[] = [
      { kind: 'set', pointer: `${form}/schema/properties/${name}`, value: made.schema },
      valueAt(context.document, `${form}/fields`) === undefined ? { kind: 'set', pointer: `${form}/fields`, value: { [field]: settings } } : { kind: 'set', pointer: `${form}/fields/${escapeToken(field)}`, value: settings },
      ...(section === undefined ? [] : [fields === undefined ? { kind: 'set', pointer: `${section}/fields`, value: [field] } as const : { kind: 'insert', pointer: `${section}/fields`, index: fields.length, value: field } as const]),
    ];
    if (context.change(changes)) {
      (target.elements.namedItem('title') as HTMLInputElement).value = '';
      select(field);
    }
  };
  return html`<form class="row add" @submit=${add}><label for=${id}>${words.newField}</label><input class="input" id=${id} name="title" autocomplete="off" placeholder=${words.name} required>
    <label class="visually-hidden" for="${id}-kind">${words.fieldKind}</label><select class="input small-input" id="${id}-kind" name="kind">${(Object.keys(KINDS) as Kind[]).map((kind) => html`<option value=${kind}>${words.kinds[kind]}</option>`)}</select><button class="button secondary" aria-label="${words.addField}${context.messages.colon}${words.newField}">${words.addField}</button></form>`;
}

/** The settings of one field: whether it has to be filled in, and what the format knows of it. */
function fieldPanel(context: EditorContext, form: string, field: string, select: (field: string | undefined) => void): TemplateResult {
  const { words } = context;
  const at = `${form}/fields/${escapeToken(field)}`;
  const [name = '', ...rest] = pointerTokens(field);
  const required = (valueAt(context.document, `${form}/schema/required`) ?? []) as readonly unknown[];
  const isRequired = required.includes(name);
  const setRequired = (): void => void context.change(
    isRequired ? { kind: 'remove', pointer: `${form}/schema/required/${required.indexOf(name)}` } : valueAt(context.document, `${form}/schema/required`) === undefined ? { kind: 'set', pointer: `${form}/schema/required`, value: [name] } : { kind: 'insert', pointer: `${form}/schema/required`, index: required.length, value: name });
  const hasSettings = valueAt(context.document, at) !== undefined;
  return html`<aside class="panel quiet stack field-panel" aria-label="${words.fieldSettings}${context.messages.colon}${labelOf(context, form, field)}" @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') { event.stopPropagation(); select(undefined); } }}>
    <h3>${labelOf(context, form, field)}</h3>
    ${rest.length > 0 ? nothing : html`<label class="row tick"><input type="checkbox" ?disabled=${context.readonly} .checked=${live(isRequired)} @change=${setRequired}>${words.requiredField}</label>`}
    ${hasSettings ? placeEditor(context, at) : context.readonly ? nothing : button({ label: words.addSetting, icon: 'plus', onClick: () => void context.change(valueAt(context.document, `${form}/fields`) === undefined ? { kind: 'set', pointer: `${form}/fields`, value: { [field]: { title: { 'zh-CN': labelOf(context, form, field) } } } } : { kind: 'set', pointer: at, value: { title: { 'zh-CN': labelOf(context, form, field) } } }) })}
    ${schemaPanel(context, schemaOf(form, field))}
  </aside>`;
}

/** What the answer has to be, in the words of JSON Schema that people change most. */
function schemaPanel(context: EditorContext, pointer: string): unknown {
  const schema = valueAt(context.document, pointer) as Readonly<Record<string, unknown>> | undefined;
  if (schema === undefined || describePlace(context.document, pointer.split('/schema/')[0] ?? '') === undefined) return nothing;
  const names = ({ string: ['minLength', 'maxLength'], number: ['minimum', 'maximum'], integer: ['minimum', 'maximum'], array: ['minItems', 'maxItems'] } as const)[String(schema['type']) as 'string'] ?? [];
  const set = (name: string, event: Event): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    if (text === '') { if (schema[name] !== undefined) context.change({ kind: 'remove', pointer: `${pointer}/${name}` }); return; }
    if (/^-?\d+(\.\d+)?$/.test(text)) context.change({ kind: 'set', pointer: `${pointer}/${name}`, value: Number(text) });
  };
  return html`<div class="row">${names.map((name) => html`<label class="small" for="${idOf(pointer)}-${name}">${context.words.limits[name] ?? name}</label><input class="input number" id="${idOf(pointer)}-${name}" inputmode="decimal" autocomplete="off" ?readonly=${context.readonly} .value=${live(plainText(schema[name]))} @change=${(event: Event) => set(name, event)}>`)}</div>`;
}
