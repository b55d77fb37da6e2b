import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { toPointer, valueAt } from '../problems/json-pointer.js';
import { changedValue } from './changed-value.js';
import type { JsonChange } from './json-edits.js';
import type { SchemeDraft, SchemeTexts } from './scheme-draft.js';
import { createSchemeDraft } from './scheme-draft.js';

const examples = new URL('../../../../examples/schemes/', import.meta.url);
const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/scheme.json`, examples))).map(({ name }) => name);
function textsOf(folder: string): SchemeTexts {
  const root = new URL(`${folder}/`, examples);
  return Object.fromEntries(readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => [name.replace(/\\/g, '/'), readFileSync(new URL(name, root), 'utf8')]));
}
const base = { read: (path: string): string | undefined => readFileSync(new URL(path.replace(/^\.\.\//, ''), examples), 'utf8') };
const open = (folder: string): SchemeDraft => createSchemeDraft(textsOf(folder), { base });

const small = (scheme: object = {}): SchemeDraft => createSchemeDraft({
  'scheme.json': JSON.stringify({ extends: '../base', id: 'demo', version: '1.0.0', title: { 'zh-CN': '示例' }, ...scheme }, null, 2),
}, { base: { read: () => JSON.stringify({
  formatVersion: 1, id: 'base', version: '1.0.0', title: { 'zh-CN': '底稿' },
  parameters: { least: { title: { 'zh-CN': '下限' }, value: 30, overlay: 'any' } },
  rules: [{ id: 'a', message: { 'zh-CN': '甲', en: 'A' }, conditions: { all: [{ fact: 'x', operator: 'equal', value: 1 }] } }, { id: 'b', tags: ['p', 'q'] }, { id: 'c' }],
}) } });
const own = (draft: SchemeDraft): unknown => JSON.parse(draft.texts['scheme.json'] ?? '');
const merged = (draft: SchemeDraft, pointer: string): unknown => valueAt(draft.loaded.draft, pointer);

describe('createSchemeDraft', () => {
  it.each(folders)('opens %s, which stays as it is byte for byte', (folder) => {
    const draft = open(folder);
    expect(draft.change({ kind: 'set', pointer: '', value: draft.document })).toBe(true);
    expect([draft.changedFiles, draft.canUndo]).toEqual([[], false]);
  });

  it.each(folders)('changes one sentence of %s in one file of its own, and takes it back', (folder) => {
    const draft = open(folder);
    const before = draft.texts;
    for (const pointer of ['/stages/1/title/zh-CN', '/forms/0/title/zh-CN', '/title/zh-CN'].filter((place) => typeof merged(draft, place) === 'string')) {
      const change: JsonChange = { kind: 'set', pointer, value: '改过的一句' };
      const wanted = changedValue(draft.loaded.draft, change);
      expect(draft.change(change), pointer).toBe(true);
      expect(draft.loaded.draft).toEqual(wanted);
      expect(draft.changedFiles).toHaveLength(1);
      draft.undo();
      expect(draft.texts).toEqual(before);
    }
  });

  it('changes an included file where that file says the thing', () => {
    const draft = open('gaoming');
    draft.change({ kind: 'set', pointer: '/forms/0/title/zh-CN', value: '申报表' });
    expect(draft.changedFiles).toEqual(['forms/application.json']);
  });

  describe('with a value that includes a file', () => {
    const report: JsonChange = { kind: 'insert', pointer: '/forms', index: 0, value: { $file: 'forms/report.json' } };
    const text = JSON.stringify({ id: 'report', title: { 'zh-CN': '报告' } });

    it('puts the file in its place, by its name', () => {
      const draft = createSchemeDraft({ 'scheme.json': JSON.stringify({ formatVersion: 1, id: 'demo', forms: [{ id: 'application' }] }), 'forms/report.json': text });
      expect(draft.change(report)).toBe(true);
      expect(merged(draft, '/forms')).toEqual([JSON.parse(text), { id: 'application' }]);
      expect(own(draft)).toMatchObject({ forms: [{ $file: 'forms/report.json' }, { id: 'application' }] });
      draft.undo();
      expect(draft.changedFiles).toEqual([]);
    });

    it('says in an overlay what the file says', () => {
      const draft = small();
      draft.write('forms/report.json', text);
      expect(draft.change({ kind: 'set', pointer: '/forms', value: [{ $file: 'forms/report.json' }] })).toBe(true);
      expect(merged(draft, '/forms')).toEqual([JSON.parse(text)]);
    });

    it.each([['is not there', undefined], ['cannot be read', '{ "id": '], ['includes itself', '{ "$file": "report.json" }']])('changes nothing where the file %s', (_, broken) => {
      const texts: SchemeTexts = { 'scheme.json': JSON.stringify({ formatVersion: 1, id: 'demo', forms: [{ id: 'application' }] }), ...(broken === undefined ? {} : { 'forms/report.json': broken }) };
      const draft = createSchemeDraft(texts);
      expect(draft.change(report)).toBe(false);
      expect(draft.texts).toEqual(texts);
    });
  });

  describe('of an overlay', () => {
    it('says what differs from the base, with as little as that takes', () => {
      const draft = small();
      draft.change({ kind: 'set', pointer: '/parameters/least/value', value: 40 });
      expect(own(draft)).toMatchObject({ parameters: { least: { value: 40 } } });
      draft.change({ kind: 'set', pointer: '/rules/0/message/en', value: 'One' });
      expect((own(draft) as { rules: unknown }).rules).toEqual([{ id: 'a', message: { en: 'One' } }]);
      expect(merged(draft, '/rules/0/message')).toEqual({ 'zh-CN': '甲', en: 'One' });
    });

    it('says things that stand for one value whole', () => {
      const draft = small();
      draft.change({ kind: 'set', pointer: '/rules/0/message/zh-CN', value: '一' });
      expect((own(draft) as { rules: unknown }).rules).toEqual([{ id: 'a', message: { 'zh-CN': '一', en: 'A' } }]);
      draft.change({ kind: 'set', pointer: '/rules/0/conditions/all/0/value', value: 2 });
      expect(merged(draft, '/rules/0/conditions')).toEqual({ all: [{ fact: 'x', operator: 'equal', value: 2 }] });
      draft.change({ kind: 'insert', pointer: '/rules/1/tags', index: 1, value: 'o' });
      expect(merged(draft, '/rules/1/tags')).toEqual(['p', 'o', 'q']);
    });

    it('adds, takes out and moves things of a list by their ids', () => {
      const draft = small();
      const ids = (): unknown => (merged(draft, '/rules') as { id: string }[]).map(({ id }) => id);
      draft.change({ kind: 'insert', pointer: '/rules', index: 1, value: { id: 'n' } });
      expect([ids(), own(draft)]).toEqual([['a', 'n', 'b', 'c'], expect.objectContaining({ rules: [{ id: 'n', after: 'a' }] })]);
      draft.change({ kind: 'move', pointer: '/rules', from: 3, to: 0 });
      expect([ids(), own(draft)]).toEqual([['c', 'a', 'n', 'b'], expect.objectContaining({ rules: [{ id: 'n', after: 'a' }, { id: 'c', after: null }] })]);
      draft.change({ kind: 'remove', pointer: '/rules/3' });
      expect(ids()).toEqual(['c', 'a', 'n']);
      draft.change({ kind: 'remove', pointer: '/rules/2' });
      expect(ids()).toEqual(['c', 'a']);
      for (let step = 0; step < 4; step += 1) draft.undo();
      expect([own(draft), draft.changedFiles]).toEqual([{ extends: '../base', id: 'demo', version: '1.0.0', title: { 'zh-CN': '示例' } }, []]);
    });

    it('has no words for taking away what a base says of a key, and is left as it was', () => {
      const draft = small();
      expect(draft.change([{ kind: 'set', pointer: '/parameters/least/value', value: 40 }, { kind: 'remove', pointer: '/parameters/least/title' }])).toBe(false);
      expect([draft.changedFiles, merged(draft, '/parameters/least/value')]).toEqual([[], 30]);
    });
  });

  it('undoes what belongs together at once, and forgets what was undone when something else is done', () => {
    const draft = small();
    const heard = vi.fn();
    const end = draft.subscribe(heard);
    for (const word of ['甲', '甲乙', '甲乙丙']) draft.change({ kind: 'set', pointer: '/title/zh-CN', value: word }, { group: 'title' });
    draft.change({ kind: 'set', pointer: '/version', value: '1.1.0' });
    draft.undo();
    draft.undo();
    expect([merged(draft, '/title/zh-CN'), draft.canUndo, draft.canRedo]).toEqual(['示例', false, true]);
    draft.redo();
    expect(merged(draft, '/title/zh-CN')).toBe('甲乙丙');
    draft.change({ kind: 'set', pointer: '/title/zh-CN', value: '另一个' }, { group: 'title' });
    expect(draft.canRedo).toBe(false);
    draft.undo();
    expect(merged(draft, '/title/zh-CN')).toBe('甲乙丙');
    end();
    draft.undo();
    expect(heard).toHaveBeenCalledTimes(9);
  });

  it('takes a text as it is, broken or not, and knows what is stored', () => {
    const draft = small();
    const before = draft.texts['scheme.json'] ?? '';
    draft.write('scheme.json', before.replace('"id"', '"id'));
    expect(draft.loaded.problems[0]?.code).toBe('scheme/broken-json');
    draft.undo();
    draft.write('notes.json', '{}');
    expect(draft.changedFiles).toEqual(['notes.json']);
    draft.saved();
    expect(draft.changedFiles).toEqual([]);
    draft.write('notes.json', undefined);
    expect(draft.changedFiles).toEqual(['notes.json']);
    expect(() => draft.write('../base/scheme.json', '{}')).toThrow(RangeError);
  });

  it('refuses a pointer that leads to nothing', () => {
    expect(() => small().change({ kind: 'remove', pointer: toPointer('rules', 9) })).toThrow(RangeError);
  });
});

describe('a draft after any edits of any example', () => {
  /** Every pointer of a value. */
  const pointersOf = (value: unknown, pointer = ''): readonly string[] => [pointer, ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, pointer + toPointer(key))) : [])];
  const texts = new Map(folders.map((folder) => [folder, textsOf(folder)]));
  const value = fc.oneof(fc.constantFrom<unknown>('改过', '', 0, -1.5, true, null, [], {}, ['a', 'b'], { id: 'new', title: { 'zh-CN': '新' } }, { $file: 'nowhere.json' }, { __proto__: 1 }), fc.string({ maxLength: 4 }));
  const act = fc.record({ kind: fc.constantFrom('set', 'set', 'insert', 'remove', 'move', 'rename', 'undo', 'redo', 'write'), which: fc.nat(), index: fc.nat(), value, key: fc.constantFrom('neu', 'title', 'a/b', '~') });

  function carryOut(draft: SchemeDraft, { kind, which, index, value: put, key }: (typeof act) extends fc.Arbitrary<infer Act> ? Act : never): void {
    if (kind === 'undo') return draft.undo();
    if (kind === 'redo') return draft.redo();
    const all = pointersOf(draft.document);
    const pointer = all[which % all.length] ?? '';
    const there = valueAt(draft.document, pointer);
    if (kind === 'write') {
      const paths = Object.keys(draft.texts);
      const path = paths[which % paths.length] ?? '';
      const text = draft.texts[path] ?? '';
      return draft.write(path, `${text.slice(0, index % (text.length + 1))}${key === '~' ? '"' : ' '}${text.slice(index % (text.length + 1))}`);
    }
    const length = Array.isArray(there) ? there.length : 0;
    const change: JsonChange = kind === 'insert' ? { kind, pointer, index: index % (length + 1), value: put } : kind === 'move' ? { kind, pointer, from: index % (length || 1), to: which % (length || 1) }
      : kind === 'remove' ? { kind, pointer } : kind === 'rename' ? { kind, pointer, key } : { kind: 'set', pointer, value: put };
    try {
      draft.change(change);
    } catch (error) {
      // Not every change can be made everywhere: nothing has changed then.
      expect(error).toBeInstanceOf(RangeError);
    }
  }

  it('holds what the texts say, each part where they say it', () => {
    fc.assert(fc.property(fc.constantFrom(...folders), fc.array(act, { minLength: 1, maxLength: 8 }), fc.nat(), (folder, acts, which) => {
      const draft = createSchemeDraft(texts.get(folder) ?? {}, { base });
      const asked = draft.places;
      for (const each of acts) {
        carryOut(draft, each);
        const { loaded, document } = createSchemeDraft(draft.texts, { base });
        expect(draft.document).toEqual(document);
        // Shared definitions are put into the forms when a scheme is read, and stay references where it is edited.
        if (!Object.hasOwn(document ?? {}, 'definitions')) expect(document).toEqual(loaded.draft);
        expect(Object.keys(draft.document ?? {})).toEqual(Object.keys(loaded.draft ?? {}));
        const all = pointersOf(draft.document);
        for (const pointer of ['', ...Array.from({ length: 12 }, (_, step) => all[(which + step * 97) % all.length] ?? ''), `${all[which % all.length] ?? ''}/nowhere`]) expect(draft.places.locate(pointer), pointer).toEqual(loaded.locate(pointer));
      }
      // Places of earlier texts stay those of the earlier texts.
      const { loaded: before, document } = createSchemeDraft(texts.get(folder) ?? {}, { base });
      const all = pointersOf(document);
      for (const pointer of Array.from({ length: 12 }, (_, step) => all[(which + step * 97) % all.length] ?? '')) expect(asked.locate(pointer), pointer).toEqual(before.locate(pointer));
      expect(asked.document).toEqual(document);
      while (draft.canUndo) draft.undo();
      expect(draft.texts).toEqual(texts.get(folder));
    }), { numRuns: 25 });
  }, 180_000);

  it('keeps the very values that an edit does not touch', () => {
    for (const folder of folders) {
      const draft = createSchemeDraft(texts.get(folder) ?? {}, { base });
      const before = draft.document as Readonly<Record<string, unknown>>;
      expect(draft.change({ kind: 'set', pointer: '/title/zh-CN', value: '改过的一句' })).toBe(true);
      const after = draft.document as Readonly<Record<string, unknown>>;
      for (const [key, part] of Object.entries(before)) if (key !== 'title') expect(after[key] === part, `${folder} ${key}`).toBe(true);
    }
  });
});
