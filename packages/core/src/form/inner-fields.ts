import type { FieldSpec } from './field-spec.js';

/** Every field inside another one, in each way to answer it. */
export function innerFields(field: FieldSpec): readonly FieldSpec[] {
  return [...(field.item ? withInner(field.item) : []), ...field.children.flatMap(withInner), ...branchesOf(field).flatMap(innerFields)];
}

/** A list that cannot be drawn because of its items is told once. */
function withInner(field: FieldSpec): readonly FieldSpec[] {
  if (field.unsupported !== undefined) return [field];
  const ways = branchesOf(field);
  return [field, ...innerFields(field), ...ways.filter((way) => way.unsupported !== undefined)];
}

/** The field as each branch of its alternatives has it, where these are different kinds of answers. */
function branchesOf({ shape, alternatives, variants }: FieldSpec): readonly FieldSpec[] {
  if (shape === 'group' || variants === undefined) return [];
  return alternatives.flatMap(({ at, branches, anything }) =>
    (anything === true ? [] : branches).map(({ index }) => variants.of(variants.gates.map((gates) => (gates.every((gate) => gate.kind === 'branch' && gate.at === at && gate.branch === index) ? '1' : '0')).join(''))),
  );
}
