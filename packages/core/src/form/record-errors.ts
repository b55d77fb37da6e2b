import type { Locale, Problem } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import type { MakeProblem } from './definition-errors.js';
import { innerFields } from './inner-fields.js';
import { fieldLabel } from './labels.js';
import { recordKind } from './record-kind.js';

/** Records whose schema describes an answer of another kind. */
export function recordErrors({ root }: CompiledForm, locale: Locale, problem: MakeProblem): readonly Problem[] {
  return innerFields(root).flatMap((field) => {
    const kind = recordKind(field.settings);
    const expected = kind === undefined ? undefined : kind === 'attachments' || kind === 'indicators' ? 'array' : 'object';
    return expected === undefined || field.type === undefined || field.type === expected
      ? []
      : [problem('record-type', 'error', `/schema${field.schemaPointer}/type`, { label: fieldLabel(field, locale), expected, found: field.type })];
  });
}
