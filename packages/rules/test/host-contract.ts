import type { CaseEvent } from '@cobuild/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseStore, FileAdapter, MessageAdapter, RegisterAdapter, RegisterRequest } from '../src/host/index.js';

const event = (caseId: string, sequence: number): CaseEvent => ({
  id: `${caseId}-${sequence}`, caseId, sequence, type: 'withdrawn', at: '2026-03-05T09:00:00+08:00', actor: { id: 'secretary', role: 'villageSecretary' },
  schemeHash: 'h', previousHash: sequence === 1 ? '' : `hash-${sequence - 1}`, hash: `hash-${sequence}`, data: {},
});

/** What every store of cases has to do, whatever it is made of. */
export function describeCaseStore(name: string, open: () => Promise<{ store: CaseStore; close(): Promise<void> }>): void {
  describe(`row 99: case store contract: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    let store: CaseStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    it('gives back the log in order', async () => {
      expect(await store.append('a', [event('a', 1), event('a', 2)])).toEqual({ ok: true });
      expect(await store.append('a', [event('a', 3)])).toEqual({ ok: true });
      expect((await store.events('a')).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
      expect(await store.events('a')).toEqual([event('a', 1), event('a', 2), event('a', 3)]);
    });

    it('answers with an empty log for a case that it does not know', async () => {
      expect(await store.events('nobody')).toEqual([]);
    });

    it.each([[0], [1], [3]])('refuses an event that does not follow the last one (sequence %i after 1) and keeps nothing of it', async (sequence) => {
      await store.append('a', [event('a', 1)]);
      expect(await store.append('a', [event('a', sequence)])).toEqual({ ok: false, reason: 'conflict' });
      expect(await store.events('a')).toHaveLength(1);
    });

    it('appends all events of a call or none', async () => {
      expect(await store.append('a', [event('a', 1), event('a', 3)])).toEqual({ ok: false, reason: 'conflict' });
      expect(await store.events('a')).toEqual([]);
    });

    it('lets one of two simultaneous writers win', async () => {
      await store.append('a', [event('a', 1)]);
      const results = await Promise.all([store.append('a', [event('a', 2)]), store.append('a', [event('a', 2)])]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.events('a')).toHaveLength(2);
    });

    it('accepts an idempotency key once and names the case that it made', async () => {
      await store.append('a', [event('a', 1)], 'key-1');
      expect(await store.append('b', [event('b', 1)], 'key-1')).toEqual({ ok: false, reason: 'duplicate', caseId: 'a' });
      expect(await store.events('b')).toEqual([]);
      expect(await store.caseIds()).toEqual(['a']);
    });

    it('does not spend the key of an append that was refused', async () => {
      await store.append('a', [event('a', 2)], 'key-1');
      expect(await store.append('a', [event('a', 1)], 'key-1')).toEqual({ ok: true });
    });

    it('lists cases in the order of their first event', async () => {
      for (const id of ['b', 'a', 'c']) await store.append(id, [event(id, 1)]);
      await store.append('b', [event('b', 2)]);
      expect(await store.caseIds()).toEqual(['b', 'a', 'c']);
    });

    it('keeps, replaces and deletes drafts by owner', async () => {
      await store.saveDraft({ id: 'd1', owner: 'village-1', answers: { projectName: '暖心服务站' }, savedAt: '2026-03-05T01:00:00Z' });
      await store.saveDraft({ id: 'd2', owner: 'village-1', answers: {}, savedAt: '2026-03-05T02:00:00Z' });
      await store.saveDraft({ id: 'd3', owner: 'village-2', answers: {}, savedAt: '2026-03-05T03:00:00Z' });
      await store.saveDraft({ id: 'd1', owner: 'village-1', answers: { projectName: '家居安全志愿队' }, savedAt: '2026-03-05T04:00:00Z' });
      expect((await store.drafts('village-1')).map(({ id }) => id)).toEqual(['d1', 'd2']);
      expect((await store.draft('d1'))?.answers).toEqual({ projectName: '家居安全志愿队' });
      await store.deleteDraft('d1');
      expect(await store.draft('d1')).toBeUndefined();
    });

    it('counts the saves of a draft', async () => {
      const draft = { id: 'd1', owner: 'village-1', answers: {}, savedAt: '2026-03-05T01:00:00Z' };
      expect(await store.saveDraft(draft, 0)).toEqual({ ok: true, revision: 1 });
      expect(await store.saveDraft(draft, 1)).toEqual({ ok: true, revision: 2 });
      expect(await store.saveDraft(draft)).toEqual({ ok: true, revision: 3 });
      expect((await store.draft('d1'))?.revision).toBe(3);
    });

    it.each([[0], [1], [3]])('answers a save that began with revision %i of 2 with the other version and keeps that', async (expected) => {
      const mine = { id: 'd1', owner: 'village-1', answers: { projectName: '甲' }, savedAt: '2026-03-05T01:00:00Z' };
      await store.saveDraft(mine, 0);
      await store.saveDraft({ ...mine, answers: { projectName: '乙' } }, 1);

      const result = await store.saveDraft({ ...mine, answers: { projectName: '丙' } }, expected);

      expect(result).toMatchObject({ ok: false, reason: 'conflict', draft: { answers: { projectName: '乙' }, revision: 2 } });
      expect((await store.draft('d1'))?.answers).toEqual({ projectName: '乙' });
    });

    it('lets one of two simultaneous saves of a draft win', async () => {
      const draft = { id: 'd1', owner: 'village-1', answers: {}, savedAt: '2026-03-05T01:00:00Z' };
      await store.saveDraft(draft, 0);
      const results = await Promise.all([store.saveDraft(draft, 1), store.saveDraft(draft, 1)]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('makes a draft again that was removed while somebody went on with it', async () => {
      expect(await store.saveDraft({ id: 'd1', owner: 'village-1', answers: { a: 1 }, savedAt: '2026-03-05T01:00:00Z' }, 4)).toEqual({ ok: true, revision: 5 });
      expect((await store.draft('d1'))?.answers).toEqual({ a: 1 });
    });

    it('gives back what the page keeps with the answers', async () => {
      const draft = {
        id: 'd1', owner: 'village-1', answers: {}, savedAt: '2026-03-05T01:00:00Z',
        form: { id: 'application', version: 2, hash: 'h' }, titles: { '/projectName': '项目名称' }, aside: [{ pointer: '/fax', value: '1', path: ['传真'], reason: 'dropped' as const }],
      };
      await store.saveDraft(draft);
      expect(await store.draft('d1')).toEqual({ ...draft, revision: 1 });
    });

    it('keeps keys such as __proto__ as plain data', async () => {
      const answers = JSON.parse('{"__proto__":{"polluted":true},"a":1}') as Record<string, unknown>;
      await store.saveDraft({ id: 'd', owner: 'v', answers, savedAt: '2026-03-05T01:00:00Z' });
      expect(JSON.stringify((await store.draft('d'))?.answers)).toBe(JSON.stringify(answers));
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });
  });
}

export function describeFiles(name: string, open: () => Promise<FileAdapter>): void {
  describe(`row 99: file adapter contract: ${name}`, () => {
    it('gives back what was put, unchanged by later changes of the buffer', async () => {
      const files = await open();
      const content = new Uint8Array([1, 2, 3]);
      await files.put('minutes', content, 'application/pdf');
      content[0] = 9;
      expect(await files.get('minutes')).toEqual({ content: new Uint8Array([1, 2, 3]), mediaType: 'application/pdf' });
      expect(await files.get('other')).toBeUndefined();
    });

    it('forgets what is removed and nothing else', async () => {
      const files = await open();
      for (const id of ['minutes', 'photo']) await files.put(id, new Uint8Array([1]), 'image/png');
      await files.remove('minutes');
      await files.remove('never there');
      expect([await files.get('minutes'), (await files.get('photo'))?.mediaType]).toEqual([undefined, 'image/png']);
    });
  });
}

export function describeMessages(name: string, open: () => Promise<MessageAdapter>): void {
  describe(`row 99: message adapter contract: ${name}`, () => {
    it('shows each addressee their own messages, the latest first', async () => {
      const messages = await open();
      await messages.send({ to: 'village-1', subject: '退回补正', text: '请补充照片', caseId: 'a' });
      await messages.send({ to: 'village-2', subject: '公示', text: '公示开始' });
      await messages.send({ to: 'village-1', subject: '通过初审', text: '已报区级会审', caseId: 'a' });
      expect((await messages.inbox('village-1')).map(({ subject }) => subject)).toEqual(['通过初审', '退回补正']);
    });
  });
}

/** What every set of registers does. The host opens one that has a register `areas`: 大通区 (`district`, a group) with 甲村 (`a`, detail 340402001) and 乙村 (`b`). */
export function describeRegisters(name: string, open: () => Promise<RegisterAdapter>): void {
  describe(`row 99: register adapter contract: ${name}`, () => {
    const ask = { text: '', offset: 0, limit: 10 };
    const values = async (request: Partial<RegisterRequest>): Promise<string[] | undefined> => (await (await open()).find('areas', { ...ask, ...request }))?.entries.map(({ value }) => value);

    it('lists a tree level by level', async () => {
      expect([await values({}), await values({ parent: 'district' }), await values({ parent: 'a' }), await values({ parent: 'stranger' })]).toEqual([['district'], ['a', 'b'], [], []]);
    });

    it('finds by name and detail in the whole tree, whatever the width and spaces of the letters', async () => {
      expect([await values({ text: ' 甲 村' }), await values({ text: '３４０４' }), await values({ text: '丙' }), await values({ text: '村', parent: 'district' })]).toEqual([['a'], ['a'], [], ['a', 'b']]);
    });

    it('answers page by page and says how many there are', async () => {
      const registers = await open();
      const pages = await Promise.all([0, 1, 2].map((offset) => registers.find('areas', { ...ask, parent: 'district', offset, limit: 1 })));
      expect(pages.map((page) => [page?.entries.map(({ value }) => value), page?.total])).toEqual([[['a'], 2], [['b'], 2], [[], 2]]);
    });

    it('tells of an entry what it stands under, and whether there is more', async () => {
      const registers = await open();
      expect(await registers.entry('areas', 'a')).toMatchObject({ value: 'a', label: '甲村', path: [{ value: 'district', label: '大通区', hasMore: true }] });
      expect((await registers.entry('areas', 'district'))?.onlyGroup).toBe(true);
    });

    it('knows no other names, such as those that every object has', async () => {
      const registers = await open();
      expect([await registers.find('constructor', ask), await registers.entry('areas', '__proto__'), await registers.entry('toString', 'a')]).toEqual([undefined, undefined, undefined]);
    });
  });
}
