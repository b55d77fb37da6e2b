import { describe, expect, it } from 'vitest';
import { define, evaluateCondition, nodeAt, nodesOf, open, told, validator, when } from '../../test/form/form-fixture.js';
import type { Condition, FieldSettings } from '../generated/types.js';
import type { Form } from './form-model.js';
import { readsItem } from './item-conditions.js';
import { checkAnswers } from './validate-answers.js';

const kindIs = (value: string): Condition => ({ fact: 'item', path: '$.kind', operator: 'equal', value });

const text = { type: 'string' };
const lines = { type: 'array', items: { type: 'object', properties: { kind: { enum: ['goods', 'work'] }, maker: text, hours: { type: 'number' } }, required: ['kind'] } };

const withFields = (fields: Record<string, FieldSettings>, value: Record<string, unknown> = {}): Form => open(define({ properties: { lines, step: text } }, { fields }), { value });
const shown = (form: Form): string[] => Object.values(nodesOf(form)).filter(({ visible, pointer }) => visible && /(maker|hours)$/.test(pointer)).map(({ pointer }) => pointer);

describe('a condition in a list', () => {
  const fields = { '/lines/*/maker': { visibleWhen: kindIs('goods') }, '/lines/*/hours': { visibleWhen: kindIs('work'), requiredWhen: kindIs('work') } };

  it('reads the item that it stands in, each item for itself', () => {
    const form = withFields(fields, { lines: [{ kind: 'goods', hours: 3 }, { kind: 'work' }, {}] });
    expect(shown(form)).toEqual(['/lines/0/maker', '/lines/1/hours']);
    expect(told(form)).toEqual(['/lines/1/hours form/required', '/lines/2/kind form/required']);
    expect(form.submission()).toEqual({ lines: [{ kind: 'goods' }, { kind: 'work' }, {}] });
  });

  it('follows the item when it is edited, moved and removed, and leaves the others alone', () => {
    const form = withFields(fields, { lines: [{ kind: 'goods' }, { kind: 'work' }, { kind: 'goods' }] });
    const untouched = nodeAt(form, '/lines/2/maker');
    form.setValue('/lines/0/kind', 'work');
    expect(shown(form)).toEqual(['/lines/0/hours', '/lines/1/hours', '/lines/2/maker']);
    expect(nodeAt(form, '/lines/2/maker')).toBe(untouched);
    form.moveItem('/lines', 2, 0);
    expect(shown(form)).toEqual(['/lines/0/maker', '/lines/1/hours', '/lines/2/hours']);
    form.removeItem('/lines', 1);
    expect(shown(form)).toEqual(['/lines/0/maker', '/lines/1/hours']);
  });

  it('reads the index of its item, 0 for the first', () => {
    const form = withFields({ '/lines/*/maker': { requiredWhen: when('index', 0) } }, { lines: [{}, {}] });
    expect([nodeAt(form, '/lines/0/maker').required, nodeAt(form, '/lines/1/maker').required]).toEqual([true, false]);
    form.setValue('/lines/0/kind', 'work');
    form.moveItem('/lines', 0, 1);
    expect([nodeAt(form, '/lines/0/maker').required, nodeAt(form, '/lines/1/maker').required]).toEqual([true, false]);
  });

  it('may read answers outside the list too, and follows both', () => {
    const form = withFields({ '/lines/*/maker': { visibleWhen: { all: [kindIs('goods'), when('step', 'open')] } } }, { lines: [{ kind: 'goods' }, { kind: 'work' }] });
    expect(shown(form)).not.toContain('/lines/0/maker');
    form.setValue('/step', 'open');
    expect(shown(form)).toEqual(['/lines/0/maker', '/lines/0/hours', '/lines/1/hours']);
    form.setValue('/step', 'closed');
    expect(shown(form)).toEqual(['/lines/0/hours', '/lines/1/hours']);
  });

  it('reads the innermost item where lists stand in lists, and an item that is one answer by itself', () => {
    const inner = { type: 'array', items: { type: 'object', properties: { kind: text, note: text } } };
    const form = open(
      define(
        { properties: { outer: { type: 'array', items: { type: 'object', properties: { kind: text, inner, note: text } } }, names: { type: 'array', items: text } } },
        { fields: { '/outer/*/inner/*/note': { visibleWhen: kindIs('x') }, '/outer/*/note': { visibleWhen: kindIs('x') }, '/names/*': { readonlyWhen: { fact: 'item', operator: 'equal', value: 'fixed' } } } },
      ),
      { value: { outer: [{ kind: 'x', inner: [{ kind: 'y' }, { kind: 'x' }] }], names: ['fixed', 'free'] } },
    );
    const visible = Object.values(nodesOf(form)).filter((node) => node.visible && node.pointer.endsWith('note')).map(({ pointer }) => pointer);
    expect(visible.sort()).toEqual(['/outer/0/inner/1/note', '/outer/0/note']);
    expect([nodeAt(form, '/names/0').readonly, nodeAt(form, '/names/1').readonly]).toEqual([true, false]);
  });

  it('works on a server as in a page', () => {
    const checked = checkAnswers(define({ properties: { lines } }, { fields }), { lines: [{ kind: 'work' }, { kind: 'goods', hours: 1 }] }, { validator, evaluateCondition });
    expect([checked.answers, checked.problems.map(({ pointer }) => pointer)]).toEqual([{ lines: [{ kind: 'work' }, { kind: 'goods' }] }, ['/lines/0/hours']]);
  });

  it('makes a top-level answer of the name it reads a problem, and only then', () => {
    const properties = { item: text, index: text, lines };
    const problems = (settings: Record<string, FieldSettings>): unknown => open(define({ properties }, { fields: settings })).definitionProblems.map(({ code, pointer }) => `${code} ${pointer}`);
    expect(problems(fields)).toEqual(['form/item-name /schema/properties/item']);
    expect(problems({ '/lines/*/maker': { visibleWhen: when('index', 0) } })).toEqual(['form/item-name /schema/properties/index']);
    expect(problems({ '/lines': { visibleWhen: when('item', 'x') } })).toEqual([]);
  });

  it.each<[boolean, Condition]>([
    [true, kindIs('x')],
    [true, { any: [{ not: { fact: 'index', operator: 'equal', value: 1 } }] }],
    [true, { fact: 'a', operator: 'equal', value: { fact: 'item', path: '$.kind' } }],
    [false, { fact: 'items', operator: 'equal', value: 'item' }],
  ])('is told apart (%s) by the facts in it: %j', (reads, condition) => {
    expect(readsItem(condition)).toBe(reads);
  });
});

describe('readonlyWhen', () => {
  it('keeps an answer as it is while it holds, and that of everything inside', () => {
    const form = open(define({ properties: { state: text, site: { type: 'object', properties: { street: text } }, lines } }, { fields: { '/site': { readonlyWhen: when('state', 'sent') }, '/lines': { readonlyWhen: when('state', 'sent') } } }), {
      value: { site: { street: '一' }, lines: [{ kind: 'work' }] },
    });
    form.setValue('/state', 'sent');
    form.setValue('/site/street', '二');
    form.addItem('/lines');
    form.removeItem('/lines', 0);
    expect([nodeAt(form, '/site/street').readonly, nodeAt(form, '/lines/0/kind').readonly, form.state.value['site'], form.state.value['lines']]).toEqual([true, true, { street: '一' }, [{ kind: 'work' }]]);
    form.setValue('/state', 'draft');
    form.setValue('/site/street', '二');
    expect([nodeAt(form, '/site/street').readonly, form.state.value['site']]).toEqual([false, { street: '二' }]);
  });
});

describe('optionsWhen', () => {
  const properties = { town: text, kind: { enum: ['a', 'b', 'c'] }, kinds: { type: 'array', items: { enum: ['a', 'b'] } } };
  const fields = { '/kind': { optionsWhen: { b: when('town', 'x'), c: when('town', 'y') } }, '/kinds': { optionsWhen: { b: when('town', 'x') } } };
  const offered = (form: Form, pointer = '/kind'): unknown[] => nodeAt(form, pointer).options.map(({ value }) => value);

  it('offers a choice only while its condition holds', () => {
    const form = open(define({ properties }, { fields }));
    expect([offered(form), offered(form, '/kinds')]).toEqual([['a'], ['a']]);
    form.setValue('/town', 'x');
    expect([offered(form), offered(form, '/kinds')]).toEqual([['a', 'b'], ['a', 'b']]);
    form.setValue('/town', 'y');
    expect([offered(form), offered(form, '/kinds')]).toEqual([['a', 'c'], ['a']]);
  });

  it('keeps showing a choice that was made, with a problem that stops submitting until another one is made', () => {
    const form = open(define({ properties }, { fields }), { value: { town: 'x', kind: 'b', kinds: ['a', 'b'] } });
    expect(form.state.valid).toBe(true);
    form.setValue('/town', 'y');
    expect([offered(form), offered(form, '/kinds'), told(form), form.state.valid]).toEqual([['a', 'b', 'c'], ['a', 'b'], ['/kind form/optionsWhen', '/kinds form/optionsWhen'], false]);
    expect(form.state.problems[0]?.message).toBe('“kind”所选的一项现在不能选了，请重新选择');
    form.setValue('/kind', 'c');
    form.setValue('/kinds', ['a']);
    expect([offered(form), told(form)]).toEqual([['a', 'c'], []]);
  });

  it('asks for each item of a list', () => {
    const form = withFields({ '/lines/*/kind': { optionsWhen: { work: when('index', 0) } } }, { lines: [{}, {}] });
    expect([offered(form, '/lines/0/kind'), offered(form, '/lines/1/kind')]).toEqual([['goods', 'work'], ['goods']]);
  });

  it('is checked on a server too', () => {
    expect(checkAnswers(define({ properties }, { fields }), { kind: 'b' }, { validator, evaluateCondition }).problems.map(({ code }) => code)).toEqual(['form/optionsWhen']);
  });
});
