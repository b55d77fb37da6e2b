import { describe, expect, it, vi } from 'vitest';
import { define, open, told, when } from '../../test/form/form-fixture.js';

const definition = define(
  {
    properties: {
      name: { type: 'string', title: '名称' },
      households: { type: 'integer' },
      area: { type: 'string', readOnly: true },
      contact: { type: 'object', properties: { phone: { type: 'string' }, source: { type: 'string', readOnly: true } } },
      lines: { type: 'array', items: { type: 'object', properties: { amount: { type: 'number' }, unit: { type: 'string', readOnly: true } } } },
      total: { type: 'number' },
      more: { type: 'boolean' },
      why: { type: 'string' },
    },
    required: ['name'],
  },
  { computed: { '/total': { op: 'sum', of: ['/lines/*/amount'], missing: 'zero' } }, fields: { '/why': { visibleWhen: when('more', true), hiddenAnswer: 'clear' } } },
);

describe('replace', () => {
  it('sets every answer as one change: dirty, one notification, one step of undo', () => {
    const form = open(definition, { value: { name: '甲', households: 3 } });
    const listener = vi.fn();
    form.subscribe(listener);
    form.replace({ name: '乙', lines: [{ amount: 2 }, { amount: 3 }] });
    expect(form.state).toMatchObject({ dirty: true, value: { name: '乙', lines: [{ amount: 2 }, { amount: 3 }], total: 5 } });
    expect(form.state.value).not.toHaveProperty('households');
    expect(listener).toHaveBeenCalledTimes(1);
    form.undo();
    expect(form.state).toMatchObject({ dirty: false, value: { name: '甲', households: 3 } });
  });

  it('leaves what a reset returns to as it was', () => {
    const form = open(definition, { value: { name: '甲' } });
    form.replace({ name: '乙' });
    form.reset();
    expect(form.state).toMatchObject({ dirty: false, value: { name: '甲' } });
  });

  it('reads answers as typed ones are read', () => {
    const form = open(definition);
    form.replace({ name: '', households: '１２' });
    expect(form.state.value).toEqual({ households: 12, total: 0 });
    expect(told(form)).toEqual(['/name form/required']);
  });

  it('lets calculated and read-only fields keep what they have, also in groups that are not named; lists are taken as a whole', () => {
    const form = open(definition, { value: { area: '明城镇', contact: { phone: '1', source: '登记' } } });
    form.replace({ area: '别处', total: 99, lines: [{ amount: 1, unit: '个' }] });
    expect(form.state.value).toEqual({ area: '明城镇', contact: { source: '登记' }, lines: [{ amount: 1, unit: '个' }], total: 1 });
  });

  it('empties a group in which nothing is left', () => {
    const form = open(definition, { value: { contact: { phone: '1' } } });
    form.replace({});
    expect(form.state.value).toEqual({ total: 0 });
  });

  it('brings answers of hidden fields along as far as their policy keeps them', () => {
    const form = open(definition);
    form.replace({ more: false, why: '因为' });
    expect(form.state.value).toEqual({ more: false, total: 0 });
    form.replace({ more: true, why: '因为' });
    expect(form.state.value).toMatchObject({ why: '因为' });
  });

  it.each([
    ['nothing', {}, {}],
    ['that there are none', { additionalProperties: false }, { old: 1 }],
    ['what they are', { additionalProperties: { type: 'number' } }, { old: 1 }],
    ['how they begin', { patternProperties: { '^o': {} } }, { old: 1 }],
  ])('takes names that are no field where the schema says of further names: %s', (_, keywords, taken) => {
    const form = open(define({ properties: { a: { type: 'string' } }, ...keywords }));
    form.replace({ a: 'x', old: 1, __proto__: { polluted: true } });
    expect(form.state.value).toEqual({ a: 'x', ...taken });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('changes nothing where the answers say the same, and in a read-only form', () => {
    const form = open(definition, { value: { name: '甲', lines: [{ amount: 1 }] } });
    const before = form.state;
    form.replace({ lines: [{ amount: 1 }], name: '甲' });
    expect(form.state).toBe(before);
    const shown = open(definition, { value: { name: '甲' }, readonly: true });
    shown.replace({ name: '乙' });
    expect(shown.state.value).toMatchObject({ name: '甲' });
  });

  it('drops what came from outside about the answers of before', () => {
    const form = open(definition, { value: { name: '甲' } });
    form.setExternalProblems([{ code: 'host/taken', severity: 'error', document: 'answers', pointer: '/name', params: {}, message: '已有同名项目' }]);
    form.replace({ name: '乙' });
    expect(form.state.problems).toEqual([]);
  });
});
