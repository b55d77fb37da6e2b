import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CanonicalJsonError, canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('sorts keys by code unit at every level and leaves arrays in order', () => {
    expect(canonicalJson({ b: { d: 1, c: [3, 1, 2] }, a: '甲', B: true })).toBe('{"B":true,"a":"甲","b":{"c":[3,1,2],"d":1}}');
  });

  it('sorts like the example of RFC 8785, section 3.2.3', () => {
    const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
    const values = [...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(values).toEqual(['Carriage Return', 'One', 'Control', 'Latin Small Letter O With Diaeresis', 'Euro Sign', 'Emoji: Grinning Face', 'Hebrew Letter Dalet With Dagesh']);
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0]');
  });

  it('keeps a key named __proto__ as an ordinary key', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1},"constructor":2}'))).toBe('{"__proto__":{"a":1},"constructor":2}');
  });

  it.each([
    ['undefined', { a: [1, undefined] }, '/a/1'],
    ['a gap in an array', { a: new Array<unknown>(1) }, '/a/0'],
    ['NaN', { n: NaN }, '/n'],
    ['an infinity', [-Infinity], '/0'],
    ['a function', { f: () => 1 }, '/f'],
    ['a big integer', { n: 1n }, '/n'],
    ['a symbol', { s: Symbol('s') }, '/s'],
    ['a date', { at: new Date(0) }, '/at'],
    ['a map', { m: new Map() }, '/m'],
  ])('refuses %s and names the place', (_, value, pointer) => {
    expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
    expect(() => canonicalJson(value)).toThrow(pointer);
  });

  it('refuses a cycle', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(() => canonicalJson(value)).toThrow(/in a circle/);
  });

  it.each([[499, true], [500, true], [501, false]])('%i levels: accepted is %s', (levels, accepted) => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = [value];
    if (accepted) expect(canonicalJson(value)).toHaveLength(levels * 2 + 1);
    else expect(() => canonicalJson(value)).toThrow(CanonicalJsonError);
  });

  it('is the same for every order of keys, and reads back to an equal value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(reversed(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value).reverse()) Object.defineProperty(copy, key, { value: reversed(item), enumerable: true, writable: true, configurable: true });
  return copy;
}
