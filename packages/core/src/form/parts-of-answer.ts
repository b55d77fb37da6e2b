import type { FieldSpec } from './field-spec.js';
import { isRecord, own } from './json-schema.js';
import { specForValue } from './spec-for-value.js';

/** A field inside an answer, with its value. */
export interface AnswerPart { readonly name: string; readonly spec: FieldSpec; readonly value: unknown }

const NONE: readonly AnswerPart[] = [];

/** The fields inside an answer in their order: those of a group and those that the person named, the places of a tuple, items. */
export function partsOf(given: FieldSpec, value: unknown): readonly AnswerPart[] {
  const spec = specForValue(given, value);
  const { children, item, entries } = spec;
  if (Array.isArray(value) && (spec.shape === 'list' || spec.shape === 'tuple')) {
    return (value as readonly unknown[]).flatMap((each, index) => {
      const part = children[index] ?? item;
      return part === undefined ? NONE : [{ name: String(index), spec: part, value: each }];
    });
  }
  if (spec.shape !== 'group' || !isRecord(value)) return NONE;
  const fixed = children.map((child) => ({ name: child.name, spec: child, value: own(value, child.name) }));
  if (entries === undefined) return fixed;
  const names = new Set(children.map(({ name }) => name));
  const others = Object.keys(value).filter((name) => !names.has(name));
  return [...fixed, ...others.flatMap((name) => {
    const part = entries.of(name);
    return part === undefined ? NONE : [{ name, spec: part, value: value[name] }];
  })];
}
