import { NO_CHOICES } from './choices.js';
import type { FieldSpec } from './field-spec.js';
import type { ChosenBranches } from './gates.js';
import { isRecord, own } from './json-schema.js';
import { branchPart } from './parts/form-parts.js';
import type { Gate } from './schema-sources.js';

/** A field inside an answer, with its value. */
export interface AnswerPart { readonly name: string; readonly spec: FieldSpec; readonly value: unknown }

const NONE: readonly AnswerPart[] = [];

/** A field as it is for a value, by the looks of the value alone: for who reads answers and fills in none. */
export function specForValue(given: FieldSpec, value: unknown): FieldSpec {
  const spec = given.expand !== undefined && value !== undefined && value !== null ? given.expand() : given;
  const { alternatives, variants } = spec;
  if (variants === undefined) return spec;
  const holds = (gates: readonly Gate[], chosen: ChosenBranches): boolean => gates.every((gate) => gate.kind === 'branch' && chosen.get(gate.at) === gate.branch);
  const branches = branchPart.now.branchesOf(alternatives, { pointer: '', value, choices: NO_CHOICES, fits: () => false, hold: holds });
  const chosen = new Map(alternatives.map(({ at }, index) => [at, branches[index] as number]));
  return variants.of(variants.gates.map((gates) => (holds(gates, chosen) ? '1' : '0')).join(''));
}

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
