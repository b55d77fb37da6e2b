import type { JsonChange, LocalizedText } from '@cobuild/core';
import { escapeToken, removeField, toPointer, valueAt } from '@cobuild/core';
import { fieldKey } from './field-key.js';
import type { PlacedBlock, SectionOutline, Spot } from './form-outline.js';
import { blocksIn, fieldsIn, followed, formOutline, listAt, placed, placeOfField, schemaPointer } from './form-outline.js';
import type { PaletteEntry } from './palette.js';

/** What is done to a scheme, and the field or part that is then in hand. */
export interface FormChange {
  readonly changes: readonly JsonChange[];
  readonly field: string;
}

/** What is done to a form, and the step, section or block that is then in hand. */
export interface PartChange {
  readonly changes: readonly JsonChange[];
  readonly pointer: string;
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

/** A section names its fields until something else stands among them: then it has elements. */
function withElements(document: unknown, { list, index }: Spot): { readonly changes: readonly JsonChange[]; readonly spot: Spot } {
  if (!list.endsWith('/fields')) return { changes: [], spot: { list, index } };
  return { changes: valueAt(document, list) === undefined ? [] : [{ kind: 'rename', pointer: list, key: 'elements' }], spot: { list: list.replace(/fields$/, 'elements'), index } };
}

/** Moves what stands at a spot before what stands at another, in the same list or elsewhere; nothing where it stands there already. */
export function movedItem(document: unknown, from: Spot, to: Spot): readonly JsonChange[] {
  if (from.list === to.list) {
    const { index } = movedTo(from, to);
    return index === from.index ? [] : [{ kind: 'move', pointer: from.list, from: from.index, to: index }];
  }
  const value = valueAt(document, `${from.list}/${from.index}`);
  const { changes, spot } = typeof value === 'string' ? { changes: [], spot: to } : withElements(document, to);
  const list = withoutItem(spot.list, from);
  return [...changes, { kind: 'remove', pointer: `${from.list}/${from.index}` }, valueAt(document, to.list) === undefined ? { kind: 'set', pointer: list, value: [value] } : { kind: 'insert', pointer: list, index: spot.index, value }];
}

/** Where something stands after it was moved, in a list of elements, sections, steps or tabs. */
export function movedTo(from: Spot, to: Spot): Spot {
  if (from.list === to.list) return { list: to.list, index: to.index > from.index ? to.index - 1 : to.index };
  return { list: withoutItem(to.list, from).replace(/fields$/, 'elements'), index: to.index };
}

/** A pointer after an item was taken from a list: what follows the item moves up. */
function withoutItem(pointer: string, { list, index }: Spot): string {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [first = '', ...rest] = pointer.slice(list.length + 1).split('/');
  return Number(first) > index ? [list, Number(first) - 1, ...rest].join('/') : pointer;
}

/** A field that no section names comes into one. */
export const placedField = (document: unknown, field: string, spot: Spot): readonly JsonChange[] => [placed(document, spot, field)];

/** What arranges fields, put at a spot: a group, tabs, of which the first is then in hand, or a text between them. */
export function addedBlock(document: unknown, form: string, kind: PlacedBlock['kind'], to: Spot, title: LocalizedText): PartChange {
  const { changes, spot } = withElements(document, to);
  const value = kind === 'group' ? { title, group: [] } : kind === 'tabs' ? { tabs: [{ id: freeId(document, form, 'tab'), title, elements: [] }] } : { text: title };
  return { changes: [...changes, valueAt(document, to.list) === undefined ? { kind: 'set', pointer: spot.list, value: [value] } : { kind: 'insert', pointer: spot.list, index: spot.index, value }], pointer: `${spot.list}/${spot.index}${kind === 'tabs' ? '/tabs/0' : ''}` };
}

/** One more tab after the others. */
export function addedTab(document: unknown, form: string, block: string, title: LocalizedText): PartChange {
  const pointer = `${block}/tabs`;
  const index = listAt(document, pointer).length;
  return { changes: [{ kind: 'insert', pointer, index, value: { id: freeId(document, form, 'tab'), title, elements: [] } }], pointer: `${pointer}/${index}` };
}

/** Takes a group, tabs or a text away: what stands in it stays where it was. */
export function removedBlock(document: unknown, { list, index, pointer, lists }: PlacedBlock): readonly JsonChange[] {
  const kept = lists.flatMap((inner) => listAt(document, inner.list));
  return [{ kind: 'remove', pointer }, ...kept.map((value, offset): JsonChange => ({ kind: 'insert', pointer: list, index: index + offset, value }))];
}

/** Takes one of several tabs away: what stands in it goes into the tab before it, else the one after it. */
export function removedTab(document: unknown, block: PlacedBlock, tab: number): readonly JsonChange[] {
  const [gone, other] = [block.lists[tab], block.lists[tab === 0 ? 1 : tab - 1]];
  if (gone === undefined || other === undefined) return removedBlock(document, block);
  const start = tab === 0 ? 0 : listAt(document, other.list).length;
  const moved = listAt(document, gone.list).map((value, offset): JsonChange => ({ kind: 'insert', pointer: other.list, index: start + offset, value }));
  return [...moved, { kind: 'remove', pointer: gone.pointer }];
}

/** A new section in a step, last or before the one that has the index; where the form has no steps yet, one with all fields. */
export function addedSection(document: unknown, form: string, step: string | undefined, title: LocalizedText, before?: number): PartChange {
  if (step === undefined) {
    const fields = formOutline(document, form).unplaced;
    const value = { steps: [{ id: 'step1', title: valueAt(document, `${form}/title`) ?? title, sections: [{ id: 'section1', title, fields }] }] };
    return { changes: [{ kind: 'set', pointer: `${form}/layout`, value }], pointer: `${form}/layout/steps/0/sections/0` };
  }
  const index = before ?? listAt(document, `${step}/sections`).length;
  const value = { id: freeId(document, form, 'section'), title, fields: [] };
  return { changes: [placed(document, { list: `${step}/sections`, index }, value)], pointer: `${step}/sections/${index}` };
}

/** A new step before the one that has the index, with a section to put fields into. */
export function addedStep(document: unknown, form: string, before: number, title: LocalizedText, sectionTitle: LocalizedText): PartChange {
  const value = { id: freeId(document, form, 'step'), title, sections: [{ id: freeId(document, form, 'section'), title: sectionTitle, fields: [] }] };
  return { changes: [placed(document, { list: `${form}/layout/steps`, index: before }, value)], pointer: `${form}/layout/steps/${before}` };
}

function freeId(document: unknown, form: string, kind: 'step' | 'section' | 'tab'): string {
  const ids = new Set(formOutline(document, form).steps.flatMap((step) => [step.pointer, ...step.sections.flatMap((section) => [section.pointer, ...blocksIn(section.items).flatMap(({ lists }) => lists.map(({ pointer }) => pointer))])]).map((pointer) => valueAt(document, `${pointer}/id`)).filter((id) => typeof id === 'string'));
  let number = 1;
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
  // Groups and texts among the fields go along.
  const items = sections.flatMap(({ list }) => listAt(document, list));
  const { changes, spot } = items.every((item) => typeof item === 'string') ? { changes: [], spot: keepIn } : withElements(document, { list: keepIn.list, index: 0 });
  const start = listAt(document, keepIn.list).length;
  const moved: readonly JsonChange[] = [...changes, ...(valueAt(document, keepIn.list) === undefined ? [{ kind: 'set', pointer: spot.list, value: items } as const] : items.map((value, index): JsonChange => ({ kind: 'insert', pointer: spot.list, index: start + index, value })))];
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
