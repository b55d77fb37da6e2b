import { describe, expect, it } from 'vitest';
import { MAX_PATH_LENGTH, parsePath } from './parse-path.js';
import { resolvePath } from './resolve-path.js';

const value = {
  a: { b: 5, 'a b': 6, 'dot.key': 7, "it's": 8, '': 9 },
  list: [{ n: 1, tags: ['x'] }, { n: 2, tags: ['y', 'z'] }, { m: 3 }],
  empty: [],
  申请: { 金额: 10 },
  zero: 0,
  nothing: null,
};

describe('resolvePath', () => {
  it.each([
    ['$', value], ['$.a.b', 5], ['a.b', 5], ["$['a'].b", 5], ["$.a['a b']", 6], ['$.a["dot.key"]', 7], ["$.a['it\\'s']", 8], ["$.a['']", 9],
    ['$.list[0].n', 1], ['$.list.1.n', 2], ['$.list.length', 3], ['$.list[00].n', 1], ['$.zero', 0], ['$.nothing', null], ['$.申请.金额', 10],
    ['$.list[*].n', [1, 2, undefined]], ['$.list.*.n', [1, 2, undefined]], ['$.list[*].tags[*]', ['x', 'y', 'z', undefined]],
    ['$.list[0:2].n', [1, 2]], ['$.list[1:].n', [2, undefined]], ['$.list[:1].n', [1]], ['$.list[-2:].n', [2, undefined]], ['$.list[:].n', [1, 2, undefined]],
    ['$.empty[*]', []], ['$.empty[*].n', []], ['$.a[*]', [5, 6, 7, 8, 9]],
  ])('%s leads to %j', (path, expected) => {
    expect(resolvePath(value, path)).toEqual(expected);
  });

  it.each([
    '$.missing', '$.a.missing.b', '$.list[3]', '$.zero.toFixed', '$.nothing.b', '$.a.b.length', '$.missing[*]', '$.zero[*]', '$.a[0:1]',
    '$.__proto__', '$.constructor', '$.toString', '$.a.constructor.name', "$['__proto__']['toString']", '$.list.map', '$.hasOwnProperty',
  ])('%s leads nowhere', (path) => {
    expect(resolvePath(value, path)).toBeUndefined();
  });

  it('reads an own property of a dangerous name as data', () => {
    expect(resolvePath(JSON.parse('{"__proto__":{"x":1}}'), '$.__proto__.x')).toBe(1);
  });

  it('reads nothing at a refused path', () => {
    expect(resolvePath(value, '$..n')).toBeUndefined();
  });
});

describe('parsePath', () => {
  it('tells whether a path leads to a list of values', () => {
    expect(parsePath('$.list[0].n')).toEqual({
      ok: true, multiple: false, steps: [{ kind: 'property', key: 'list' }, { kind: 'property', key: '0' }, { kind: 'property', key: 'n' }],
    });
    expect(parsePath('$[*][-1:]')).toEqual({ ok: true, multiple: true, steps: [{ kind: 'every' }, { kind: 'slice', from: -1 }] });
  });

  it.each([
    ['$.list[?(@.n > 1)]', 'filter', 6], ['$.list[(@.length-1)]', 'script', 6], ['$.list[`x`]', 'syntax', 6], ['$.a^', 'parent', 3], ['$.a~', 'keyName', 3],
    ['$..n', 'descendants', 2], ['$.list[0,1]', 'union', 6], ["$['a','b']", 'union', 1], ['$.list.@number()', 'script', 7],
    ['', 'syntax', 0], ['.a', 'syntax', 0], ['$a', 'syntax', 1], ['$.', 'syntax', 2], ['$.a.', 'syntax', 4], ['$.a[', 'syntax', 3], ['$.a[]', 'syntax', 3],
    ['$.a[0', 'syntax', 3], ['$.a[-1]', 'syntax', 3], ['$.a[b]', 'syntax', 3], ["$.a['b]", 'syntax', 3], ['$.a b', 'syntax', 3], ['$.a[0:2:1]', 'syntax', 3], ['$$', 'syntax', 1],
  ])('refuses %s as %s', (path, reason, at) => {
    expect(parsePath(path)).toEqual({ ok: false, reason, at });
  });

  it('refuses a path above the stated length at once', () => {
    expect(parsePath(`$${'.a'.repeat((MAX_PATH_LENGTH - 2) / 2)}`)).toMatchObject({ ok: true });
    expect(parsePath(`$${'.a'.repeat(MAX_PATH_LENGTH / 2)}`)).toEqual({ ok: false, reason: 'tooLong', at: MAX_PATH_LENGTH });
    expect(parsePath("'".repeat(1_000_000))).toMatchObject({ reason: 'tooLong' });
  });
});
