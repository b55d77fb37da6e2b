import type { Computation, FormDefinition } from '../generated/types.js';
import { pointerTokens } from '../problems/json-pointer.js';

/** One computed field: where it goes, and how it is calculated. */
export interface ComputedField { readonly template: string; readonly computation: Computation }

export interface ComputedPlan {
  /** In an order in which each finds what it reads already calculated. */
  readonly order: readonly ComputedField[];
  /** Fields that depend on themselves, each circle as a list; they stay empty. */
  readonly cycles: readonly (readonly string[])[];
}

/** Every pointer that a calculation reads. */
export function operandPointers(computation: Computation): readonly string[] {
  return computation.of.flatMap((operand) => (typeof operand === 'string' ? [operand] : typeof operand === 'number' ? [] : operandPointers(operand)));
}

/** `/lines/0/amount` is one of `/lines/* /amount` (without the space). */
function covers(template: string, pointer: string): boolean {
  const wanted = pointerTokens(template);
  const tokens = pointerTokens(pointer);
  return wanted.length === tokens.length && wanted.every((token, index) => token === tokens[index] || (token === '*' && /^\d+$/.test(tokens[index] ?? '')));
}

/** Orders the computed fields of a form by what they read. */
export function planComputed(definition: FormDefinition): ComputedPlan {
  const fields = Object.entries(definition.computed ?? {}).map(([template, computation]) => ({ template, computation }));
  const order: ComputedField[] = [];
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (field: ComputedField, way: readonly string[]): void => {
    if (done.has(field.template)) return;
    const start = way.indexOf(field.template);
    if (start >= 0) {
      cycles.push(way.slice(start));
      return;
    }
    for (const pointer of operandPointers(field.computation)) {
      const source = fields.find((other) => covers(other.template, pointer));
      if (source) visit(source, [...way, field.template]);
    }
    if (done.has(field.template)) return;
    done.add(field.template);
    order.push(field);
  };
  fields.forEach((field) => visit(field, []));
  const circular = new Set(cycles.flat());
  return { order: order.filter((field) => !circular.has(field.template)), cycles };
}
