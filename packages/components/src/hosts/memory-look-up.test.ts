import { describe, expect, it } from 'vitest';
import type { LookUpRequest } from './look-up.js';
import { createMemoryLookUp } from './memory-look-up.js';

const areas = createMemoryLookUp([
  { value: '440600', label: '佛山市', onlyGroup: true, children: [{ value: '440608', label: '高明区', detail: '440608', children: [{ value: '440608001', label: '荷城街道' }] }, { value: '440604', label: '禅城区' }] },
  { value: { code: 'x' }, label: '其他' },
]);

const find = async (request: Partial<LookUpRequest>): Promise<readonly [readonly string[], number | undefined]> => {
  const { entries, total } = await areas.find({ text: '', offset: 0, limit: 10, answers: {}, signal: new AbortController().signal, ...request });
  return [entries.map(({ label }) => label), total];
};

describe('createMemoryLookUp', () => {
  it.each([
    [{}, ['佛山市', '其他'], 2],
    [{ parent: '440600' }, ['高明区', '禅城区'], 2],
    [{ parent: '440604' }, [], 0],
    [{ parent: 'nobody' }, [], 0],
    [{ text: '街道' }, ['荷城街道'], 1],
    [{ text: '４４０６０８' }, ['高明区'], 1],
    [{ text: '区', parent: '440600', limit: 1, offset: 1 }, ['禅城区'], 2],
  ])('finds for %j %j of %s', async (request, labels, total) => {
    expect(await find(request)).toEqual([labels, total]);
  });

  it('knows the entry of a stored value with its place in the tree', async () => {
    const signal = new AbortController().signal;
    const entry = await areas.resolve?.('440608001', signal);

    expect([entry?.label, entry?.path?.map(({ label }) => label), entry?.path?.[0]?.path]).toEqual(['荷城街道', ['佛山市', '高明区'], undefined]);
    expect((await areas.resolve?.({ code: 'x' }, signal))?.label).toBe('其他');
    expect(await areas.resolve?.('nobody', signal)).toBeUndefined();
  });

  it('gives no answer to a question that was taken back', async () => {
    const asked = new AbortController();
    asked.abort();

    await expect(find({ signal: asked.signal })).rejects.toThrow('Another question');
  });
});
