import type { JsonChange } from '@cobuild/core';
import { definitionVersions, escapeToken, pointerTokens, valueAt } from '@cobuild/core';

/** A place in the layout: before the item that has the index in the list at the pointer. The list may not be there yet. */
export interface Spot {
  readonly list: string;
  readonly index: number;
}

/** A field where the layout names it. */
export interface PlacedField extends Spot {
  readonly kind: 'field';
  readonly field: string;
}

/** What arranges fields in a section: a group, tabs, a text. */
export interface PlacedBlock extends Spot {
  readonly kind: 'group' | 'tabs' | 'text';
  readonly pointer: string;
  /** Lists in it: one of a group, one for each tab, none of a text. */
  readonly lists: readonly { readonly pointer: string; readonly list: string; readonly items: readonly PlacedItem[] }[];
}

export type PlacedItem = PlacedField | PlacedBlock;

export interface SectionOutline {
  readonly pointer: string;
  readonly step: string;
  /** Where its fields stand, or would stand. */
  readonly list: string;
  readonly items: readonly PlacedItem[];
}

export interface StepOutline {
  readonly pointer: string;
  readonly index: number;
  readonly review: boolean;
  readonly sections: readonly SectionOutline[];
}

export interface FormOutline {
  readonly steps: readonly StepOutline[];
  readonly sections: readonly SectionOutline[];
  /** Names of the answers at the top. */
  readonly names: readonly string[];
  /** Fields at the top that no section names. */
  readonly unplaced: readonly string[];
}

/** Of the forms as they are now: a value is never changed in place, and many ask for its outline. */
const outlines = new WeakMap<object, { readonly form: string; readonly outline: FormOutline }>();

/** A form as its author arranges it: steps, sections, and where each field stands. */
export function formOutline(document: unknown, form: string): FormOutline {
  const value = valueAt(document, form);
  if (value === null || typeof value !== 'object') return outlineOf(document, form);
  const known = outlines.get(value);
  if (known?.form === form) return known.outline;
  const outline = outlineOf(document, form);
  outlines.set(value, { form, outline });
  return outline;
}

/** The outline of the form as it is whenever somebody looks into it. */
export function currentOutline(context: { readonly document: unknown }, form: string): FormOutline {
  const now = (): FormOutline => formOutline(context.document, form);
  return { get steps() { return now().steps; }, get sections() { return now().sections; }, get names() { return now().names; }, get unplaced() { return now().unplaced; } };
}

function outlineOf(document: unknown, form: string): FormOutline {
  const steps = listAt(document, `${form}/layout/steps`).map((step, index): StepOutline => {
    const pointer = `${form}/layout/steps/${index}`;
    const sections = listAt(step, '/sections').map((section, place): SectionOutline => {
      const at = `${pointer}/sections/${place}`;
      const list = Array.isArray(valueAt(section, '/elements')) ? `${at}/elements` : `${at}/fields`;
      return { pointer: at, step: pointer, list, items: itemsOf(document, list) };
    });
    return { pointer, index, review: valueAt(step, '/review') === true, sections };
  });
  const sections = steps.flatMap((step) => step.sections);
  const names = Object.keys((valueAt(document, `${form}/schema/properties`) ?? {}));
  const placed = new Set(sections.flatMap(({ items }) => fieldsIn(items)).map(({ field }) => pointerTokens(field)[0]));
  return { steps, sections, names, unplaced: names.filter((name) => !placed.has(name)).map((name) => `/${escapeToken(name)}`) };
}

function itemsOf(document: unknown, list: string): readonly PlacedItem[] {
  return listAt(document, list).flatMap((item, index): readonly PlacedItem[] => {
    const pointer = `${list}/${index}`;
    if (typeof item === 'string') return [{ kind: 'field', field: item, list, index }];
    if (item === null || typeof item !== 'object') return [];
    const inner = (at: string, own: string): PlacedBlock['lists'][number] => ({ pointer: own, list: at, items: itemsOf(document, at) });
    if ('group' in item) return [{ kind: 'group', pointer, list, index, lists: [inner(`${pointer}/group`, pointer)] }];
    if ('tabs' in item) return [{ kind: 'tabs', pointer, list, index, lists: listAt(item, '/tabs').map((_, tab) => inner(`${pointer}/tabs/${tab}/elements`, `${pointer}/tabs/${tab}`)) }];
    return [{ kind: 'text', pointer, list, index, lists: [] }];
  });
}

/** All fields of some items, in order. */
export function fieldsIn(items: readonly PlacedItem[]): readonly PlacedField[] {
  return items.flatMap((item) => (item.kind === 'field' ? [item] : item.lists.flatMap((each) => fieldsIn(each.items))));
}

/** All that arranges fields among some items, outermost first. */
export function blocksIn(items: readonly PlacedItem[]): readonly PlacedBlock[] {
  return items.flatMap((item) => (item.kind === 'field' ? [] : [item, ...item.lists.flatMap((each) => blocksIn(each.items))]));
}

/** Lists of a section into which a field can be put, outermost first. */
export function listsIn({ list, items }: { readonly list: string; readonly items: readonly PlacedItem[] }): readonly string[] {
  return [list, ...items.flatMap((item) => (item.kind === 'field' ? [] : item.lists.flatMap(listsIn)))];
}

/** After everything in a step, a section, a group or a tab. */
export function endOf({ steps, sections }: FormOutline, pointer: string): Spot | undefined {
  const step = steps.find((each) => each.pointer === pointer);
  const holders = [...sections, ...sections.flatMap(({ items }) => blocksIn(items)).flatMap(({ lists }) => lists)];
  const found = step === undefined ? holders.find((each) => each.pointer === pointer) : step.sections[step.sections.length - 1];
  return found === undefined ? undefined : { list: found.list, index: found.items.length };
}

/** Where a field stands; `undefined` where no section names it. */
export const placeOfField = ({ sections }: FormOutline, field: string): PlacedField | undefined => sections.flatMap(({ items }) => fieldsIn(items)).find((each) => each.field === field);

/** Where its JSON Schema stands in a scheme; through lists, and through references to shared definitions where these are. */
export function schemaPointer(document: unknown, form: string, field: string): string {
  let at = `${form}/schema`;
  for (const token of pointerTokens(field)) {
    at = followed(document, form, at);
    at += token === '*' ? '/items' : `/properties/${escapeToken(token)}`;
  }
  return at;
}

/** A place in a schema as the field that it describes: `/properties/lines/items` is `/lines/*`. */
export const answerWay = (place: string): string => place.replace(/\/properties\/([^/]+)/g, '/=$1').replace(/\/items(?=\/|$)/g, '/*').replace(/\/=/g, '/');

/** The definition that a schema refers to, of the form itself (`#/$defs/person`) or of the scheme (`organisation/v1`), else the schema. */
export function followed(document: unknown, form: string, at: string): string {
  const reference = valueAt(document, `${at}/$ref`);
  if (typeof reference !== 'string') return at;
  if (reference.startsWith('#/')) return `${form}/schema${reference.slice(1)}`;
  const shared = definitionVersions(document).find(({ address }) => address === reference);
  return shared === undefined ? at : `${shared.pointer}/schema`;
}

/** Puts something into a list of the layout, which is made where it is not there. */
export function placed(document: unknown, { list, index }: Spot, value: unknown): JsonChange {
  return valueAt(document, list) === undefined ? { kind: 'set', pointer: list, value: [value] } : { kind: 'insert', pointer: list, index, value };
}

/** The items of a list; none where there is something else. */
export function listAt(document: unknown, pointer: string): readonly unknown[] {
  const list = valueAt(document, pointer);
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
}
