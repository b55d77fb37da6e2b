import type { FormDefinition } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Validator } from '../validation/validator.js';
import { compileForm } from './whole-form.js';
import { definitionProblems } from './definition-problems.js';
import { settingProblems, withRemedy } from './definition-check/setting-problems.js';
import { assertFormCall } from './misuse.js';

/**
 * What is wrong with a definition as a form, before anybody fills it in: a schema that cannot be used, calculations in a circle
 * (errors), fields that cannot be drawn, names that lead nowhere, widgets that do not fit (warnings). Beyond what an opened form tells by itself: titles of choices that
 * there are not, records of two kinds, words that no validator knows, and how to mend each.
 *
 * @returns Problems with `document` = the id of the form and pointers into the definition.
 * @throws {TypeError} when the definition is no object, or the validator is missing.
 * @example checkFormDefinition(definition, { validator })[0]?.code // 'form/unsupported'
 */
export function checkFormDefinition(definition: FormDefinition, options: { readonly validator: Validator; readonly locale?: Locale }): readonly Problem[] {
  assertFormCall('checkFormDefinition', definition, options, ['validator']);
  const { validator, locale = 'zh-CN' } = options;
  const form = compileForm(definition, validator);
  return [...definitionProblems(form, locale).map((problem) => withRemedy(problem, form, locale)), ...settingProblems(form, locale)];
}
