import type { AnswersOptions } from './validate-answers.js';
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
  const { validator, evaluateCondition } = options as NeededOptions;
  if (needed.includes('validator') && typeof validator?.compile !== 'function') {
    throw new TypeError(`${caller}: the option "validator" is to be a validator, such as createInterpreter() of @cobuild/core`);
  }
  if (needed.includes('evaluateCondition') && typeof evaluateCondition !== 'function') {
    throw new TypeError(`${caller}: the option "evaluateCondition" is to be a function, such as that of @cobuild/rules`);
  }
}
