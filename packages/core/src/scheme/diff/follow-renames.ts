import { renameField } from '../../editing/form-fields.js';
import type { JsonChange } from '../../editing/json-edits.js';
import { renamed } from '../../drafts/migrate-answers.js';
import type { RenameStep } from '../../generated/types.js';
import { define, pointerTokens, toPointer, valueAt } from '../../problems/json-pointer.js';
import { withValueAt } from '../../problems/with-value-at.js';
import { isObject } from '../../validation/instance.js';
import type { JsonObject } from '../../validation/instance.js';
import { partsAt } from '../parts.js';
import type { ChangedValue } from './changed-values.js';

/** The older of two versions with its questions under the names that the newer one gives them. */
export interface FollowedRenames {
  readonly document: unknown;
  /** Each question once that has another name: `before` and `after` are its names, `pointer` leads to its schema in the newer version. */
  readonly renamed: readonly ChangedValue[];
}

/**
 * Gives questions of the older version the names of the newer one, as the `migrations` of its forms tell, wherever the scheme speaks of them: what is asked, decided and published
 * under another name alone is no difference. Of all forms: application, reports, stages.
 */
export function followRenames(before: unknown, after: unknown): FollowedRenames {
  let document = before;
  const found: ChangedValue[] = [];
  for (const { pointer: newForm, value: form } of partsAt(after, '/forms')) {
    const oldForm = partsAt(before, '/forms').find(({ value }) => value['id'] === form['id']);
    if (oldForm === undefined) continue;
    /** By the field's pointer in the newer version, its name in the older one. */
    let names: readonly (readonly [string, string])[] = [];
    const followed = new Set<unknown>();
    for (const step of renamesBetween(versionOf(oldForm.value), form)) {
      const next = withRename(document, oldForm.pointer, step);
      if (next === undefined) continue;
      document = next;
      followed.add(step);
      const to = renamed(step.from, step.name);
      const first = names.find(([field]) => field === step.from)?.[1] ?? lastToken(step.from);
      // What lies inside has its holder's new name.
      names = [...names.filter(([field]) => field !== step.from).map(([field, name]) => [field.startsWith(`${step.from}/`) ? to + field.slice(step.from.length) : field, name] as const), [to, first]];
    }
    if (followed.size > 0) document = withToldSteps(document, oldForm.pointer, form, followed);
    for (const [field, name] of names) {
      const pointer = schemaPointer(newForm, field);
      if (name !== lastToken(field) && valueAt(after, pointer) !== undefined) found.push({ pointer, oldPointer: schemaPointer(oldForm.pointer, field), kind: 'changed', before: name, after: lastToken(field) });
    }
  }
  return { document, renamed: found };
}

const lastToken = (pointer: string): string => pointerTokens(pointer).pop() ?? '';
const versionOf = ({ version }: JsonObject): number => (typeof version === 'number' ? version : 1);

/** The steps that give a question another name, of those that lead from a version to that of the form. The documents may not be checked yet. */
function renamesBetween(version: number, form: JsonObject): readonly RenameStep[] {
  const due = migrationsOf(form).filter(({ to }) => typeof to === 'number' && to > version && to <= versionOf(form));
  return due.flatMap(({ steps }) => (Array.isArray(steps) ? (steps as readonly unknown[]).filter(isRename) : []));
}

const migrationsOf = ({ migrations }: JsonObject): readonly JsonObject[] => (Array.isArray(migrations) ? (migrations as readonly unknown[]).filter(isObject) : []);
const isRename = (step: unknown): step is RenameStep => isObject(step) && step['op'] === 'rename' && typeof step['from'] === 'string' && typeof step['name'] === 'string';

/** `undefined` where there is no such question, or another one has the name already. */
function withRename(document: unknown, form: string, { from, name }: RenameStep): unknown {
  if (valueAt(document, schemaPointer(form, from)) === undefined) return undefined;
  try {
    // The steps that led to the older version stay as they were.
    return renameField(document, form, from, name)?.filter(({ pointer }) => !pointer.startsWith(`${form}/migrations/`)).reduce(withChange, document);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What has been followed is told by the names: the steps that say it are no difference besides. */
function withToldSteps(document: unknown, at: string, form: JsonObject, followed: ReadonlySet<unknown>): unknown {
  const told = migrationsOf(form).filter(({ steps }) => Array.isArray(steps) && steps.length > 0 && steps.every((step) => followed.has(step)));
  const own = valueAt(document, `${at}/migrations`);
  return told.length === 0 ? document : withValueAt(document, `${at}/migrations`, [...(Array.isArray(own) ? (own as readonly unknown[]) : []), ...told]);
}

function withChange(document: unknown, change: JsonChange): unknown {
  if (change.kind === 'set') return withValueAt(document, change.pointer, change.value);
  if (change.kind !== 'rename') return document;
  const tokens = pointerTokens(change.pointer);
  const old = tokens.pop();
  const holder = toPointer(...tokens);
  const members = valueAt(document, holder);
  if (!isObject(members)) return document;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(members)) define(copy, key === old ? change.key : key, value);
  return withValueAt(document, holder, copy);
}

function schemaPointer(form: string, field: string): string {
  return pointerTokens(field).reduce((at, token) => `${at}${token === '*' ? '/items' : toPointer('properties', token)}`, `${form}/schema`);
}
