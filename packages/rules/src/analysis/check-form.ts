import type { FormCheckOptions, FormDefinition, Problem } from '@cobuild/core';
import { checkFormDefinition, createInterpreter, schemeFormats } from '@cobuild/core';
import type { OwnOperator } from '../operators/index.js';
import { assertOwnOperators } from '../operators/index.js';
import { checkConditions } from './check-conditions.js';
import { wordsOf } from './finding-words.js';

export interface CheckFormOptions extends Omit<FormCheckOptions, 'validator'> {
  /** Default: the interpreter of core with the formats of schemes. */
  readonly validator?: FormCheckOptions['validator'];
  /** Names of the facts that the page hands to the form, beside its answers: `['otherLiveApplication']`. */
  readonly facts?: readonly string[];
  /** Own operators of the host. */
  readonly operators?: readonly OwnOperator[];
}

/** Where the form stands in the scheme around it. */
const PLACE = '/forms/0';

/**
 * Checks a form that stands by itself, outside a scheme: everything that `checkFormDefinition` of core finds, and in its conditions the facts, operators and
 * types, as `checkScheme` checks those of a scheme. Reserved facts such as `today` and `parameters` may be read; of what they hold nothing is known here.
 *
 * @returns Problems with `document` = the id of the form and pointers into the definition. Where the format finds a mistake in a condition, nothing more is said of it.
 * @throws {TypeError} when the definition is no object, or an own operator's name would hide another.
 * @example checkForm(definition, { facts: ['otherLiveApplication'] }).map(({ pointer, message, remedy }) => [pointer, message, remedy])
 */
export function checkForm(definition: FormDefinition, options: CheckFormOptions = {}): readonly Problem[] {
  const { validator = createInterpreter({ formats: schemeFormats }), facts = [], operators = [], locale = 'zh-CN', ...rest } = options;
  assertOwnOperators(operators);
  const told = checkFormDefinition(definition, { validator, locale, ...rest });
  const faults = told.filter(({ severity, pointer }) => severity === 'error' && pointer !== '').map(({ pointer }) => PLACE + pointer);
  const isSound = (pointer: string): boolean => !faults.some((fault) => `${fault}/`.startsWith(`${pointer}/`) || `${pointer}/`.startsWith(`${fault}/`));
  const scheme = { forms: [definition], stages: [{ method: 'application', form: definition.id }], eligibility: { hostFacts: facts.map((id) => ({ id })) } };
  const found = checkConditions(scheme, isSound, operators).filter(({ pointer }) => isSound(pointer)).map((finding): Problem => ({
    code: finding.code, severity: finding.severity ?? 'error', document: definition.id, pointer: finding.pointer.slice(PLACE.length), params: finding.params, ...wordsOf(finding, scheme, { locale, operators }),
  }));
  return [...told, ...found];
}
