import { describe, expect, it } from 'vitest';
import { define, nodeAt, open, told, when } from '../../test/form/form-fixture.js';

const shownByYes = when('more', true);
const definition = define(
  {
    properties: {
      more: { type: 'boolean' },
      keep: { type: 'string', maxLength: 3 },
      clear: { type: 'string' },
      plain: { type: 'string' },
      group: { type: 'object', properties: { inner: { type: 'string' }, kept: { type: 'string' } }, required: ['inner'] },
      rows: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } } },
    },
    required: ['keep', 'clear', 'plain', 'group', 'rows'],
  },
  {
    fields: {
      '/keep': { visibleWhen: shownByYes, hiddenAnswer: 'keep' },
      '/clear': { visibleWhen: shownByYes, hiddenAnswer: 'clear' },
      '/plain': { visibleWhen: shownByYes },
      '/group': { visibleWhen: shownByYes },
      '/group/kept': { hiddenAnswer: 'keep' },
      '/rows/*/b': { visibleWhen: shownByYes, hiddenAnswer: 'clear' },
    },
  },
);
const answers = { more: true, keep: 'k', clear: 'c', plain: 'p', group: { inner: 'i', kept: 'x' }, rows: [{ a: '1', b: '2' }] };

describe('answers of hidden fields', () => {
  it('row 21: are submitted, cleared or held back as each field says, also inside groups and lists, and what was kept comes back', () => {
    const form = open(definition, { value: answers });
    form.setValue('/more', false);
    expect(form.submission()).toEqual({ more: false, keep: 'k', group: { kept: 'x' }, rows: [{ a: '1' }] });
    expect(form.state.value).toEqual({ more: false, keep: 'k', plain: 'p', group: { inner: 'i', kept: 'x' }, rows: [{ a: '1' }] });
    form.setValue('/more', true);
    expect(form.submission()).toMatchObject({ keep: 'k', plain: 'p', group: { inner: 'i', kept: 'x' } });
  });

  it('come back with the field, except those that were cleared', () => {
    const form = open(definition, { value: answers });
    form.setValue('/more', false);
    form.setValue('/more', true);
    expect(form.submission()).toEqual({ more: true, keep: 'k', plain: 'p', group: { inner: 'i', kept: 'x' }, rows: [{ a: '1' }] });
    expect(nodeAt(form, '/clear').value).toBeUndefined();
  });

  it('come back by undo even when they were cleared', () => {
    const form = open(definition, { value: answers });
    form.setValue('/more', false);
    form.undo();
    expect(form.state.value).toEqual(answers);
  });

  it('are neither required nor checked', () => {
    const form = open(definition, { value: { more: false, keep: 'far too long', rows: [{ a: '1' }] } });
    expect(form.state.problems).toEqual([]);
    expect(nodeAt(form, '/keep').required).toBe(false);
  });

  it('stay hidden while the condition is unknown', () => {
    const form = open(definition);
    expect(nodeAt(form, '/plain').visible).toBe(false);
    expect(told(form)).toEqual(['/rows form/required']);
  });

  it('count for no other condition, so a chain closes from its beginning', () => {
    const chain = define(
      { properties: { a: { type: 'boolean' }, b: { type: 'boolean' }, c: { type: 'boolean' }, d: { type: 'string' } }, required: ['d'] },
      { fields: { '/b': { visibleWhen: when('a', true) }, '/c': { visibleWhen: when('b', true) }, '/d': { visibleWhen: when('c', true) } } },
    );
    const form = open(chain, { value: { a: true, b: true, c: true } });
    expect(told(form)).toEqual(['/d form/required']);
    form.setValue('/a', false);
    expect(form.submission()).toEqual({ a: false });
    expect(form.state.valid).toBe(true);
  });

  it('end in the same state whatever the way, also where two conditions chase each other', () => {
    const chase = define({ properties: { a: { type: 'boolean' }, b: { type: 'boolean' } } }, { fields: { '/a': { visibleWhen: { not: when('b', true) } }, '/b': { visibleWhen: when('a', true) } } });
    const form = open(chase);
    form.load({ a: true, b: true });
    const again = open(chase, { value: { a: true, b: true } });
    expect(form.submission()).toEqual(again.submission());
  });

  it('of hidden steps and sections are left out too', () => {
    const form = open(
      define({ properties: { a: { type: 'boolean' }, b: { type: 'string' }, c: { type: 'string' } }, required: ['b', 'c'] }, {
        layout: {
          steps: [
            { id: 'one', title: { 'zh-CN': '一' }, sections: [{ id: 'a', fields: ['/a'] }, { id: 'b', fields: ['/b'], visibleWhen: when('a', true) }] },
            { id: 'two', title: { 'zh-CN': '二' }, visibleWhen: when('a', true), sections: [{ id: 'c', fields: ['/c'] }] },
          ],
        },
      }),
      { value: { a: false, b: 'x' } },
    );
    expect(form.submission()).toEqual({ a: false });
    expect(form.state.steps.map((step) => [step.visible, step.sections.map((section) => section.visible)])).toEqual([[true, [true, false]], [false, [false]]]);
    form.setValue('/a', true);
    expect(told(form)).toEqual(['/c form/required']);
  });
});

describe('requiredWhen', () => {
  const asked = define({ properties: { amount: { type: 'number' }, why: { type: 'string', title: '理由' } } }, { fields: { '/why': { requiredWhen: when('amount', 100, 'greaterThan') } } });

  it.each([
    [undefined, false],
    [99, false],
    [100, false],
    [101, true],
  ])('with %s requires: %s', (amount, required) => {
    const form = open(asked, { value: amount === undefined ? {} : { amount } });
    expect(nodeAt(form, '/why').required).toBe(required);
    expect(form.state.problems.map((problem) => problem.message)).toEqual(required ? ['请填写理由'] : []);
  });

  it('does not ask twice for what the schema requires too', () => {
    const both = define({ properties: { a: { type: 'string' } }, required: ['a'] }, { fields: { '/a': { requiredWhen: { all: [] } } } });
    expect(told(open(both))).toEqual(['/a form/required']);
  });

  it('is not required when the condition cannot be asked', () => {
    const broken = define({ properties: { a: { type: 'string' } } }, { fields: { '/a': { requiredWhen: { condition: 'nobody' } } } });
    expect(told(open(broken))).toEqual([]);
  });
});
