import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toPointer } from '../problems/json-pointer.js';
import { changedValue } from './changed-value.js';
import type { JsonChange } from './json-edits.js';
import { applyTextEdits, editJson } from './json-edits.js';

const edited = (text: string, change: JsonChange): string => applyTextEdits(text, editJson(text, change));

const scheme = `{
  "id": "demo", "version": "1.0.0",
  "rules": [
    { "id": "a", "title": { "zh-CN": "甲" } },
    { "id": "b",   "title": { "zh-CN": "乙" } }
  ],
  "stages": {
    "first": {
      "open": true
    }
  },
  "empty": []
}
`;

describe('editJson', () => {
  it('replaces a value and nothing beside it', () => {
    expect(edited(scheme, { kind: 'set', pointer: '/rules/1/title/zh-CN', value: '丙' })).toBe(scheme.replace('"乙"', '"丙"'));
  });

  it('finds what differs in a whole rule that is set', () => {
    const rules = (JSON.parse(scheme) as { rules: object[] }).rules;
    expect(edited(scheme, { kind: 'set', pointer: '/rules', value: [rules[0], { ...rules[1], title: { 'zh-CN': '丙' } }] })).toBe(scheme.replace('"乙"', '"丙"'));
    expect(editJson(scheme, { kind: 'set', pointer: '/rules', value: rules })).toEqual([]);
  });

  it('adds an item on a line of its own, written as its neighbours are', () => {
    expect(edited(scheme, { kind: 'insert', pointer: '/rules', index: 2, value: { id: 'c', title: { 'zh-CN': '丙' } } })).toBe(scheme.replace('乙" } }\n', '乙" } },\n    { "id": "c", "title": { "zh-CN": "丙" } }\n'));
    expect(edited(scheme, { kind: 'insert', pointer: '/rules', index: 0, value: { id: 'c' } })).toBe(scheme.replace('    { "id": "a"', '    { "id": "c" },\n    { "id": "a"'));
    expect(edited(scheme, { kind: 'set', pointer: '/rules/-', value: { id: 'c' } })).toBe(scheme.replace('乙" } }\n', '乙" } },\n    { "id": "c" }\n'));
  });

  it('adds a key with the objects that lead to it, and fills an empty list', () => {
    expect(edited(scheme, { kind: 'set', pointer: '/stages/first/deadline/amount', value: 5 })).toBe(scheme.replace('"open": true\n', '"open": true,\n      "deadline": { "amount": 5 }\n'));
    expect(edited(scheme, { kind: 'insert', pointer: '/empty', index: 0, value: 'x' })).toBe(scheme.replace('[]', '["x"]'));
    expect(edited('{}', { kind: 'set', pointer: '/id', value: 'x' })).toBe('{ "id": "x" }');
  });

  it('breaks what is too long for one line over several', () => {
    const long = { id: 'c', title: { 'zh-CN': '丙'.repeat(60), en: 'C' }, note: 'x'.repeat(40) };
    expect(edited(scheme, { kind: 'set', pointer: '/stages/second', value: long })).toContain(`    "second": {\n      "id": "c",\n      "title": { "zh-CN": "${'丙'.repeat(60)}", "en": "C" },\n      "note": "${'x'.repeat(40)}"\n    }`);
  });

  it('removes a member or an item with its comma', () => {
    expect(edited(scheme, { kind: 'remove', pointer: '/rules/0' })).toBe(scheme.replace('{ "id": "a", "title": { "zh-CN": "甲" } },\n    ', ''));
    expect(edited(scheme, { kind: 'remove', pointer: '/rules/1' })).toBe(scheme.replace(',\n    { "id": "b",   "title": { "zh-CN": "乙" } }', ''));
    expect(edited(scheme, { kind: 'remove', pointer: '/version' })).toBe(scheme.replace('"version": "1.0.0",\n  ', ''));
    expect(edited(scheme, { kind: 'remove', pointer: '/stages/first/open' })).toBe(scheme.replace('{\n      "open": true\n    }', '{}'));
  });

  it('moves an item with all its spaces, and renames a key in its place', () => {
    expect(edited(scheme, { kind: 'move', pointer: '/rules', from: 1, to: 0 })).toBe(scheme.replace(/(\{ "id": "a".*),\n {4}(.*)\n/, '$2,\n    $1\n'));
    expect(edited(scheme, { kind: 'rename', pointer: '/stages/first', key: '第一' })).toBe(scheme.replace('"first"', '"第一"'));
  });

  it('keeps what is minified minified, tabs tabs, and the line ends of Windows', () => {
    expect(edited('{"a":[1,2],"b":{"c":1}}', { kind: 'set', pointer: '/b/d', value: { e: [1] } })).toBe('{"a":[1,2],"b":{"c":1,"d":{"e":[1]}}}');
    expect(edited('{\r\n\t"a": 1\r\n}\r\n', { kind: 'set', pointer: '/b', value: 2 })).toBe('{\r\n\t"a": 1,\r\n\t"b": 2\r\n}\r\n');
  });

  it.each<[string, JsonChange]>([
    ['nothing at /x/y', { kind: 'remove', pointer: '/x/y' }], ['cannot be removed', { kind: 'remove', pointer: '' }], ['is no array', { kind: 'insert', pointer: '/stages', index: 0, value: 1 }],
    ['has no place 4', { kind: 'insert', pointer: '/rules', index: 4, value: 1 }], ['has no place 2', { kind: 'move', pointer: '/rules', from: 0, to: 2 }], ['nothing can be set', { kind: 'set', pointer: '/id/x', value: 1 }],
    ['a member "version" already', { kind: 'rename', pointer: '/id', key: 'version' }], ['has no key', { kind: 'rename', pointer: '/rules/0', key: 'x' }],
  ])('refuses with “%s”', (sentence, change) => {
    expect(() => editJson(scheme, change)).toThrow(sentence);
    expect(() => editJson(scheme, change)).toThrow(RangeError);
  });

  it('refuses what is no JSON', () => {
    expect(() => editJson('', { kind: 'set', pointer: '', value: 1 })).toThrow(RangeError);
    expect(() => editJson(scheme, { kind: 'set', pointer: '/id', value: undefined })).toThrow(TypeError);
  });
});

const key = fc.oneof(fc.constantFrom('id', 'title', '__proto__', 'a/b', '~', '', '中文', 'quote"', 'constructor'), fc.string({ maxLength: 4 }));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ depthSize: 'small' }, fc.jsonValue({ maxDepth: 0 }), fc.array(tie('json'), { maxLength: 4 }), fc.array(fc.tuple(key, tie('json')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries) as unknown)),
}));
const texts = fc.tuple(json, fc.constantFrom<string | number>('', 1, 2, 4, '\t')).map(([value, indent]) => ({ value, text: JSON.stringify(value, null, indent) }));

/** Every pointer of a value with what it leads to. */
function places(value: unknown, pointer = ''): readonly (readonly [string, unknown])[] {
  const inside = Array.isArray(value) ? value.map((item, index): [string, unknown] => [String(index), item]) : typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[pointer, value], ...inside.flatMap(([name, member]) => places(member, pointer + toPointer(name)))];
}

describe('editJson on any document', () => {
  it('makes what the change makes of the value, and reads back', () => {
    fc.assert(fc.property(texts, json, fc.nat(), fc.nat(), key, ({ value, text }, put, which, index, name) => {
      const all = places(value);
      const [pointer, there] = all[which % all.length] as readonly [string, unknown];
      const changes: JsonChange[] = [{ kind: 'set', pointer, value: put }];
      if (pointer !== '') changes.push({ kind: 'remove', pointer });
      if (Array.isArray(there)) changes.push({ kind: 'insert', pointer, index: index % (there.length + 1), value: put });
      if (Array.isArray(there) && there.length > 0) changes.push({ kind: 'move', pointer, from: index % there.length, to: which % there.length });
      if (typeof there === 'object' && there !== null && !Array.isArray(there)) changes.push({ kind: 'set', pointer: pointer + toPointer(name), value: put });
      for (const change of changes) expect(JSON.parse(edited(text, change))).toEqual(JSON.parse(JSON.stringify(changedValue(value, change))));
    }), { numRuns: 400 });
  });

  it('changes nothing outside the value that is set', () => {
    fc.assert(fc.property(texts, json, fc.nat(), ({ value, text }, put, which) => {
      const all = places(value);
      const [pointer] = all[which % all.length] as readonly [string, unknown];
      const after = edited(text, { kind: 'set', pointer, value: put });
      for (const [other] of all) {
        if (other === pointer || other.startsWith(`${pointer}/`) || pointer.startsWith(`${other}/`) || other === '') continue;
        expect(textAt(after, other)).toBe(textAt(text, other));
      }
    }), { numRuns: 200 });
  });
});

const textAt = (text: string, pointer: string): string => {
  const [edit] = editJson(text, { kind: 'set', pointer, value: '\u0000 nowhere else' });
  return text.slice(edit?.offset, (edit?.offset ?? 0) + (edit?.length ?? 0));
};

describe('editJson on the example schemes', () => {
  const root = new URL('../../../../examples/schemes/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

  it('sets each file to what it says already without touching a character, and one word of it in one place', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const name of files) {
      const text = readFileSync(new URL(name, root), 'utf8');
      const value = JSON.parse(text) as unknown;
      expect(editJson(text, { kind: 'set', pointer: '', value }), name).toEqual([]);
      const [pointer, word] = places(value).find(([, part]) => typeof part === 'string') ?? ['', ''];
      const edits = editJson(text, { kind: 'set', pointer: '', value: changedValue(value, { kind: 'set', pointer, value: '改' }) });
      expect(edits.map(({ offset, length, text: put }) => [JSON.parse(text.slice(offset, offset + length)) as unknown, put]), name).toEqual([[word, '"改"']]);
    }
  });
});
