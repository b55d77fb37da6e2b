import { pointerTokens, toPointer, valueAt, withValueAt } from '../problems/json-pointer.js';
import type { Answers } from './answers.js';
import type { FieldSpec } from './field-spec.js';
import { isRecord, own } from './json-schema.js';
import { specsOnTheWay } from './labels.js';

/**
 * Sets one answer. Lists on the way are made as lists; an item beyond the end is nobody's (it was removed meanwhile), and
 * nothing happens. Emptying an item leaves an empty item: removing it would move the ones after it.
 */
export function withAnswer(root: FieldSpec, answers: Answers, pointer: string, value: unknown): Answers {
  const tokens = pointerTokens(pointer);
  const way = specsOnTheWay(root, pointer);
  let ready: Answers = answers;
  for (let length = 1; length <= tokens.length; length += 1) {
    const at = toPointer(...tokens.slice(0, length));
    const parent = way[length - 1];
    if (parent?.item) {
      const items = valueAt(ready, toPointer(...tokens.slice(0, length - 1)));
      if (!Array.isArray(items) || !(Number(tokens[length - 1]) < items.length)) return answers;
    }
    if (length < tokens.length && !isContainer(valueAt(ready, at))) ready = withValueAt(ready, at, way[length]?.item ? [] : {}) as Answers;
  }
  const spec = way.length === tokens.length + 1 ? way[tokens.length] : undefined;
  const next = value === undefined && spec?.name === '*' ? emptyItem(spec) : value;
  return withValueAt(ready, pointer, next) as Answers;
}

function isContainer(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value);
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
export function withItemAdded(root: FieldSpec, answers: Answers, pointer: string, list: FieldSpec): Answers {
  const item = list.item ? (withDefaults(list.item, undefined) ?? emptyItem(list.item)) : undefined;
  return item === undefined ? answers : withAnswer(root, answers, pointer, [...itemsAt(answers, pointer), item]);
}

/** Removes an item; without items the list is no answer. The same answers where there is no such item. */
export function withItemRemoved(root: FieldSpec, answers: Answers, pointer: string, index: number): Answers {
  const items = itemsAt(answers, pointer);
  if (!(index in items)) return answers;
  const rest = items.filter((_, at) => at !== index);
  return withAnswer(root, answers, pointer, rest.length > 0 ? rest : undefined);
}

/** Moves an item to another place. The same answers where one of the places does not exist. */
export function withItemMoved(root: FieldSpec, answers: Answers, pointer: string, from: number, to: number): Answers {
  const items = itemsAt(answers, pointer);
  if (from === to || !(from in items) || !(to in items)) return answers;
  const rest = items.filter((_, at) => at !== from);
  return withAnswer(root, answers, pointer, [...rest.slice(0, to), items[from], ...rest.slice(to)]);
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
