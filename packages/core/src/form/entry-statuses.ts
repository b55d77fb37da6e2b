import { toPointer } from '../problems/json-pointer.js';
import type { FieldPlan } from './field-plan.js';
import type { FieldStatus, Subject } from './field-status.js';
import { childStatus } from './field-status.js';
import { isRecord, own } from './json-schema.js';

/** The status of an answer that the person named, among those behind the fields. */
export function entryStatus(children: readonly FieldStatus[], from: number, name: string): FieldStatus | undefined {
  const ending = toPointer(name);
  for (let index = from; index < children.length; index += 1) {
    const child = children[index] as FieldStatus;
    if (child.pointer.endsWith(ending) && child.pointer.lastIndexOf('/') === child.pointer.length - ending.length) return child;
  }
  return undefined;
}

/** Answers under names that the person gave them. */
export function entryStatuses(plan: FieldPlan, { pointer, value, counted, countedBefore, before, twin }: Subject, statusOf: (entry: FieldPlan, subject: Subject) => FieldStatus): readonly FieldStatus[] {
  const entries: FieldStatus[] = [];
  for (const name of isRecord(value) ? Object.keys(value) : []) {
    const entry = plan.entry?.(name);
    if (entry === undefined) continue;
    const at = plan.children.length + entries.length;
    const place = `${pointer}${toPointer(name)}`;
    const known = (of: FieldStatus | undefined): FieldStatus | undefined => (of?.children[at]?.pointer === place ? of.children[at] : of && childStatus(of, name));
    entries.push(statusOf(entry, { pointer: place, value: own(value, name), counted: own(counted, name), countedBefore: own(countedBefore, name), before: known(before), twin: known(twin) }));
  }
  return entries;
}
