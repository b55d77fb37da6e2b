import type { FormDefinition } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Validator } from '../validation/validator.js';
import { compileForm } from './compiled-form.js';
import { definitionProblems } from './definition-problems.js';

/**
 * What is wrong with a definition as a form, before anybody fills it in: a schema that cannot be used, calculations in a circle
 * (errors), fields that cannot be drawn, names that lead nowhere, widgets that do not fit (warnings).
 *
 * @returns Problems with `document` = the id of the form and pointers into the definition.
 * @example checkFormDefinition(definition, { validator })[0]?.code // 'form/unsupported'
 */
export function checkFormDefinition(definition: FormDefinition, { validator, locale = 'zh-CN' }: { readonly validator: Validator; readonly locale?: Locale }): readonly Problem[] {
  return definitionProblems(compileForm(definition, validator), locale);
}
