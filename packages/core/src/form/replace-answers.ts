import type { Answers } from './answers.js';
import { equalJson } from './answers.js';
import type { ChangedNames } from './changed-names.js';
import { withProperty } from './copies.js';
import type { FieldPlan } from './field-plan.js';
import { isRecord, own } from './json-schema.js';
import { typedValue } from './typed-value.js';

/** Calculated and read-only fields keep what they have. */
export function isFixedField({ spec }: FieldPlan): boolean {
  return spec.computed || own(spec.schema, 'readOnly') === true;
}

/**
 * Other answers in place of these, as if every field had been filled in anew: fields that the new answers do not name are
 * emptied. Fixed fields keep their answer, lists are taken over as a whole. Names that are no field are taken over where the schema
 * says something about further names, and stay as they are elsewhere. Answers that say the same stay the same objects.
 */
export function withReplaced(root: FieldPlan, answers: Answers, next: Answers, names: ChangedNames): Answers {
  return replaced(root, answers, next, names) as Answers;
}

function replaced(plan: FieldPlan, before: unknown, next: unknown, names: ChangedNames): unknown {
  if (isFixedField(plan)) return before;
  if (plan.spec.shape === 'group' && (isRecord(next) || (next === undefined && isRecord(before)))) return replacedGroup(plan, isRecord(before) ? before : {}, next ?? {}, names);
  const typed = typedValue(plan.spec, next);
  return equalJson(typed, before) ? before : typed;
}

function replacedGroup(plan: FieldPlan, before: Answers, next: Answers, names: ChangedNames): Answers | undefined {
  let group = before;
  const set = (name: string, value: unknown): void => {
    group = withProperty(group, name, value, names);
  };
  for (const child of plan.children) set(child.spec.name, replaced(child, own(before, child.spec.name), own(next, child.spec.name), names));
  if (OTHER_NAMES.some((keyword) => own(plan.spec.schema, keyword) !== undefined)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(next)])) {
      if (!plan.positions.has(name) && !equalJson(own(before, name), own(next, name))) set(name, own(next, name));
    }
  }
  return plan.parent !== undefined && Object.keys(group).length === 0 && Object.keys(next).length === 0 ? undefined : group;
}

/** Keywords about names beside those of the fields. */
const OTHER_NAMES = ['additionalProperties', 'patternProperties', 'unevaluatedProperties'];
