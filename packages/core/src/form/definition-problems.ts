import type { Locale, Problem } from '../problems/problem.js';
import type { CompiledForm } from './compiled-form.js';
import { definitionErrors } from './definition-errors.js';
import { definitionWarnings } from './definition-warnings.js';

/**
 * What is wrong with a definition as a form: fields that cannot be drawn (the rest is), names that lead nowhere, calculations
 * in a circle, a schema that cannot be used. Places are pointers into the definition; `document` is its id.
 */
export function definitionProblems(form: CompiledForm, locale: Locale): readonly Problem[] {
  return [...definitionErrors(form, locale), ...definitionWarnings(form, locale)];
}
