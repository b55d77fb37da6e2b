import { describe, expect, it } from 'vitest';
import { define, evaluateCondition, validator } from '../../test/form/form-fixture.js';
import { checkFormDefinition } from './check-form-definition.js';
import { createForm } from './whole-form.js';
import type { AnswersOptions } from './validate-answers.js';
import { answersChecker, validateAnswers } from './validate-answers.js';

const definition = define({ properties: { a: { type: 'string' } } });
const call = (called: unknown, ...args: readonly unknown[]) => (): unknown => (called as (...args: readonly unknown[]) => unknown)(...args);

describe('calls that lack something', () => {
  it.each([
    ['without options', [definition], /^createForm: the options are missing; it needs "validator" and "evaluateCondition"$/],
    ['without a validator', [definition, { evaluateCondition }], /^createForm: the option "validator"/],
    ['with something else for a validator', [definition, { validator: {}, evaluateCondition }], /^createForm: the option "validator"/],
    ['without an evaluator of conditions', [definition, { validator }], /^createForm: the option "evaluateCondition"/],
    ['without a definition', [undefined, { validator, evaluateCondition }], /^createForm: the definition/],
    ['with a text for a definition', ['form', { validator, evaluateCondition }], /^createForm: the definition/],
  ])('createForm %s says so', (_, args, sentence) => {
    expect(call(createForm, ...args)).toThrow(TypeError);
    expect(call(createForm, ...args)).toThrow(sentence);
  });

  it('validateAnswers and checkFormDefinition say so too', () => {
    expect(call(validateAnswers, definition, {})).toThrow(/^checkAnswers: the options are missing/);
    expect(call(answersChecker, definition, {})).toThrow(/^answersChecker: the option "validator"/);
    expect(() => answersChecker(definition, { validator })({}, {} as AnswersOptions)).toThrow(/^answersChecker: the option "evaluateCondition"/);
    expect(call(checkFormDefinition, definition, {})).toThrow(/^checkFormDefinition: the option "validator"/);
    expect(call(checkFormDefinition, null, { validator })).toThrow(/^checkFormDefinition: the definition/);
  });

  it('a pointer that leads to no field is refused, whatever its name', () => {
    const form = createForm(definition, { validator, evaluateCondition });
    for (const pointer of ['/b', '/a/__proto__', '/__proto__', '/constructor']) expect(() => form.setValue(pointer, 1)).toThrow(RangeError);
  });
});
