import { describe, expect, it } from 'vitest';
import { define, open } from '../../test/form/form-fixture.js';
import type { FormDefinition } from '../generated/types.js';

const unshown = (definition: FormDefinition, value: Record<string, unknown>): readonly string[] =>
  open(definition, { value }).state.unshown.map(({ pointer, params }) => `${pointer} ${String(params['kind'])}`);
const text = { type: 'string' };

describe('answers that no question shows', () => {
  it.each([
    ['names beside the questions', { properties: { a: text } }, { a: 'x', b: 'y', c: '' }, ['/b extra']],
    ['names inside groups and items', { properties: { g: { type: 'object', properties: { a: text } }, l: { type: 'array', items: { type: 'object', properties: { a: text } } } } }, { g: { z: 1 }, l: [{ a: 'x' }, { z: [1] }] }, ['/g/z extra', '/l/1/z extra']],
    ['what the form no longer asks', { properties: { g: { type: 'object', properties: { a: text }, additionalProperties: false } }, additionalProperties: false }, { old: 1, g: { a: 'x', old: 2 } }, ['/old former', '/g/old former']],
    ['places that cannot be drawn', { properties: { o: { type: 'object', additionalProperties: false }, l: { type: 'array', items: false } } }, { o: { free: 1 }, l: [1] }, ['/o undrawn', '/l undrawn']],
    ['items behind the places of a tuple', { properties: { t: { type: 'array', prefixItems: [text] } } }, { t: ['a', 'b'] }, ['/t/1 extra']],
    ['names that a map does not draw', { properties: { m: { type: 'object', patternProperties: { '^k': text } } } }, { m: { k1: 'x', z: 'y' } }, ['/m/z extra']],
    ['nothing, where every answer has its question', { properties: { a: text, m: { type: 'object', additionalProperties: text } } }, { a: 'x', m: { z: 'y' } }, []],
    ['a name that every object has', { properties: { a: text } }, JSON.parse('{"__proto__":"x"}') as Record<string, unknown>, ['/__proto__ extra']],
  ])('are named: %s', (_, schema, value, wanted) => {
    expect(unshown(define(schema), value)).toEqual(wanted);
  });

  it('do not stand in the way, say where they are and what can be done, and go when they go', () => {
    const form = open(define({ properties: { a: text } }), { value: { old: '旧', a: 'x' } });
    expect(form.state).toMatchObject({ valid: true, problems: [], summary: [] });
    expect(form.state.unshown).toMatchObject([{ severity: 'info', document: 'answers', pointer: '/old', message: '“old”不是这份表单询问的内容，原样保留，随表一同提交', remedy: expect.stringContaining('表单管理员') as string }]);
    const { unshown: told } = form.state;
    form.setValue('/a', 'y');
    expect(form.state.unshown).toBe(told);
    expect(form.showProblems()).toBe(true);
    form.load({ a: 'z' });
    expect(form.state.unshown).toEqual([]);
  });
});
