import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../generated/types.js';
import { buildFieldTree } from './whole-form.js';
import type { WidgetTester } from './widgets.js';

const definition: FormDefinition = {
  id: 'form', title: { 'zh-CN': '表' },
  schema: { type: 'object', properties: { count: { type: 'integer', maximum: 5 }, other: { type: 'integer' }, named: { type: 'integer', maximum: 5 }, budget: {}, place: { type: 'object', additionalProperties: false } } },
  fields: { '/named': { widget: 'number' }, '/budget': { record: { budget: {} } } },
};
const pick = (testers: readonly WidgetTester[] = []): readonly string[] => buildFieldTree(definition, testers).root.children.map(({ widget }) => widget);
const upToFive = (rank: number, widget = 'stars'): WidgetTester => ({ rank, test: ({ schema }) => schema['maximum'] === 5, widget });
const every = (rank: number): WidgetTester => ({ rank, test: ({ template }) => template !== '', widget: 'own' });

describe('the choice of widgets', () => {
  it.each([
    ['no tester of a host', [], ['number', 'number', 'number', 'budget', 'unsupported']],
    ['one below what a type is drawn with', [upToFive(9)], ['number', 'number', 'number', 'budget', 'unsupported']],
    ['one of the same rank, which comes first', [upToFive(10)], ['stars', 'number', 'number', 'budget', 'unsupported']],
    ['one at what settings name', [upToFive(50)], ['stars', 'number', 'stars', 'budget', 'unsupported']],
    ['one just below what settings name', [upToFive(49)], ['stars', 'number', 'number', 'budget', 'unsupported']],
    ['one above records', [every(61)], ['own', 'own', 'own', 'own', 'unsupported']],
    ['one above what cannot be drawn', [every(101)], ['own', 'own', 'own', 'own', 'own']],
    ['two of one rank, of which the first is asked first', [upToFive(45, 'first'), upToFive(45, 'second')], ['first', 'number', 'number', 'budget', 'unsupported']],
    ['two of other ranks, in any order', [upToFive(44, 'lower'), upToFive(45, 'higher')], ['higher', 'number', 'number', 'budget', 'unsupported']],
  ])('with %s', (_name, testers, widgets) => {
    expect(pick(testers)).toEqual(widgets);
  });
});
