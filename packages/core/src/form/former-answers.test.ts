import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { define, evaluateCondition, open, validator, when } from '../../test/form/form-fixture.js';
import { validateAnswers } from './validate-answers.js';

const closed = { additionalProperties: false };
const definition = define(
  {
    properties: {
      more: { type: 'boolean' },
      group: { type: 'object', properties: { a: { type: 'string' } }, ...closed },
      rows: { type: 'array', items: { $ref: '#/$defs/row' } },
      gone: { type: 'object', properties: { b: { type: 'string' } }, ...closed },
      open: { type: 'object', properties: { c: { type: 'string' } } },
    },
    required: ['more'],
    $defs: { row: { allOf: [{ type: 'object', properties: { n: { type: 'integer' } }, additionalProperties: true }, { properties: { n: {} }, ...closed }] } },
    ...closed,
  },
  { fields: { '/gone': { visibleWhen: when('more', true), hiddenAnswer: 'clear' } } },
);
const draft = { old: 'x', more: true, group: { a: '1', old: 2 }, rows: [{ n: 1, old: 3 }, { n: 2 }], gone: { b: '4', old: 5 }, open: { c: '6', other: 7 } };
const options = { validator, evaluateCondition };

describe('answers to questions that the form no longer has', () => {
  it('are kept and do not stand in the way of submitting', () => {
    const form = open(definition, { value: draft });
    expect(form.state.value).toEqual(draft);
    expect(form.state.problems).toEqual([]);
    expect(form.showProblems()).toBe(true);
    expect(form.state.dirty).toBe(false);
    expect(form.submission()).toEqual({ more: true, group: { a: '1' }, rows: [{ n: 1 }, { n: 2 }], gone: { b: '4' }, open: { c: '6', other: 7 } });
  });

  it('are refused by a server that they are sent to', () => {
    const told = validateAnswers(definition, draft, options).map(({ pointer, params }) => `${pointer} ${String(params['property'])}`);
    expect(told.sort()).toEqual([' old', '/gone old', '/group old', '/rows/0 old']);
  });

  it('stay through edits, undo and reset, and go with the answer around them', () => {
    const form = open(definition, { value: draft });
    form.setValue('/group/a', '9');
    form.removeItem('/rows', 1);
    form.setValue('/more', false);
    expect(form.state.value).toEqual({ old: 'x', more: false, group: { a: '9', old: 2 }, rows: [{ n: 1, old: 3 }], open: draft.open });
    form.reset();
    expect(form.state.value).toEqual(draft);
  });

  it('count for no condition', () => {
    const asks = define({ properties: { a: { type: 'string' } }, required: ['a'], ...closed }, { fields: { '/a': { visibleWhen: when('old', 'x') } } });
    expect(open(asks, { value: { old: 'x' } }).state.steps[0]?.sections[0]?.fields[0]?.visible).toBe(false);
  });

  it.each([
    ['unevaluatedProperties', { unevaluatedProperties: false }, {}],
    ['nothing', {}, { old: 1 }],
    ['patternProperties', { ...closed, patternProperties: { '^o': {} } }, { old: 1 }],
    ['alternatives', { unevaluatedProperties: false, anyOf: [{ properties: { old: {} } }, {}] }, { old: 1 }],
  ])('are submitted only where the schema may take them: %s', (_, keywords, submitted) => {
    expect(open(define({ properties: { a: { type: 'string' } }, ...keywords }), { value: { old: 1 } }).submission()).toEqual(submitted);
  });

  it('harm nothing by name, length or by containing themselves', () => {
    const value = JSON.parse('{"__proto__":{"polluted":true},"more":true}') as Record<string, unknown>;
    const form = open(definition, { value: { ...draft, long: 'x'.repeat(1_000_000) } });
    expect(form.state.valid).toBe(true);
    form.load(value);
    expect(form.submission()).toEqual({ more: true });
    expect(Object.keys(form.state.value)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('leave the form and a server of one mind about what is submitted', () => {
    const name = fc.constantFrom('a', 'n', 'b', 'c', 'old', 'constructor');
    const group = fc.dictionary(name, fc.constantFrom('1', 2, null, ''), { maxKeys: 3 });
    const answers = fc.record({ more: fc.constantFrom(true, false, 'x'), group, gone: group, open: group, rows: fc.array(group, { maxLength: 3 }), old: group }, { requiredKeys: [] });
    fc.assert(
      fc.property(answers, (value) => {
        const form = open(definition, { value });
        expect(validateAnswers(definition, form.submission(), options)).toEqual(form.state.problems);
        expect(form.state.problems.filter(({ code }) => code === 'form/additionalProperties')).toEqual([]);
      }),
    );
  });
});
