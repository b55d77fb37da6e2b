import { describe, expect, it, vi } from 'vitest';
import { define, open, told, validator } from '../../test/form/form-fixture.js';
import type { Validator } from '../validation/validator.js';

const definition = define(
  {
    properties: {
      a: { type: 'string', title: '甲', maxLength: 2 },
      b: { type: 'string', title: '乙', pattern: '^x' },
      rows: { type: 'array', title: '行', minItems: 2, items: { type: 'object', properties: { n: { type: 'number' } }, required: ['n'] } },
      any: { anyOf: [{ type: 'object', properties: { p: { type: 'string' } }, required: ['p'] }, { type: 'number' }] },
    },
    required: ['a', 'b'],
  },
  { fields: { '/any': { recommended: true } } },
);

describe('the problems of a form', () => {
  it('come from one validation for each change of what counts, and from none where nothing does', () => {
    const validate = vi.fn();
    const counting: Validator = {
      compile: (schema) => {
        const compiled = validator.compile(schema);
        return { validate: (instance) => (validate(instance), compiled.validate(instance)) };
      },
    };
    const form = open(definition, { validator: counting });
    const validations = (act: () => void): number => {
      validate.mockClear();
      act();
      return validate.mock.calls.length;
    };
    expect(validations(() => form.setValue('/a', 'x'))).toBe(1);
    expect(validations(() => form.setValue('/b', '  '))).toBe(0);
    expect(validations(() => form.touch('/a'))).toBe(0);
    expect(validations(() => form.showProblems())).toBe(0);
    expect(validations(() => form.setLocale('en'))).toBe(0);
    expect(validations(() => form.undo())).toBe(0);
  });

  it('are the same objects where they say the same, and new where a number in them is another', () => {
    const form = open(definition, { value: { a: 'long', b: 'y' } });
    const [long, pattern, ...rest] = form.state.problems;
    form.setValue('/a', 'longer');
    expect(form.state.problems[0]).toMatchObject({ params: { length: 6 }, pointer: long?.pointer });
    expect(form.state.problems[1]).toBe(pattern);
    expect(form.state.problems.slice(2)).toEqual(rest);
    const before = form.state.problems;
    form.setValue('/rows', undefined);
    form.touch('/b');
    expect(form.state.problems).toBe(before);
  });

  it('stand in the order of the layout however they came', () => {
    const form = open(definition, { value: { rows: [{}, {}], any: { q: 1 } } });
    expect(told(form)).toEqual(['/a form/required', '/b form/required', '/rows/0/n form/required', '/rows/1/n form/required', '/any/p form/required']);
    form.setValue('/b', 'x');
    form.setValue('/rows/0/n', 1);
    form.setValue('/b', '');
    form.setValue('/rows/0/n', '');
    form.setValue('/a', 'x');
    expect(told(form)).toEqual(['/b form/required', '/rows/0/n form/required', '/rows/1/n form/required', '/any/p form/required']);
    form.removeItem('/rows', 0);
    expect(told(form)).toEqual(['/b form/required', '/rows form/minItems', '/rows/0/n form/required', '/any/p form/required']);
    form.setValue('/rows/0/n', 'many');
    form.setValue('/any', undefined);
    expect(told(form).slice(2)).toEqual(['/rows/0/n form/type', '/any form/recommended']);
  });

  it('of answers that are too large replace all others, and give way to them again', () => {
    const form = open(definition, { value: { a: 'long' } });
    const before = told(form);
    form.setValue('/b', `x${'x'.repeat(100_000)}`);
    expect(told(form)).toEqual(['/b form/too-long']);
    form.undo();
    expect(told(form)).toEqual(before);
  });
});

describe('answers handed in again', () => {
  it('count as new, also where a host changed them in place', () => {
    const value = { a: 'x', b: 'x', rows: [{ n: 1 }, { n: 2 }] as { n?: number }[] };
    const form = open(definition, { value });
    expect(form.state.valid).toBe(true);
    value.rows[1] = {};
    form.load(value);
    expect(told(form)).toEqual(['/rows/1/n form/required', '/any form/recommended']);
  });
});
