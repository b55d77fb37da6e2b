import { describe, expect, it } from 'vitest';
import { define, nodeAt, nodesOf, open, told } from '../../test/form/form-fixture.js';
import { describeAnswers } from './describe-answers.js';

const one = (schema: Record<string, unknown>, rest = {}) => define({ properties: { x: schema } }, rest);
const widgetOf = (schema: Record<string, unknown>): string => nodeAt(open(one(schema)), '/x').widget;

describe('widgets', () => {
  it.each([
    ['text', { type: 'string', maxLength: 100 }],
    ['textarea', { type: 'string', maxLength: 101 }],
    ['date', { type: 'string', format: 'date' }],
    ['number', { type: 'integer' }],
    ['money', { type: 'number', format: 'money' }],
    ['yesNo', { type: 'boolean' }],
    ['confirmation', { type: 'boolean', const: true }],
    ['radio', { enum: ['a', 'b', 'c', 'd', 'e', 'f'] }],
    ['select', { enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
    ['radio', { oneOf: [{ const: 'a', title: '甲' }, { const: 'b', title: '乙' }] }],
    ['checkboxes', { type: 'array', items: { enum: ['a', 'b'] } }],
    ['group', { type: 'object', properties: { a: { type: 'string' } } }],
    ['cards', { type: 'array', items: { type: 'object', properties: { a: { type: 'string', maxLength: 500 } } } }],
    ['table', { type: 'array', items: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' } } } }],
    ['cards', { type: 'array', items: { type: 'string' } }],
    ['text', { type: ['string', 'null'] }],
    ['number', { anyOf: [{ type: 'number' }, { type: 'null' }] }],
    ['text', { minLength: 2 }],
    ['text', {}],
    ['text', { type: ['string', 'number'] }],
    ['tuple', { type: 'array', prefixItems: [{ type: 'string' }] }],
    ['map', { type: 'object', additionalProperties: { type: 'string' } }],
    ['map', { type: 'object' }],
    ['cards', { type: 'array' }],
    ['cards', { type: 'array', items: true }],
    ['unsupported', { type: 'object', additionalProperties: false }],
    ['text', { oneOf: [{ type: 'string', minLength: 2 }, { type: 'number' }] }],
  ])('draws %s for %j', (widget, schema) => {
    expect(widgetOf(schema)).toBe(widget);
  });

  it('takes the widget that the settings name where it fits, and says so where it does not', () => {
    const form = open(define({ properties: { a: { enum: ['x', 'y'] }, b: { type: 'string' }, c: { type: 'string' } } }, { fields: { '/a': { widget: 'select' }, '/b': { widget: 'table' }, '/c': { widget: 'map-picker' } } }));
    expect([nodeAt(form, '/a').widget, nodeAt(form, '/b').widget, nodeAt(form, '/c').widget]).toEqual(['select', 'text', 'map-picker']);
    expect(form.definitionProblems).toMatchObject([{ code: 'form/unsuitable-widget', severity: 'warning', pointer: '/fields/~1b/widget' }]);
  });

  it('draws the rest beside what it cannot draw', () => {
    const form = open(define({ properties: { odd: { type: 'object', additionalProperties: false }, fine: { type: 'string' } } }));
    expect(nodeAt(form, '/fine').widget).toBe('text');
    expect(form.definitionProblems).toMatchObject([{ code: 'form/unsupported', severity: 'warning', pointer: '/schema/properties/odd', message: '「odd」无法显示为表单项：数据定义没有列出要填哪些内容' }]);
    form.setValue('/odd', { any: 'thing' });
    expect(form.state.unshown).toMatchObject([{ pointer: '/odd', params: { kind: 'undrawn' } }]);
  });
});

describe('choices', () => {
  it('takes titles from the settings, then the schema, then the value; null is no choice', () => {
    const form = open(one({ type: ['string', 'null'], oneOf: [{ const: 'a', title: '甲' }, { const: 'b' }, { const: 'c', title: '丙' }, { const: null }] }, { fields: { '/x': { options: { c: { 'zh-CN': '第三', en: 'third' } } } } }));
    expect(nodeAt(form, '/x').options).toEqual([{ value: 'a', label: '甲' }, { value: 'b', label: 'b' }, { value: 'c', label: '第三' }]);
    form.setLocale('en');
    expect(nodeAt(form, '/x').options[2]?.label).toBe('third');
    form.setValue('/x', 'z');
    expect(form.state.problems.map((problem) => problem.message)).toEqual(['Choose “x” from the options given']);
  });

  it('are yes and no in the words of the settings, in the form as in the answers', () => {
    const options = { true: { 'zh-CN': '符合', en: 'In scope' }, false: { 'zh-CN': '不符合', en: 'Out of scope' } };
    const form = open(one({ type: 'boolean' }, { fields: { '/x': { options, widget: 'radio' } } }));
    expect(nodeAt(form, '/x')).toMatchObject({ widget: 'radio', options: [{ value: true, label: '符合' }, { value: false, label: '不符合' }] });
    expect(describeAnswers(form.definition, { x: false }, 'zh-CN')[0]?.rows[0]?.text).toBe('不符合');
    expect(nodeAt(open(one({ type: 'boolean' })), '/x')).toMatchObject({ widget: 'yesNo', options: [] });
  });
});

describe('structure of the schema', () => {
  it('follows references and merges allOf; the field’s own words win, the tighter limit wins', () => {
    const form = open(
      define({
        properties: { a: { $ref: '#/$defs/name', title: '项目名称' }, b: { allOf: [{ $ref: '#/$defs/name' }, { maxLength: 5 }] } },
        $defs: { name: { type: 'string', title: '名称', maxLength: 20 } },
      }),
    );
    expect(nodeAt(form, '/a')).toMatchObject({ label: '项目名称', maxLength: 20 });
    expect(nodeAt(form, '/b')).toMatchObject({ label: '名称', maxLength: 5 });
  });

  it('follows references by $anchor and by the schema’s own $id', () => {
    const form = open(
      define({ $id: 'https://example.org/answers', properties: { a: { $ref: '#name' }, b: { $ref: 'https://example.org/answers#/$defs/n' } }, $defs: { n: { $anchor: 'name', type: 'string', title: '名' } } }),
    );
    expect([nodeAt(form, '/a').label, nodeAt(form, '/b').label]).toEqual(['名', '名']);
  });

  it('draws a schema that refers to itself as far as there are answers', () => {
    const form = open(
      define({
        properties: { unit: { $ref: '#/$defs/unit' } },
        $defs: { unit: { type: 'object', properties: { name: { type: 'string' }, parts: { type: 'array', items: { $ref: '#/$defs/unit' } } } } },
      }),
    );
    expect(nodeAt(form, '/unit/name').widget).toBe('text');
    expect(nodeAt(form, '/unit/parts')).toMatchObject({ widget: 'cards', children: [] });
    form.addItem('/unit/parts');
    expect(nodeAt(form, '/unit/parts/0/name').widget).toBe('text');
  });

  it('ends on an allOf that comes back to itself', () => {
    const form = open(define({ allOf: [{ $ref: '#' }], properties: { a: { type: 'string' } } }));
    expect(nodeAt(form, '/a').widget).toBe('text');
  });

  it('keeps fields of schemas behind then, else and dependentSchemas out of sight until they apply', () => {
    const form = open(
      define({
        properties: { kind: { enum: ['company', 'person'] }, phone: { type: 'string' } },
        if: { properties: { kind: { const: 'company' } }, required: ['kind'] },
        then: { properties: { code: { type: 'string', title: '信用代码' } }, required: ['code'] },
        else: { properties: { age: { type: 'integer' } } },
        dependentSchemas: { phone: { properties: { hours: { type: 'string' } }, required: ['hours'] } },
      }),
    );
    const visible = (): string[] => Object.values(nodesOf(form)).filter((node) => node.visible).map((node) => node.pointer + (node.required ? '!' : ''));
    expect(visible()).toEqual(['/kind', '/phone', '/age']);
    form.setValue('/kind', 'company');
    expect(visible()).toEqual(['/kind', '/phone', '/code!']);
    form.setValue('/phone', '123');
    expect(visible()).toEqual(['/kind', '/phone', '/code!', '/hours!']);
    expect(told(form)).toEqual(['/code form/required', '/hours form/required']);
  });

  it('requires by dependentRequired', () => {
    const form = open(define({ properties: { account: { type: 'string' }, bank: { type: 'string', title: '开户行' } }, dependentRequired: { account: ['bank'] } }));
    expect(nodeAt(form, '/bank').required).toBe(false);
    form.setValue('/account', '1');
    expect(nodeAt(form, '/bank').required).toBe(true);
    expect(form.state.problems.map((problem) => problem.message)).toEqual(['请填写开户行']);
  });

  it('asks an if inside the items of a list of each item by itself', () => {
    const form = open(
      define({
        properties: {
          rows: {
            type: 'array',
            items: {
              type: 'object',
              properties: { kind: { enum: ['a', 'b'] } },
              if: { properties: { kind: { $ref: '#/$defs/b' } }, required: ['kind'] },
              then: { properties: { why: { type: 'string' } }, required: ['why'] },
            },
          },
        },
        $defs: { b: { const: 'b' } },
      }),
      { value: { rows: [{ kind: 'a' }, { kind: 'b' }] } },
    );
    expect([nodeAt(form, '/rows/0/why').visible, nodeAt(form, '/rows/1/why').visible]).toEqual([false, true]);
    expect(told(form)).toEqual(['/rows/1/why form/required']);
  });

  it('puts a field of a group where the layout names it, and the rest of the group at the end', () => {
    const form = open(
      define({ properties: { contact: { type: 'object', properties: { name: { type: 'string' }, phone: { type: 'string' } } } } }, {
        layout: { steps: [{ id: 's', title: { 'zh-CN': '一' }, sections: [{ id: 'a', fields: ['/contact/phone', '/nobody', '/contact/phone'] }] }] },
      }),
    );
    expect(form.state.steps[0]?.sections.map((section) => section.fields.map((field) => [field.pointer, field.children.map((child) => child.pointer)]))).toEqual([
      [['/contact/phone', []]],
      [['/contact', ['/contact/name']]],
    ]);
    expect(form.definitionProblems).toMatchObject([{ code: 'form/unknown-field', pointer: '/layout/steps/0/sections/0/fields/1' }]);
  });

  it('shows the closest branch’s problems for a group with alternatives', () => {
    const form = open(define({ properties: { phone: { type: 'string', title: '电话' }, email: { type: 'string', title: '邮箱' } }, anyOf: [{ required: ['phone'] }, { required: ['email'] }] }));
    expect(form.state.problems.map((problem) => problem.message)).toEqual(['请填写电话']);
    form.setValue('/email', 'a@example.com');
    expect(form.state.valid).toBe(true);
  });

  it('draws alternatives that a property tells apart: first the choice, then what it asks for', () => {
    const branch = (kind: string, name: string) => ({ properties: { kind: { const: kind, title: '方式' }, [name]: { type: 'string', title: name } }, required: ['kind', name] });
    const form = open(define({ oneOf: [branch('card', 'number'), branch('transfer', 'bank')] }));
    expect(nodeAt(form, '/kind')).toMatchObject({ widget: 'radio', label: '方式', required: true, visible: true, options: [{ value: 'card' }, { value: 'transfer' }] });
    expect([nodeAt(form, '/number').visible, nodeAt(form, '/bank').visible]).toEqual([false, false]);
    form.setValue('/kind', 'transfer');
    expect([nodeAt(form, '/number').visible, nodeAt(form, '/bank')]).toMatchObject([false, { visible: true, required: true }]);
    expect(told(form)).toEqual(['/bank form/required']);
    form.setValue('/bank', '农商行');
    expect(form.state.valid).toBe(true);
    expect(form.definitionProblems).toEqual([]);
  });
});
