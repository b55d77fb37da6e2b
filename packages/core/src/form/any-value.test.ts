import { describe, expect, it } from 'vitest';
import { define, nodeAt, open } from '../../test/form/form-fixture.js';
import type { Form, FormNode } from './form-model.js';

const KINDS = ['文字', '数字', '是或否', '列表', '分项填写', '没有'];

/** The question for the kind of an answer, which stands before it. */
const chooserOf = (form: Form, pointer: string): FormNode | undefined => nodeAt(form, pointer).choosers?.[0];

describe('an answer of any type', () => {
  it.each([{}, true, { title: '其他' }])('is asked for by its kind where the schema is %j', (schema) => {
    const form = open(define({ properties: { more: schema } }));
    const chooser = chooserOf(form, '/more');
    expect(chooser?.options.map(({ label }) => label)).toEqual(KINDS);
    expect([chooser?.widget, nodeAt(form, '/more').widget]).toEqual(['select', 'text']);
    expect(form.definitionProblems).toEqual([]);
  });

  it.each([
    ['甲', 'text', 0], [5, 'number', 1], [2.5, 'number', 1], [false, 'yesNo', 2], [['甲', 3], 'cards', 3], [{ a: { b: [true] } }, 'map', 4], [null, 'nothing', 5],
  ])('is drawn as what it is: %j', (value, widget, kind) => {
    const form = open(define({ properties: { more: {} } }), { value: { more: value } });
    expect([nodeAt(form, '/more').widget, chooserOf(form, '/more')?.value]).toEqual([widget, kind]);
    expect(form.submission()).toEqual({ more: value });
    expect(form.state.unshown).toEqual([]);
  });

  it('holds lists of anything and names with anything, as deep as somebody goes', () => {
    const form = open(define({ properties: { more: true } }));
    form.setValue('?0/more', 3);
    form.addItem('/more');
    form.setValue('?0/more/0', 4);
    form.addEntry('/more/0', '电话');
    form.setValue('?0/more/0/电话', 1);
    form.setValue('/more/0/电话', '12');
    expect(form.submission()).toEqual({ more: [{ 电话: 12 }] });
  });

  it('is an item of a list that says nothing of its items, or says that all are fine', () => {
    for (const schema of [{ type: 'array' }, { type: 'array', items: true }, { type: 'array', items: {} }]) {
      const form = open(define({ properties: { list: schema } }), { value: { list: ['甲', 1] } });
      expect([nodeAt(form, '/list').widget, nodeAt(form, '/list/0').widget, nodeAt(form, '/list/1').widget]).toEqual(['cards', 'text', 'number']);
    }
  });

  it('stands under a name of the person’s own where an object lists no properties; not beside those that it lists', () => {
    for (const schema of [{ type: 'object' }, { type: 'object', additionalProperties: true }]) {
      const form = open(define({ properties: { more: schema } }), { value: { more: { 面积: 12 } } });
      expect([nodeAt(form, '/more').widget, nodeAt(form, '/more/面积').widget]).toEqual(['map', 'number']);
    }
    expect(nodeAt(open(define({ properties: { more: { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: true } } })), '/more').widget).toBe('group');
  });

  it('is not what a schema is that cannot be followed, that refuses everything, or that says its type under conditions', () => {
    const schema = { properties: { far: { $ref: 'https://example.org/other' }, no: { type: 'array', items: false }, closed: { type: 'object', additionalProperties: false }, kind: { type: 'string' } } };
    const form = open(define(schema));
    expect(['/far', '/no', '/closed'].map((pointer) => nodeAt(form, pointer).widget)).toEqual(['unsupported', 'unsupported', 'unsupported']);
  });

  it('keeps what was filled in for one kind while another is chosen', () => {
    const form = open(define({ properties: { more: {} } }), { value: { more: '甲' } });
    form.setValue('?0/more', 1);
    form.setValue('/more', '7');
    form.setValue('?0/more', 0);
    expect(form.submission()).toEqual({ more: '甲' });
    form.setValue('?0/more', 1);
    expect(form.submission()).toEqual({ more: 7 });
  });
});
