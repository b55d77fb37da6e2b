import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice, VALUES } from '../../test/form/random-forms.js';
import { define, nodeAt, nodesOf, open, told } from '../../test/form/form-fixture.js';
import { readSuite } from '../../test/json-schema-suite.js';
import type { FormDefinition } from '../generated/types.js';
import { describeAnswers } from './describe-answers.js';
import type { Form } from './form-model.js';

const one = (schema: Record<string, unknown>, rest: Record<string, unknown> = {}): FormDefinition => define({ properties: { x: schema }, ...rest });
const visible = (form: Form): string[] => Object.values(nodesOf(form)).filter((node) => node.visible).map(({ pointer }) => pointer);
const person = { title: '个人', type: 'object', properties: { name: { type: 'string', title: '姓名' }, age: { type: 'integer' } }, required: ['name'] };
const company = { title: '单位', type: 'object', properties: { name: { type: 'number', title: '编号' }, code: { type: 'string' } }, required: ['code'] };

describe('alternatives that an answer tells apart', () => {
  it('are chosen by the titles of the branches, where each has one', () => {
    const branch = (value: string, title?: string): object => ({ ...(title === undefined ? {} : { title }), properties: { kind: { const: value, title: '类型' }, [value]: { type: 'string' } }, required: ['kind'] });
    const choices = (...branches: readonly object[]): unknown => nodeAt(open(define({ oneOf: branches })), '/kind').options.map(({ value, label }) => [value, label]);
    expect(choices(branch('person', '个人'), branch('unit', '单位'))).toEqual([['person', '个人'], ['unit', '单位']]);
    expect(choices(branch('person', '个人'), branch('unit'))).toEqual([['person', 'person'], ['unit', 'unit']]);
  });
});

describe('alternatives', () => {
  it('ask which one is meant, by the titles of the branches, and draw what the chosen one says', () => {
    const form = open(one({ title: '收款方', oneOf: [person, company] }));
    expect(nodeAt(form, '/x').choosers).toMatchObject([{ pointer: '?0/x', widget: 'radio', label: '收款方按哪一种情况填写', value: 0, options: [{ value: 0, label: '个人' }, { value: 1, label: '单位' }] }]);
    expect(nodeAt(form, '/x/name')).toMatchObject({ widget: 'text', label: '姓名' });
    form.setValue('?0/x', 1);
    expect(nodeAt(form, '/x/name')).toMatchObject({ widget: 'number', label: '编号' });
    expect(visible(form)).toEqual(['/x', '/x/name', '/x/code']);
  });

  it.each([
    ['keepButNotSubmit', { code: 'c' }, { name: '林', age: 30 }],
    ['keep', { age: 30, code: 'c' }, { name: '林', age: 30 }],
    ['clear', { code: 'c' }, { name: '林' }],
  ] as const)('do with the answers of the other branch as the field says: %s', (hiddenAnswer, submitted, back) => {
    const form = open({ ...one({ oneOf: [person, { ...company, properties: { code: { type: 'string' } } }] }), fields: { '/x/age': { hiddenAnswer } } });
    form.setValue('/x', { name: '林', age: 30 });
    form.setValue('?0/x', 1);
    form.setValue('/x/code', 'c');
    expect(form.submission()['x']).toEqual(submitted);
    form.setValue('?0/x', 0);
    expect(form.submission()['x']).toMatchObject(back);
  });

  it('of different kinds keep the answer to the other one aside, and undo brings answer and choice back', () => {
    const form = open(one({ type: ['string', 'integer'] }));
    form.setValue('/x', '三');
    form.setValue('?0/x', 1);
    expect([nodeAt(form, '/x').widget, form.submission()]).toEqual(['number', {}]);
    form.setValue('/x', '7');
    form.setValue('?0/x', 0);
    expect(form.submission()).toEqual({ x: '三' });
    form.undo();
    expect([nodeAt(form, '/x').widget, form.submission()]).toEqual(['number', { x: 7 }]);
    form.undo();
    form.undo();
    expect([nodeAt(form, '/x').widget, form.submission()]).toEqual(['text', { x: '三' }]);
  });

  it.each([
    ['a text', '七', 'text'],
    ['a number', 7, 'number'],
    ['a list', ['a'], 'cards'],
    ['a group', { name: '林' }, 'group'],
    ['none', null, 'nothing'],
  ])('are read off the answers that are loaded: %s', (_, value, widget) => {
    const form = open(one({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'array', items: { type: 'string', maxLength: 200 } }, person, { type: 'null' }] }), { value: { x: value } });
    expect(nodeAt(form, '/x').widget).toBe(widget);
    expect(form.submission()).toEqual({ x: value });
  });

  it('stay with the branch that somebody answers in, whatever the answers look like from then on', () => {
    const form = open(one({ oneOf: [{ type: 'object', properties: { a: { type: 'integer' }, b: { type: 'string' } } }, { type: 'object', properties: { b: { type: 'string' }, c: { type: 'string' } } }] }));
    form.setValue('/x/a', 'abc');
    expect(visible(form)).toEqual(['/x', '/x/a', '/x/b']);
    expect(form.state.choices).toEqual({ '?0/x': 0 });
  });

  it('of the whole form are asked before its first field', () => {
    const form = open(define({ properties: { a: { type: 'string' } }, anyOf: [{ title: '电话', properties: { p: { type: 'string' } }, required: ['p'] }, { title: '邮件', properties: { m: { type: 'string' } }, required: ['m'] }] }));
    expect(nodeAt(form, '/a').choosers).toMatchObject([{ pointer: '?0', options: [{ label: '电话' }, { label: '邮件' }] }]);
    expect(visible(form)).toEqual(['/a', '/p']);
    form.setValue('?0', 1);
    expect([visible(form), told(form)]).toEqual([['/a', '/m'], ['/m form/required']]);
  });

  it('refuse a branch that there is not', () => {
    expect(() => open(one({ type: ['string', 'integer'] })).setValue('?0/x', 9)).toThrow(RangeError);
  });
});

describe('schemas that come back to themselves', () => {
  const unit = { type: 'object', properties: { name: { type: 'string' }, above: { $ref: '#/$defs/unit' } }, required: ['name'] };
  const definition = define({ properties: { unit: { $ref: '#/$defs/unit' } }, $defs: { unit } }, { fields: { '#/$defs/unit/properties/name': { title: { 'zh-CN': '单位名称' } } } });

  it('are there once the person adds them, with the settings of their place in the schema, and go with undo', () => {
    const form = open(definition);
    expect(nodeAt(form, '/unit/above')).toMatchObject({ widget: 'absent', children: [] });
    form.addItem('/unit/above');
    expect(nodeAt(form, '/unit/above')).toMatchObject({ widget: 'group', removable: true });
    expect(nodeAt(form, '/unit/above/name')).toMatchObject({ label: '单位名称', required: true });
    expect(told(form)).toEqual(['/unit/name form/required', '/unit/above/name form/required']);
    form.setValue('/unit/above', undefined);
    expect(nodeAt(form, '/unit/above').widget).toBe('absent');
    form.undo();
    expect(nodeAt(form, '/unit/above').widget).toBe('group');
  });

  it('are drawn as deep as there are answers', () => {
    const form = open(definition, { value: { unit: { name: 'a', above: { name: 'b', above: { name: 'c' } } } } });
    expect(nodeAt(form, '/unit/above/above/name').value).toBe('c');
    expect(nodeAt(form, '/unit/above/above/above').widget).toBe('absent');
    expect(form.definitionProblems).toEqual([]);
  });
});

describe('maps', () => {
  const definition = one({ type: 'object', title: '来源', properties: { own: { type: 'number' } }, additionalProperties: { type: 'number' }, patternProperties: { '^n-': { type: 'string' } }, propertyNames: { maxLength: 5 } });

  it('take answers under names, beside fixed ones, and rename and remove them', () => {
    const form = open(definition, { value: { x: { own: 1 } } });
    expect(form.addEntry('/x', '银行')).toBeUndefined();
    form.setValue('/x/银行', '20');
    form.addEntry('/x', 'n-1');
    form.setValue('/x/n-1', '说明');
    expect(form.submission()).toEqual({ x: { own: 1, '银行': 20, 'n-1': '说明' } });
    form.renameEntry('/x', '银行', '信社');
    form.removeEntry('/x', 'n-1');
    expect([form.submission(), nodeAt(form, '/x/信社').label]).toEqual([{ x: { own: 1, '信社': 20 } }, '信社']);
    form.undo();
    form.undo();
    expect(Object.keys((form.submission() as { x: object }).x)).toEqual(['own', '银行', 'n-1']);
  });

  it.each([['', 'empty'], [' ', 'empty'], ['own', 'taken'], ['有了', 'taken'], ['123456', 'form']])('say why %j can be no name', (name, reason) => {
    const form = open(definition, { value: { x: { '有了': 1 } } });
    expect(form.addEntry('/x', name)).toMatchObject({ code: 'form/entry-name', params: { reason } });
    expect(form.submission()).toEqual({ x: { '有了': 1 } });
  });

  it('take a name that every object has for a name like any other', () => {
    const form = open(one({ type: 'object', additionalProperties: { type: 'string' } }));
    form.addEntry('/x', '__proto__');
    form.setValue('/x/__proto__', 'a');
    expect(JSON.stringify(form.submission())).toBe('{"x":{"__proto__":"a"}}');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});

describe('tuples', () => {
  const tuple = { type: 'array', prefixItems: [{ type: 'string', title: '地名' }, { type: 'number' }], items: { type: 'string' } };

  it.each([['prefixItems', one(tuple)], ['items of draft-07', { ...one({ type: 'array', items: tuple.prefixItems, additionalItems: tuple.items }, { $schema: 'http://json-schema.org/draft-07/schema#' }) }]])('have their places from the start, and items behind them: %s', (_, definition) => {
    const form = open(definition);
    expect([nodeAt(form, '/x/0').label, nodeAt(form, '/x/1').label, form.submission()]).toEqual(['地名', '第2项', {}]);
    form.setValue('/x/1', '3');
    expect(told(form)).toContain('/x/0 form/required');
    form.setValue('/x/0', '荷城');
    form.addItem('/x');
    form.setValue('/x/2', '近路口');
    expect(form.submission()).toEqual({ x: ['荷城', 3, '近路口'] });
    form.removeItem('/x', 2);
    form.setValue('/x/1', undefined);
    expect(form.submission()).toEqual({ x: ['荷城'] });
  });
});

describe('narrowing', () => {
  it('draws options, limits and words while they apply; a choice that is none any more stays and is named', () => {
    const form = open(
      define({ properties: { a: { type: 'boolean' }, x: { enum: ['自有', '租用'], title: '来源' }, y: { type: 'string', maxLength: 9 } }, if: { properties: { a: { const: true } }, required: ['a'] }, then: { properties: { x: { enum: ['自有'], title: '新来源' }, y: { maxLength: 3, readOnly: true } } } }),
      { value: { x: '租用' } },
    );
    expect(nodeAt(form, '/x').options).toHaveLength(2);
    form.setValue('/a', true);
    expect(nodeAt(form, '/x')).toMatchObject({ label: '新来源', value: '租用', options: [{ value: '自有' }] });
    expect(nodeAt(form, '/y')).toMatchObject({ maxLength: 3, readonly: true });
    expect(told(form)).toEqual(['/x form/enum']);
  });

  it('draws a property that branches of one property describe differently as its branch says', () => {
    const branch = (kind: string, value: Record<string, unknown>): Record<string, unknown> => ({ properties: { kind: { const: kind }, value }, required: ['kind'] });
    const form = open(define({ oneOf: [branch('n', { type: 'number' }), branch('t', { type: 'string', title: '文' })] }), { value: { kind: 't' } });
    expect(nodeAt(form, '/value')).toMatchObject({ widget: 'text', label: '文' });
    form.setValue('/kind', 'n');
    expect(nodeAt(form, '/value').widget).toBe('number');
  });
});

describe('draft-07', () => {
  it('has anchors in $id, definitions, dependencies, and ignores what stands beside a reference', () => {
    const form = open(
      define({
        $schema: 'http://json-schema.org/draft-07/schema#',
        properties: { a: { $ref: '#s', title: '不算' }, b: { type: 'string' } },
        dependencies: { b: { properties: { c: { type: 'string' } }, required: ['c'] } },
        definitions: { s: { $id: '#s', type: 'string', title: '名称' } },
      }),
    );
    expect(nodeAt(form, '/a').label).toBe('名称');
    form.setValue('/b', 'x');
    expect(told(form)).toEqual(['/c form/required']);
    expect(form.definitionProblems).toEqual([]);
  });
});

describe('what cannot be drawn', () => {
  it.each([
    ['a root that can have no item', { type: 'array', items: false }, ['/schema type']],
    ['a root without a schema', true, ['/schema root']],
    ['a group that refuses every name', { type: 'object', properties: { x: { type: 'object', additionalProperties: false } } }, ['/schema/properties/x open']],
    ['a demand on some item', { type: 'object', properties: { x: { type: 'array', items: { type: 'string' }, contains: { const: 'a' } } } }, ['/schema/properties/x/contains contains']],
    ['a prohibition', { type: 'object', properties: { x: { type: 'string', not: { const: 'a' } } } }, ['/schema/properties/x/not not']],
  ])('is said: %s', (_, schema, problems) => {
    const form = open({ ...define({}), schema } as unknown as FormDefinition);
    expect(form.definitionProblems.map(({ pointer, params }) => `${pointer} ${String(params['reason'])}`)).toEqual(problems);
  });

  it('keeps the answers that no field shows', () => {
    const form = open(one({ type: 'object' }), { value: { x: { free: 1 } } });
    expect(form.submission()).toEqual({ x: { free: 1 } });
  });

  it('is never an exception: every schema of the official suite, alone and as a property', () => {
    let count = 0;
    for (const schema of ['draft2020-12', 'draft7'].flatMap((draft) => readSuite(draft)).flatMap(([, groups]) => groups.map((group) => group.schema))) {
      for (const whole of [schema, { type: 'object', properties: { x: schema } }]) {
        const form = open({ ...define({}), schema: whole } as unknown as FormDefinition, { value: { x: { a: [1, 'x', null] } } });
        count += form.definitionProblems.length + JSON.stringify(nodesOf(form)).length;
        describeAnswers(form.definition, form.state.value, 'zh-CN');
      }
    }
    expect(count).toBeGreaterThan(0);
  }, 120_000);

  it.each([
    ['zh-CN', '“收款方”同时符合几种填法，请只按其中一种填写；如果只填了一种仍有这个提示，请告知受理单位修改表单'],
    ['en', '“收款方” fits several ways to answer; please answer in one of them only, and if you did, tell the office that its form has to be changed'],
  ] as const)('that two alternatives take is refused with a way out, in %s', (locale, sentence) => {
    const person = { title: '个人', properties: { name: { type: 'string' } }, required: ['name'] };
    const unit = { title: '单位', properties: { name: { type: 'string' }, code: { type: 'string' } }, required: ['name', 'code'] };
    const form = open(define({ properties: { payee: { title: '收款方', type: 'object', oneOf: [person, unit] } } }), { locale });
    form.setValue('?0/payee', 1);
    form.setValue('/payee', { name: '和顺社区', code: 'A1' });

    expect(form.state.problems.map(({ message }) => message)).toEqual([sentence]);
  });

  it('is never an exception: any schema, any answers', () => {
    const keywords = ['type', 'properties', 'items', 'prefixItems', 'oneOf', 'anyOf', 'allOf', 'if', 'then', 'else', 'enum', 'const', '$ref', 'additionalProperties', 'patternProperties', 'dependentSchemas', 'required', 'default'];
    const schema = (dice: Dice, depth: number): unknown => {
      if (depth === 0 || dice.chance(8)) return dice.one<unknown>([true, false, {}, { type: 'string' }, null, 7, [], { $ref: '#' }, { $ref: '#/$defs/a' }]);
      const made: Record<string, unknown> = {};
      for (let size = 1 + dice.roll(3); size > 0; size -= 1) {
        const inner = (): unknown => schema(dice, depth - 1);
        made[dice.one(keywords)] = dice.one<() => unknown>([inner, () => [inner(), inner()], () => ({ a: inner(), '__proto__x': inner() }), () => dice.one(['object', 'array', ['string', 'array'], '#', '#/$defs/a', 'a'])])();
      }
      return made;
    };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = new Dice(seed);
        const form = open({ ...define({}), schema: { ...(schema(dice, 4) as object), $defs: { a: schema(dice, 3) } } }, { value: { a: dice.one(VALUES) } });
        // An answer before may have taken a question away.
        for (const pointer of Object.keys(nodesOf(form))) if (pointer in nodesOf(form)) form.setValue(pointer, dice.one(VALUES));
        expect(form.definitionProblems).toBeInstanceOf(Array);
        describeAnswers(form.definition, form.state.value, 'en');
      }),
      { numRuns: 400, endOnFailure: true },
    );
  }, 120_000);
});
