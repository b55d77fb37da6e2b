import { describe, expect, expectTypeOf, it } from 'vitest';
import { define, evaluateCondition, nodeAt, nodesOf, open, told, validator } from '../../test/form/form-fixture.js';
import type { FormDefinition } from '../generated/types.js';
import { visibleAnswers } from '../publication/visibility.js';
import { describeAnswers } from './describe-answers.js';
import { describeState } from './describe-nodes.js';
import { checkAnswers } from './validate-answers.js';
import { createForm } from './whole-form.js';

const of = (schema: unknown, rest: Partial<FormDefinition> = {}): FormDefinition => ({ ...define({}), ...rest, schema } as FormDefinition);
const check = (definition: FormDefinition, answers: unknown): unknown => {
  const { answers: counted, problems } = checkAnswers(definition, answers, { validator, evaluateCondition });
  return [counted, problems.map(({ pointer, code }) => `${pointer} ${code}`)];
};

describe('a form whose outermost answer is no group of questions', () => {
  it('is a list: its items are added, moved and submitted as a list', () => {
    const form = open(of({ type: 'array', minItems: 1, items: { type: 'object', properties: { name: { type: 'string' }, n: { type: 'number' } }, required: ['name'] } }));
    expect([form.submission(), told(form), nodeAt(form, '')]).toMatchObject([[], [' form/minItems'], { label: '项目申报表', widget: 'table', required: false }]);
    form.addItem('');
    form.setValue('/0/name', '甲');
    form.addItem('');
    form.setValue('/1/n', '2');
    expect([form.submission(), told(form), form.state.dirty]).toEqual([[{ name: '甲' }, { n: 2 }], ['/1/name form/required'], true]);
    form.moveItem('', 1, 0);
    expect(form.submission()).toEqual([{ n: 2 }, { name: '甲' }]);
    form.removeItem('', 0);
    form.removeItem('', 0);
    expect([form.submission(), form.state.dirty]).toEqual([[], false]);
    form.undo();
    expect(form.submission()).toEqual([{ name: '甲' }]);
  });

  it('has answers of the type that the caller names, and answers by name where nobody names one', () => {
    interface Line { readonly name?: string }
    const form = createForm<readonly Line[]>(of({ type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } }), { validator, evaluateCondition, value: [{ name: '甲' }] });
    expectTypeOf(form.state.value).toEqualTypeOf<readonly Line[]>();
    expectTypeOf(form.load).parameter(0).toEqualTypeOf<readonly Line[] | undefined>();
    form.replace([{ name: '乙' }, ...form.submission()]);
    expect(form.submission().map(({ name }) => name)).toEqual(['乙', '甲']);

    const usual = createForm(of({ type: 'object', properties: { name: { type: 'string' } } }), { validator, evaluateCondition, value: { name: '甲' } });
    expectTypeOf(usual.submission()).toEqualTypeOf<Readonly<Record<string, unknown>>>();
    expect(usual.state.value['name']).toBe('甲');
  });

  it('is answers under names, also beside fixed questions', () => {
    const form = open(of({ type: 'object', properties: { name: { type: 'string', title: '名称' } }, required: ['name'], additionalProperties: { type: 'number' }, maxProperties: 2 }));
    expect([Object.keys(nodesOf(form)), nodeAt(form, '').widget]).toEqual([['/name', ''], 'map']);
    expect(form.addEntry('', '人数')).toBeUndefined();
    form.setValue('/人数', '12');
    form.setValue('/name', '社区');
    expect([form.submission(), told(form)]).toEqual([{ '人数': 12, name: '社区' }, []]);
    form.addEntry('', '户数');
    form.setValue('/户数', '3');
    expect(told(form)).toEqual([' form/maxProperties']);
    form.removeEntry('', '人数');
    form.renameEntry('', '户数', '户');
    expect(form.submission()).toEqual({ name: '社区', '户': 3 });
  });

  it('is a single question, which has to be answered', () => {
    const form = open(of({ type: 'integer', title: '人数', minimum: 1 }));
    expect([form.submission(), told(form), nodeAt(form, '')]).toMatchObject([undefined, [' form/required'], { label: '项目申报表', widget: 'number', required: true }]);
    form.setValue('', '0');
    expect(told(form)).toEqual([' form/minimum']);
    form.setValue('', '7');
    expect([form.submission(), form.state.valid, form.state.dirty]).toEqual([7, true, true]);
    form.reset();
    expect(form.submission()).toBeUndefined();
    form.load(5 as never);
    expect(form.submission()).toBe(5);
  });

  it('is a tuple, with its places from the start', () => {
    const form = open(of({ prefixItems: [{ type: 'string' }, { type: 'number' }], items: { type: 'boolean' } }));
    form.setValue('/1', '2');
    expect([form.submission(), told(form)]).toEqual([['', 2], ['/0 form/required']]);
    form.setValue('/0', 'a');
    form.addItem('');
    form.setValue('/2', true);
    expect(form.submission()).toEqual(['a', 2, true]);
  });

  it('is answered in one of several ways, with the choice before it', () => {
    const form = open(of({ oneOf: [{ type: 'string', title: '文字' }, { type: 'object', title: '详情', properties: { a: { type: 'string' } }, required: ['a'] }, { type: 'array', items: { type: 'string' } }] }));
    expect(nodeAt(form, '').choosers).toHaveLength(1);
    form.setValue('', 'x');
    form.setValue('?0', 1);
    expect([told(form), nodeAt(form, '').widget]).toEqual([['/a form/required'], 'group']);
    form.setValue('/a', 'b');
    form.setValue('?0', 2);
    form.addItem('');
    form.setValue('/0', 'c');
    expect(form.submission()).toEqual(['c']);
    form.setValue('?0', 1);
    expect(form.submission()).toEqual({ a: 'b' });
    form.setValue('?0', 0);
    expect([form.submission(), told(form)]).toEqual(['x', []]);
  });

  it('is named by its settings, placed by the layout under the empty pointer, and comes last elsewhere', () => {
    const map = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: { type: 'string' } };
    const layout = { steps: [{ id: 's', title: { 'zh-CN': '步' }, sections: [{ id: 'one', fields: [''] }, { id: 'two', fields: ['/a'] }] }] };
    const form = open(of(map, { layout, fields: { '': { title: { 'zh-CN': '其他内容' } } } }));
    expect(Object.values(nodesOf(form)).map(({ pointer, label }) => `${pointer} ${label}`)).toEqual([' 其他内容', '/a a']);
    expect([form.definitionProblems, Object.keys(nodesOf(open(of(map))))]).toEqual([[], ['/a', '']]);
  });

  it.each([
    [{ type: 'array', items: { type: 'number' } }, [1, 2], '1；2'],
    [{ type: 'object', additionalProperties: { type: 'number' } }, { '人数': 3 }, '人数：3'],
    [{ type: 'string' }, '甲', '甲'],
  ])('is told in words, as a whole: %j', (schema, answers, text) => {
    const definition = of(schema);
    const form = open(definition, { value: answers as never });
    const told = [describeAnswers(definition, answers as never, 'zh-CN'), describeState(form.state, 'zh-CN')].map(([section]) => section?.rows[0]?.text);
    expect(told).toEqual([text, text]);
    expect([visibleAnswers(definition, answers as never, { role: 'r', stage: 's' }), form.submission()]).toEqual([answers, answers]);
  });

  it.each([
    [{ type: 'array', items: { type: 'number' } }, [1, 'x'], [[1, 'x'], ['/1 form/type']]],
    [{ type: 'array', items: { type: 'number' } }, undefined, [[], []]],
    [{ type: 'array', items: { type: 'number' } }, { a: 1 }, [{ a: 1 }, [' form/type']]],
    [{ type: 'integer' }, undefined, [undefined, [' form/required']]],
    [{ type: 'integer' }, 'x', ['x', [' form/type']]],
    [{ type: 'object', properties: { a: { type: 'string' } } }, [1], [{}, []]],
  ])('is checked by a server as it was sent: %j with %j', (schema, answers, wanted) => {
    expect(check(of(schema), answers)).toEqual(wanted);
  });
});
