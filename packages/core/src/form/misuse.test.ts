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
    ['with an option that is written wrong', [definition, { validator, evaluateCondition, vaule: {} }], /^createForm: there is no option "vaule"; did you mean "value"\?$/],
    ['with an option of something else', [definition, { validator, evaluateCondition, onSubmit: 1 }], /^createForm: there is no option "onSubmit"; known: validator, evaluateCondition, value, /],
    ['in a language that there is not', [definition, { validator, evaluateCondition, locale: 'fr' }], /^createForm: there is no locale "fr"; known: "zh-CN", "en"$/],
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

  it('a language that there is not is refused wherever one is given', () => {
    const form = createForm(definition, { validator, evaluateCondition, locale: 'en' });
    expect(call(form.setLocale.bind(form), 'en-US')).toThrow(/^setLocale: there is no locale "en-US"/);
    expect(call(checkFormDefinition, definition, { validator, locale: 'zh' })).toThrow(/^checkFormDefinition: there is no locale "zh"/);
    expect(call(answersChecker(definition, { validator }), {}, { evaluateCondition, locale: 'de' })).toThrow(/^answersChecker: there is no locale "de"/);
    expect(call(createForm, definition, { validator, evaluateCondition, locale: undefined })).not.toThrow();
  });

  it('a pointer that leads to no field is refused, whatever its name', () => {
    const form = createForm(definition, { validator, evaluateCondition });
    for (const pointer of ['/b', '/a/__proto__', '/__proto__', '/constructor']) expect(() => form.setValue(pointer, 1)).toThrow(RangeError);
  });

  it('a wrong pointer is told where it could have led', () => {
    const form = createForm(define({ properties: { a: { type: 'string' }, group: { type: 'object', properties: { b: { type: 'string' } } } } }), { validator, evaluateCondition });
    const said = (pointer: string): string => {
      try {
        form.setValue(pointer, 1);
      } catch (error) {
        return (error as Error).message;
      }
      return 'taken';
    };

    expect([said('a'), said('/group/c')]).toEqual(['The form has no field at "a"; here are "/a", "/group"', 'The form has no field at "/group/c"; here are "/group/b"']);
  });

  it('a JSON Schema in place of a definition is told so', () => {
    const bare = createForm({ type: 'object', properties: {} } as unknown as typeof definition, { validator, evaluateCondition });

    expect(bare.definitionErrors.map(({ code, message }) => [code, message.includes('缺少 "schema"')])).toEqual([['form/schema', true]]);
  });
});
