import type { FormDefinition, FormDraft } from '@cobuild/core';
import { makeDraft } from '@cobuild/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIndexedDbDrafts } from './indexed-db-drafts.js';

const definition: FormDefinition = { id: 'application', title: { 'zh-CN': '申报表' }, schema: { type: 'object', properties: { name: { type: 'string', title: '名称' } } } };
const draft = (name: string, revision: number): FormDraft => makeDraft(definition, { answers: { name }, base: {}, savedAt: '', revision });
let count = 0;
const database = `test-drafts-${Math.random()}`;
const now = (): Date => new Date('2026-03-05T02:32:00Z');
/** Two windows on one draft. */
const windows = (): ReturnType<typeof createIndexedDbDrafts>[] => {
  const key = `draft-${(count += 1)}`;
  return [createIndexedDbDrafts({ key, database, now, author: { id: 'u1', name: '李四' } }), createIndexedDbDrafts({ key, database, now })];
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('createIndexedDbDrafts', () => {
  it('has no draft before the first save, and gives back what was saved, with its revision and author', async () => {
    const [drafts, other] = windows();
    expect(await drafts?.load()).toBeUndefined();

    expect(await drafts?.save({ name: '甲' }, draft('甲', 0))).toEqual({ savedAt: '2026-03-05T02:32:00.000Z', revision: 1 });

    expect(await other?.load()).toEqual({ ...draft('甲', 0), savedAt: '2026-03-05T02:32:00.000Z', revision: 1, author: { id: 'u1', name: '李四' } });
  });

  it('answers a save that began with an old revision with the other version, and keeps that', async () => {
    const [first, second] = windows();
    await first?.save({ name: '甲' }, draft('甲', 0));
    await first?.save({ name: '乙' }, draft('乙', 1));

    const result = await second?.save({ name: '丙' }, draft('丙', 1));

    expect(result).toMatchObject({ conflict: { answers: { name: '乙' }, revision: 2 } });
    expect((await second?.load())?.answers).toEqual({ name: '乙' });
  });

  it('lets one of two simultaneous first saves win', async () => {
    const [first, second] = windows();
    const results = await Promise.all([first?.save({ name: '甲' }, draft('甲', 0)), second?.save({ name: '乙' }, draft('乙', 0))]);
    expect(results.map((result) => result !== undefined && 'conflict' in result)).toEqual([false, true]);
  });

  it('removes the draft; who goes on with it makes it again', async () => {
    const [first, second] = windows();
    await first?.save({ name: '甲' }, draft('甲', 0));
    await first?.remove();
    expect(await second?.load()).toBeUndefined();
    expect(await second?.save({ name: '乙' }, draft('乙', 1))).toMatchObject({ revision: 2 });
  });

  it('tells another window of a save, not itself, until that stops listening', async () => {
    const [first, second] = windows();
    const heard = vi.fn();
    const own = vi.fn();
    first?.watch?.(own);
    const stop = second?.watch?.(heard);

    await first?.save({ name: '甲' }, draft('甲', 0));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    stop?.();
    await first?.save({ name: '乙' }, draft('乙', 1));
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(heard).toHaveBeenCalledTimes(1);
    expect(own).not.toHaveBeenCalled();
  });

  it('works without BroadcastChannel: the next save meets the other version', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [first, second] = windows();
    const stop = second?.watch?.(() => undefined);
    await first?.save({ name: '甲' }, draft('甲', 0));
    expect(await second?.save({ name: '乙' }, draft('乙', 0))).toHaveProperty('conflict');
    stop?.();
    vi.unstubAllGlobals();
  });

  it('keeps keys such as __proto__ as plain data', async () => {
    const [drafts] = windows();
    const answers = JSON.parse('{"__proto__":{"polluted":true}}') as FormDraft['answers'];
    await drafts?.save(answers, { ...draft('', 0), answers });
    expect(JSON.stringify((await drafts?.load())?.answers)).toBe('{"__proto__":{"polluted":true}}');
  });

  it('wants a key', () => {
    expect(() => createIndexedDbDrafts({ key: '' })).toThrow(TypeError);
  });
});

describe('a browser that keeps nothing', () => {
  it('has no draft to load where storing is not allowed, and says so at the save', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not allowed', 'SecurityError');
    });
    const [drafts] = windows();
    expect(await drafts?.load()).toBeUndefined();
    await expect(drafts?.save({}, draft('', 0))).rejects.toMatchObject({ reason: 'unavailable' });
  });

  it('goes on when storing is allowed again', async () => {
    const refuse = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not allowed', 'SecurityError');
    });
    const [drafts] = windows();
    await expect(drafts?.save({}, draft('', 0))).rejects.toMatchObject({ reason: 'unavailable' });
    refuse.mockRestore();
    expect(await drafts?.save({}, draft('', 0))).toMatchObject({ revision: 1 });
  });

  it('says that an older window holds the database', async () => {
    const request = {} as IDBOpenDBRequest;
    vi.spyOn(indexedDB, 'open').mockReturnValue(request);
    const [drafts] = windows();
    const loading = drafts?.load();
    request.onblocked?.(new Event('blocked') as IDBVersionChangeEvent);
    await expect(loading).rejects.toMatchObject({ reason: 'blocked' });
  });

  it('opens the database again after another window made it close', async () => {
    const [drafts] = windows();
    await drafts?.save({ name: '甲' }, draft('甲', 0));
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = () => resolve();
    });
    await expect(drafts?.load()).rejects.toMatchObject({ reason: 'failed' });
    expect(await drafts?.load()).toBeUndefined();
  });

  it('does not overwrite a draft of a format that it does not know', async () => {
    const key = 'newer';
    const drafts = createIndexedDbDrafts({ key, database });
    await drafts.save({}, { ...draft('', 0), formatVersion: 2 } as unknown as FormDraft);
    await expect(drafts.load()).rejects.toMatchObject({ reason: 'failed' });
    await expect(drafts.save({}, draft('', 0))).rejects.toMatchObject({ reason: 'failed' });
  });
});
