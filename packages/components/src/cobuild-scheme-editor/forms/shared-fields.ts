import type { JsonChange, LocalizedText } from '@cobuild/core';
import { escapeToken, toPointer, valueAt } from '@cobuild/core';
import { fieldKey } from './field-key.js';
import type { FormChange } from './form-changes.js';
import type { Spot } from './form-outline.js';
import { answerWay, formOutline } from './form-outline.js';

/** What each use may say for itself; the rest is said once. */
const OWN: readonly string[] = ['title', 'help', 'visibleWhen', 'requiredWhen', 'readonlyWhen', 'provenance', 'visibleTo', '$comment'];

/** A definition of the form's schema, `#/$defs/person`, with the fields that are drawn from it. */
export interface SharedField {
  readonly name: string;
  readonly pointer: string;
  readonly fields: readonly string[];
}

/** The shared definitions of a form. */
export function sharedFields(document: unknown, form: string): readonly SharedField[] {
  const definitions = valueAt(document, `${form}/schema/$defs`);
  return Object.keys((definitions ?? {})).map((name) => ({ name, pointer: `${form}/schema/$defs/${escapeToken(name)}`, fields: usesOf(document, form, name) }));
}

/** Fields whose schema is the definition: at the top, inside groups, and as items of lists. */
function usesOf(document: unknown, form: string, name: string): readonly string[] {
  const reference = `#/$defs/${escapeToken(name)}`;
  const visit = (schema: unknown, at: string): readonly string[] => {
    if (schema === null || typeof schema !== 'object') return [];
    if (valueAt(schema, '/$ref') === reference) return [at];
    return [...Object.entries((valueAt(schema, '/properties') ?? {})).flatMap(([key, inner]) => visit(inner, at + toPointer(key))), ...visit(valueAt(schema, '/items'), `${at}/*`)];
  };
  return visit(valueAt(document, `${form}/schema`), '');
}

/** Which shared definition a field is drawn from. */
export function sharedOf(document: unknown, form: string, field: string): SharedField | undefined {
  return sharedFields(document, form).find(({ fields }) => fields.includes(field));
}

/** A field at the top becomes the first use of a definition that others can be drawn from. */
export function madeShared(document: unknown, form: string, field: string): readonly JsonChange[] {
  const name = fieldKey('', field.slice(1), sharedFields(document, form).map((each) => each.name));
  const place = `#/$defs/${escapeToken(name)}`;
  const { own, common, inner } = settingsAround(document, form, field);
  return [
    { kind: 'set', pointer: `${form}/schema/$defs/${escapeToken(name)}`, value: valueAt(document, `${form}/schema/properties${field}`) },
    { kind: 'set', pointer: `${form}/schema/properties${field}`, value: { $ref: place } },
    ...(Object.keys(common).length === 0 ? [] : [{ kind: 'set', pointer: `${form}/fields/${escapeToken(place)}`, value: common } as const]),
    ...(Object.keys(common).length === 0 ? [] : [{ kind: 'set', pointer: `${form}/fields/${escapeToken(field)}`, value: own } as const]),
    ...inner.flatMap(([key, settings]): JsonChange[] => [{ kind: 'remove', pointer: `${form}/fields/${escapeToken(key)}` }, { kind: 'set', pointer: `${form}/fields/${escapeToken(place + schemaWay(key.slice(field.length)))}`, value: settings }]),
  ];
}

/** One more field that is drawn from a definition. */
export function addedShared(document: unknown, form: string, name: string, title: LocalizedText, spot: Spot | undefined): FormChange {
  const key = fieldKey(title['zh-CN'], name, formOutline(document, form).names);
  const field = toPointer(key);
  return {
    field,
    changes: [
      { kind: 'set', pointer: `${form}/schema/properties${field}`, value: { $ref: `#/$defs/${escapeToken(name)}` } }, { kind: 'set', pointer: `${form}/fields/${escapeToken(field)}`, value: { title } },
      ...(spot === undefined ? [] : [valueAt(document, spot.list) === undefined ? ({ kind: 'set', pointer: spot.list, value: [field] } as const) : ({ kind: 'insert', pointer: spot.list, index: spot.index, value: field } as const)]),
    ],
  };
}

/** A use becomes a field of its own, as the definition is now. */
export function detachedField(document: unknown, form: string, field: string): readonly JsonChange[] {
  const shared = sharedOf(document, form, field);
  const at = `${form}/schema${schemaWay(field)}`;
  if (shared === undefined) return [];
  const place = `#/$defs/${escapeToken(shared.name)}`;
  const fields = Object.entries((valueAt(document, `${form}/fields`) ?? {}) as Readonly<Record<string, object>>);
  const settings = fields.flatMap(([key, value]): JsonChange[] => {
    if (key !== place && !key.startsWith(`${place}/`)) return [];
    const pointer = `${form}/fields/${escapeToken(field + answerWay(key.slice(place.length)))}`;
    return [{ kind: 'set', pointer, value: { ...value, ...(valueAt(document, pointer) as object | undefined) } }];
  });
  return [{ kind: 'set', pointer: at, value: valueAt(document, shared.pointer) }, ...settings];
}

/** A definition that nothing is drawn from any more, with what is said of it. */
export function removedShared(document: unknown, form: string, { name, pointer }: SharedField): readonly JsonChange[] {
  const place = `#/$defs/${escapeToken(name)}`;
  const keys = Object.keys((valueAt(document, `${form}/fields`) ?? {})).filter((key) => key === place || key.startsWith(`${place}/`));
  return [{ kind: 'remove', pointer }, ...keys.map((key): JsonChange => ({ kind: 'remove', pointer: `${form}/fields/${escapeToken(key)}` }))];
}

function settingsAround(document: unknown, form: string, field: string): { readonly own: object; readonly common: object; readonly inner: readonly (readonly [string, object])[] } {
  const fields = Object.entries((valueAt(document, `${form}/fields`) ?? {}) as Readonly<Record<string, object>>);
  const settings = Object.entries(fields.find(([key]) => key === field)?.[1] ?? {});
  return {
    own: Object.fromEntries(settings.filter(([name]) => OWN.includes(name))), common: Object.fromEntries(settings.filter(([name]) => !OWN.includes(name))), inner: fields.filter(([key]) => key.startsWith(`${field}/`)),
  };
}

/** `/lines/* /price` (without the space) as its place in a schema. */
const schemaWay = (field: string): string => field.split('/').slice(1).map((token) => (token === '*' ? '/items' : `/properties/${token}`)).join('');
