import type { FormDefinition } from '../generated/types.js';
import type { Locale, Problem } from '../problems/problem.js';
import type { Validator } from '../validation/validator.js';
import { compileForm } from './whole-form.js';
import { definitionProblems } from './definition-problems.js';
import { formatProblems } from './definition-check/format-problems.js';
import { settingProblems, withRemedy } from './definition-check/setting-problems.js';
import { assertFormCall } from './misuse.js';
import type { WidgetOptionKinds } from './widget-options.js';

export interface FormCheckOptions {
  readonly validator: Validator;
  /** Language of the sentences. Default `zh-CN`. */
  readonly locale?: Locale;
  /** What may be told to a host's own widgets, `{ stars: { most: 'number', words: 'titles' } }`; of a widget that is neither built in nor here no option is judged. */
  readonly widgetOptions?: Readonly<Record<string, WidgetOptionKinds>>;
}

/**
 * What is wrong with a definition as a form, before anybody fills it in: a schema that cannot be used, calculations in a circle
 * (errors), fields that cannot be drawn, names that lead nowhere, widgets that do not fit (warnings). Beyond what an opened form tells by itself: settings and parts of
 * conditions that the published JSON Schema of forms does not know (`scheme/…`, as inside a scheme), titles of choices that there are not, records of two kinds, words
 * that no validator knows, options that a widget does not read, and how to mend each. Which facts and operators conditions may name is for `checkForm` of `@cobuild/rules`.
 *
 * @returns Problems with `document` = the id of the form and pointers into the definition.
 * @throws {TypeError} when the definition is no object, or the validator is missing.
 * @example checkFormDefinition(definition, { validator })[0]?.code // 'form/unsupported'
 */
export function checkFormDefinition(definition: FormDefinition, options: FormCheckOptions): readonly Problem[] {
  assertFormCall('checkFormDefinition', definition, options, ['validator']);
  const { validator, locale = 'zh-CN', widgetOptions } = options;
  const form = compileForm(definition, validator);
  const told = [...definitionProblems(form, locale).map((problem) => withRemedy(problem, form, locale)), ...settingProblems(form, locale, widgetOptions)];
  return [...told, ...formatProblems(definition, told, locale)];
}
