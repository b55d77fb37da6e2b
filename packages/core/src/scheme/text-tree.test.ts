import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.js';
import type { SourceNode } from './source-node.js';
import { sourceOf } from './text-source.js';
import type { TextPart, TextTree } from './text-tree.js';
import { readText, rereadText } from './text-tree.js';

const examples = new URL('../../../../examples/schemes/', import.meta.url);
const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(new URL(name, examples), 'utf8');

/** A node with all that it would make when asked. */
const whole = (node: SourceNode | undefined): unknown => (node === undefined ? undefined
  : node.kind === 'scalar' ? { place: node.place, value: node.value }
    : node.kind === 'array' ? { place: node.place, items: node.items.map(whole) }
      : { place: node.place, members: [...node.members].map(([key, { keyPlace, value }]) => ({ key, keyPlace, value: whole(value) })) });

/** What a reading says, held against what `parseJson` says of the same text. */
function expectSameAsParsed(tree: TextTree | undefined, text: string): void {
  const { root, findings } = parseJson(text, 'a.json');
  const isClean = findings.length === 0 && !text.startsWith('\ufeff');
  expect(tree !== undefined, JSON.stringify(text.slice(0, 300))).toBe(isClean && root !== undefined);
  if (tree === undefined) return;
  expect(whole(sourceOf(tree, 'a.json'))).toEqual(whole(root));
  expect(tree.root.value).toEqual(JSON.parse(text));
}

const partAt = (part: TextPart, ...keys: readonly (string | number)[]): TextPart | undefined => keys.reduce<TextPart | undefined>((at, key) => (typeof key === 'number' ? at?.children[key]?.part : at?.children.find((child) => child.key === key)?.part), part);

describe('readText', () => {
  it('reads each file of the examples with the places that parseJson finds', () => {
    expect(files.length).toBeGreaterThan(100);
    for (const name of files) expectSameAsParsed(readText(textOf(name)), textOf(name));
  });

  it.each([
    '', ' ', '{', '[1,]', '{"a":1,}', '[,1]', '[1 2]', '{"a" 1}', '{a:1}', '[01]', '[1.]', '[-]', '[+1]', '[1e999]', '["\t"]', '["\\x"]', '["a]', '[nul]', '[tru]', '[1]]', '[1] //', '/**/[1]', '\ufeff[1]', '["\ufffd"]', '{"a":1,"a":2}', '{"__proto__":1}', '{"constructor":1}',
    `${'['.repeat(101)}${']'.repeat(101)}`, `[${'0,'.repeat(5_000)}0]`, '[1]\u00a0', '["\u0000"]', '\'a\'', 'NaN', '[.5]', '["\\u12"]',
  ])('leaves %j to parseJson', (text) => {
    expect(readText(text)).toBeUndefined();
    expectSameAsParsed(undefined, text);
  });

  it.each([
    '1', ' "a" ', 'null', '[]', '[ ]', '{}', '{ }', '[[],{}]', '["\\u4e2d\\n\\"\\\\/\\/"]', '[-0, 1.5e-3, 1E5, 123456789012345678901]', '{"":{"a/b":[1],"~":2}}', '\r\n[1,\r 2,\n3]\r', '["\u2028"]', '["\\ud800"]', '["中文𠀀"]',
    `${'['.repeat(100)}${']'.repeat(100)}`, `[${'0,'.repeat(4_999)}0]`,
  ])('reads %j as parseJson does', (text) => expectSameAsParsed(readText(text), text));
});

describe('rereadText', () => {
  const text = '{ "rules": [{ "id": "a", "n": 1 }, { "id": "b", "n": 2 }, { "id": "c" }], "title": "x" }';

  it('keeps what an edit does not touch, wherever it has come to stand', () => {
    const before = readText(text) as TextTree;
    const after = rereadText(before, text.replace('"n": 1', '"n": 100')) as TextTree;
    expect(partAt(after.root, 'rules', 1)).toBe(partAt(before.root, 'rules', 1));
    expect(partAt(after.root, 'rules', 0)?.value).toEqual({ id: 'a', n: 100 });
    expect(partAt(after.root, 'rules', 0, 'id')).toBe(partAt(before.root, 'rules', 0, 'id'));
  });

  it('keeps the others where a member comes or goes', () => {
    const before = readText(text) as TextTree;
    const longer = rereadText(before, text.replace('{ "id": "b"', '{ "id": "new" }, { "id": "b"')) as TextTree;
    expect([0, 2, 3].map((index) => partAt(longer.root, 'rules', index))).toEqual([0, 1, 2].map((index) => partAt(before.root, 'rules', index)));
    expect(partAt(longer.root, 'rules', 3)).toBe(partAt(before.root, 'rules', 2));
    const shorter = rereadText(longer, text.replace('{ "id": "b", "n": 2 }, ', '')) as TextTree;
    expect(shorter.root.value).toEqual({ rules: [{ id: 'a', n: 1 }, { id: 'c' }], title: 'x' });
    expect(partAt(shorter.root, 'rules', 0)).toBe(partAt(before.root, 'rules', 0));
  });

  it('keeps the value where only blanks change', () => {
    const before = readText(text) as TextTree;
    expect(rereadText(before, text.replace('{ "id": "a"', '{\n  "id": "a"'))?.root.value).toBe(before.root.value);
  });

  it.each([['"a"', '"a'], ['[{', '[{{'], ['"title"', '"rules"'], ['"n": 1', '"n": 1, "n": 2'], ['}, {', '} {'], ['"x" }', '"x" }]'], ['"x"', '1e999'], ['"x"', '"\ufffd"'], ['{ "id": "a"', '{ "__proto__": 1, "id": "a"']])('gives up where %s becomes %s', (from, to) => {
    const next = text.replace(from, to);
    expect(rereadText(readText(text) as TextTree, next)).toBeUndefined();
    expectSameAsParsed(undefined, next);
  });

  /** Pieces that people type, paste and delete, and that break things. */
  const pieces = fc.oneof(fc.constantFrom('', '"', ',', ':', '{', '}', '[', ']', ' ', '\n', '\r\n', '\\', '1', '-', 'e9', 'null', 'true', '{}', '[]', ',{}', '{},', '"a":1,', ',"a":1', '},{', '],[', '"x","y"', '中', '"$file":"a.json",', '\ufffd', '//', ',"id":{"a":[1,2]}'), fc.string({ maxLength: 3 }));

  it('comes to the tree of the whole text after any edits of any example', () => {
    const texts = files.map(textOf).filter((each) => each.length < 60_000);
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), fc.nat(12), pieces), { minLength: 1, maxLength: 6 }), (start, edits) => {
      let tree = readText(start);
      let now = start;
      for (const [where, length, put] of edits) {
        const at = where % (now.length + 1);
        now = now.slice(0, at) + put + now.slice(at + length);
        const next = tree && rereadText(tree, now);
        expect(next).toEqual(readText(now));
        tree = next ?? tree;
      }
    }), { numRuns: 300 });
  }, 120_000);

  it('comes to the tree of the whole text after any edits of a small one, and to what parseJson says', () => {
    const small = fc.constantFrom('{"a":[1,{"b":2},"c"],"d":{"e":null}}', '[ 1 , 22 , 3 ]', '{ "a": { "a": { "a": [] } } }', '[[],[[]],{}]', '"text"', '12');
    fc.assert(fc.property(small, fc.array(fc.tuple(fc.nat(), fc.nat(6), pieces), { minLength: 1, maxLength: 8 }), (start, edits) => {
      let tree = readText(start) as TextTree;
      let now = start;
      for (const [where, length, put] of edits) {
        const at = where % (now.length + 1);
        now = now.slice(0, at) + put + now.slice(at + length);
        const next = rereadText(tree, now);
        expect(next).toEqual(readText(now));
        expectSameAsParsed(next, now);
        tree = next ?? tree;
      }
    }), { numRuns: 4_000 });
  });
});
