import type { FormDefinition } from '../generated/types.js';
import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { isObject } from '../validation/instance.js';
import type { FieldUse } from './field-names.js';
import { fieldNames } from './field-names.js';
import type { JsonChange } from './json-edits.js';
import { renameMigration } from './rename-migration.js';
import { definitionUses } from './shared-definitions.js';

/** What is said of the field itself, and goes with it. */
const OWN: readonly string[] = ['schema', 'layout', 'settings'];

/**
 * Where a scheme speaks of a field besides its form's schema, layout and settings: conditions, calculations, rules, money, notices, tests. What somebody should know
 * before they take the field away.
 *
 * @param form - Where the form stands: `/forms/0`.
 * @param field - Pointer of the field with `*` for items.
 * @example fieldUses(scheme, '/forms/0', '/households').map(({ pointer }) => pointer) // ['/eligibility/rules/0/conditions/all/0/fact']
 */
export function fieldUses(scheme: unknown, form: string, field: string): readonly FieldUse[] {
  const name = pointerTokens(field).pop() ?? '';
  return (fieldNames(scheme, form, field, name) ?? []).filter(({ part, pointer }) => !OWN.includes(part) && !isInside(scheme, form, field, pointer));
}

/** Whether a place is among the settings or calculations of the field itself. */
function isInside(scheme: unknown, form: string, field: string, pointer: string): boolean {
  return ['fields', 'computed'].some((part) => keysWithin(valueAt(scheme, `${form}/${part}`), field).some((key) => pointer.startsWith(`${form}/${part}${toPointer(key)}/`)));
}

/**
 * The changes that give a field another name and change it wherever the scheme names it: schema, layout, settings, conditions, calculations, records, requirements, money,
 * notices and the answers of tests. Its title stays.
 *
 * Drafts that people have open know the old name: where the form is in use and asks for the field, a step in its `migrations` takes their answers along, and its `version` counts up.
 *
 * @param form - Where the form stands, `/forms/0`, or a shared definition, `/definitions/0`.
 * @param published - The form as it is in use; absent where nobody has filled it in yet.
 * @returns `undefined` where there is no such field, and where its name is that of a shared definition (`$ref`) that fields are drawn from: they would not know the new one. A new version may say it otherwise.
 * @throws {RangeError} where another field beside it has the name, or the name is empty.
 * @example draft.change(renameField(draft.document, '/forms/0', '/field3', 'lampCount') ?? [])
 */
export function renameField(scheme: unknown, form: string, field: string, name: string, published?: FormDefinition): readonly JsonChange[] | undefined {
  const definition = valueAt(scheme, `${form}/schema/$id`);
  if (typeof definition === 'string' && definitionUses(scheme, definition).length > 0) return undefined;
  const migration = published === undefined ? [] : renameMigration(valueAt(scheme, form), form, field, name, published);
  // What led to a version that is in use stays as it was: answers go on from where it takes them.
  const uses = fieldNames(scheme, form, field, name)?.filter(({ pointer }) => migration.length === 0 || !pointer.startsWith(`${form}/migrations/`));
  if (uses === undefined || !uses.some(({ part, as }) => part === 'schema' && as === 'key')) return undefined;
  const tokens = pointerTokens(field);
  if (tokens[tokens.length - 1] === name) return [];
  if (name === '' || siblings(scheme, uses).includes(name)) throw new RangeError(`renameField: there is a field ${JSON.stringify(name)} already`);
  const values = uses.filter(({ as }) => as === 'value').map(({ pointer, renamed }): JsonChange => ({ kind: 'set', pointer, value: renamed }));
  // What lies deeper comes first: a key that is renamed is part of the pointers below it.
  const keys = uses.filter(({ as }) => as === 'key').sort((one, other) => pointerTokens(other.pointer).length - pointerTokens(one.pointer).length);
  return [...values, ...keys.map(({ pointer, renamed }): JsonChange => ({ kind: 'rename', pointer, key: renamed })), ...migration];
}

function siblings(scheme: unknown, uses: readonly FieldUse[]): readonly string[] {
  const holders = uses.filter(({ part, as }) => part === 'schema' && as === 'key').map(({ pointer }) => valueAt(scheme, pointer.slice(0, pointer.lastIndexOf('/'))));
  return holders.flatMap((holder) => (isObject(holder) ? Object.keys(holder) : []));
}

/**
 * The changes that take a field away with all that is said of it: its schema, its place in the layout, its settings and its calculation, and what is inside it. What others
 * read of it (`fieldUses`) stays, for its author to decide.
 */
export function removeField(scheme: unknown, form: string, field: string): readonly JsonChange[] {
  const tokens = pointerTokens(field);
  const own = (fieldNames(scheme, form, field, tokens[tokens.length - 1] ?? '') ?? []).filter(({ part, as, pointer }) => part === 'layout' || part === 'settings' ? as === 'key' || part === 'layout' : part === 'schema' && !/\/(dependentRequired|dependentSchemas)\//.test(pointer));
  return own.map(({ pointer }) => pointer).sort(lastFirst).map((pointer): JsonChange => ({ kind: 'remove', pointer }));
}

/** Later places of a list before earlier ones, so that no pointer leads elsewhere when it comes to its turn. */
function lastFirst(one: string, other: string): number {
  const [left, right] = [pointerTokens(one), pointerTokens(other)];
  for (const [index, token] of left.entries()) {
    const against = right[index];
    if (against === undefined) return -1;
    if (token === against) continue;
    return /^\d+$/.test(token) && /^\d+$/.test(against) ? Number(against) - Number(token) : token < against ? 1 : -1;
  }
  return left.length === right.length ? 0 : 1;
}

const keysWithin = (holder: unknown, field: string): readonly string[] => (isObject(holder) ? Object.keys(holder).filter((key) => key === field || key.startsWith(`${field}/`)) : []);
