import { pointerTokens, toPointer, valueAt } from '../problems/json-pointer.js';
import { withValueAt } from '../problems/with-value-at.js';
import type { Answers } from './answers.js';
import type { ChangedNames } from './changed-names.js';
import { withProperty } from './copies.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldSpec } from './field-spec.js';
import type { FieldStatus } from './field-status.js';
import type { Stop } from './field-way.js';
import { nextStop } from './field-way.js';
import { isRecord, own } from './json-schema.js';
import { specForValue } from './spec-for-value.js';

/** What edits are made in: the fields, the answers as they are, and who is told what was copied. */
export interface Edited { readonly root: FieldPlan; readonly status?: FieldStatus; readonly answers: Answers; readonly names: ChangedNames }

/** In place of a container that has no room for what is to be set. */
const NO_PLACE = Symbol('no place');

/**
 * Sets one answer. Lists on the way are made as lists; an item beyond the end is nobody's (it was removed meanwhile), and
 * nothing happens. Emptying an item leaves an empty item: removing it would move the ones after it.
 */
export function withAnswer({ root, status, answers, names }: Edited, pointer: string, value: unknown): Answers {
  const after = setIn({ plan: status?.plan ?? root, status }, answers, pointerTokens(pointer), value, names);
  return after === NO_PLACE ? answers : (after as Answers);
}

const isList = ({ spec }: FieldPlan): boolean => spec.shape === 'list' || spec.shape === 'tuple';

function setIn(stop: Stop | undefined, container: unknown, [token, ...rest]: readonly string[], value: unknown, names: ChangedNames): unknown {
  if (token === undefined) return value === undefined && stop?.plan.isItem ? emptyItem(stop.plan.spec) : value;
  const listed = stop !== undefined && isList(stop.plan) ? withRoom(stop.plan, container, token) : container;
  if (listed === NO_PLACE) return NO_PLACE;
  const child = stop && nextStop(stop, token);
  const before = Array.isArray(listed) ? (listed as readonly unknown[])[Number(token)] : own(listed, token);
  const ready = rest.length === 0 || isRecord(before) || Array.isArray(before) ? before : child && isList(child.plan) ? [] : {};
  const after = setIn(child, ready, rest, value, names);
  if (after === NO_PLACE) return NO_PLACE;
  if (!Array.isArray(listed)) return withProperty(isRecord(listed) ? listed : {}, token, after, names);
  const copy = [...(listed as readonly unknown[])];
  if (after === undefined) copy.splice(Number(token), 1);
  else copy[Number(token)] = after;
  return copy;
}

/** A list with room for what is to be set in it: the places of a tuple are there, an item of a list is there or not. */
function withRoom({ spec }: FieldPlan, container: unknown, token: string): unknown {
  const items = Array.isArray(container) ? (container as readonly unknown[]) : [];
  const index = /^\d+$/.test(token) ? Number(token) : Infinity;
  if (index < items.length) return items;
  if (index >= spec.children.length) return NO_PLACE;
  return [...items, ...spec.children.slice(items.length, index + 1).map(emptyItem)];
}

/** What stands for an item that nobody answered. */
export function emptyItem(given: FieldSpec): unknown {
  // Of several ways to answer the first is meant.
  const spec = specForValue(given.expand?.() ?? given, undefined);
  if (spec.shape === 'group') return {};
  return spec.shape === 'list' || spec.shape === 'tuple' ? [] : '';
}

/** What a fresh form, or a fresh item, starts with: the defaults that the schema states. What is only there with an answer is not there. */
export function withDefaults(spec: FieldSpec, value: unknown): unknown {
  const start = value === undefined ? own(spec.schema, 'default') : value;
  if (spec.shape !== 'group' || (start !== undefined && !isRecord(start))) return start;
  return spec.children.reduce<unknown>((group, child) => {
    const filled = isOfBranch(child) ? own(group, child.name) : withDefaults(child, own(group, child.name));
    return filled === undefined || filled === own(group, child.name) ? group : withValueAt(group ?? {}, toPointer(child.name), filled);
  }, start);
}

/** Defaults of a branch are filled in when the branch is chosen; the first one is chosen from the start. */
function isOfBranch({ presentWhen }: FieldSpec): boolean {
  return presentWhen.every((gates) => gates.some((gate) => gate.kind === 'branch' && gate.branch > 0));
}

export function itemsAt(answers: Answers, pointer: string): readonly unknown[] {
  const items = valueAt(answers, pointer);
  return Array.isArray(items) ? (items as readonly unknown[]) : [];
}

/** Adds an item at the end of a list, with its defaults. */
export function withItemAdded(edited: Edited, pointer: string, list: FieldSpec): Answers {
  const item = list.item ? newItem(list.item) : undefined;
  if (item === undefined) return edited.answers;
  const items = itemsAt(edited.answers, pointer);
  // The places of a tuple come before its items.
  const places = list.shape === 'tuple' ? list.children.slice(items.length).map(emptyItem) : [];
  return withAnswer(edited, pointer, [...items, ...places, item]);
}

/** A fresh item, with its defaults. */
export function newItem(given: FieldSpec): unknown {
  const spec = given.expand?.() ?? given;
  return withDefaults(spec, undefined) ?? emptyItem(spec);
}

/** Other items for a list; without items it is no answer. */
export function withItems(edited: Edited, pointer: string, items: readonly unknown[]): Answers {
  return withAnswer(edited, pointer, items.length > 0 || pointer === '' ? items : undefined);
}

/**
 * Where a pointer leads after answers inside another one got other places; `undefined` when its answer is gone.
 *
 * @param around - The list, or the answer with names.
 * @param placeOf - New place of an old one, as tokens.
 */
export function movedPointer(pointer: string, around: string, placeOf: (token: string) => string | undefined): string | undefined {
  if (!pointer.startsWith(`${around}/`)) return pointer;
  const [token = '', ...rest] = pointerTokens(pointer.slice(around.length));
  const place = placeOf(token);
  return place === undefined ? undefined : `${around}${toPointer(place, ...rest)}`;
}
