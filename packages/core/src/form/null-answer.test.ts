import { describe, expect, it } from 'vitest';
import { define, nodeAt, open, told } from '../../test/form/form-fixture.js';
import type { FormDefinition } from '../generated/types.js';
import { describeAnswers } from './describe-answers.js';
import type { Form } from './form-model.js';

const of = (x: Record<string, unknown>, required: boolean, settings: Record<string, unknown> = {}): FormDefinition => define({ properties: { x }, ...(required ? { required: ['x'] } : {}) }, { fields: { '/x': settings } });
const asks = (form: Form, pointer = '/x'): readonly string[] => (nodeAt(form, pointer).choosers ?? []).map(({ label }) => label);
const text = { type: ['string', 'null'], title: '传真' };

describe('null as an answer of its own', () => {
  it.each([
    ['has to be there and may be null', text, true, {}, ['传真：无此项，不填报']],
    ['has to be there and may be null, said by anyOf', { anyOf: [{ type: 'number' }, { type: 'null' }] }, true, {}, ['x：无此项，不填报']],
    ['may be left out', text, false, {}, []],
    ['may be left out, where the settings offer it', text, false, { nullAnswer: 'offer' }, ['传真：无此项，不填报']],
    ['has to be there, where the settings hide it', text, true, { nullAnswer: 'hide' }, []],
    ['may not be null', { type: 'string' }, true, { nullAnswer: 'offer' }, []],
    ['has a choice that says it', { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'null' }] }, true, {}, ['x按哪一种情况填写']],
    ['is called as the settings say', text, true, { options: { null: { 'zh-CN': '没有传真' } } }, ['没有传真']],
  ] as const)('is asked for or not: an answer that %s', (_, schema, required, settings, wanted) => {
    expect(asks(open(of(schema, required, settings)))).toEqual(wanted);
  });

  it('is said by the question behind the answer, taken back by it or by an answer, and undone', () => {
    const form = open(of(text, true));
    expect(told(form)).toEqual(['/x form/required']);
    form.setValue('?null/x', true);
    expect([form.submission(), told(form), nodeAt(form, '/x').choosers]).toMatchObject([{ x: null }, [], [{ pointer: '?null/x', value: true }]]);
    expect(form.state.progress).toEqual({ required: 1, answered: 1 });
    form.setValue('/x', '0757');
    expect([form.submission(), nodeAt(form, '/x').choosers?.[0]?.value]).toEqual([{ x: '0757' }, false]);
    form.undo();
    form.setValue('?null/x', false);
    expect([form.submission(), told(form)]).toEqual([{}, ['/x form/required']]);
  });

  it('of a group asks nothing of what is in it', () => {
    const form = open(of({ type: ['object', 'null'], properties: { name: { type: 'string' } }, required: ['name'] }, true));
    expect(told(form)).toEqual(['/x/name form/required']);
    form.setValue('?null/x', true);
    expect([form.submission(), told(form), nodeAt(form, '/x/name').visible]).toEqual([{ x: null }, [], false]);
    form.setValue('?null/x', false);
    expect([form.submission(), nodeAt(form, '/x/name').visible]).toEqual([{ x: {} }, true]);
  });

  it('may stand in a list for an item of which there is nothing to say', () => {
    const form = open(of({ type: 'array', items: text }, false), { value: { x: ['a', null] } });
    expect([told(form), asks(form, '/x/1'), form.submission()]).toEqual([[], ['第2项：无此项，不填报'], { x: ['a', null] }]);
  });

  it('follows whether the answer is required now', () => {
    const form = open({ ...of(text, false, { requiredWhen: { fact: 'a', operator: 'equal', value: true } }), schema: { type: 'object', properties: { a: { type: 'boolean' }, x: text } } });
    expect(asks(form)).toEqual([]);
    form.setValue('/a', true);
    expect([asks(form), told(form)]).toEqual([['传真：无此项，不填报'], ['/x form/required']]);
    form.setValue('?null/x', true);
    expect(told(form)).toEqual([]);
  });

  it('is told in words', () => {
    const rows = (answers: Record<string, unknown>, required: boolean): unknown => describeAnswers(of(text, required), answers, 'zh-CN')[0]?.rows[0];
    expect([rows({ x: null }, true), rows({}, true), rows({ x: null }, false)]).toMatchObject([{ text: '无此项，不填报', answered: true }, { text: '未填写', answered: false }, { text: '未填写', answered: false }]);
  });
});
