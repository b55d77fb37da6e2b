import { describe, expect, it } from 'vitest';
import { soundScheme } from '../../../test/scheme-files.js';
import { parseScheme } from '../parse-scheme.js';

/** A table whose row begins at a parameter of this type and value. */
function codesWith(type: string, value: unknown): readonly string[] {
  const table = {
    id: 'route', title: { 'zh-CN': '路线' }, hitPolicy: 'unique', inputs: [{ id: 'amount', title: { 'zh-CN': '金额' }, fact: 'amount' }], outputs: [{ id: 'way', title: { 'zh-CN': '程序' } }],
    rows: [{ id: 'large', inputs: { amount: { from: { parameter: 'limit' } } }, outputs: { way: 'long' } }],
  };
  const scheme = { ...soundScheme, parameters: { ...soundScheme.parameters, limit: { title: { 'zh-CN': '界限' }, type, value, overlay: 'any' } }, decisionTables: [table] };
  const { problems } = parseScheme({ read: (path) => (path === 'scheme.json' ? JSON.stringify(scheme) : undefined) });
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

describe('limits of table rows', () => {
  it.each([['money', 5000], ['integer', 3], ['decimal', 0.5], ['text', '2026-03-05'], ['money', 'UNDECIDED']])('may be a parameter of type %s: %j', (type, value) => {
    expect(codesWith(type, value)).toEqual([]);
  });

  it.each([['boolean', true, 'scheme/parameter-type'], ['list', ['a'], 'scheme/parameter-type'], ['text', 'soon', 'scheme/parameter-unfit']])('may not be %s %j', (type, value, code) => {
    expect(codesWith(type, value)).toEqual([code]);
  });
});
