import { pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { CompiledForm } from './compiled-form.js';
import type { FieldStatus } from './field-status.js';
import { statusesByPointer } from './field-status.js';

/** Place of every field on the way through the steps, by pointer; the form itself comes first. */
export function layoutOrder(form: CompiledForm, root: FieldStatus): ReadonlyMap<string, number> {
  const order = new Map<string, number>([['', 0]]);
  const statuses = statusesByPointer(root);
  for (const step of form.layout.steps) {
    for (const section of step.sections) {
      for (const field of section.fields) {
        const status = statuses.get(field.template);
        if (status) visit(status, form, order, true);
      }
    }
  }
  return order;
}

function visit(status: FieldStatus, form: CompiledForm, order: Map<string, number>, placed: boolean): void {
  if (!placed && form.layout.places.has(status.spec.template)) return; // stands in a section of its own
  order.set(status.pointer, order.size);
  status.children.forEach((child) => visit(child, form, order, false));
}

/** The step in which a pointer's field stands; what belongs to no field is in the last one. */
export function stepOf(form: CompiledForm, pointer: string): string | undefined {
  const tokens = pointerTokens(pointer);
  for (let length = tokens.length; length > 0; length -= 1) {
    const place = form.layout.places.get(toPointer(...tokens.slice(0, length)));
    if (place) return place.step.id;
  }
  return form.layout.steps[form.layout.steps.length - 1]?.id;
}
