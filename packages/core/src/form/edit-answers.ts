import { pointerTokens, toPointer, valueAt, withValueAt } from '../problems/json-pointer.js';
import type { Answers } from './answers.js';
import type { ChangedNames } from './changed-names.js';
import { withProperty } from './copies.js';
import type { FieldPlan } from './field-plan.js';
import { childPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord, own } from './json-schema.js';

/** What edits are made in: the fields, the answers as they are, and who is told what was copied. */
export interface Edited { readonly root: FieldPlan; readonly answers: Answers; readonly names: ChangedNames }

/** In place of a container that has no room for what is to be set. */
const NO_PLACE = Symbol('no place');

/**
 * Sets one answer. Lists on the way are made as lists; an item beyond the end is nobody's (it was removed meanwhile), and
 * nothing happens. Emptying an item leaves an empty item: removing it would move the ones after it.
 */
export function withAnswer({ root, answers, names }: Edited, pointer: string, value: unknown): Answers {
  const after = setIn(root, answers, pointerTokens(pointer), value, names);
  return after === NO_PLACE ? answers : (after as Answers);
}

function setIn(plan: FieldPlan | undefined, container: unknown, [token, ...rest]: readonly string[], value: unknown, names: ChangedNames): unknown {
  if (token === undefined) return value === undefined && plan?.isItem ? emptyItem(plan.spec) : value;
  if (plan?.item && (!Array.isArray(container) || !(Number(token) < container.length))) return NO_PLACE;
  const child = plan && childPlan(plan, token);
  const before = Array.isArray(container) ? (container as readonly unknown[])[Number(token)] : own(container, token);
  const ready = rest.length === 0 || isRecord(before) || Array.isArray(before) ? before : child?.item ? [] : {};
  const after = setIn(child, ready, rest, value, names);
  if (after === NO_PLACE) return NO_PLACE;
  if (!Array.isArray(container)) return withProperty(isRecord(container) ? container : {}, token, after, names);
  const copy = [...(container as readonly unknown[])];
  if (after === undefined) copy.splice(Number(token), 1);
  else copy[Number(token)] = after;
  return copy;
}

function emptyItem(spec: FieldSpec): unknown {
  if (spec.shape === 'group') return {};
  return spec.shape === 'list' ? [] : '';
}

/** What a fresh form, or a fresh item, starts with: the defaults that the schema states. */
export function withDefaults(spec: FieldSpec, value: unknown): unknown {
  const start = value === undefined ? own(spec.schema, 'default') : value;
  if (spec.shape !== 'group' || (start !== undefined && !isRecord(start))) return start;
  return spec.children.reduce<unknown>((group, child) => {
    const filled = withDefaults(child, own(group, child.name));
    return filled === undefined || filled === own(group, child.name) ? group : withValueAt(group ?? {}, toPointer(child.name), filled);
  }, start);
}

function itemsAt(answers: Answers, pointer: string): readonly unknown[] {
  const items = valueAt(answers, pointer);
  return Array.isArray(items) ? (items as readonly unknown[]) : [];
}

/** Adds an item at the end of a list, with its defaults. */
export function withItemAdded(edited: Edited, pointer: string, list: FieldSpec): Answers {
  const item = list.item ? (withDefaults(list.item, undefined) ?? emptyItem(list.item)) : undefined;
  return item === undefined ? edited.answers : withAnswer(edited, pointer, [...itemsAt(edited.answers, pointer), item]);
}

/** Removes an item; without items the list is no answer. The same answers where there is no such item. */
export function withItemRemoved(edited: Edited, pointer: string, index: number): Answers {
  const items = itemsAt(edited.answers, pointer);
  if (!(index in items)) return edited.answers;
  const rest = items.filter((_, at) => at !== index);
  return withAnswer(edited, pointer, rest.length > 0 ? rest : undefined);
}

/** Moves an item to another place. The same answers where one of the places does not exist. */
export function withItemMoved(edited: Edited, pointer: string, from: number, to: number): Answers {
  const items = itemsAt(edited.answers, pointer);
  if (from === to || !(from in items) || !(to in items)) return edited.answers;
  const rest = items.filter((_, at) => at !== from);
  return withAnswer(edited, pointer, [...rest.slice(0, to), items[from], ...rest.slice(to)]);
}

/**
 * Where a pointer leads after items of a list moved; `undefined` when its item was removed.
 *
 * @param placeOf - New index of an old one.
 */
export function movedPointer(pointer: string, list: string, placeOf: (index: number) => number | undefined): string | undefined {
  if (!pointer.startsWith(`${list}/`)) return pointer;
  const [index = '', ...rest] = pointerTokens(pointer.slice(list.length));
  const place = placeOf(Number(index));
  return place === undefined ? undefined : `${list}${toPointer(place, ...rest)}`;
}
