import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { JsonChange, SchemeDraft, SchemeTexts } from '@cobuild/core';
import { createSchemeDraft, describePlace, escapeToken, valueAt } from '@cobuild/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSchemes } from './compare-schemes.js';

const examples = new URL('../../../../examples/schemes/', import.meta.url);
const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/scheme.json`, examples))).map(({ name }) => name);
function textsOf(folder: string): SchemeTexts {
  const root = new URL(`${folder}/`, examples);
  return Object.fromEntries(readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => [name.replace(/\\/g, '/'), readFileSync(new URL(name, root), 'utf8')]));
}
const base = { read: (path: string): string | undefined => readFileSync(new URL(path.replace(/^\.\.\//, ''), examples), 'utf8') };
const open = (folder: string): SchemeDraft => createSchemeDraft(textsOf(folder), { base });

/** All changes after some steps, with their parts. */
function changed(folder: string, changes: JsonChange | readonly JsonChange[], locale: 'zh-CN' | 'en' = 'zh-CN'): readonly (readonly string[])[] {
  const draft = open(folder);
  const before = draft.document;
  expect(draft.change(changes)).toBe(true);
  return compareSchemes(before, draft.document, locale).parts.flatMap(({ title, changes: all }) => all.map(({ words }) => [title, words.place, ...(words.before === undefined ? [] : [words.before]), ...(words.after === undefined ? [] : [words.after])]));
}

/** Every place that holds one value of a kind that can be given another, inside no condition, table or answer schema; an `id` tells which thing it is. */
function placesOf(document: unknown): readonly { readonly pointer: string; readonly value: unknown }[] {
  const found: { pointer: string; value: unknown }[] = [];
  const visit = (value: unknown, pointer: string): void => {
    const place = describePlace(document, pointer);
    if (place === undefined || /^\/extends$|\/id$/.test(pointer) || ['condition', 'answersSchema', 'computation', 'any', 'id'].includes(place.kind)) return;
    if (['text', 'number', 'integer', 'money', 'localized', 'ratio', 'period', 'interval'].includes(place.kind)) found.push({ pointer, value });
    else if (value !== null && typeof value === 'object') for (const [key, member] of Object.entries(value)) visit(member, `${pointer}/${escapeToken(key)}`);
  };
  visit(document, '');
  return found;
}
const other = (value: unknown): unknown => (typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}改` : { 'zh-CN': '改过的' });

describe('compareSchemes', () => {
  it.each<[string, string, JsonChange | readonly JsonChange[], readonly unknown[]]>([
    ['a period', 'gaoming-demo', { kind: 'set', pointer: '/parameters/publicityPeriod/value', value: { amount: 7, unit: 'workingDay' } }, [['参数', '「公示天数」', '5 个工作日', '7 个工作日']]],
    ['a ratio', 'gaoming-demo', { kind: 'set', pointer: '/parameters/passRatio/value', value: { p: 2, q: 3 } }, [['参数', '「会审通过比例」', '1/2', '2/3']]],
    ['what a scheme calls itself', 'gaoming-demo', { kind: 'set', pointer: '/version', value: '9.0.0' }, [['概况', '版本号', expect.stringMatching(/^\d/), '9.0.0']]],
  ])('says what has become of %s', (_, folder, change, expected) => {
    expect(changed(folder, change)).toEqual(expected);
  });

  it('says a condition by its sentences, before and after', () => {
    const draft = open('gaoming-demo');
    const rules = valueAt(draft.document, '/eligibility/rules') as readonly { readonly id: string; readonly conditions: { readonly all?: readonly unknown[]; readonly any?: readonly unknown[] } }[];
    const index = rules.findIndex(({ conditions }) => (conditions.all?.length ?? 0) > 0);
    const [line] = changed('gaoming-demo', { kind: 'set', pointer: `/eligibility/rules/${index}/conditions`, value: { not: rules[index]?.conditions } });
    expect(line?.[0]).toBe('申报条件');
    expect(line?.[2]).not.toBe(line?.[3]);
    for (const words of [line?.[2], line?.[3]]) expect(words).toMatch(/^[^{}"]*[\u4e00-\u9fff][^{}"]*$/);
  });

  it('says what a requirement demands that came or went', () => {
    const [line] = changed('gaoming-demo', { kind: 'remove', pointer: '/eligibility/rules/0' });
    expect([line?.length, line?.[2]]).toEqual([3, expect.stringMatching(/[\u4e00-\u9fff]/)]);
    expect(line?.[2]).not.toContain('{');
  });

  it('finds nothing where the files are written otherwise and say the same', () => {
    const draft = open('gaoming-demo');
    const before = draft.document;
    draft.write('scheme.json', JSON.stringify(JSON.parse(draft.texts['scheme.json'] ?? ''), undefined, 7));
    expect(compareSchemes(before, draft.document)).toEqual({ total: 0, parts: [] });
  });

  it.each(folders)('shows each change of one value of %s as exactly that change', (folder) => {
    const draft = open(folder);
    const before = draft.document;
    const places = placesOf(before);
    expect(places.length).toBeGreaterThan(20);
    fc.assert(fc.property(fc.constantFrom(...places), fc.constantFrom('zh-CN' as const, 'en' as const), ({ pointer, value }, locale) => {
      const after = other(value);
      if (!draft.change({ kind: 'set', pointer, value: after })) return;
      const { total, parts } = compareSchemes(before, draft.document, locale);
      const [change] = parts[0]?.changes ?? [];
      draft.undo();
      expect([total, change?.kind, change?.words.place]).toEqual([1, 'changed', expect.stringMatching(/./)]);
      // The place itself, or the one value that it is a part of.
      expect(pointer === change?.pointer || pointer.startsWith(`${change?.pointer ?? ''}/`)).toBe(true);
      expect(change?.words.before).not.toBe(change?.words.after);
    }), { numRuns: 15 });
  });

  it('shows a thing that comes, goes or moves as exactly that', () => {
    const draft = open('gaoming-demo');
    const before = draft.document;
    const kinds = (change: JsonChange): unknown => {
      draft.change(change);
      const { parts } = compareSchemes(before, draft.document);
      draft.undo();
      return parts.flatMap(({ changes }) => changes.map(({ kind, pointer }) => [kind, pointer]));
    };
    expect(kinds({ kind: 'remove', pointer: '/eligibility/rules/1' })).toEqual([['removed', '/eligibility/rules/1']]);
    expect(kinds({ kind: 'move', pointer: '/eligibility/rules', from: 0, to: 1 })).toEqual([['moved', '/eligibility/rules']]);
    expect(kinds({ kind: 'insert', pointer: '/eligibility/rules', index: 0, value: { ...(valueAt(before, '/eligibility/rules/0') as object), id: 'new' } })).toEqual([['added', '/eligibility/rules/0']]);
  });
});
