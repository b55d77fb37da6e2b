import { pointerTokens } from '../problems/json-pointer.js';
import type { FieldSpec } from './field-spec.js';

const childrenByName = new WeakMap<FieldSpec, ReadonlyMap<string, FieldSpec>>();

/** A field of a group; large groups are looked up in, not through. */
function childNamed(group: FieldSpec | undefined, name: string): FieldSpec | undefined {
  if (group === undefined || group.children.length < 8) return group?.children.find((child) => child.name === name);
  let byName = childrenByName.get(group);
  if (byName === undefined) childrenByName.set(group, (byName = new Map(group.children.map((child) => [child.name, child]))));
  return byName.get(name);
}

/** The fields on the way to a pointer or template, the root first; ends early where the form has no such field. */
export function specsOnTheWay(root: FieldSpec, pointer: string): readonly FieldSpec[] {
  const way: FieldSpec[] = [root];
  for (const token of pointerTokens(pointer)) {
    const last = way[way.length - 1];
    const within = last?.expand?.() ?? last;
    const next = childNamed(within, token) ?? (within?.item && /^(\d+|\*)$/.test(token) ? within.item : within?.entries?.of(token));
    if (!next) break;
    way.push(next);
  }
  return way;
}

/** The field at a pointer, if the form has one. */
export function specAt(root: FieldSpec, pointer: string): FieldSpec | undefined {
  const way = specsOnTheWay(root, pointer);
  return way.length === pointerTokens(pointer).length + 1 ? way[way.length - 1] : undefined;
}
