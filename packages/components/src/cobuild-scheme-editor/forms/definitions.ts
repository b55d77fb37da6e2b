import type { DefinitionVersion, JsonChange, LocalizedText, SharedDefinition } from '@cobuild/core';
import { definitionUses, definitionVersions, escapeToken, newestVersion, readyDefinitions, toPointer, valueAt } from '@cobuild/core';
import { fieldKey } from './field-key.js';
import type { FormChange } from './form-changes.js';
import type { Spot } from './form-outline.js';
import { formOutline, placed, schemaPointer } from './form-outline.js';

/** What a field, or each item of a list, is drawn from. */
export interface DrawnField {
  readonly definition: DefinitionVersion;
  /** Where the form says so: `/forms/0/schema/properties/host/$ref`. */
  readonly reference: string;
  readonly isList: boolean;
  /** Present where there is a newer version to take. */
  readonly newer: DefinitionVersion | undefined;
}

/** Whether a place is a definition of the scheme and no form. */
export const isDefinition = (holder: string): boolean => holder.startsWith('/definitions/');

/** The shared definition of the scheme that a field is drawn from. */
export function drawnField(document: unknown, form: string, field: string): DrawnField | undefined {
  const at = schemaPointer(document, form, field);
  for (const [reference, isList] of [[`${at}/$ref`, false], [`${at}/items/$ref`, true]] as const) {
    const address = valueAt(document, reference);
    const definition = typeof address === 'string' ? definitionVersions(document).find((each) => each.address === address) : undefined;
    if (definition === undefined) continue;
    const newest = newestVersion(document, definition.name);
    return { definition, reference, isList, newer: newest !== undefined && newest.version > definition.version ? newest : undefined };
  }
  return undefined;
}

/** What can be added as a field: the newest version of each definition that the scheme has, and those that come with the product and whose name it does not have yet. */
export interface OfferedDefinition {
  readonly address: string;
  readonly name: string;
  readonly version: number;
  readonly title: LocalizedText;
  /** Comes into the scheme when it is added. */
  readonly ready: SharedDefinition | undefined;
}

export function offeredDefinitions(document: unknown): readonly OfferedDefinition[] {
  const own = definitionVersions(document);
  const newest = own.filter(({ name, address }) => newestVersion(document, name)?.address === address).map((each): OfferedDefinition => ({ ...each, ready: undefined }));
  const offered = definitionVersions({ definitions: readyDefinitions }).flatMap((each, index): readonly OfferedDefinition[] => (own.some(({ name }) => name === each.name) ? [] : [{ ...each, ready: readyDefinitions[index] }]));
  return [...newest, ...offered];
}

/** The change that puts a definition which comes with the product into the scheme. */
export function definitionPut(document: unknown, ready: SharedDefinition): JsonChange {
  const all = valueAt(document, '/definitions');
  return Array.isArray(all) ? { kind: 'insert', pointer: '/definitions', index: all.length, value: ready } : { kind: 'set', pointer: '/definitions', value: [ready] };
}

/** A field that is drawn from a definition, which comes into the scheme where it is not there yet. */
export function addedDrawn(document: unknown, form: string, { address, name, title, ready }: OfferedDefinition, spot: Spot | undefined): FormChange {
  const key = fieldKey(title['zh-CN'], name, formOutline(document, form).names);
  const field = toPointer(key);
  return {
    field,
    changes: [
      ...(ready === undefined ? [] : [definitionPut(document, ready)]), { kind: 'set', pointer: `${form}/schema/properties${field}`, value: { $ref: address } },
      { kind: 'set', pointer: `${form}/fields/${escapeToken(field)}`, value: { title } }, ...(spot === undefined ? [] : [placed(document, spot, field)]),
    ],
  };
}

/** What each use says for itself; the rest is the definition's. */
const OWN: readonly string[] = ['title', 'help', 'visibleWhen', 'requiredWhen', 'readonlyWhen', 'provenance', 'visibleTo', '$comment'];

/** A field at the top of a form becomes the first version of a definition that all forms can be drawn from. */
export function madeDefinition(document: unknown, form: string, field: string): readonly JsonChange[] {
  const all = valueAt(document, '/definitions');
  const list = Array.isArray(all) ? (all as readonly unknown[]) : [];
  const name = fieldKey('', field.slice(1), [...definitionVersions(document).map((each) => each.name), ...list.map((each) => String(valueAt(each, '/id')).replace(/-v1$/, ''))]).replace(/_/g, '-');
  const fields = Object.entries((valueAt(document, `${form}/fields`) ?? {}) as Readonly<Record<string, object>>);
  const settings = Object.entries(fields.find(([key]) => key === field)?.[1] ?? {});
  const [own, common] = [settings.filter(([key]) => OWN.includes(key)), settings.filter(([key]) => !OWN.includes(key))].map((each) => Object.fromEntries(each) as Readonly<Record<string, unknown>>);
  const inner = fields.filter(([key]) => key.startsWith(`${field}/`));
  const value = {
    id: `${name}-v1`, title: own?.['title'] ?? { 'zh-CN': name }, schema: { $id: `${name}/v1`, ...(valueAt(document, `${form}/schema/properties${field}`) as object) },
    fields: Object.fromEntries([...(Object.keys(common ?? {}).length === 0 ? [] : [['', common]]), ...inner.map(([key, said]) => [key.slice(field.length), said])]) as object,
  };
  return [
    list.length === 0 ? { kind: 'set', pointer: '/definitions', value: [value] } : { kind: 'insert', pointer: '/definitions', index: list.length, value },
    { kind: 'set', pointer: `${form}/schema/properties${field}`, value: { $ref: `${name}/v1` } }, { kind: 'set', pointer: `${form}/fields/${escapeToken(field)}`, value: own ?? {} },
    ...inner.map(([key]): JsonChange => ({ kind: 'remove', pointer: `${form}/fields/${escapeToken(key)}` })),
  ];
}

/** A reference into the form itself has no place in a definition. */
export const mayBeDefinition = (document: unknown, form: string, field: string): boolean => !JSON.stringify(valueAt(document, `${form}/schema/properties${field}`) ?? {}).includes('"$ref"');

/** A definition that nothing is drawn from can be changed in place, and taken away. */
export const isInUse = (document: unknown, definition: DefinitionVersion): boolean => definitionUses(document, definition.address).length > 0;
