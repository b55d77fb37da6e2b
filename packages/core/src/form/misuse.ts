import type { AnswersOptions } from './validate-answers.js';
import { assertLocale } from '../problems/assert-locale.js';
import { nearestName } from '../scheme/nearest-name.js';
import type { FormOptions } from './form-model.js';
import { isRecord } from './json-schema.js';

/** What a call needs besides a definition. */
type NeededOptions = Partial<Pick<AnswersOptions, 'validator' | 'evaluateCondition'>>;

/**
 * Calls from plain JavaScript, or with a forgotten option, are told at the call, not by whatever breaks first inside.
 *
 * @param caller - Name of the function that was called, for the sentence.
 * @throws {TypeError} that names the argument or option.
 */
export function assertFormCall(caller: string, definition: unknown, options: unknown, needed: readonly (keyof NeededOptions)[]): void {
  if (!isRecord(definition)) throw new TypeError(`${caller}: the definition is to be an object with "id", "title" and "schema"`);
  if (!isRecord(options)) throw new TypeError(`${caller}: the options are missing; it needs ${needed.map((name) => `"${name}"`).join(' and ')}`);
  assertLocale(caller, options['locale']);
  const { validator, evaluateCondition } = options as NeededOptions;
  if (needed.includes('validator') && typeof validator?.compile !== 'function') {
    throw new TypeError(`${caller}: the option "validator" is to be a validator, such as createInterpreter() of @cobuild/core`);
  }
  if (needed.includes('evaluateCondition') && typeof evaluateCondition !== 'function') {
    throw new TypeError(`${caller}: the option "evaluateCondition" is to be a function, such as that of @cobuild/rules`);
  }
}

const FORM_OPTIONS: Readonly<Record<keyof FormOptions, true>> = { validator: true, evaluateCondition: true, value: true, locale: true, terms: true, facts: true, choices: true, widgetTesters: true, records: true, readonly: true };

/**
 * An option that is written wrong would be as if it were not there.
 *
 * @throws {TypeError} that names the option, and the one that may be meant.
 */
export function assertKnownOptions(caller: string, options: object): void {
  for (const name of Object.keys(options)) {
    if (Object.prototype.hasOwnProperty.call(FORM_OPTIONS, name)) continue;
    const known = Object.keys(FORM_OPTIONS);
    const nearest = nearestName(name, known);
    throw new TypeError(`${caller}: there is no option "${name}"; ${nearest === undefined ? `known: ${known.join(', ')}` : `did you mean "${nearest}"?`}`);
  }
}
