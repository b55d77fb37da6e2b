import { describe, expect, it } from 'vitest';
import { define, nodeAt, open, told } from '../../test/form/form-fixture.js';
import type { FormDefinition } from '../generated/types.js';
import { valueText } from './choice-values.js';
import { describeAnswers } from './describe-answers.js';

const area = { code: '440608', name: '高明区' };
const point = { x: 1, y: 2 };
const of = (x: Record<string, unknown>, settings: Record<string, unknown> = {}): FormDefinition => define({ properties: { x }, required: ['x'] }, { fields: { '/x': settings } });

describe('a choice among objects and lists', () => {
  it('is one question, whose choices are called by their titles, their own names, or what is in them', () => {
    const form = open(of({ type: 'object', properties: { x: { title: '横' }, y: { title: '纵' } }, enum: [area, point, {}] }));
    expect(nodeAt(form, '/x')).toMatchObject({ widget: 'radio', children: [], options: [{ value: area, label: '高明区' }, { value: point, label: '横：1，纵：2' }, { value: {}, label: '（空）' }] });
    expect(form.definitionProblems).toEqual([]);
    form.setValue('/x', { y: 2, x: 1 });
    expect([form.submission(), told(form)]).toEqual([{ x: point }, []]);
    form.setValue('/x', {});
    expect([form.submission(), told(form), form.state.progress]).toEqual([{ x: {} }, [], { required: 1, answered: 1 }]);
    form.setValue('/x', { z: 1 });
    expect(told(form)).toEqual(['/x form/enum']);
  });

  it.each([
    ['const', { const: point }, ['x：1，y：2']],
    ['lists', { type: 'array', enum: [[1, 2], [3], []] }, ['1、2', '3', '（空）']],
    ['titled branches', { oneOf: [{ const: point, title: '起点' }, { const: [1], title: '表' }] }, ['起点', '表']],
    ['values of several kinds', { enum: [area, 'x', 1, true, null] }, ['高明区', 'x', '1', '是']],
  ])('has every kind of whole value: %s', (_, schema, labels) => {
    const form = open(of(schema));
    expect([nodeAt(form, '/x').options.map(({ label }) => label), form.definitionProblems]).toEqual([labels, []]);
    for (const { value } of nodeAt(form, '/x').options) {
      form.setValue('/x', value);
      expect([form.submission(), told(form)]).toEqual([{ x: value }, []]);
    }
  });

  it('may be several of them', () => {
    const form = open(of({ type: 'array', items: { enum: [area, point] }, uniqueItems: true }));
    expect(nodeAt(form, '/x').widget).toBe('checkboxes');
    form.setValue('/x', [point, area]);
    expect([form.submission(), told(form)]).toEqual([{ x: [point, area] }, []]);
    form.setValue('/x', []);
    expect(told(form)).toEqual(['/x form/required']);
  });

  it('is named by its JSON text in the settings, and told in words', () => {
    const definition = of({ enum: [point, area] }, { options: { '{"x":1,"y":2}': { 'zh-CN': '村口' } } });
    expect(nodeAt(open(definition), '/x').options[0]?.label).toBe('村口');
    expect(describeAnswers(definition, { x: point }, 'zh-CN')[0]?.rows[0]?.text).toBe('村口');
  });

  it('is a line, however long the value is', () => {
    expect(valueText(Array.from({ length: 90 }, () => '很'), 'zh-CN')).toHaveLength(80);
    expect(valueText({ title: ' ', label: '名' }, 'en')).toBe('名');
  });

  it('is nothing to choose where null is the only value', () => {
    expect(nodeAt(open(of({ enum: [null] })), '/x').widget).toBe('nothing');
  });
});
