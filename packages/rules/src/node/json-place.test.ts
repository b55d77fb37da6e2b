import { describe, expect, it } from 'vitest';
import { jsonPlace } from './json-place.js';

const text = '{\n  "a": [1, { "b": "x, \\"}\\" ]", "c/d": true }],\n  "e": { "f": null }\n}';

describe('jsonPlace', () => {
  it.each<[readonly string[], number, number]>([
    [[], 1, 1], [['a'], 2, 8], [['a', '0'], 2, 9], [['a', '1'], 2, 12], [['a', '1', 'b'], 2, 19], [['a', '1', 'c/d'], 2, 40], [['e', 'f'], 3, 15],
  ])('finds %j in line %i, column %i', (tokens, line, column) => {
    expect(jsonPlace(text, tokens)).toEqual({ line, column });
  });

  it('names what is around a value that is not written', () => {
    expect(jsonPlace(text, ['e', 'missing'])).toEqual({ line: 3, column: 8 });
    expect(jsonPlace(text, ['a', '7', 'x'])).toEqual({ line: 2, column: 8 });
    expect(jsonPlace(text, ['missing'])).toEqual({ line: 1, column: 1 });
    expect(jsonPlace('{"e": 5}', ['e', 'f'])).toEqual({ line: 1, column: 7 });
  });

  it('passes over parts of any depth', () => {
    const deep = `{"x":${'['.repeat(20_000)}${']'.repeat(20_000)},"y":1}`;
    expect(jsonPlace(deep, ['y'])).toEqual({ line: 1, column: 40_011 });
  });
});
