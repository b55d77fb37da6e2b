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
    expect(draft.change({ kind: 'set', pointer: '', value: draft.loaded.draft })).toBe(true);
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
