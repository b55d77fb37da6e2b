import type { FieldSpec } from './field-spec.js';
import { specAt } from './labels.js';
import { recordKind } from './record-kind.js';
import { isWhole } from './whole-answers.js';

/** Whether the answer at a pointer is asked for as one, whatever is inside: a record, several choices, an answer of several parts. */
export function isRecordAt(root: FieldSpec, pointer: string): boolean {
  const spec = specAt(root, pointer);
  return spec !== undefined && (recordKind(spec.settings) !== undefined || (spec.shape === 'leaf' && (spec.choices.length > 0 || isWhole(spec.settings))));
}
