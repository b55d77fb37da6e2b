import { equalJson } from '../form/answers.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import type { LocalizedText } from '../problems/problem.js';
import type { DefinitionAddress } from '../scheme/definitions.js';
import { definitionAddress, definitionKey } from '../scheme/definitions.js';
import { partsAt } from '../scheme/parts.js';
import { hasOwn, isObject } from '../validation/instance.js';
import type { JsonChange } from './json-edits.js';

/** One version of a shared definition of a scheme. */
export interface DefinitionVersion extends DefinitionAddress {
  /** Where it stands: `/definitions/0`. */
  readonly pointer: string;
  /** What forms call it by: `organisation/v1`. */
  readonly address: string;
  readonly title: LocalizedText;
}

/** Who is drawn from a definition. */
export interface DefinitionUse {
  /** A form, `/forms/0`, or another definition, `/definitions/1`. */
  readonly holder: string;
  /** The reference itself: `/forms/0/schema/properties/host/$ref`. */
  readonly pointer: string;
}

/**
 * What is otherwise for people when a form takes another version: a question is there (`added`) or no longer there (`removed`), has to be answered (`required`) or need not be any more
 * (`optional`), takes other answers (`answer`), or is asked, drawn or shown otherwise (`settings`).
 */
export interface DefinitionDifference {
  readonly kind: 'added' | 'removed' | 'required' | 'optional' | 'answer' | 'settings';
  /** The question, from the answer: `/code`; the empty pointer is the answer as a whole. */
  readonly pointer: string;
  readonly title: LocalizedText;
}

/** The definitions of a scheme in the order of the file; what has no address is none. */
export function definitionVersions(scheme: unknown): readonly DefinitionVersion[] {
  return partsAt(scheme, '/definitions').flatMap(({ value, pointer }): readonly DefinitionVersion[] => {
    const address = valueAt(value, '/schema/$id');
    const read = definitionAddress(address);
    if (read === undefined) return [];
    const title = value['title'];
    return [{ ...read, pointer, address: String(address), title: isObject(title) ? (title as unknown as LocalizedText) : { 'zh-CN': read.name } }];
  });
}

/** The newest version of the definition of a name. */
export function newestVersion(scheme: unknown, name: string): DefinitionVersion | undefined {
  return definitionVersions(scheme).filter((each) => each.name === name).sort((one, other) => other.version - one.version)[0];
}

/** All that is drawn from a version. What is in use is not changed: a change is a new version (`nextVersion`). */
export function definitionUses(scheme: unknown, address: string): readonly DefinitionUse[] {
  return ['/forms', '/definitions'].flatMap((list) => partsAt(scheme, list)).flatMap(({ value, pointer: holder }) => referencesTo(address, value['schema'], `${holder}/schema`).map((pointer) => ({ holder, pointer })));
}

function referencesTo(address: string, schema: unknown, at: string): readonly string[] {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([name, value]) => (name === '$ref' && value === address ? [`${at}/$ref`] : referencesTo(address, value, at + toPointer(name))));
}

/**
 * The change that puts the next version of a definition beside it, a copy to be changed: forms stay as they are.
 *
 * @param pointer - The version that is copied: `/definitions/0`.
 * @returns Also where the new one then stands. `undefined` where there is no definition.
 * @example draft.change(nextVersion(draft.document, '/definitions/0')?.change ?? [])
 */
export function nextVersion(scheme: unknown, pointer: string): { readonly change: JsonChange; readonly pointer: string; readonly address: string } | undefined {
  const from = definitionVersions(scheme).find((each) => each.pointer === pointer);
  const [copied, all] = [valueAt(scheme, pointer), valueAt(scheme, '/definitions')];
  if (from === undefined || !isObject(copied) || !Array.isArray(all)) return undefined;
  const version = (newestVersion(scheme, from.name)?.version ?? from.version) + 1;
  const address = `${from.name}/v${version}`;
  const value = { ...copied, id: freeId(all, definitionKey({ name: from.name, version })), schema: { ...(copied['schema'] as object), $id: address } };
  return { change: { kind: 'insert', pointer: '/definitions', index: all.length, value }, pointer: `/definitions/${all.length}`, address };
}

function freeId(definitions: readonly unknown[], wanted: string): string {
  const taken = definitions.map((each) => valueAt(each, '/id'));
  let number = 1;
  while (taken.includes(number === 1 ? wanted : `${wanted}-${number}`)) number += 1;
  return number === 1 ? wanted : `${wanted}-${number}`;
}

/**
 * What is otherwise in another version of a definition, question by question in the order in which they are asked.
 *
 * @param from - Address of the version that a form has.
 * @param to - Address of the one that it could take.
 * @example definitionDifferences(scheme, 'organisation/v1', 'organisation/v2') // [{ kind: 'added', pointer: '/code', title: { 'zh-CN': '统一社会信用代码' } }, { kind: 'required', pointer: '/code', … }]
 */
export function definitionDifferences(scheme: unknown, from: string, to: string): readonly DefinitionDifference[] {
  const [before, after] = [from, to].map((address) => questionsOf(scheme, address)) as [ReadonlyMap<string, Question>, ReadonlyMap<string, Question>];
  const kept = [...after].flatMap(([pointer, now]): readonly DefinitionDifference[] => {
    const old = before.get(pointer);
    const kinds: DefinitionDifference['kind'][] = [
      ...(old === undefined ? ['added' as const] : []), ...(now.isRequired && old?.isRequired !== true ? ['required' as const] : !now.isRequired && old?.isRequired === true ? ['optional' as const] : []),
      ...(old === undefined || equalJson(old.schema, now.schema) ? [] : ['answer' as const]), ...(old === undefined || equalJson(old.settings, now.settings) ? [] : ['settings' as const]),
    ];
    return kinds.map((kind) => ({ kind, pointer, title: now.title }));
  });
  const gone = [...before].filter(([pointer]) => !after.has(pointer)).map(([pointer, { title }]): DefinitionDifference => ({ kind: 'removed', pointer, title }));
  return [...kept, ...gone];
}

interface Question { readonly schema: unknown; readonly settings: unknown; readonly isRequired: boolean; readonly title: LocalizedText }

function questionsOf(scheme: unknown, address: string): ReadonlyMap<string, Question> {
  const version = definitionVersions(scheme).find((each) => each.address === address);
  const found = new Map<string, Question>();
  if (version === undefined) return found;
  const definition = valueAt(scheme, version.pointer);
  const visit = (schema: unknown, pointer: string, isRequired: boolean): void => {
    if (!isObject(schema)) return;
    const { $id: _address, properties, required, items, ...own } = schema;
    const settings = valueAt(definition, `/fields${toPointer(pointer)}`);
    const title = valueAt(settings, '/title');
    const plain = valueAt(own, '/title');
    const named = { 'zh-CN': typeof plain === 'string' ? plain : (pointerTokens(pointer).pop() ?? '') };
    found.set(pointer, { schema: own, settings, isRequired, title: isObject(title) ? (title as unknown as LocalizedText) : pointer === '' ? version.title : named });
    for (const [name, inner] of Object.entries(isObject(properties) ? properties : {})) visit(inner, pointer + toPointer(name), Array.isArray(required) && required.includes(name));
    if (isObject(items) && hasOwn(schema, 'items')) visit(items, `${pointer}/*`, false);
  };
  visit(valueAt(definition, '/schema'), '', false);
  return found;
}
