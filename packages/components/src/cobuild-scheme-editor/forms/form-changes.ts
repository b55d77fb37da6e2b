import type { JsonChange, LocalizedText } from '@cobuild/core';
import { escapeToken, removeField, toPointer, valueAt } from '@cobuild/core';
import { fieldKey } from './field-key.js';
import type { SectionOutline, Spot } from './form-outline.js';
import { fieldsIn, followed, formOutline, placeOfField, schemaPointer } from './form-outline.js';
import type { PaletteEntry } from './palette.js';

/** What is done to a scheme, and the field or part that is then in hand. */
export interface FormChange {
  readonly changes: readonly JsonChange[];
  readonly field: string;
}

/** Adds a field of the palette; without a spot after all others. */
export function addedField(document: unknown, form: string, entry: PaletteEntry, title: LocalizedText, spot: Spot | undefined): FormChange {
  const { names } = formOutline(document, form);
  const name = fieldKey(title['zh-CN'], entry.key, names);
  const field = toPointer(name);
  const settings = Object.entries({ '': { title, ...entry.settings }, ...entry.inner }).map(([inner, value]): JsonChange => ({ kind: 'set', pointer: `${form}/fields/${escapeToken(`${field}${inner}`)}`, value }));
  return { field, changes: [{ kind: 'set', pointer: `${form}/schema/properties/${escapeToken(name)}`, value: entry.schema }, ...settings, ...(spot === undefined ? [] : [placed(document, spot, field)])] };
}

/** Adds a field inside a group, or to each item of a list. */
export function addedInner(document: unknown, form: string, field: string, entry: PaletteEntry, title: LocalizedText): FormChange {
  const schemaAt = followed(document, form, schemaPointer(document, form, field));
  const isList = valueAt(document, `${schemaAt}/type`) === 'array';
  const holder = isList ? followed(document, form, `${schemaAt}/items`) : schemaAt;
  const name = fieldKey(title['zh-CN'], entry.key, Object.keys((valueAt(document, `${holder}/properties`) ?? {})));
  const inner = `${field}${isList ? '/*' : ''}${toPointer(name)}`;
  return { field: inner, changes: [{ kind: 'set', pointer: `${holder}/properties/${escapeToken(name)}`, value: entry.schema }, { kind: 'set', pointer: `${form}/fields/${escapeToken(inner)}`, value: { title, ...entry.settings } }] };
}

/** Puts something into a list of the layout, which is made where it is not there. */
function placed(document: unknown, { list, index }: Spot, value: unknown): JsonChange {
  return valueAt(document, list) === undefined ? { kind: 'set', pointer: list, value: [value] } : { kind: 'insert', pointer: list, index, value };
}

/** Moves what stands at a spot before what stands at another, in the same list or elsewhere; nothing where it stands there already. */
export function movedItem(document: unknown, from: Spot, to: Spot): readonly JsonChange[] {
  if (from.list === to.list) {
    const index = to.index > from.index ? to.index - 1 : to.index;
    return index === from.index ? [] : [{ kind: 'move', pointer: from.list, from: from.index, to: index }];
  }
  const value = valueAt(document, `${from.list}/${from.index}`);
  const list = withoutItem(to.list, from);
  return [{ kind: 'remove', pointer: `${from.list}/${from.index}` }, valueAt(document, to.list) === undefined ? { kind: 'set', pointer: list, value: [value] } : { kind: 'insert', pointer: list, index: to.index, value }];
}

/** A pointer after an item was taken from a list: what follows the item moves up. */
function withoutItem(pointer: string, { list, index }: Spot): string {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [first = '', ...rest] = pointer.slice(list.length + 1).split('/');
  return Number(first) > index ? [list, Number(first) - 1, ...rest].join('/') : pointer;
}

/** A field that no section names comes into one. */
export const placedField = (document: unknown, field: string, spot: Spot): readonly JsonChange[] => [placed(document, spot, field)];

/** A new section at the end of a step; where the form has no steps yet, one with all fields. */
export function addedSection(document: unknown, form: string, step: string | undefined, title: LocalizedText): { readonly changes: readonly JsonChange[]; readonly pointer: string } {
  if (step === undefined) {
    const fields = formOutline(document, form).unplaced;
    const value = { steps: [{ id: 'step1', title: valueAt(document, `${form}/title`) ?? title, sections: [{ id: 'section1', title, fields }] }] };
    return { changes: [{ kind: 'set', pointer: `${form}/layout`, value }], pointer: `${form}/layout/steps/0/sections/0` };
  }
  const sections = valueAt(document, `${step}/sections`);
  const count = Array.isArray(sections) ? sections.length : 0;
  const value = { id: freeId(document, form, 'section'), title, fields: [] };
  return { changes: [placed(document, { list: `${step}/sections`, index: count }, value)], pointer: `${step}/sections/${count}` };
}

/** A new step after another, with a section to put fields into. */
export function addedStep(document: unknown, form: string, after: number, title: LocalizedText, sectionTitle: LocalizedText): { readonly changes: readonly JsonChange[]; readonly pointer: string } {
  const value = { id: freeId(document, form, 'step'), title, sections: [{ id: freeId(document, form, 'section'), title: sectionTitle, fields: [] }] };
  return { changes: [placed(document, { list: `${form}/layout/steps`, index: after + 1 }, value)], pointer: `${form}/layout/steps/${after + 1}` };
}

function freeId(document: unknown, form: string, kind: 'step' | 'section'): string {
  const ids = new Set(formOutline(document, form).steps.flatMap(({ pointer, sections }) => [pointer, ...sections.map((each) => each.pointer)]).map((pointer) => valueAt(document, `${pointer}/id`)));
  let number = ids.size + 1;
  while (ids.has(`${kind}${number}`)) number += 1;
  return `${kind}${number}`;
}

/**
 * Takes sections away: their fields go into another section, or go with them. A step that would be left without a section goes too.
 *
 * @param keepIn - The section that takes the fields.
 */
export function removedSections(document: unknown, form: string, sections: readonly SectionOutline[], keepIn: SectionOutline | undefined): readonly JsonChange[] {
  const { steps } = formOutline(document, form);
  const fields = sections.flatMap(({ items }) => fieldsIn(items)).map(({ field }) => field);
  const going = new Set(sections.map(({ pointer }) => pointer));
  const empty = steps.filter((step) => step.sections.length > 0 && step.sections.every(({ pointer }) => going.has(pointer)));
  const single = sections.filter(({ step }) => !empty.some(({ pointer }) => pointer === step));
  const parts = [...single, ...empty].map(({ pointer }) => pointer).sort((one, other) => lastFirst(one, other));
  if (keepIn === undefined) {
    // Each removal is made for the document as it then is: what a section names first is gone when the next comes to its turn.
    const gone = fields.flatMap((field) => removeField(document, form, field).filter(({ pointer }) => !pointer.startsWith(`${form}/layout/`) && !/\/required\/\d+$/.test(pointer)));
    return [...gone, ...withoutRequired(document, form, fields), ...parts.map((pointer): JsonChange => ({ kind: 'remove', pointer }))];
  }
  const start = Array.isArray(valueAt(document, keepIn.list)) ? (valueAt(document, keepIn.list) as readonly unknown[]).length : undefined;
  const moved: readonly JsonChange[] = start === undefined ? [{ kind: 'set', pointer: keepIn.list, value: fields }] : fields.map((field, index) => ({ kind: 'insert', pointer: keepIn.list, index: start + index, value: field }));
  return [...moved, ...parts.map((pointer): JsonChange => ({ kind: 'remove', pointer }))];
}

function withoutRequired(document: unknown, form: string, fields: readonly string[]): readonly JsonChange[] {
  const required = valueAt(document, `${form}/schema/required`);
  if (!Array.isArray(required)) return [];
  return required.map((name: unknown, index) => ({ name, index })).filter(({ name }) => typeof name === 'string' && fields.includes(toPointer(name))).reverse().map(({ index }): JsonChange => ({ kind: 'remove', pointer: `${form}/schema/required/${index}` }));
}

function lastFirst(one: string, other: string): number {
  const [left, right] = [one, other].map((pointer) => pointer.split('/').filter((token) => /^\d+$/.test(token)).map(Number)) as [number[], number[]];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? right.length - left.length : (right[at] ?? -1) - (left[at] ?? -1);
}

/** Where a field goes that somebody adds: after the one in hand, else last. */
export function spotAfter(document: unknown, form: string, field: string | undefined): Spot | undefined {
  const outline = formOutline(document, form);
  const place = field === undefined ? undefined : placeOfField(outline, field);
  if (place !== undefined) return { list: place.list, index: place.index + 1 };
  const last = outline.sections[outline.sections.length - 1];
  return last === undefined ? undefined : { list: last.list, index: last.items.length };
}
