import { describe, expect, it } from 'vitest';
import { formatSchemas } from '../generated/schemas.js';
import { createInterpreter } from '../validation/index.js';
import { NEVER } from './conditions.js';
import { fromJsonForms } from './from-json-forms.js';

const schemas = Object.fromEntries(Object.values(formatSchemas).map((schema) => [(schema as { $id: string }).$id, schema]));
const format = createInterpreter({ schemas }).compile(formatSchemas.form);
const checkDefinition = (definition: unknown): readonly unknown[] => format.validate(definition);

const control = (name: string, more: object = {}): { type: string } => ({ type: 'Control', scope: `#/properties/${name}`, ...more } as { type: string });
const layout = (type: string, elements: readonly object[], more: object = {}): { type: string } => ({ type, elements, ...more } as { type: string });
const person = { type: 'object', properties: { firstName: { type: 'string' }, age: { type: 'integer' }, married: { type: 'boolean' }, address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } } } };
const elementsOf = (converted: ReturnType<typeof fromJsonForms>): unknown => converted.definition.layout?.steps[0]?.sections?.[0]?.elements;

describe('fromJsonForms', () => {
  it('makes rows, groups and texts of layouts', () => {
    const uischema = layout('VerticalLayout', [layout('HorizontalLayout', [control('firstName'), control('age')]), layout('Group', [control('married')], { label: 'More' }), { type: 'Label', text: 'Thanks' }]);

    const converted = fromJsonForms({ schema: person, uischema });

    expect(elementsOf(converted)).toEqual([{ group: ['/firstName', '/age'], columns: 2 }, { group: ['/married'], title: { 'zh-CN': 'More' } }, { text: { 'zh-CN': 'Thanks' } }]);
    expect(checkDefinition(converted.definition)).toEqual([]);
  });

  it.each([[undefined, 'tabs'], ['stepper', 'steps']])('shows categories at the root as steps, with the variant %s as %s', (variant, show) => {
    const uischema = layout('Categorization', [layout('Category', [control('firstName')], { label: 'One' }), layout('Category', [control('age')], { label: 'Two' })], { options: { variant } });

    const { definition } = fromJsonForms({ schema: person, uischema });

    expect([definition.layout?.show, definition.layout?.steps.map(({ title }) => title['zh-CN'])]).toEqual([show, ['One', 'Two']]);
    expect(checkDefinition(definition)).toEqual([]);
  });

  it('shows categories inside others as tabs', () => {
    const uischema = layout('VerticalLayout', [layout('Categorization', [layout('Category', [control('firstName')], { label: 'One' })])]);

    expect(elementsOf(fromJsonForms({ schema: person, uischema }))).toEqual([{ tabs: [{ id: 'part-1', title: { 'zh-CN': 'One' }, elements: ['/firstName'] }] }]);
  });

  it('names fields as JSON Forms does: by words, by the title, by the control', () => {
    const schema = { type: 'object', properties: { firstName: { type: 'string' }, b: { type: 'string', title: 'Bee' }, c: { type: 'string' } } };
    const { definition } = fromJsonForms({ schema, uischema: layout('VerticalLayout', [control('firstName'), control('b'), control('c', { label: 'Sea' })]) });

    expect(definition.schema).toMatchObject({ properties: { firstName: { title: 'First Name' }, b: { title: 'Bee' } } });
    expect(definition.fields).toEqual({ '/c': { title: { 'zh-CN': 'Sea' } } });
  });

  it('reads out a label that is not shown', () => {
    expect(fromJsonForms({ schema: person, uischema: layout('VerticalLayout', [control('age', { label: false })]) }).definition.fields?.['/age']).toEqual({ titleHidden: true });
  });

  it('hides for good what the layout does not name, and keeps its answer', () => {
    const { definition } = fromJsonForms({ schema: person, uischema: layout('VerticalLayout', [control('age'), control('address/properties/city')]) });

    const hidden = { visibleWhen: NEVER, hiddenAnswer: 'keep' };
    expect(definition.fields).toEqual({ '/firstName': hidden, '/married': hidden, '/address/street': hidden });
  });

  it.each([
    ['SHOW', { visibleWhen: { fact: 'married', operator: 'equal', value: true }, hiddenAnswer: 'keep' }],
    ['HIDE', { visibleWhen: { fact: 'married', operator: 'notEqual', value: true }, hiddenAnswer: 'keep' }],
    ['ENABLE', { readonlyWhen: { fact: 'married', operator: 'notEqual', value: true } }],
    ['DISABLE', { readonlyWhen: { fact: 'married', operator: 'equal', value: true } }],
  ])('makes %s of a control a condition of its field', (effect, settings) => {
    const rule = { effect, condition: { scope: '#/properties/married', schema: { const: true } } };
    const { definition } = fromJsonForms({ schema: person, uischema: layout('VerticalLayout', [control('age', { rule }), control('married'), control('firstName'), control('address')]) });

    expect(definition.fields?.['/age']).toEqual(settings);
  });

  it('locks what a locked layout holds, but not where a control has a rule of its own', () => {
    const on = (effect: string, name: string): object => ({ rule: { effect, condition: { scope: `#/properties/${name}`, schema: { const: true } } } });
    const { definition } = fromJsonForms({ schema: person, uischema: layout('Group', [control('firstName'), control('age', on('DISABLE', 'married'))], on('ENABLE', 'married')) });

    expect([definition.fields?.['/firstName']?.readonlyWhen, definition.fields?.['/age']?.readonlyWhen]).toEqual([
      { fact: 'married', operator: 'notEqual', value: true }, { fact: 'married', operator: 'equal', value: true },
    ]);
  });

  it('tells where JSON Forms settles what is not answered yet', () => {
    const rule = { effect: 'HIDE', condition: { scope: '#/properties/married', schema: { const: true } } };

    const { problems } = fromJsonForms({ schema: person, uischema: layout('VerticalLayout', [control('age', { rule })]), locale: 'en' });

    expect(problems).toMatchObject([{ code: 'json-forms/unanswered', severity: 'warning', pointer: '/elements/0/rule', message: expect.stringContaining('married') as string }]);
  });

  it('wraps data that is no object, and leads references to where they led', () => {
    const schema = { type: 'array', items: { $ref: '#/definitions/line' }, definitions: { line: { type: 'object', properties: { next: { $ref: '#' } } } } };

    const { definition, value, wrapped } = fromJsonForms({ schema, data: [{}], uischema: control('') });

    expect([wrapped, value]).toEqual([true, { value: [{}] }]);
    expect(definition.schema).toMatchObject({
      type: 'object',
      properties: { value: { items: { $ref: '#/properties/value/definitions/line' }, definitions: { line: { properties: { next: { $ref: '#/properties/value' } } } } } },
    });
  });

  it('derives the schema from data where there is none', () => {
    expect(fromJsonForms({ data: { name: 'a', n: 1, list: [{ a: 1 }, 'b'] } }).definition.schema).toMatchObject({
      required: ['name', 'n', 'list'],
      properties: { name: { type: 'string' }, n: { type: 'integer' }, list: { items: { oneOf: [{ type: 'object' }, { type: 'string' }] } } },
    });
  });

  it('takes one alternative alone for what it is, and an object without names for an empty frame', () => {
    const schema = { type: 'object', properties: { id: { type: 'object' } }, anyOf: [{ properties: { a: { type: 'string' } } }], allOf: [{ required: ['id'] }] };

    expect(fromJsonForms({ schema }).definition.schema).toEqual({
      type: 'object', properties: { id: { type: 'object', properties: {}, title: 'Id' } }, allOf: [{ required: ['id'] }, { properties: { a: { type: 'string', title: 'A' } } }],
    });
  });

  it('refuses nothing at all', () => {
    expect(() => fromJsonForms({})).toThrow(TypeError);
  });

  it('takes defaults for new items only, as JSON Forms does', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', default: 'x' }, list: { type: 'array', items: { type: 'object', properties: { b: { type: 'string', default: 'y' } } } } } };

    expect(fromJsonForms({ schema }).definition.schema).toEqual({
      type: 'object',
      properties: { a: { type: 'string', title: 'A' }, list: { type: 'array', title: 'List', items: { type: 'object', properties: { b: { type: 'string', default: 'y', title: 'B' } } } } },
    });
  });

  it('uses the words of the host’s translator', () => {
    const translate = (key: string, text: string | undefined): string | undefined => ({ 'kind.label': '类别', 'kind.a': '甲', 'kind.description': '请选择' })[key] ?? text;
    const { definition } = fromJsonForms({ schema: { type: 'object', properties: { kind: { enum: ['a', 'b'], description: 'Choose' } } }, i18n: { translate } });

    expect(definition.fields?.['/kind']).toEqual({ title: { 'zh-CN': '类别' }, help: { 'zh-CN': '请选择' }, options: { a: { 'zh-CN': '甲' }, b: { 'zh-CN': 'b' } } });
  });

  it('takes the layout that the host registered for items', () => {
    const schema = { type: 'object', properties: { lines: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } } } } };
    const uischemas = [{ tester: (_schema: unknown, path: string) => (path === '#/properties/lines' ? 1 : -1), uischema: layout('VerticalLayout', [control('a')]) }];

    expect(fromJsonForms({ schema, uischemas }).definition.fields).toEqual({ '/lines/*/b': { visibleWhen: NEVER, hiddenAnswer: 'keep' } });
  });

  it('asks the questions of an item in the order of its layout', () => {
    const line = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } } };
    const schema = { type: 'object', definitions: { line }, properties: { own: { type: 'array', items: line }, shared: { type: 'array', items: { $ref: '#/definitions/line' } } } };
    const detail = layout('HorizontalLayout', [control('c'), control('a')]);

    const { definition, problems } = fromJsonForms({ schema, uischema: layout('VerticalLayout', [control('own', { options: { detail } }), control('shared', { options: { detail } })]) });

    const lists = definition.schema['properties'] as Readonly<Record<string, { readonly items: { readonly properties: object } }>>;
    expect(Object.keys(lists['own']?.items.properties ?? {})).toEqual(['c', 'a', 'b']);
    expect(lists['shared']?.items).toEqual({ $ref: '#/definitions/line', properties: { c: {}, a: {} } });
    expect(problems.map(({ code }) => code)).toEqual(['json-forms/detail-layout', 'json-forms/detail-layout']);
  });

  it('reads conditions where they stand: in an object, in an item', () => {
    const when = (scope: string): object => ({ rule: { effect: 'SHOW', condition: { scope, schema: { const: 'x' } } } });
    const pair = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } };
    const detail = layout('VerticalLayout', [control('a'), layout('Group', [control('b', when('#/properties/a'))], { label: 'B', ...when('#/properties/b') })]);
    const schema = { type: 'object', properties: { one: pair, many: { type: 'array', items: pair } } };

    const { definition } = fromJsonForms({ schema, uischema: layout('VerticalLayout', [control('one', { options: { detail } }), control('many', { options: { detail } })]) });

    expect([definition.fields?.['/one/b'], definition.fields?.['/many/*/b']]).toEqual([
      { visibleWhen: { fact: 'one', path: '$.a', operator: 'equal', value: 'x' }, hiddenAnswer: 'keep' },
      { visibleWhen: { all: [{ fact: 'item', path: '$.b', operator: 'equal', value: 'x' }, { fact: 'item', path: '$.a', operator: 'equal', value: 'x' }] }, hiddenAnswer: 'keep' },
    ]);
  });

  it('is harmless with names such as __proto__', () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}') as object;

    const { definition } = fromJsonForms({ schema });

    expect(Object.keys(definition.schema['properties'] as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { type?: unknown }).type).toBeUndefined();
  });
});
