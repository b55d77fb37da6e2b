import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, soundScheme } from '../../test/scheme-files.js';
import { schemeLimits } from './limits.js';
import { parseScheme } from './parse-scheme.js';

const text = JSON.stringify(soundScheme, null, 2);
const codes = (contents: Readonly<Record<string, unknown>>): string[] => parseScheme(filesOf(contents)).problems.map(({ code }) => code);

describe('parseScheme', () => {
  it('yields a typed scheme', () => {
    const { scheme, draft, problems, documents } = parseScheme(filesOf({ 'scheme.json': text }));

    expect(problems).toEqual([]);
    expect(scheme).toEqual(soundScheme);
    expect(draft).toEqual(soundScheme);
    expect(documents).toEqual(['scheme.json']);
  });

  it('reads a scheme of another name', () => {
    expect(parseScheme(filesOf({ 'other.json': text }), { entry: 'other.json' }).scheme?.id).toBe('sound');
    expect(codes({})).toEqual(['scheme/missing-file']);
  });

  it('puts included files in their place, relative to the file that names them', () => {
    const contents = {
      'scheme.json': { ...soundScheme, forms: [{ $file: './forms/application.json' }] },
      'forms/application.json': { ...soundScheme.forms[0], schema: { $file: 'parts/schema.json' } },
      'forms/parts/schema.json': '{ "type": "object",\n  "properties": { "name": { "type": "string" } } }',
    };

    const { scheme, locate, documents } = parseScheme(filesOf(contents));

    expect(scheme?.forms[0]?.schema).toEqual({ type: 'object', properties: { name: { type: 'string' } } });
    expect(locate('/forms/0/schema/properties/name')).toEqual({ document: 'forms/parts/schema.json', pointer: '/properties/name', line: 2, column: 27 });
    expect(documents).toEqual(Object.keys(contents));
  });

  it('tells the mistakes of all files at once, sorted by place', () => {
    const contents = {
      'scheme.json': { ...soundScheme, currency: 'yuan', forms: [{ $file: 'a.json' }, { $file: 'b.json' }] },
      'a.json': '{ "id": "application" ',
      'b.json': '{ "id": "b",\n "titel": 1 }',
    };

    const { problems, scheme } = parseScheme(filesOf(contents));

    expect(scheme).toBeUndefined();
    expect(problems.map(({ code, document, line }) => [code, document, line])).toEqual([
      ['scheme/pattern', 'scheme.json', 9],
      ['scheme/broken-json', 'a.json', 1],
      ['scheme/required', 'b.json', 1],
      ['scheme/required', 'b.json', 1],
      ['scheme/additionalProperties', 'b.json', 2],
    ]);
  });

  it('includes 200 files and refuses 201', () => {
    const including = (count: number): Record<string, unknown> => ({
      'scheme.json': { ...soundScheme, tests: Array.from({ length: count }, (_, index) => ({ $file: `t${index % 3}.json` })) },
      ...Object.fromEntries([0, 1, 2].map((index) => [`t${index}.json`, { ...soundScheme.tests[0], id: `t${index}` }])),
    });
    const refusals = (count: number): string[] => codes(including(count)).filter((code) => code !== 'scheme/duplicate-id');
    expect(refusals(schemeLimits.includes)).toEqual([]);
    expect(refusals(schemeLimits.includes + 1)).toEqual(['scheme/too-many-includes']);
  });

  it('refuses files of more than 20,000,000 characters together', () => {
    const large = `"${'a'.repeat(4_999_000)}"`;
    const including = (count: number): Record<string, unknown> => ({
      'scheme.json': { ...soundScheme, 'x-large': Array.from({ length: count }, (_, index) => ({ $file: `${index}.json` })) },
      ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.json`, large])),
    });
    expect(codes(including(3))).toEqual([]);
    expect(codes(including(5))).toEqual(['scheme/file-too-large', 'scheme/file-too-large']);
  });

  it('checks a scheme with thousands of parts in a few seconds', () => {
    const many = Array.from({ length: schemeLimits.members }, (_, index) => ({ ...soundScheme.organisation.roles[0], id: `r${index}`, level: `nowhere${index}` }));
    const files = { 'scheme.json': { ...soundScheme, organisation: { ...soundScheme.organisation, roles: many } } };
    const started = Date.now();
    expect(codes(files)).toHaveLength(schemeLimits.members + 2);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('counts depth through includes', () => {
    const nested = (depth: number, inner: string): string => '{"x-a":'.repeat(depth) + inner + '}'.repeat(depth);
    expect(codes({ 'scheme.json': nested(60, '{"$file":"a.json"}'), 'a.json': nested(60, '1') })).toContain('scheme/too-deep');
  });

  it.each([['null'], ['5'], ['"text"'], ['[]'], ['{}'], ['{"extends":5}'], ['{"extends":{"$file":"x"}}'], ['{"$file":"scheme.json"}'], ['{"forms":{"a":1},"stages":[null,[]],"parameters":[],"tests":{"x":[]},"organisation":7}']])(
    'has problems and does not crash on %s',
    (source) => {
      const { problems, scheme, locate } = parseScheme(filesOf({ 'scheme.json': source }));
      expect(problems.length).toBeGreaterThan(0);
      expect(scheme).toBeUndefined();
      expect(locate('/forms/0').document).toBe('scheme.json');
    },
  );

  it('never throws on a scheme in which any part is something else', () => {
    const pointers: string[][] = [];
    const collect = (value: unknown, trail: string[]): void => {
      pointers.push(trail);
      if (value !== null && typeof value === 'object') for (const [key, member] of Object.entries(value)) collect(member, [...trail, key]);
    };
    collect(soundScheme, []);
    const replaced = (value: unknown, [token, ...rest]: readonly string[], by: unknown): unknown => {
      if (token === undefined) return by;
      if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === token ? replaced(item, rest, by) : item));
      return { ...(value as object), [token]: replaced((value as Record<string, unknown>)[token], rest, by) };
    };
    fc.assert(
      fc.property(fc.constantFrom(...pointers), fc.jsonValue({ maxDepth: 3 }), (pointer, by) => {
        const { problems, scheme } = parseScheme(filesOf({ 'scheme.json': JSON.stringify(replaced(soundScheme, pointer, by)) }));
        expect(scheme === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on a scheme whose text is mutated anywhere', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length }), fc.nat({ max: 40 }), fc.string({ maxLength: 10 }), (at, removed, inserted) => {
        const { problems } = parseScheme(filesOf({ 'scheme.json': text.slice(0, at) + inserted + text.slice(at + removed) }));
        expect(problems.every(({ line = 0, message }) => line > 0 && message !== '')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
