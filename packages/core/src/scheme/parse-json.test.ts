import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemeLimits } from './limits.js';
import { parseJson } from './parse-json.js';
import { findPlace, toValue } from './source-node.js';

const valueOf = (text: string): unknown => {
  const { root } = parseJson(text, 'a.json');
  return root && toValue(root);
};
const codes = (text: string): string[] => parseJson(text, 'a.json').findings.map(({ code }) => code);
/** JSON whose numbers are finite: 1e999 is a number for the grammar alone. */
const isJson = (text: string): boolean => {
  let finite = true;
  try {
    JSON.parse(text, (_, value: unknown) => {
      finite = finite && (typeof value !== 'number' || Number.isFinite(value));
    });
    return finite;
  } catch {
    return false;
  }
};

describe('parseJson', () => {
  it('knows line and column of every value and key', () => {
    const { root } = parseJson('{\n  "a": [1,\n    {"b/c": true}]\n}', 'a.json');

    const { place, keyPlace } = findPlace(root!, '/a/1/b~1c');

    expect(place).toEqual({ document: 'a.json', pointer: '/a/1/b~1c', line: 3, column: 13 });
    expect(keyPlace).toEqual({ document: 'a.json', pointer: '/a/1/b~1c', line: 3, column: 6 });
  });

  it('tells the first mistake with its place and what was expected', () => {
    const [finding, ...others] = parseJson('{\n  "a": 1,\n  "b" 2,,\n', 'a.json').findings;

    expect(finding).toMatchObject({ code: 'scheme/broken-json', params: { expected: 'colon' }, place: { line: 3, column: 7 } });
    expect(others).toEqual([]);
  });

  it.each([
    ['{"a": 1,}', 'noTrailingComma'],
    ['[1, 2,]', 'noTrailingComma'],
    ['{"a": 1 /* one */}', 'noComment'],
    ["{'a': 1}", 'doubleQuotes'],
    ['{“a”: 1}', 'straightQuotes'],
    ['{"a"： 1}', 'asciiPunctuation'],
    ['{"a": "b\nc"}', 'endOfString'],
    ['{"a": "\\x"}', 'escape'],
    ['{"a": "\\u12"}', 'unicodeEscape'],
    ['{"a": 1.}', 'number'],
    ['{"a": 01}', 'comma'],
    ['{"a": 1e999}', 'numberTooLarge'],
    ['{"a": -1e999}', 'numberTooLarge'],
    ['{"a": NaN}', 'symbol'],
    ['{"a": [1}', 'closeBracket'],
    ['{"a": 1', 'closeBrace'],
    ['{} {}', 'endOfFile'],
    ['', 'content'],
  ])('expects in %j: %s', (text, expected) => {
    expect(parseJson(text, 'a.json').findings[0]).toMatchObject({ code: 'scheme/broken-json', params: { expected } });
  });

  it('tolerates a byte order mark', () => {
    expect(codes('\ufeff{"a": 1}')).toEqual([]);
    expect(valueOf('\ufeff{"a": 1}')).toEqual({ a: 1 });
  });

  it('names a file that is not UTF-8', () => {
    expect(codes('{"a": "\ufffd\ufffd"}')).toEqual(['scheme/not-utf8']);
  });

  it('reads 100 levels and refuses 101, without counting brackets in texts', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(codes(nested(schemeLimits.depth))).toEqual([]);
    expect(codes(nested(schemeLimits.depth + 1))).toEqual(['scheme/too-deep']);
    expect(codes(nested(1_000_000))).toEqual(['scheme/too-deep']);
    expect(codes(`["${'['.repeat(200)}\\"${'['.repeat(200)}"]`)).toEqual([]);
  });

  it('reads a file of 5,000,000 characters and refuses one more', () => {
    const text = (length: number): string => `"${'a'.repeat(length - 2)}"`;
    expect(codes(text(schemeLimits.fileLength))).toEqual([]);
    expect(codes(text(schemeLimits.fileLength + 1))).toEqual(['scheme/file-too-large']);
  });

  it('reads 5,000 members of a list or object and refuses one more, once', () => {
    const members = (count: number): string => `{"a": [${'1,'.repeat(count - 1)}1], "b": {${Array.from({ length: count }, (_, index) => `"k${index}": 1`).join()}}}`;
    expect(codes(members(schemeLimits.members))).toEqual([]);
    expect(codes(members(schemeLimits.members + 2))).toEqual(['scheme/too-many-members', 'scheme/too-many-members']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('reports the key %s, which does nothing', (key) => {
    const text = `{"a": {"${key}": {"polluted": true}}}`;
    expect(codes(text)).toEqual(['scheme/forbidden-key']);
    expect(valueOf(text)).toEqual({ a: {} });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('reports a key that occurs twice at its second place', () => {
    expect(parseJson('{"a": 1,\n "a": 2}', 'a.json').findings).toMatchObject([{ code: 'scheme/duplicate-key', params: { key: 'a' }, place: { line: 2, column: 2 } }]);
  });

  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        fc.pre(!/__proto__|constructor|prototype/.test(text));
        expect(codes(text)).toEqual([]);
        expect(valueOf(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds a mistake exactly where JSON.parse does, and in numbers that become infinite, in any mutated text, and never throws', () => {
    const mutated = fc.tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat({ max: 3 }), fc.string({ unit: fc.constantFrom(...'{}[]",:\\/ \n\t\u2028\u00a0\u000012e-.tfnu“'), maxLength: 3 }));
    fc.assert(
      fc.property(mutated, ([json, at, removed, inserted]) => {
        const index = at % (json.length + 1);
        const text = json.slice(0, index) + inserted + json.slice(index + removed);
        const broken = codes(text).some((code) => code === 'scheme/broken-json');
        expect(broken).toBe(!isJson(text));
      }),
      { numRuns: 2000 },
    );
  });
});
